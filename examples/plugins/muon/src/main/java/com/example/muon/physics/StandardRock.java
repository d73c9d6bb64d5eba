package com.example.muon.physics;

import java.util.Arrays;

/**
 * How far muons go in standard rock (Z = 11, A = 22, 2650 kg/m³): the mean loss −dE/dx = a(E) + b(E)·E of Groom, Mokhov and Striganov (2001,
 * "Muon stopping power and range tables 10 MeV–100 TeV", Atomic Data and Nuclear Data Tables 78, 183–356), integrated to the range in the
 * continuous-slowing-down approximation. a(E) is Bethe's formula with the density effect after Sternheimer and bremsstrahlung of atomic
 * electrons (their eqs. 2 to 8); b(E) is interpolated in the values of their table for standard rock.
 *
 * <p>Straggling is left out: above some 1000 m water equivalent real intensities are larger than these (some per cent at 1000, tens
 * of per cent at 4000). Range per opacity depends on composition by Z²/A and Z/A, a few per cent between rocks.
 */
public final class StandardRock {
    /** Rest energy of the muon, GeV. */
    public static final double MUON = 0.1056583745;

    private static final double ELECTRON = 0.51099895e-3;
    /** 4πN r²mc² in GeV m²/kg: 0.307075 MeV cm²/mol, and 1 MeV cm²/g is 1e-4 GeV m²/kg. */
    private static final double K = 0.307075e-4;

    private static final double Z_OVER_A = 0.5;
    private static final double EXCITATION = 136.4e-9;
    private static final double FINE_STRUCTURE = 1.0 / 137.035999;
    private static final double STERNHEIMER_A = 0.0830;
    private static final double STERNHEIMER_K = 3.4120;
    private static final double STERNHEIMER_X0 = 0.0492;
    private static final double STERNHEIMER_X1 = 3.0549;
    private static final double STERNHEIMER_C = 3.7738;

    /** Kinetic energies in GeV of {@link #RADIATIVE}. */
    private static final double[] RADIATIVE_AT = {0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5};
    /** b in 1e-7 m²/kg (1e-6 cm²/g). */
    private static final double[] RADIATIVE = {
        0.174, 0.275, 0.424, 0.742, 1.280, 1.706, 2.123, 2.645, 3.010, 3.339, 3.705, 3.923, 4.098, 4.272, 4.371, 4.595
    };

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e6;
    private static final int STEPS_PER_DECADE = 100;

    private final double[] logEnergy;
    private final double[] logRange;

    /** Integrates the table of ranges once. */
    public StandardRock() {
        int n = (int) Math.round(Math.log10(MOST / LEAST)) * STEPS_PER_DECADE + 1;
        logEnergy = new double[n];
        logRange = new double[n];
        double step = Math.log(MOST / LEAST) / (n - 1);
        // below 1 MeV loss falls as E^-0.8 or so; the 0.01 g/cm² that the start is worth do not matter to rock
        double range = LEAST / loss(LEAST) / 1.8;
        for (int i = 0; i < n; i++) {
            logEnergy[i] = Math.log(LEAST) + i * step;
            if (i > 0) {
                double from = Math.exp(logEnergy[i - 1]);
                double middle = Math.exp(logEnergy[i - 1] + 0.5 * step);
                double to = Math.exp(logEnergy[i]);
                range += step / 6.0 * (from / loss(from) + 4.0 * middle / loss(middle) + to / loss(to));
            }
            logRange[i] = Math.log(range);
        }
    }

    /** Mean loss by ionisation, GeV m²/kg, of a muon of this kinetic energy in GeV. */
    public static double ionisation(double kinetic) {
        double gamma = 1.0 + kinetic / MUON;
        double beta2 = 1.0 - 1.0 / (gamma * gamma);
        double betaGamma = gamma * Math.sqrt(beta2);
        double ratio = ELECTRON / MUON;
        double largest = 2.0 * ELECTRON * betaGamma * betaGamma / (1.0 + 2.0 * gamma * ratio + ratio * ratio);
        double energy = gamma * MUON;
        double log = Math.log(2.0 * ELECTRON * betaGamma * betaGamma * largest / (EXCITATION * EXCITATION));
        double bethe = 0.5 * log - beta2 - 0.5 * density(Math.log10(betaGamma)) + largest * largest / (8.0 * energy * energy);
        return K * Z_OVER_A / beta2 * bethe + electronBremsstrahlung(energy, largest);
    }

    private static double density(double x) {
        double asymptote = 2.0 * Math.log(10.0) * x - STERNHEIMER_C;
        if (x >= STERNHEIMER_X1) {
            return asymptote;
        }
        return x < STERNHEIMER_X0 ? 0.0 : asymptote + STERNHEIMER_A * Math.pow(STERNHEIMER_X1 - x, STERNHEIMER_K);
    }

    private static double electronBremsstrahlung(double energy, double largest) {
        double q = Math.log(2.0 * largest / ELECTRON);
        double e = Math.log(2.0 * energy / MUON);
        return q > 0.0 ? K / (4.0 * Math.PI) * Z_OVER_A * FINE_STRUCTURE * (e - q / 3.0) * q * q : 0.0;
    }

    /** b(E), m²/kg: pair production, bremsstrahlung and photonuclear interaction. */
    public static double radiative(double kinetic) {
        double x = Math.log(kinetic);
        int last = RADIATIVE_AT.length - 1;
        if (kinetic <= RADIATIVE_AT[0]) {
            return 1e-7 * RADIATIVE[0];
        }
        if (kinetic >= RADIATIVE_AT[last]) {
            return 1e-7 * RADIATIVE[last];
        }
        int i = 0;
        while (RADIATIVE_AT[i + 1] < kinetic) {
            i++;
        }
        double from = Math.log(RADIATIVE_AT[i]);
        double part = (x - from) / (Math.log(RADIATIVE_AT[i + 1]) - from);
        return 1e-7 * (RADIATIVE[i] + part * (RADIATIVE[i + 1] - RADIATIVE[i]));
    }

    /** Mean loss, GeV m²/kg. */
    public static double loss(double kinetic) {
        return ionisation(kinetic) + radiative(kinetic) * (kinetic + MUON);
    }

    /** Opacity that a muon of this kinetic energy in GeV can cross, kg/m². */
    public double range(double kinetic) {
        return Math.exp(interpolate(logEnergy, logRange, Math.log(kinetic)));
    }

    /**
     * The least kinetic energy with which an opacity is crossed, GeV.
     *
     * @param opacity kg/m², not negative
     */
    public double energy(double opacity) {
        return opacity > 0.0 ? Math.exp(interpolate(logRange, logEnergy, Math.log(opacity))) : 0.0;
    }

    private static double interpolate(double[] x, double[] y, double at) {
        int found = Arrays.binarySearch(x, at);
        int i = Math.min(x.length - 2, Math.max(0, found >= 0 ? found : -found - 2));
        return y[i] + (at - x[i]) / (x[i + 1] - x[i]) * (y[i + 1] - y[i]);
    }
}
