package com.example.muon.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MuonPhysicsTest {
    private static final StandardRock ROCK = new StandardRock();
    private static final Transmission VERTICAL = new Transmission(ROCK, 1.0, 0.0);

    /** PDG, Review of Particle Physics, "Cosmic rays": about 70 m⁻² s⁻¹ sr⁻¹ above 1 GeV/c, recent measurements 10 to 15 % less. */
    @Test
    void verticalIntensityAboveOneGeVIsThatOfTheReviewOfParticlePhysics() {
        double kinetic = Math.sqrt(1.0 + StandardRock.MUON * StandardRock.MUON) - StandardRock.MUON;
        assertThat(new Transmission(ROCK, 1.0, kinetic).intensity(0.0)).isBetween(0.85 * 70, 80.0);
    }

    /** The same review: the distribution of muons of some GeV is about cos²θ. */
    @Test
    void intensityFallsAboutAsTheSquareOfTheCosine() {
        for (double zenith : new double[] {30, 45, 60}) {
            double cos = Math.cos(Math.toRadians(zenith));
            double ratio = new Transmission(ROCK, cos, 0.9).intensity(0) / new Transmission(ROCK, 1.0, 0.9).intensity(0);
            assertThat(ratio).isCloseTo(cos * cos, withinPercentage(20));
        }
    }

    /** Groom, Mokhov and Striganov 2001, standard rock: loss in MeV cm²/g and range in g/cm². */
    @ParameterizedTest
    @CsvSource({"0.01, 6.619, 0.8498", "0.1, 1.904, 36.93", "1, 1.808, 553.4", "10, 2.187, 4923", "100, 2.745, 40870", "1000, 6.604, 245500"})
    void lossAndRangeAreThoseOfTheTables(double energy, double loss, double range) {
        assertThat(1e4 * StandardRock.loss(energy)).isCloseTo(loss, withinPercentage(0.2));
        assertThat(0.1 * ROCK.range(energy)).isCloseTo(range, withinPercentage(0.3));
    }

    @Test
    void energyIsTheInverseOfRange() {
        for (double e = 0.01; e < 1e5; e *= 1.7) {
            assertThat(ROCK.energy(ROCK.range(e))).isCloseTo(e, withinPercentage(1e-6));
        }
    }

    /** b(E) and a(E) nearly constant: range = ln(1 + E b/a)/b. */
    @Test
    void rangeBetweenTwoEnergiesIsThatOfConstantCoefficients() {
        double a = StandardRock.ionisation(150);
        double b = StandardRock.radiative(150);
        double between = Math.log((a + b * 160) / (a + b * 140)) / b;
        assertThat(ROCK.range(160) - ROCK.range(140)).isCloseTo(between, withinPercentage(0.5));
    }

    /**
     * Miyake 1973, "Rapporteur paper on muons and neutrinos", 13th ICRC: vertical intensity in cm⁻² s⁻¹ sr⁻¹ at h hg/cm² of standard rock is
     * 174/(h + 400) (h + 11)^−1.53 exp(−8.0e-4 h), a fit to measurements. Spectra differ by 15 % and straggling is left out here.
     */
    @ParameterizedTest
    @CsvSource({"100", "200", "500", "1000", "2000"})
    void intensityUndergroundIsThatOfMeasurements(double h) {
        double measured = 1e4 * 174 / (h + 400) * Math.pow(h + 11, -1.53) * Math.exp(-8.0e-4 * h);
        assertThat(VERTICAL.intensity(1000 * h)).isCloseTo(measured, withinPercentage(30));
    }

    @Test
    void intensityFallsWithOpacityAndOpacityIsItsInverse() {
        for (double zenith : new double[] {0, 40, 70, 85}) {
            Transmission t = new Transmission(ROCK, Math.cos(Math.toRadians(zenith)), 0.1);
            double before = Double.POSITIVE_INFINITY;
            for (double opacity = 1000; opacity < 5e6; opacity *= 1.3) {
                double now = t.intensity(opacity);
                assertThat(now).isLessThan(before).isPositive();
                assertThat(t.opacity(now)).isCloseTo(opacity, withinPercentage(1e-4));
                assertThat(t.slope(opacity)).isNegative();
                before = now;
            }
        }
    }

    @Test
    void slopeIsTheDerivative() {
        double x = 5e5;
        double secant = (VERTICAL.intensity(1.05 * x) - VERTICAL.intensity(0.95 * x)) / (0.1 * x);
        assertThat(VERTICAL.slope(x)).isCloseTo(secant, withinPercentage(2));
    }

    @Test
    void moreThanTheOpenSkyIsNoRockAndNothingIsTheMost() {
        assertThat(VERTICAL.opacity(1e6)).isZero();
        assertThat(VERTICAL.opacity(0)).isCloseTo(Transmission.MOST, within(1.0));
    }

    /** Over many drawn numbers of muons the true opacity lies within one stated deviation in 68 of 100 cases. */
    @Test
    void statedDeviationIsThatOfRepeatedCounting() {
        double truth = 6e5;
        double exposure = 3000 / VERTICAL.intensity(truth);
        var random = new java.util.SplittableRandom(7);
        int inside = 0;
        int trials = 4000;
        for (int i = 0; i < trials; i++) {
            double counts = Math.rint(3000 + Math.sqrt(3000) * random.nextGaussian());
            CountedOpacity found = CountedOpacity.of(VERTICAL, counts, exposure);
            inside += Math.abs(found.opacity() - truth) < found.deviation() ? 1 : 0;
        }
        assertThat((double) inside / trials).isCloseTo(0.683, within(0.03));
    }
}
