package com.example.muon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.example.muon.data.MuonNames;
import com.example.muon.rays.LineOfSight;
import com.example.muon.rays.RayOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;

final class MuonInversionTest {
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {-200, -200, 0}, 10, 10, new double[] {40, 40}, new double[] {40, 40, 40, 40, 40});
    private static final double NOISE = 10;

    private static PropertyModel invert(double contrast, long seed) {
        List<LineOfSight> sights = new ArrayList<>();
        for (double[] d : new double[][] {{0, 0}, {150, 0}, {-150, 0}, {0, 150}, {0, -150}}) {
            for (int zenith = 8; zenith <= 56; zenith += 8) {
                for (int azimuth = 0; azimuth < 360; azimuth += 15) {
                    sights.add(new LineOfSight(d[0], d[1], -195, azimuth, zenith));
                }
            }
        }
        int n = sights.size();
        double[] rock = sights.stream().mapToDouble(s -> -s.height() / s.up()).toArray();
        double[] sigma = sights.stream().mapToDouble(s -> NOISE).toArray();
        double[] model = new double[MESH.cells()];
        for (int c : body()) {
            model[c] = contrast;
        }
        LineOfSight.Crossings[] lines = new LineOfSight.Crossings[n];
        for (int i = 0; i < n; i++) {
            lines[i] = sights.get(i).through(MESH, rock[i]);
        }
        double[] value = new double[n];
        new RayOperator(MESH.cells(), lines, rock, sigma).apply(model, value);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            value[i] = value[i] * NOISE + NOISE * random.nextGaussian();
        }
        Map<String, double[]> further = new LinkedHashMap<>();
        further.put(MuonNames.ROCK, rock);
        further.put(MuonNames.AZIMUTH, sights.stream().mapToDouble(LineOfSight::azimuth).toArray());
        further.put(MuonNames.ZENITH, sights.stream().mapToDouble(LineOfSight::zenith).toArray());
        Observations o = new Observations(
                sights.stream().mapToDouble(LineOfSight::easting).toArray(),
                sights.stream().mapToDouble(LineOfSight::northing).toArray(),
                sights.stream().mapToDouble(LineOfSight::height).toArray(),
                value,
                sigma,
                further);
        ProcessedData data = new ProcessedData(
                "muon", "mean_density_contrast", Unit.KILOGRAM_PER_CUBIC_METRE, o, null, 40, null, List.of());
        try (Workers workers = new Workers(1)) {
            return new MuonInverter()
                    .invert(
                            new InversionRequest(data, MESH, ModelingSection.DEFAULT),
                            new StageContext(workers, ProgressListener.SILENT.begin("test", 1), () -> false, 1));
        }
    }

    /** Cells of 120 × 120 × 80 m, 40 to 120 m below the top. */
    private static List<Integer> body() {
        List<Integer> cells = new ArrayList<>();
        for (int k = 1; k <= 2; k++) {
            for (int j = 4; j <= 6; j++) {
                for (int i = 5; i <= 7; i++) {
                    cells.add(MESH.index(i, j, k));
                }
            }
        }
        return cells;
    }

    @Test
    void aCavityIsFoundWhereItIs() {
        PropertyModel model = invert(-1000, 1);
        assertThat(model.fit().quality().converged()).isTrue();
        double inside = body().stream().mapToDouble(c -> model.value()[c]).average().orElseThrow();
        assertThat(inside).isBetween(-1300.0, -400.0);
        int lowest = 0;
        for (int c = 0; c < MESH.cells(); c++) {
            lowest = model.value()[c] < model.value()[lowest] || Float.isNaN(model.value()[lowest]) ? c : lowest;
        }
        assertThat(body()).contains(lowest);
    }

    @Test
    void whatNoLineCrossesHasNoValueAndItsPriorDeviation() {
        PropertyModel model = invert(-1000, 2);
        int corner = MESH.index(0, 0, 4);
        assertThat(model.value()[corner]).isNaN();
        assertThat(model.deviation()[corner]).isEqualTo(model.prior()[corner]);
        int gaps = 0;
        for (int c = 0; c < MESH.cells(); c++) {
            assertThat(model.deviation()[c]).isLessThanOrEqualTo(model.prior()[c]);
            gaps += Float.isNaN(model.value()[c]) ? 1 : 0;
            assertThat(Float.isNaN(model.value()[c])).isEqualTo(model.deviation()[c] == model.prior()[c]);
        }
        assertThat(gaps).isBetween(1, MESH.cells() - 1);
    }

    @Test
    void noiseAloneIsAnEmptyModel() {
        PropertyModel model = invert(0, 3);
        for (float v : model.value()) {
            assertThat(Float.isNaN(v) || Math.abs(v) < 60).isTrue();
        }
        assertThat(model.fit().quality().chi()).isCloseTo(1.0, within(0.15));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        assertThat(invert(-500, 4).value()).isEqualTo(invert(-500, 4).value());
        assertThat(invert(-500, 4).deviation()).isEqualTo(invert(-500, 4).deviation());
    }
}
