package org.geoanomaly.gam.pipeline.preprocess.seismic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.SeismicNames;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;

/** Fifteen stations and twenty events in rock of 6 km/s for P, 3.5 km/s for S. */
class PickPreprocessorTest {
    private static final int STATIONS = 15;
    private static final int EVENTS = 20;
    private static final double P = 6000;
    private static final double S = 3500;
    private static final LocalFrame FRAME = new LocalFrame(42, 12);
    private static final BoundingBox BOX = new BoundingBox(41.5, 42.5, 11.4, 12.6);

    private final double[][] rows = new double[11][2 * STATIONS * EVENTS];

    private PickPreprocessorTest() {
        Random random = new Random(7);
        double[][] station = new double[STATIONS][];
        double[][] event = new double[EVENTS][];
        for (int i = 0; i < STATIONS; i++) {
            station[i] = new double[] {place(random), place(random), 1000 * random.nextDouble()};
        }
        for (int i = 0; i < EVENTS; i++) {
            event[i] = new double[] {place(random), place(random), 2000 + 8000 * random.nextDouble()};
        }
        double[] xy = new double[2];
        int k = 0;
        for (int e = 0; e < EVENTS; e++) {
            for (int s = 0; s < STATIONS; s++) {
                for (int phase = 1; phase <= 2; phase++) {
                    double dx = station[s][0] - event[e][0];
                    double dy = station[s][1] - event[e][1];
                    double dz = station[s][2] + event[e][2];
                    FRAME.toGeographic(station[s][0], station[s][1], xy);
                    rows[0][k] = xy[0];
                    rows[1][k] = xy[1];
                    rows[2][k] = station[s][2];
                    rows[3][k] = Math.sqrt(dx * dx + dy * dy + dz * dz) / (phase == 1 ? P : S);
                    rows[4][k] = Double.NaN;
                    rows[5][k] = e;
                    rows[6][k] = s;
                    FRAME.toGeographic(event[e][0], event[e][1], xy);
                    rows[7][k] = xy[0];
                    rows[8][k] = xy[1];
                    rows[9][k] = event[e][2];
                    rows[10][k++] = phase;
                }
            }
        }
    }

    private static double place(Random random) {
        return 40_000 * (random.nextDouble() - 0.5);
    }

