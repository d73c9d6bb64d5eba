package org.geoanomaly.gam.geophysics.tomography;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.solver.DampingPath;
import org.geoanomaly.gam.geophysics.solver.Lsqr;
import org.geoanomaly.gam.geophysics.solver.Vectors;

/**
 * Gauss and Newton for u = ln(s/s₀) and the hypocentres together. In each iteration rays are traced through the last model, hypocentres are
 * projected out, and the model of greatest damping (smallest prior τ) is found whose linear misfit reaches the target, or a part of the present
 * misfit while that is large (a smaller part as long as steps keep their promises); events are then moved by what their residuals still ask for. A step
 * that makes the misfit worse is halved. Picks weigh after Huber (1964). Results do not depend on the number of threads.
 */
public final class Tomography {
    /** At first a linear step is asked to bring the misfit down to this part of what it is, and never to less. */
    private static final double BOLD = 0.25;

    /** Asked for at most, however badly steps went: near 1 is timid. */
    private static final double TIMID = 0.9;

    /** A misfit so many times what the linear problem promised makes the next step more timid. */
    private static final double BROKEN_PROMISE = 1.3;

    private static final int HALVINGS = 2;
    private static final int FAILURES = 3;
    private static final double NEAR = 0.05;

    /** Change of the model, as a part of its size, that no longer counts. */
    private static final double SETTLED = 0.05;

    /** Improvement of the misfit that no longer counts. */
    private static final double STALLED = 0.01;

    private static final Lsqr.Tolerance INNER = new Lsqr.Tolerance(2e-3, 0.0, 150);

    private final TomographyProblem problem;
    private final TomographySettings settings;
    private final TravelTimes.Method method;
    private final Parallelism parallel;
    private final TomographyMonitor monitor;
    private final CellBasis basis;
    private final TomographyState.Weighing weighing;
    private final List<TomographyStep> steps = new ArrayList<>();
    private int products;
    private double trust = BOLD;

    public Tomography(
            TomographyProblem problem,
            TomographySettings settings,
            TravelTimes.Method method,
            Parallelism parallel,
            TomographyMonitor monitor) {
        this.problem = problem;
        this.settings = settings;
        this.method = method;
        this.parallel = parallel;
        this.monitor = monitor;
        this.basis = new CellBasis(problem.mesh());
        SmoothPrior prior = new SmoothPrior(
                problem.mesh(),
                settings.correlation().horizontal(),
                settings.correlation().vertical());
        this.weighing = new TomographyState.Weighing(
                prior,
                problem.picksOfEvents(),
                settings.huber(),
                settings.relocation().step() > 0.0,
                parallel);
    }

    /** The model; not reaching the target is a value in it. */
    public TomographyResult run() {
        int cells = problem.mesh().cells();
        TomographyState state = state(new double[cells], new double[cells], Hypocentres.of(problem.events()));
        double tau = settings.prior().least();
        note(0, state, tau, 0.0);
        boolean settled = false;
        int failures = 0;
        for (int iteration = 1; iteration <= settings.maxIterations() && !settled; iteration++) {
            monitor.requireGoing();
            double[] p = new double[cells];
            double wanted = Math.max(settings.targetChi(), trust * state.chi());
            DampingPath.Choice choice = solve(state, wanted, p);
            products += choice.steps();
            Moved moved = move(state, p);
            boolean failed = moved.state == state;
            failures += failed ? 1 : 0;
            if (failures > FAILURES) {
                break;
            }
            boolean broken = failed || moved.state.chi() > BROKEN_PROMISE * wanted;
            trust = broken ? Math.min(TIMID, Math.sqrt(trust)) : Math.max(BOLD, trust * trust);
            if (!failed) {
                tau = 1.0 / choice.damping();
                settled = settled(state, moved);
                state = moved.state;
                note(iteration, state, tau, moved.shift);
            }
        }
        return new TomographyResult(problem, settings, state, tau, steps);
    }

    private TomographyState state(double[] p, double[] u, Hypocentres hypocentres) {
        monitor.now("travel times and rays");
        SlownessModel model = new SlownessModel(basis, problem.reference(), u);
        Linearisation linear = Linearisation.of(problem, hypocentres.places(), model, method, parallel, monitor);
        return new TomographyState(problem, p, u, hypocentres, linear, weighing);
    }

    private DampingPath.Choice solve(TomographyState state, double wanted, double[] p) {
        monitor.now("linear system");
        DampingPath.Goal goal = new DampingPath.Goal(
                Math.sqrt(wanted * Math.max(1, state.freedom()) + state.excess()),
                1.0 / settings.prior().most(),
                1.0 / settings.prior().least());
        return DampingPath.solve(state.system(), state.right(), goal, p, INNER);
    }

    /** Where a step led, and the root mean square of the events' movement. */
    private record Moved(TomographyState state, double shift) {}

    private Moved move(TomographyState from, double[] p) {
        int cells = p.length;
        double[] wanted = new double[cells];
        weighing.prior().apply(p, wanted);
        double[] change = wanted;
        for (int c = 0; c < cells; c++) {
            double bounded =
                    Math.max(settings.prior().lower(), Math.min(settings.prior().upper(), wanted[c]));
            change[c] = bounded - from.u[c];
        }
        Hypocentres.Shift shift = from.shift(change, settings.relocation());
        double part = 1.0;
        for (int halving = 0; halving <= HALVINGS; halving++, part *= 0.5) {
            double[] u = from.u.clone();
            double[] whitened = from.p.clone();
            for (int c = 0; c < cells; c++) {
                u[c] += part * change[c];
                whitened[c] += part * (p[c] - from.p[c]);
            }
            Hypocentres events = from.hypocentres.moved(
                    shift, part, settings.relocation(), -problem.mesh().top());
            TomographyState next = state(whitened, u, events);
            boolean good = next.chi() <= settings.targetChi() * (1.0 + NEAR);
            if (good || next.chi() < from.chi()) {
                return new Moved(next, part * Math.sqrt(shift.meanSquare()));
            }
        }
        return new Moved(from, 0.0);
    }

    private boolean settled(TomographyState before, Moved moved) {
        double change = 0.0;
        double size = 0.0;
        for (int c = 0; c < before.u.length; c++) {
            double d = moved.state.u[c] - before.u[c];
            change += d * d;
            size += moved.state.u[c] * moved.state.u[c];
        }
        boolean near = Math.abs(moved.state.chi() - settings.targetChi()) <= NEAR * settings.targetChi();
        boolean below = moved.state.chi() <= settings.targetChi() && size == 0.0;
        boolean still = Math.sqrt(change) <= SETTLED * Math.sqrt(size);
        boolean stalled =
                moved.state.chi() > (1.0 - STALLED) * before.chi() && moved.state.chi() > settings.targetChi();
        return below || (near && still) || (stalled && still);
    }

    private void note(int iteration, TomographyState state, double tau, double shift) {
        TomographyStep step = new TomographyStep(
                iteration, state.chi(), state.rms(), tau, Vectors.dot(state.p, state.p) / (tau * tau), shift, products);
        steps.add(step);
        monitor.step(step);
    }
}
