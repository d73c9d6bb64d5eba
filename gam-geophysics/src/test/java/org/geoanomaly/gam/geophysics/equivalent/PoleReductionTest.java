package org.geoanomaly.gam.geophysics.equivalent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.equivalent.StationGridding.Nodes;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A prism's anomaly at several inclinations against its closed form at the pole, over the inner half of the grid. */
class PoleReductionTest {
    private static final Nodes NODES = new Nodes(0, 0, 200, 200, 60, 48);
    private static final Prism PRISM = new Prism(5200, 6600, 4300, 5500, -1500, -600);

    /** Tolerance as a share of the range; what it allows for is the missing surroundings and the damping. */
    @ParameterizedTest
    @CsvSource({"10, 0.02", "15, 0.02", "21, 0.02", "45, 0.02", "65, 0.02", "-35, 0.02"})
    void a_prism_comes_out_as_at_the_pole(double inclination, double tolerance) {
        assertThat(error(inclination, 0.0, 1e-6)).isLessThan(tolerance);
    }

    /** Noise of 1 % of the range, at 15°: sin⁻² is 15, yet damping keeps the error to a fraction of that. */
    @Test
    void noise_at_low_inclination_is_held_down() {
        assertThat(error(15, 2.0, 1e-2)).isLessThan(0.12);
    }

    @Test
    void masses_cannot_be_reduced() {
        double[] c = {0, 1, 2, 3, 4};
        assertThatThrownBy(() -> PoleReduction.reduce(
                        Stations.of(c, c, c, c, null),
                        SourceSettings.standard(),
                        NODES.at(0),
                        Parallelism.sequential(),
                        FitMonitor.SILENT))
                .hasMessageContaining("dipoles");
    }

    private static double error(double inclination, double noise, double damping) {
        AmbientField ambient = new AmbientField(50_000, inclination, 15);
        double[] data = tmi(ambient);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < data.length; i++) {
            data[i] += noise * random.nextGaussian();
        }
        ObservationPoints points = NODES.at(0);
        SourceSettings settings = PoleReduction.settings(
                        new LayerKernel.Dipole(ambient.direction(), ambient.direction()))
                .withSpacing(200)
                .withFolds(0)
                .fixed(1.0, 2.0, damping);
        double[] reduced = PoleReduction.reduce(
                Stations.of(coordinate(points, true), coordinate(points, false), new double[data.length], data, null),
                settings,
                points,
                Parallelism.sequential(),
                FitMonitor.SILENT);
        double[] expected = tmi(new AmbientField(50_000, 90, 0));
        double worst = 0.0;
        double lo = 0.0;
        double hi = 0.0;
        for (int j = 12; j < 36; j++) {
            for (int i = 15; i < 45; i++) {
                int k = j * 60 + i;
                worst = Math.max(worst, Math.abs(reduced[k] - expected[k]));
                lo = Math.min(lo, expected[k]);
                hi = Math.max(hi, expected[k]);
            }
        }
        return worst / (hi - lo);
    }

    private static double[] tmi(AmbientField ambient) {
        BodyField body = new BodyField(List.of(Body.ofMagnetization(PRISM, ambient.induced(0.05))));
        Vector3 direction = ambient.direction();
        ObservationPoints points = NODES.at(0);
        double[] out = new double[points.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = direction.dot(
                            body.at(points.easting(i), points.northing(i), 0).magnetic())
                    * 1e9;
        }
        return out;
    }

    private static double[] coordinate(ObservationPoints points, boolean east) {
        double[] out = new double[points.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = east ? points.easting(i) : points.northing(i);
        }
        return out;
    }
}
