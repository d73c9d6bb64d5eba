package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fine a lattice data support. */
class SupportedSpacingTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 2000, 20_000})
    void scattered_stations_support_about_the_root_of_the_area_of_each(int n) {
        Random random = new Random(n);
        double[] x = random.doubles(n, 0, 100_000).toArray();
        double[] y = random.doubles(n, 0, 100_000).toArray();
        double mean = 100_000 / Math.sqrt(n);
        assertThat(SupportedSpacing.of(x, y).metres()).isBetween(0.9 * mean, 1.6 * mean);
    }

    @Test
    void lines_support_their_distance_however_dense_they_are() {
        int lines = 40;
        int perLine = 2000;
        double[] x = new double[lines * perLine];
        double[] y = new double[lines * perLine];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % perLine * 40.0;
            int line = i / perLine;
            y[i] = 2000.0 * line;
        }
        SupportedSpacing s = SupportedSpacing.of(x, y);
        assertThat(s.metres()).isBetween(1500.0, 2600.0);
        assertThat(s.alongM()).isCloseTo(40, within(0.01));
        assertThat(s.describe()).contains("along lines").contains("40.0 m");
    }

    @Test
    void a_gap_in_the_middle_does_not_change_what_the_rest_supports() {
        double[] all = new Random(3).doubles(8000, 0, 100_000).toArray();
        double[] x = new double[4000];
        double[] y = new double[4000];
        int n = 0;
        for (int i = 0; n < 2500; i++) {
            if (Math.hypot(all[2 * i] - 50_000, all[2 * i + 1] - 50_000) > 30_000) {
                x[n] = all[2 * i];
                y[n++] = all[2 * i + 1];
            }
        }
        double own = Math.sqrt((1e10 - Math.PI * 9e8) / n);
        double supported =
                SupportedSpacing.of(Arrays.copyOf(x, n), Arrays.copyOf(y, n)).metres();
        assertThat(supported).isBetween(0.9 * own, 1.7 * own);
    }

    @Test
    void a_grid_supports_its_spacing_or_its_stated_resolution() {
        GridGeometry g = new GridGeometry(Crs.WGS84, 10, 61, 0.1, 0.1, 20, 20, Registration.CELL);
        FloatGrid grid = new FloatGrid(g, Unit.MILLIGAL, new float[400]);
        RawData.Gridded plain = new RawData.Gridded(Scene.gravity("gravity_anomaly"), grid, null);
        assertThat(SupportedSpacing.of(plain).metres()).isCloseTo(11_120, within(20.0));
        RawData.Facts facts =
                new RawData.Facts("gravity", "gravity_anomaly", Unit.MILLIGAL, true, null, 0.5, null, List.of());
        assertThat(SupportedSpacing.of(new RawData.Gridded(facts, grid, null)).metres())
                .isCloseTo(55_600, within(100.0));
    }

    @Test
    void rays_count_at_both_ends_and_each_end_once() {
        double[] station = new double[400];
        double[] stationNorth = new double[400];
        double[] event = new double[400];
        double[] eventNorth = new double[400];
        for (int i = 0; i < 400; i++) {
            // 20 stations on even columns, 20 events on odd ones, every pair of them: a lattice of 0.1 degrees
            int s = i / 20;
            int e = i % 20;
            station[i] = 10 + 0.2 * (s % 4);
            stationNorth[i] = 0.1 * (s / 4);
            event[i] = 10.1 + 0.2 * (e % 4);
            eventNorth[i] = 0.1 * (e / 4);
        }
        RawData.Facts facts =
                new RawData.Facts("seismic", "travel_time", Unit.SECOND, true, null, null, null, List.of());
        RawData.Points picks = new RawData.Points(
                facts,
                Map.of(
                        RawData.Points.LONGITUDE, station,
                        RawData.Points.LATITUDE, stationNorth,
                        RawData.Points.VALUE, new double[400],
                        RawData.Points.EVENT_LONGITUDE, event,
                        RawData.Points.EVENT_LATITUDE, eventNorth));
        SupportedSpacing s = SupportedSpacing.of(picks);
        // the stations alone are 22 km apart; of so few points the blocks come out up to a fifth too small
        assertThat(s.metres()).isBetween(0.8 * 11_119, 1.2 * 11_119);
        assertThat(s.alongM()).isCloseTo(11_119.5, within(30.0));
    }
}