    private RawData.Points points() {
        String[] names = {
            RawData.Points.LONGITUDE,
            RawData.Points.LATITUDE,
            RawData.Points.HEIGHT,
            RawData.Points.VALUE,
            RawData.Points.UNCERTAINTY,
            SeismicNames.EVENT,
            SeismicNames.STATION,
            RawData.Points.EVENT_LONGITUDE,
            RawData.Points.EVENT_LATITUDE,
            SeismicNames.EVENT_DEPTH,
            SeismicNames.PHASE
        };
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.length; c++) {
            columns.put(names[c], rows[c].clone());
        }
        return new RawData.Points(
                new RawData.Facts("seismic", "travel_time", Unit.SECOND, true, null, null, null, List.of()), columns);
    }

    private ProcessedData process() {
        RegularMesh mesh = RegularMesh.of(
                new double[] {-25_000, -25_000, 0}, 10, 10, new double[] {5000, 5000}, new double[] {5000, 5000, 5000});
        try (Workers workers = new Workers(2)) {
            return new PickPreprocessor()
                    .process(
                            new PreprocessRequest(
                                    points(),
                                    new TileArea("r00c00", BOX, BOX, FRAME, mesh),
                                    1,
                                    PreprocessingSection.DEFAULT,
                                    null,
                                    () -> {
                                        throw new AssertionError("not needed");
                                    }),
                            new StageContext(workers, StageProgress.SILENT, () -> false, 1));
        }
    }

    @Test
    void travel_times_come_through_in_the_frame_of_the_tile() {
        ProcessedData data = process();
        Observations o = data.observations();
        assertThat(o.size()).isEqualTo(2 * STATIONS * EVENTS);
        assertThat(data.unit()).isEqualTo(Unit.SECOND);
        double[] east = column(o, "event_easting");
        double[] north = column(o, "event_northing");
        double[] depth = column(o, SeismicNames.EVENT_DEPTH);
        double[] phase = column(o, SeismicNames.PHASE);
        for (int i = 0; i < o.size(); i++) {
            double distance = Math.sqrt(Math.pow(o.easting()[i] - east[i], 2)
                    + Math.pow(o.northing()[i] - north[i], 2)
                    + Math.pow(o.height()[i] + depth[i], 2));
            assertThat(o.value()[i]).isCloseTo(distance / (phase[i] == 1 ? P : S), within(1e-6));
            assertThat(o.uncertainty()[i]).isEqualTo(phase[i] == 1 ? 0.1 : 0.2);
        }
        assertThat(data.notes()).anyMatch(n -> n.contains("P picks have no uncertainty; 0.1 s is assumed"));
        assertThat(data.resolutionM()).isBetween(5000.0, 20_000.0);
    }

    private static double[] column(Observations o, String name) {
        double[] found = o.further().get(name);
        assertThat(found).isNotNull();
        return found == null ? new double[0] : found;
    }

    @Test
    void a_late_station_stands_out_in_the_map() {
        for (int k = 0; k < rows[3].length; k++) {
            rows[3][k] += rows[6][k] == 3 ? 0.3 : 0;
        }
        ProcessedData data = process();
        Lattice lattice = data.lattice();
        assertThat(lattice).isNotNull();
        if (lattice != null) {
            double[] xy = new double[2];
            FRAME.toLocal(rows[0][6], rows[1][6], xy);
            int column = (int) Math.rint((xy[0] - lattice.west()) / lattice.spacing());
            int row = (int) Math.rint((xy[1] - lattice.south()) / lattice.spacing());
            float late = lattice.value()[row * lattice.columns() + column];
            assertThat(late).isBetween(0.1f, 0.35f);
            long known = java.util.stream.IntStream.range(0, lattice.value().length)
                    .filter(i -> !Float.isNaN(lattice.value()[i]))
                    .count();
            assertThat(known).isBetween(5L, (long) STATIONS);
        }
    }

    @Test
    void gross_errors_doubles_and_poor_events_go_and_are_counted() {
        rows[3][8] += 60;
        rows[3][11] += 2;
        rows[6][20] = rows[6][18]; // the same station, event and phase as two rows before
        for (int k = 0; k < rows[5].length; k++) {
            if (rows[5][k] == 4 && k % 30 > 4) {
                rows[3][k] = Double.NaN;
            }
        }
        ProcessedData data = process();
        assertThat(data.notes())
                .anyMatch(n -> n.startsWith("25 rows are incomplete"))
                .anyMatch(n -> n.startsWith("1 picks repeat"))
                .anyMatch(n -> n.startsWith("1 picks are more than 10.0 s"))
                .anyMatch(n -> n.startsWith("1 events have fewer than 8 picks"));
        assertThat(data.observations().size()).isEqualTo(2 * STATIONS * EVENTS - 30 - 2);
        double[] event = column(data.observations(), SeismicNames.EVENT);
        assertThat(Arrays.stream(event).max().orElse(0)).isEqualTo(EVENTS - 2);
    }

    @Test
    void times_in_other_units_are_refused() {
        double[] seconds = rows[3].clone();
        Arrays.setAll(rows[3], k -> 1000 * seconds[k]);
        assertThatThrownBy(this::process)
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("may be in milliseconds");
        Arrays.setAll(rows[3], k -> seconds[k] / 60);
        assertThatThrownBy(this::process).hasMessageContaining("may be in minutes");
    }

    @Test
    void too_few_picks_are_one_sentence() {
        Arrays.fill(rows[1], 10);
        assertThatThrownBy(this::process)
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("has 0 usable picks at 0 stations");
    }
}
