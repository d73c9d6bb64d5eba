package org.geoanomaly.gam.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.inversion.Inversion;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionProblem;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.OnTheFlyOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * Prints figures for {@code docs/validation.md}, one {@code name value} a line: rates of the prism kernels, and the time of one inversion with
 * the matrix in memory and by FFT. A single file, so that {@code java -cp LIBRARIES OperatorFigures.java} runs it without a build.
 */
public final class OperatorFigures {
    private static final int OBSERVATIONS = 3000;
    private static final double CELL = 100.0;

    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Parallelism parallel =
            Parallelism.of(executor, Runtime.getRuntime().availableProcessors());

    private OperatorFigures() {}

    public static void main(String[] arguments) {
        OperatorFigures figures = new OperatorFigures();
        try {
            figures.rate("gz_rate", FieldKernel.gz());
            figures.rate("tmi_rate", FieldKernel.tmi(new AmbientField(48_000, 60, 12)));
            figures.inversions(40, 20);
        } finally {
            figures.executor.shutdown();
        }
    }

    private static void print(String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%s %.4f", name, value));
    }

    private static RegularMesh mesh(int columns, int layers) {
        double[] thickness = new double[layers];
        Arrays.fill(thickness, CELL);
        return RegularMesh.of(new double[] {0, 0, 0}, columns, columns, new double[] {CELL, CELL}, thickness);
    }

    /** Millions of interactions a second, best of four. */
    private void rate(String name, FieldKernel kernel) {
        RegularMesh mesh = mesh(40, 20);
        SplittableRandom random = new SplittableRandom(2);
        ObservationPoints points = new ObservationPoints(
                random.doubles(OBSERVATIONS, 0, 4000).toArray(),
                random.doubles(OBSERVATIONS, 0, 4000).toArray(),
                random.doubles(OBSERVATIONS, 1, 80).toArray());
        double[] model = new double[mesh.cells()];
        Arrays.fill(model, 1.0);
        double[] data = new double[OBSERVATIONS];
        double best = 0.0;
        for (int run = 0; run < 4; run++) {
            long start = System.nanoTime();
            new OnTheFlyOperator(mesh, points, kernel, parallel).apply(model, data);
            best = Math.max(best, 1e3 * mesh.cells() * (double) OBSERVATIONS / (System.nanoTime() - start));
        }
        print(name, best);
    }

    /** The second of two runs of each, so that both are compiled. */
    private void inversions(int columns, int layers) {
        RegularMesh mesh = mesh(columns, layers);
        ObservationGrid grid = ObservationGrid.over(mesh, 0.5 * CELL);
        FieldKernel kernel = FieldKernel.gz();
        Sensitivity exact = Sensitivity.of(mesh, grid, kernel, parallel);
        double[] truth = new double[mesh.cells()];
        truth[mesh.index(columns / 2, columns / 3, layers / 4)] = 4000.0;
        double[] data = new double[grid.size()];
        exact.operator().apply(truth, data);
        double[] noise = new double[data.length];
        Arrays.fill(noise, 0.02 * Arrays.stream(data).max().orElse(1.0));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < data.length; i++) {
            data[i] += noise[i] * random.nextGaussian();
        }
        for (int run = 0; run < 2; run++) {
            long start = System.nanoTime();
            invert(Sensitivity.of(mesh, grid, kernel, parallel), data, noise);
            long middle = System.nanoTime();
            ObservationPoints points = grid.points(mesh);
            DenseOperator dense = DenseOperator.of(mesh, points, kernel, parallel);
            invert(new Sensitivity(mesh, dense, kernel, points, null, Sensitivity.Kind.DENSE, null), data, noise);
            if (run == 1) {
                print("fft_seconds", 1e-9 * (middle - start));
                print("dense_seconds", 1e-9 * (System.nanoTime() - middle));
                print("dense_megabytes", 1e-6 * DenseOperator.bytes(mesh, data.length));
            }
        }
    }

    private static void invert(Sensitivity sensitivity, double[] data, double[] noise) {
        new Inversion(
                        InversionProblem.of(sensitivity, data, noise),
                        InversionSettings.smooth(),
                        InversionMonitor.SILENT)
                .run();
    }
}
