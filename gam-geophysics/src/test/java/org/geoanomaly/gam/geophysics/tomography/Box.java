package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** A small area with stations on top and earthquakes below: 60 x 60 x 30 km in cells of 5 km, v = 5 + 0.05 z km/s, S by 1.75. */
final class Box {
    static final double SIGMA = 0.02;
    static final ReferenceVelocity REFERENCE =
            (phase, x, y, depth) -> (5000.0 + 0.05 * Math.max(0.0, depth)) / (phase == Phase.P ? 1.0 : 1.75);

    final RegularMesh mesh;
    final Places stations;
    final Places events;
    final Picks picks;

    Box(int stationsAcross, int events, long seed) {
        double[] layers = new double[6];
        Arrays.fill(layers, 5000.0);
        mesh = RegularMesh.of(new double[] {-30_000, -30_000, 0}, 12, 12, new double[] {5000, 5000}, layers);
        SplittableRandom random = new SplittableRandom(seed);
        int n = stationsAcross * stationsAcross;
        double[][] s = new double[3][n];
        for (int i = 0; i < n; i++) {
            s[0][i] = -29_000 + 58_000.0 * (i % stationsAcross) / (stationsAcross - 1) + random.nextDouble(-500, 500);
            s[1][i] = -29_000
                    + 58_000.0 * Math.floorDiv(i, stationsAcross) / (stationsAcross - 1)
                    + random.nextDouble(-500, 500);
        }
        stations = new Places(s[0], s[1], s[2]);
        double[][] e = new double[3][events];
        for (int i = 0; i < events; i++) {
            e[0][i] = random.nextDouble(-28_000, 28_000);
            e[1][i] = random.nextDouble(-28_000, 28_000);
            e[2][i] = random.nextDouble(4_000, 29_000);
        }
        this.events = new Places(e[0], e[1], e[2]);
        this.picks = all(n, events);
    }

    private static Picks all(int stations, int events) {
        int n = stations * events;
        int[] station = new int[n];
        int[] event = new int[n];
        Phase[] phase = new Phase[n];
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            station[i] = i % stations;
            event[i] = i / stations;
            phase[i] = i % 5 == 4 ? Phase.S : Phase.P;
            sigma[i] = SIGMA;
        }
        return new Picks(station, event, phase, new double[n], sigma);
    }

    TravelTimes.Method marching() {
        return marching(2500);
    }

    TravelTimes.Method marching(double spacing) {
        TimeGrid grid = TimeGrid.around(
                mesh, stations, events, new TimeGrid.Demand(spacing, spacing, 5000, 40_000, 1_000_000), null);
        return FastMarchingTimes.on(grid, Parallelism.sequential());
    }

    TomographyProblem problem(Picks data, boolean known) {
        boolean[] all = new boolean[events.size()];
        Arrays.fill(all, known);
        return new TomographyProblem(mesh, REFERENCE, stations, events, all, data);
    }

    /** Times through a model, without noise. */
    double[] times(double[] u, TravelTimes.Method method) {
        return linear(u, method).time();
    }

    Linearisation linear(double[] u, TravelTimes.Method method) {
        return Linearisation.of(
                problem(picks, true),
                events,
                new SlownessModel(mesh, REFERENCE, u),
                method,
                Parallelism.sequential(),
                TomographyMonitor.SILENT);
    }

    static double[] noisy(double[] times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] out = times.clone();
        Arrays.setAll(out, i -> out[i] + SIGMA * random.nextGaussian());
        return out;
    }

    static TomographySettings settings(TomographySettings.Relocation relocation) {
        return new TomographySettings(
                1.0,
                8,
                new TomographySettings.Correlation(5000, 5000),
                new TomographySettings.Prior(0.002, 0.3, -0.5, 0.5),
                2.5,
                relocation);
    }

    Tomography tomography(TomographyProblem problem, TravelTimes.Method method, TomographySettings settings) {
        return new Tomography(problem, settings, method, Parallelism.sequential(), TomographyMonitor.SILENT);
    }
}
