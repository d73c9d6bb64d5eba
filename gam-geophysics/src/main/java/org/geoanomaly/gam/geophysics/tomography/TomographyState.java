package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** A model, its hypocentres, the linear problem around them and the misfit. */
final class TomographyState {
    /** Reweighting sweeps of Huber's weights against the projection. */
    private static final int SWEEPS = 3;

    private static final double MEDIAN_TO_DEVIATION = 1.4826;

    final double[] p;
    final double[] u;
    final Hypocentres hypocentres;
    final Linearisation linear;
    private final TomographyProblem problem;
    private TomographySystem system;
    private double[] speed;
    private double excess;
    private double chi;
    private double rms;

    /**
     * The state for a model.
     *
     * @param p whitened variables, of which u is S p within its bounds
     */
    TomographyState(
            TomographyProblem problem,
            double[] p,
            double[] u,
            Hypocentres hypocentres,
            Linearisation linear,
            Weighing weighing) {
        this.problem = problem;
        this.p = p;
        this.u = u;
        this.hypocentres = hypocentres;
        this.linear = linear;
        this.speed = speeds();
        double[] ones = new double[problem.picks().size()];
        Arrays.fill(ones, 1.0);
        this.system = system(ones, weighing);
        double[] huber = ones;
        for (int sweep = 0; sweep < SWEEPS && Double.isFinite(weighing.huber); sweep++) {
            huber = huber(weighing.huber);
            this.system = system(huber, weighing);
        }
        measure();
    }

    /** What weights and projections need. */
    static final class Weighing {
        private final SmoothPrior prior;
        private final int[][] picksOfEvents;
        private final double huber;
        private final boolean relocate;
        private final Parallelism parallel;

        Weighing(SmoothPrior prior, int[][] picksOfEvents, double huber, boolean relocate, Parallelism parallel) {
            this.prior = prior;
            this.picksOfEvents = picksOfEvents;
            this.huber = huber;
            this.relocate = relocate;
            this.parallel = parallel;
        }

        SmoothPrior prior() {
            return prior;
        }
    }

    /** Velocity at each event, m/s, from the steepest of its picks' gradients: with it the unknowns are all of the size of a second. */
    private double[] speeds() {
        double[] speeds = new double[problem.events().size()];
        Picks picks = problem.picks();
        double[][] g = linear.gradient();
        for (int i = 0; i < picks.size(); i++) {
            double s = Math.sqrt(g[0][i] * g[0][i] + g[1][i] * g[1][i] + g[2][i] * g[2][i]);
            speeds[picks.event(i)] = Math.max(speeds[picks.event(i)], s);
        }
        for (int e = 0; e < speeds.length; e++) {
            speeds[e] = speeds[e] > 0.0 ? 1.0 / speeds[e] : 1.0;
        }
        return speeds;
    }

    private TomographySystem system(double[] huber, Weighing weighing) {
        double[] weight = new double[huber.length];
        Arrays.setAll(weight, i -> Math.sqrt(huber[i]) / problem.picks().uncertainty(i));
        EventProjection projection = EventProjection.of(
                weighing.picksOfEvents,
                weight.length,
                weighing.parallel,
                e -> weighing.relocate && !problem.known(e)
                        ? derivatives(e, weighing.picksOfEvents[e], weight)
                        : new double[0][]);
        return new TomographySystem(linear.rows(), weighing.prior, weight, projection);
    }

    private double[][] derivatives(int event, int[] picks, double[] weight) {
        double[][] columns = new double[EventProjection.UNKNOWNS][picks.length];
        for (int n = 0; n < picks.length; n++) {
            int i = picks[n];
            for (int d = 0; d < 3; d++) {
                columns[d][n] = weight[i] * speed[event] * linear.gradient()[d][i];
            }
            columns[3][n] = weight[i];
        }
        return columns;
    }

    /** Observed minus predicted time, s. */
    double residual(int i) {
        return problem.picks().time(i) - hypocentres.origin()[problem.picks().event(i)] - linear.time()[i];
    }

    /**
     * Huber's weights for the scale of the residuals themselves while they are larger than their uncertainties: what the model does not explain yet
     * is no outlier.
     */
    private double[] huber(double limit) {
        double[] r = projected(residuals());
        double[] size = new double[r.length];
        // the projected residual is weighted already; without its own weight it is in standard deviations
        Arrays.setAll(
                size,
                i -> Math.abs(r[i]) / (system.weight()[i] * problem.picks().uncertainty(i)));
        double[] sorted = size.clone();
        Arrays.sort(sorted);
        double cap = limit * Math.max(1.0, MEDIAN_TO_DEVIATION * sorted[sorted.length / 2]);
        double[] out = new double[r.length];
        excess = 0.0;
        for (int i = 0; i < out.length; i++) {
            out[i] = size[i] > cap ? cap / size[i] : 1.0;
            excess += size[i] > cap ? cap * (size[i] - cap) : 0.0;
        }
        return out;
    }

    /** The weighted squares of outliers beyond those of picks at the limit: no model should explain them. */
    double excess() {
        return excess;
    }

    double[] residuals() {
        double[] r = new double[problem.picks().size()];
        Arrays.setAll(r, this::residual);
        return r;
    }

    private double[] projected(double[] data) {
        system.whiten(data);
        return data;
    }

    private void measure() {
        double squares = 0.0;
        double plain = 0.0;
        double[] weight = system.weight();
        for (int i = 0; i < weight.length; i++) {
            double r = residual(i);
            squares += weight[i] * weight[i] * r * r;
            plain += r * r;
        }
        chi = Math.max(0.0, squares - excess) / Math.max(1, freedom());
        rms = Math.sqrt(plain / weight.length);
    }

    TomographySystem system() {
        return system;
    }

    /** Data that hypocentres leave free. */
    int freedom() {
        return system.projection().freedom();
    }

    double chi() {
        return chi;
    }

    double rms() {
        return rms;
    }

    /** Picks with less than full weight. */
    int outliers() {
        int count = 0;
        for (int i = 0; i < problem.picks().size(); i++) {
            count += system.weight()[i] * problem.picks().uncertainty(i) < 0.999 ? 1 : 0;
        }
        return count;
    }

    /** P W (d − t + G u): what a new u, not its change, is to explain. */
    double[] right() {
        double[] d = new double[problem.picks().size()];
        linear.rows().apply(u, d);
        for (int i = 0; i < d.length; i++) {
            d[i] += residual(i);
        }
        system.whiten(d);
        return d;
    }

    /** The shifts of events that go with a change of u, cut to a step. */
    Hypocentres.Shift shift(double[] change, TomographySettings.Relocation limits) {
        double[] r = new double[problem.picks().size()];
        linear.rows().apply(change, r);
        for (int i = 0; i < r.length; i++) {
            r[i] = system.weight()[i] * (residual(i) - r[i]);
        }
        int events = problem.events().size();
        double[][] shifts = new double[events][EventProjection.UNKNOWNS];
        double squares = 0.0;
        int moved = 0;
        for (int e = 0; e < events; e++) {
            if (limits.step() == 0.0 || problem.known(e)) {
                continue;
            }
            double[] seconds = system.projection().change(e, r);
            for (int d = 0; d < 3; d++) {
                double metres = speed[e] * seconds[d];
                shifts[e][d] = Math.max(-limits.step(), Math.min(limits.step(), metres));
                squares += shifts[e][d] * shifts[e][d];
            }
            shifts[e][3] = seconds[3];
            moved++;
        }
        return new Hypocentres.Shift(shifts, moved == 0 ? 0.0 : squares / moved);
    }
}
