package org.geoanomaly.gam.geophysics.inversion;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.solver.BoundedQuadratic;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients.Tolerance;
import org.geoanomaly.gam.geophysics.solver.SymmetricMap;

/**
 * Minimises Σ ((d − Gm)/σ)² + β φ_m(m) within bounds, with β such that χ²/N meets its target (Li and Oldenburg 1996, 1998), and then, for
 * norms below 2, reweights until the model is compact (Fournier and Oldenburg 2019). For unknown noise β minimises the generalised
 * cross-validation. An instance runs once, in one thread; products with
 * the operator may use more.
 */
public final class Inversion {
    /** Error in the energy norm, as a part of the noise's own N: changes χ² by less than the tolerance of the search. */
    private static final double PRECISION = 1e-4;

    private static final int MAX_PRODUCTS = 400;
    private static final int INNER = 12;

    private final InversionProblem problem;
    private final InversionSettings settings;
    private final InversionMonitor monitor;
    private final NormalSystem system;
    private final double[] observed;
    private final double[] right;
    private final double[] model;
    private final double[] predicted;
    private final List<InversionStep> steps = new ArrayList<>();
    private final List<TradeOffPoint> curve = new ArrayList<>();
    private boolean sparse;
    private boolean solved = true;
    private double variance = 1.0;
    private double firstBeta;

    /** Prepares the weights. */
    public Inversion(InversionProblem problem, InversionSettings settings, InversionMonitor monitor) {
        this.problem = problem;
        this.settings = settings;
        this.monitor = monitor;
        this.system = new NormalSystem(problem, settings, monitor);
        this.observed = problem.observed();
        this.right = new double[problem.mesh().cells()];
        system.backProject(observed, right);
        this.model = new double[right.length];
        this.predicted = new double[observed.length];
    }

    /** Couples the model to the structure of another one; before {@link #run}. */
    void couple(double[] other, double strength) {
        system.norm().couple(other, strength);
    }

    /** Begins with the model and the β of another solution of the problem, such as one without bounds; before {@link #run}. */
    public void startFrom(InversionResult other) {
        System.arraycopy(other.model(), 0, model, 0, model.length);
        system.operator().apply(model, predicted);
        firstBeta = other.beta();
    }

    private double start() {
        if (firstBeta > 0.0) {
            return firstBeta;
        }
        return problem.knowsNoise()
                ? TradeOffStart.of(problem, system, settings.targetChi())
                : TradeOffStart.ofUnknownNoise(system);
    }

    /**
     * Runs to the end.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public InversionResult run() {
        return run(0.0);
    }

    /**
     * Runs with a trade-off that was chosen before: what is compact later keeps the misfit that it gives.
     *
     * @param tradeOff in the units of {@link TradeOffPoint#beta}
     */
    public InversionResult runAt(double tradeOff) {
        if (!(tradeOff > 0.0) || !problem.knowsNoise()) {
            throw new IllegalArgumentException("a trade-off is positive, and belongs to known noise: " + tradeOff);
        }
        return run(tradeOff * system.scale());
    }

    /** The trade-offs tried for the smooth model, and what each left unexplained. */
    public List<TradeOffPoint> curve() {
        return List.copyOf(curve);
    }

    private InversionResult run(double given) {
        boolean converged;
        double beta;
        if (given > 0.0) {
            beta = given;
            misfit(beta, "smooth");
            converged = true;
        } else if (problem.knowsNoise()) {
            MisfitSearch search = new MisfitSearch();
            beta = search.run(start(), settings.targetChi(), b -> misfit(b, "smooth"));
            converged = search.converged();
        } else {
            CrossValidation gcv = CrossValidation.of(system, observed, this::solveForCrossValidation);
            beta = gcv.run(start());
            converged = gcv.converged();
            variance = gcv.variance();
        }
        if (!settings.norms().smooth()) {
            double target = problem.knowsNoise() && !(given > 0.0) ? settings.targetChi() : chi();
            converged = compact(beta, target);
        }
        InversionResult.Fit fit =
                new InversionResult.Fit(converged && solved, problem.knowsNoise() ? chi() : 1.0, Math.sqrt(variance));
        return new InversionResult(model.clone(), predicted.clone(), fit, steps);
    }

    /**
     * The standard deviation of the result, after {@link #run}: that of the linear Gaussian problem with the last β and the last weights of the
     * norm, in which bounds play no part.
     */
    public Posterior posterior(int samples, long seed) {
        double beta = steps.get(steps.size() - 1).beta();
        return PosteriorSampling.of(system, sparse, beta, variance, new PosteriorSampling.Plan(samples, seed));
    }

    private double[] solveForCrossValidation(double beta) {
        misfit(beta, "gcv");
        return predicted;
    }

    private double chi() {
        return system.chiSquared(predicted, observed) / observed.length;
    }

    private double misfit(double beta, String stage) {
        solve(beta);
        system.operator().apply(model, predicted);
        InversionStep step = new InversionStep(stage, beta, chi(), system.norm().value(model), system.products());
        steps.add(step);
        monitor.step(step);
        if (!sparse && problem.knowsNoise()) {
            curve.add(new TradeOffPoint(beta / system.scale(), step.chi()));
        }
        return step.chi();
    }

    private void solve(double beta) {
        double noise = problem.knowsNoise() ? settings.targetChi() * observed.length : unexplained();
        Tolerance tolerance = new Tolerance(PRECISION * noise, 0.0, MAX_PRODUCTS);
        SymmetricMap inverse = system.inverse(beta);
        ConjugateGradients.Outcome outcome;
        if (settings.bounds().none()) {
            outcome = ConjugateGradients.solve(system.hessian(beta), inverse, right, model, tolerance);
        } else {
            Bounds bounds = settings.bounds();
            BoundedQuadratic problemInBounds =
                    new BoundedQuadratic(system.hessian(beta), inverse, right, bounds.lower(), bounds.upper());
            outcome = problemInBounds.solve(model, tolerance, INNER);
        }
        solved = outcome.converged();
    }

    /** Without a known noise precision goes by what is left of the data. */
    private double unexplained() {
        double all = system.chiSquared(new double[observed.length], observed);
        return steps.isEmpty() ? 0.01 * all : Math.max(1e-12 * all, system.chiSquared(predicted, observed));
    }

    private boolean compact(double start, double target) {
        sparse = true;
        double beta = start;
        CompactSchedule schedule = new CompactSchedule(settings.maxReweightings());
        double[] before = new double[model.length];
        while (schedule.hasNext()) {
            System.arraycopy(model, 0, before, 0, model.length);
            system.norm().reweight(model, settings.norms(), schedule.next());
            double chi = misfit(beta, "sparse");
            beta *= Math.min(3.0, Math.max(1.0 / 3.0, target / chi));
            schedule.changed(before, model);
        }
        MisfitSearch search = new MisfitSearch();
        search.run(beta, target, b -> misfit(b, "sparse"));
        return search.converged();
    }
}
