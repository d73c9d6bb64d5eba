package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.Checkerboard;
import org.geoanomaly.gam.geophysics.tomography.FastMarchingTimes;
import org.geoanomaly.gam.geophysics.tomography.ForwardTimes;
import org.geoanomaly.gam.geophysics.tomography.Phase;
import org.geoanomaly.gam.geophysics.tomography.Picks;
import org.geoanomaly.gam.geophysics.tomography.Places;
import org.geoanomaly.gam.geophysics.tomography.ReferenceVelocity;
import org.geoanomaly.gam.geophysics.tomography.TimeGrid;
import org.geoanomaly.gam.geophysics.tomography.Tomography;
import org.geoanomaly.gam.geophysics.tomography.TomographyMonitor;
import org.geoanomaly.gam.geophysics.tomography.TomographyProblem;
import org.geoanomaly.gam.geophysics.tomography.TomographyResult;
import org.geoanomaly.gam.geophysics.tomography.TomographySettings;
import org.geoanomaly.gam.geophysics.tomography.TomographyStep;

/**
 * A large tomography: 20,000 picks of 200 earthquakes at 100 stations, 80,000 cells of 4 × 4 × 2 km, hypocentres off by kilometres. Arguments:
 * threads (2), iterations at most (8), noise in parts of the stated 0.05 s (1; with 1.2 the target is out of reach and no iteration is spared),
 * spacing of the time grid in metres (4000).
 */
public final class TomographyRun {
    private static final int STATIONS = 100;
    private static final int EVENTS = 200;
    private static final double SIGMA = 0.05;
    private static final ReferenceVelocity REFERENCE =
            (phase, x, y, depth) -> (5500.0 + 0.04 * Math.max(0.0, depth)) / (phase == Phase.P ? 1.0 : 1.73);

    private TomographyRun() {}

    /** Runs and prints figures. */
    public static void main(String[] args) {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        int iterations = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        double noise = args.length > 2 ? Double.parseDouble(args[2]) : 1.0;
        double spacing = args.length > 3 ? Double.parseDouble(args[3]) : 4000.0;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            run(Parallelism.of(pool, threads), iterations, noise, spacing);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void run(Parallelism parallel, int iterations, double noise, double spacing) {
        double[] layers = new double[32];
        Arrays.fill(layers, 2000.0);
        RegularMesh mesh =
                RegularMesh.of(new double[] {-100_000, -100_000, 0}, 50, 50, new double[] {4000, 4000}, layers);
        SplittableRandom random = new SplittableRandom(1);
        Places stations = places(STATIONS, 95_000, new double[] {0, 0}, random);
        Places events = places(EVENTS, 90_000, new double[] {3_000, 55_000}, random);
        TimeGrid grid = TimeGrid.around(
                mesh, stations, events, new TimeGrid.Demand(spacing, 0.5 * spacing, 12_000, 70_000, 4_000_000), null);
        double[] truth = Checkerboard.pattern(mesh, new int[] {6, 6, 6}, 0.04);
        Picks picks = picks();
        TomographyProblem exact = new TomographyProblem(mesh, REFERENCE, stations, events, new boolean[EVENTS], picks);
        double[] times = ForwardTimes.of(exact, truth, FastMarchingTimes.on(grid, parallel), parallel);
        Arrays.setAll(times, i -> times[i] + noise * SIGMA * random.nextGaussian());
        Places moved = moved(events, random);
        TomographyProblem problem =
                new TomographyProblem(mesh, REFERENCE, stations, moved, new boolean[EVENTS], picks.withTimes(times));
        TomographySettings settings = new TomographySettings(
                1.0,
                iterations,
                new TomographySettings.Correlation(8000, 6000),
                new TomographySettings.Prior(0.002, 0.3, -0.5, 0.5),
                2.5,
                new TomographySettings.Relocation(4000, 12_000));
        System.out.printf(
                Locale.ROOT,
                "%d picks, %d cells, %d time nodes, %d threads%n",
                picks.size(),
                mesh.cells(),
                grid.nodes(),
                parallel.threads());
        long start = System.nanoTime();
        Tomography tomography =
                new Tomography(problem, settings, FastMarchingTimes.on(grid, parallel), parallel, new Printer(start));
        TomographyResult result = tomography.run();
        seconds("inverted, converged " + result.converged() + ", " + result.counts(), start);
        double[] reduction = result.resolution().varianceReduction(16, 1);
        seconds("standard deviations from 16 draws", start);
        double[] diagonal = result.resolution().diagonal(mesh, 3, 1);
        seconds("diagonal of the resolution from 27 probes", start);
        System.out.println(Checkerboard.compare(truth, result.logSlowness(), diagonal, 0.3));
        System.out.printf(
                Locale.ROOT,
                "cells with half of their variance gone %d; events off by %.0f m before, %.0f m after%n",
                Arrays.stream(reduction).filter(r -> r > 0.5).count(),
                distance(events, moved),
                distance(events, result.events()));
        System.out.printf(
                Locale.ROOT,
                "heap in use %d MB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    private static void seconds(String what, long start) {
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - start) * 1e-9, what);
    }

    private static Places places(int n, double half, double[] depths, SplittableRandom random) {
        double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            p[0][i] = half * (2.0 * random.nextDouble() - 1.0);
            p[1][i] = half * (2.0 * random.nextDouble() - 1.0);
            p[2][i] = depths[0] + (depths[1] - depths[0]) * random.nextDouble();
        }
        return new Places(p[0], p[1], p[2]);
    }

    private static Places moved(Places events, SplittableRandom random) {
        double[][] p = new double[3][events.size()];
        for (int i = 0; i < events.size(); i++) {
            p[0][i] = events.x(i) + 1500.0 * random.nextGaussian();
            p[1][i] = events.y(i) + 1500.0 * random.nextGaussian();
            p[2][i] = Math.max(1000.0, events.depth(i) + 2000.0 * random.nextGaussian());
        }
        return new Places(p[0], p[1], p[2]);
    }

    private static double distance(Places a, Places b) {
        double sum = 0.0;
        for (int i = 0; i < a.size(); i++) {
            double dx = a.x(i) - b.x(i);
            double dy = a.y(i) - b.y(i);
            double dz = a.depth(i) - b.depth(i);
            sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return sum / a.size();
    }

    private static Picks picks() {
        int n = STATIONS * EVENTS;
        int[] station = new int[n];
        int[] event = new int[n];
        Phase[] phase = new Phase[n];
        double[] sigma = new double[n];
        Arrays.setAll(station, i -> i % STATIONS);
        Arrays.setAll(event, i -> i / STATIONS);
        Arrays.setAll(phase, i -> i % 4 == 3 ? Phase.S : Phase.P);
        Arrays.fill(sigma, SIGMA);
        return new Picks(station, event, phase, new double[n], sigma);
    }

    private static final class Printer implements TomographyMonitor {
        private final long start;

        Printer(long start) {
            this.start = start;
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void now(String what) {
            seconds(what, start);
        }

        @Override
        public void step(TomographyStep s) {
            seconds(
                    String.format(
                            Locale.ROOT,
                            "iteration %d: chi2/N %.3f, rms %.4f s, tau %.4f, events moved %.0f m, %d products",
                            s.iteration(),
                            s.chi(),
                            s.rms(),
                            s.prior(),
                            s.relocation(),
                            s.products()),
                    start);
        }
    }
}
