package com.example.muon.physics;

import java.util.Arrays;

/**
 * The intensity of muons that are left after an opacity, in one direction: Φ(ϱ, θ) = ∫ dE I(E, θ) from the energy that a muon needs to cross ϱ and
 * still be counted. It falls with ϱ, so counts tell ϱ. Immutable.
 */
public final class Transmission {
    /** Beyond it detectors see one muon in years: 10 km water equivalent, kg/m². */
    public static final double MOST = 1e7;

    private static final double TOP = 1e6;
    private static final int STEPS_PER_DECADE = 120;
    private static final int BISECTIONS = 60;

    private final StandardRock rock;
    private final double hidden;
    private final double[] logEnergy;
    private final double[] logIntensity;

    /**
     * One direction.
     *
     * @param rock what is crossed
     * @param cosZenith of the line of sight, above 0 to 1
     * @param threshold kinetic energy that a muon must have left to be counted, GeV
     */
    public Transmission(StandardRock rock, double cosZenith, double threshold) {
        if (!(cosZenith > 0.0 && cosZenith <= 1.0) || !(threshold >= 0.0 && threshold < 1e3)) {
            throw new IllegalArgumentException("muons come from above with an energy: cos " + cosZenith + ", " + threshold + " GeV");
        }
        this.rock = rock;
        double least = Math.max(threshold, 1e-3);
        this.hidden = rock.range(least);
        double cosStar = MuonSpectrum.cosAtProduction(cosZenith);
        int n = (int) Math.ceil(Math.log10(TOP / least) * STEPS_PER_DECADE) + 1;
        double step = Math.log(TOP / least) / (n - 1);
        logEnergy = new double[n];
        logIntensity = new double[n];
        double[] density = new double[n];
        for (int i = 0; i < n; i++) {
            logEnergy[i] = Math.log(least) + i * step;
            double kinetic = Math.exp(logEnergy[i]);
            density[i] = kinetic * MuonSpectrum.differential(kinetic + StandardRock.MUON, cosStar);
        }
        double sum = density[n - 1] / 2.7; // the spectrum goes on as E^-3.7
        logIntensity[n - 1] = Math.log(sum);
        for (int i = n - 2; i >= 0; i--) {
            // exact for a power law between the nodes
            double slope = Math.log(density[i + 1] / density[i]) / step;
            sum += Math.abs(slope) < 1e-9 ? step * density[i] : (density[i + 1] - density[i]) / slope;
            logIntensity[i] = Math.log(sum);
        }
    }

    /** Muons per m², second and steradian that come through an opacity, kg/m². */
    public double intensity(double opacity) {
        double x = Math.log(rock.energy(Math.max(0.0, opacity) + hidden));
        int found = Arrays.binarySearch(logEnergy, x);
        int i = Math.min(logEnergy.length - 2, Math.max(0, found >= 0 ? found : -found - 2));
        double part = (x - logEnergy[i]) / (logEnergy[i + 1] - logEnergy[i]);
        return Math.exp(logIntensity[i] + part * (logIntensity[i + 1] - logIntensity[i]));
    }

    /** dΦ/dϱ, negative, by a central difference. */
    public double slope(double opacity) {
        double h = 1e-3 * (opacity + hidden);
        double from = Math.max(0.0, opacity - h);
        return (intensity(opacity + h) - intensity(from)) / (opacity + h - from);
    }

    /**
     * The opacity that leaves an intensity, kg/m², by bisection; 0 for more than the open sky gives, {@link #MOST} for less than comes through
     * that.
     */
    public double opacity(double intensity) {
        if (!(intensity < intensity(0.0))) {
            return 0.0;
        }
        double low = 0.0;
        double high = MOST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            if (intensity(middle) > intensity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
