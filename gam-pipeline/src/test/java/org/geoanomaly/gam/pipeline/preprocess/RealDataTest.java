package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.read.GridRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published data, against what is published about them. */
class RealDataTest {
    @TempDir
    Path scratch;

    private RawData.Points africa() throws Exception {
        return RealData.points(
                scratch,
                "gravity/southern-africa-gravity.csv.xz",
                Scene.gravity("gravity"),
                "longitude",
                "longitude",
                "latitude",
                "latitude",
                "height",
                "height_sea_level_m",
                "value",
                "gravity_mgal");
    }

    private RawData.Points britain() throws Exception {
        return RealData.points(
                scratch,
                "magnetic/britain-magnetic.csv.xz",
                Scene.magnetic("total_field_anomaly"),
                "longitude",
                "longitude",
                "latitude",
                "latitude",
                "height",
                "height_m",
                "value",
                "total_field_anomaly_nt",
                "year",
                "year");
    }

    private static RawData.Gridded topography() {
        GridRead read = RealData.grid("topography/earth-topography-10arcmin.nc");
        return new RawData.Gridded(
                Scene.facts("topography", "height_above_sea_level", Unit.METRE, true), read.grid(), null);
    }

    @Test
    void southern_africa_has_the_published_bouguer_anomaly() throws Exception {
        Scene scene = Scene.of(-27, 23, 100, 20_000).withBouguer(BouguerCorrection.PLATE);
        RawData.Points africa = africa();
        long start = System.nanoTime();
        ProcessedData plate = scene.process(africa);
        report("southern Africa, 14359 stations, 20 km, plate", start, plate);
        start = System.nanoTime();
        ProcessedData complete = scene.withBouguer(BouguerCorrection.TERRAIN)
                .withTerrain(topography())
                .process(africa);
        report("the same, terrain", start, complete);
        assertThat(plate.quantity()).isEqualTo("simple_bouguer_anomaly");
        assertThat(complete.quantity()).isEqualTo("complete_bouguer_anomaly");
        double[] sorted = plate.observations().value().clone();
        Arrays.sort(sorted);
        assertThat(sorted[0]).isBetween(-210.0, -150.0);
        assertThat(sorted[sorted.length - 1]).isBetween(20.0, 110.0);
        assertThat(interior(scene.area().frame(), plate)).isBetween(-145.0, -115.0);
        assertThat(interior(scene.area().frame(), complete)).isBetween(-145.0, -110.0);
    }

    /** Median over the plateau of the Kaapvaal craton. */
    private static double interior(LocalFrame frame, ProcessedData data) {
        double[] at = new double[2];
        double[] found = new double[data.observations().size()];
        int n = 0;
        for (int i = 0; i < found.length; i++) {
            frame.toGeographic(
                    data.observations().easting()[i], data.observations().northing()[i], at);
            if (at[0] > 24 && at[0] < 28 && at[1] > -30 && at[1] < -26.5) {
                found[n++] = data.observations().value()[i];
            }
        }
        Arrays.sort(found, 0, n);
        return found[n / 2];
    }

    @Test
    void half_a_million_aeromagnetic_readings_over_britain() throws Exception {
        IgrfField igrf = RealData.igrf();
        Scene scene = Scene.of(54, -2, 80, 5_000).withField(() -> igrf);
        RawData.Points britain = britain();
        long start = System.nanoTime();
        ProcessedData data = scene.process(britain);
        report("Britain, 541508 readings, 5 km", start, data);
        assertThat(Objects.requireNonNull(data.ambient()).inclination()).isBetween(67.0, 71.0);
        assertThat(data.observations().size()).isGreaterThan(3000);
        assertThat(data.resolutionM()).isGreaterThanOrEqualTo(5_000);
    }

    private static void report(String what, long start, ProcessedData data) {
        double[] sorted = data.observations().value().clone();
        Arrays.sort(sorted);
        System.err.printf(
                "%s: %.2f s, %d nodes, %.1f .. %.1f .. %.1f, resolution %.0f m, heap %d MB%n  %s%n",
                what,
                (System.nanoTime() - start) / 1e9,
                sorted.length,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                data.resolutionM(),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                String.join("\n  ", data.notes()));
    }
}
