package org.geoanomaly.gam.geophysics.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntFunction;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.spherical.HarmonicCoefficients;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.geophysics.spherical.MagneticModel;
import org.geoanomaly.gam.geophysics.spherical.MainField;
import org.junit.jupiter.api.Test;

class MagneticReductionsTest {
    /** An axial dipole g₁₀ has the intensity |g₁₀| (a/r)³ √(1 + 3 sin²φ') in geocentric terms; on the equator φ' = 0 and r = 6378137 m + h. */
    @Test
    void what_is_left_of_an_observation_is_the_anomaly() {
        HarmonicCoefficients c = new HarmonicCoefficients(1);
        c.set(1, 0, -30_000, 0);
        MagneticModel dipole = MagneticModel.ofSchmidt("dipole", 2020, MagneticModel.RADIUS, c);
        MainField field = new IgrfField(year -> dipole).on(2020);
        double[] height = {0, 3000};
        double[] observed = new double[2];
        for (int i = 0; i < 2; i++) {
            observed[i] = 30_000 * Math.pow(MagneticModel.RADIUS / (6_378_137.0 + height[i]), 3) + 42.5 - i;
        }
        double[] anomaly = MagneticReductions.removeMainField(
                observed, new double[2], new double[] {10, -170}, height, i -> field, Parallelism.sequential());
        assertThat(anomaly[0]).isCloseTo(42.5, within(1e-6));
        assertThat(anomaly[1]).isCloseTo(41.5, within(1e-6));
    }

    @Test
    void lengths_must_agree() {
        double[] two = new double[2];
        IntFunction<MainField> unused = i -> {
            throw new AssertionError("the field of station " + i + " is not needed");
        };
        assertThatThrownBy(() -> MagneticReductions.removeMainField(
                        two, two, two, new double[1], unused, Parallelism.sequential()))
                .hasMessageContaining("differ in length");
    }
}
