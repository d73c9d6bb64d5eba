package org.geoanomaly.gam.geophysics.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.Tridiagonal;

/**
 * The smooth inversion of {@link Inversion}, without bounds and with weights that depend on depth alone, solved for the data instead of the
 * cells: m = R⁻¹Gᵀ(K + βI)⁻¹d with K = GR⁻¹Gᵀ (Tarantola 2005). For whitened data and a matrix in memory. With the norm
 * factored, R = CᵀLLᵀC, the rows of F = GCᵀL⁻ᵀ take the place of those of G, K = FFᵀ is made once and brought to tridiagonal form,
 * and every further β costs next to nothing; a draw from the posterior is two products with F. An instance runs once.
 */
public final class DataSpaceInversion {
    private static final int MAX_TENFOLDS = 30;

    /** Least β as a part of the trace of K: tens of times what rounding does to its eigenvalues, below which solutions would be chance. */
    private static final double LEAST = 1e-9;

    private final RegularMesh mesh;
    private final float[][] matrix;
    private final double[] observed;
    private final InversionSettings settings;
    private final InversionMonitor monitor;
    private final Parallelism parallel;
    private final ModelNorm norm;
    private final SeparableNorm separable;
    private final Tridiagonal gram;
    private final double[] turned;
    private final List<InversionStep> steps = new ArrayList<>();
    private double variance = 1.0;
    private boolean known = true;
    private double floor;

    /**
     * Prepares: cells × data² operations.
     *
     * @param matrix whitened data × cells, overwritten
     * @param observed whitened data
     * @param height of observation, m
     * @param settings smooth, without bounds, weights by depth
     * @throws CancellationException if the monitor says so
     */
    public DataSpaceInversion(
            RegularMesh mesh,
            float[][] matrix,
            double[] observed,
            double height,
            InversionSettings settings,
            InversionMonitor monitor,
            Parallelism parallel) {
        boolean byDepth = settings.weighting() instanceof Weighting.Depth;
        if (!byDepth || !settings.bounds().none() || !settings.norms().smooth()) {
            throw new IllegalArgumentException(
                    "solving for the data takes a smooth norm, weighted by depth, without bounds");
        }
        this.mesh = mesh;
        this.matrix = matrix;
        this.observed = observed.clone();
        this.settings = settings;
        this.monitor = monitor;
        this.parallel = parallel;
        float[] cells = Weighting.weights(settings.weighting(), mesh, new double[mesh.cells()], height);
        this.norm = new ModelNorm(mesh, cells, settings.smallness());
        this.separable = new SeparableNorm(norm);
        transform();
        this.gram = Tridiagonal.of(GramMatrix.of(matrix, parallel, this::requireGoing), parallel);
        this.turned = observed.clone();
        gram.toTridiagonal(turned);
    }

    private void requireGoing() {
        if (monitor.cancelled()) {
            throw new CancellationException("the inversion was stopped");
        }
    }

    private void transform() {
        parallel.run(matrix.length, () -> {
            double[] row = new double[mesh.cells()];
            double[] dual = new double[mesh.cells()];
            return i -> {
                requireGoing();
                float[] target = matrix[i];
                for (int c = 0; c < row.length; c++) {
                    row[c] = target[c];
                }
                separable.dual(row, dual);
                for (int c = 0; c < row.length; c++) {
                    target[c] = (float) dual[c];
                }
            };
        });
    }

    /**
     * To χ²/N of the settings, or for noise of unknown size to the least generalised cross-validation.
     *
     * @throws CancellationException if the monitor says so
     */
    public InversionResult run(boolean knowsNoise) {
        double start = Math.max(meanEigenvalue(), Double.MIN_NORMAL);
        floor = LEAST * start * observed.length;
        double beta;
        boolean converged;
        if (knowsNoise) {
            MisfitSearch search = new MisfitSearch();
            beta = search.run(start, settings.targetChi(), b -> misfit(b, "smooth"));
            converged = search.converged();
        } else {
            double[] eigenvalues = gram.eigenvalues();
            CrossValidation gcv = new CrossValidation(observed.length, b -> leftover(b, eigenvalues));
            beta = gcv.run(start);
            converged = gcv.converged();
            variance = gcv.variance();
        }
        this.known = knowsNoise;
        return result(Math.max(beta, floor), converged);
    }

    /**
     * After {@link #run}, the same with the least β, within a factor of 1.3, that keeps all cells within bounds: smoother than a solution that sits
     * on its bounds in some cells, which fits better, but at the price of a few products with the matrix.
     */
    public InversionResult smoothedInto(Bounds bounds) {
        double high = steps.get(steps.size() - 1).beta();
        double low = high;
        for (int i = 0; i < MAX_TENFOLDS && !holds(bounds, high); i++) {
            low = high;
            high *= 10.0;
        }
        while (high > 1.3 * low) {
            double middle = Math.sqrt(low * high);
            if (holds(bounds, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double chi = misfit(high, "bounds");
        return result(high, known && Math.abs(chi / settings.targetChi() - 1.0) <= MisfitSearch.TOLERANCE);
    }

    private boolean holds(Bounds bounds, double beta) {
        requireGoing();
        return Arrays.stream(model(adjoint(dual(beta)))).allMatch(m -> m >= bounds.lower() && m <= bounds.upper());
    }

    private InversionResult result(double beta, boolean converged) {
        double[] y = dual(beta);
        double[] predicted = new double[observed.length];
        Arrays.setAll(predicted, i -> observed[i] - beta * y[i]);
        double chi = known ? steps.get(steps.size() - 1).chi() : 1.0;
        return new InversionResult(
                model(adjoint(y)), predicted, new InversionResult.Fit(converged, chi, Math.sqrt(variance)), steps);
    }

    /** The standard deviation of the result, after {@link #run}, as {@link Inversion#posterior} gives it. */
    public Posterior posterior(int samples, long seed) {
        PosteriorSampling.Plan plan = new PosteriorSampling.Plan(samples, seed);
        double beta = steps.get(steps.size() - 1).beta();
        double root = Math.sqrt(1.0 / beta);
        PosteriorSampling.Moments moments = new PosteriorSampling.Moments(mesh.cells());
        SplittableRandom random = new SplittableRandom(plan.seed());
        double[] z = new double[mesh.cells()];
        for (int draw = 0; draw < plan.samples(); draw++) {
            requireGoing();
            Arrays.setAll(z, c -> root * random.nextGaussian());
            double[] data = apply(z);
            for (int i = 0; i < data.length; i++) {
                data[i] += random.nextGaussian();
            }
            solve(beta, data);
            moments.add(model(z.clone()), model(adjoint(data)));
        }
        return moments.posterior(norm, false, variance);
    }

    private double meanEigenvalue() {
        double sum = 0.0;
        for (double v : gram.eigenvalues()) {
            sum += v;
        }
        return sum / observed.length;
    }

    /** (K + βI)⁻¹d. */
    private double[] dual(double beta) {
        double[] y = turned.clone();
        gram.solveShifted(beta, y);
        gram.fromTridiagonal(y);
        return y;
    }

    private void solve(double beta, double[] data) {
        gram.toTridiagonal(data);
        gram.solveShifted(beta, data);
        gram.fromTridiagonal(data);
    }

    /** χ²/N; what is left of the data is βy, and φ_m = yᵀKy = yᵀ(d − βy). */
    private double misfit(double asked, String stage) {
        requireGoing();
        double beta = Math.max(asked, floor);
        double[] y = turned.clone();
        gram.solveShifted(beta, y);
        double squares = 0.0;
        double value = 0.0;
        for (int i = 0; i < y.length; i++) {
            squares += beta * y[i] * beta * y[i];
            value += y[i] * (turned[i] - beta * y[i]);
        }
        InversionStep step = new InversionStep(stage, beta, squares / y.length, value, steps.size() + 1);
        steps.add(step);
        monitor.step(step);
        return step.chi();
    }

    private CrossValidation.Leftover leftover(double beta, double[] eigenvalues) {
        double squares = misfit(beta, "gcv") * observed.length;
        double free = 0.0;
        for (double lambda : eigenvalues) {
            free += Math.max(beta, floor) / (Math.max(lambda, 0.0) + Math.max(beta, floor));
        }
        return new CrossValidation.Leftover(squares, free);
    }

    private double[] model(double[] z) {
        double[] out = new double[z.length];
        separable.model(z, out, parallel);
        return out;
    }

    private double[] apply(double[] z) {
        double[] data = new double[matrix.length];
        GramMatrix.apply(matrix, z, data, parallel);
        return data;
    }

    private double[] adjoint(double[] y) {
        double[] z = new double[mesh.cells()];
        GramMatrix.applyAdjoint(matrix, y, z, parallel);
        return z;
    }
}
