package org.geoanomaly.gam.pipeline.model;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.inversion.Posterior;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * Standard deviations of a model's cells, before and after the data, from a few random draws. The prior is the one that the inversion itself
 * used: a normal one with covariance (βR)⁻¹ for the norm R and the β at which the data are fitted. It is scaled by the data and not by
 * {@code modeling.priors}: those bound the property and tell how much of it is much.
 *
 * <p>The part r of a cell's prior variance that the data take away is a few thousandths as a rule, for the norm lets neighbours differ and
 * fields do not see single cells. Draws estimate such small numbers only for a whole layer. Within a layer r follows the part τ²a/(1 + τ²a)
 * that the data would take away if all other cells were known, with a = (GᵀWG)_cc: an upper bound, free of chance, that fades where there are
 * no observations.
 */
public final class ModelUncertainty {
    /** The part of the bound that is kept where draws say less: chance must not make a layer seem unseen. */
    private static final double LEAST = 0.01;

    private final float[] deviation;
    private final float[] prior;
    private final double[] resolution;

    private ModelUncertainty(float[] deviation, float[] prior, double[] resolution) {
        this.deviation = deviation;
        this.prior = prior;
        this.resolution = resolution;
    }

    /**
     * From draws over the padded mesh.
     *
     * @param sensitivity (GᵀWG)_cc of each of its cells
     */
    public static ModelUncertainty of(PaddedMesh mesh, Posterior posterior, double[] sensitivity) {
        RegularMesh inner = mesh.inner();
        int layer = inner.nx() * inner.ny();
        float[] prior = mesh.crop(c -> posterior.prior()[c]);
        float[] deviation = new float[prior.length];
        double[] drawn = new double[inner.nz()];
        double[] bound = new double[inner.nz()];
        double[] variance = new double[inner.nz()];
        for (int c = 0; c < prior.length; c++) {
            int o = mesh.outerCell(c);
            double t2 = (double) prior[c] * prior[c];
            double s = posterior.deviation()[o];
            drawn[c / layer] += t2 - s * s;
            bound[c / layer] += t2 * alone(t2, sensitivity[o]);
            variance[c / layer] += t2;
        }
        double[] part = smooth(drawn, bound);
        double[] resolution = new double[inner.nz()];
        Arrays.setAll(resolution, k -> variance[k] > 0 ? part[k] * bound[k] / variance[k] : 0.0);
        for (int c = 0; c < prior.length; c++) {
            double t2 = (double) prior[c] * prior[c];
            double r = part[c / layer] * alone(t2, sensitivity[mesh.outerCell(c)]);
            deviation[c] = (float) Math.sqrt(t2 * (1.0 - r));
        }
        return new ModelUncertainty(deviation, prior, resolution);
    }

    private static double alone(double priorVariance, double sensitivity) {
        double gain = priorVariance * sensitivity;
        return gain / (1.0 + gain);
    }

    /** Ratio of the sums over each layer and its neighbours, within [LEAST, 1]. */
    private static double[] smooth(double[] drawn, double[] bound) {
        double[] part = new double[drawn.length];
        for (int k = 0; k < part.length; k++) {
            double up = 0;
            double down = 0;
            for (int n = Math.max(0, k - 1); n <= Math.min(part.length - 1, k + 1); n++) {
                up += bound[n] > 0 ? drawn[n] / bound[n] : 0;
                down += bound[n] > 0 ? 1 : 0;
            }
            part[k] = down > 0 ? Math.min(1.0, Math.max(LEAST, up / down)) : LEAST;
        }
        return part;
    }

    public float[] deviation() {
        return deviation;
    }

    public float[] prior() {
        return prior;
    }

    /** For each layer, the part of the prior variance that the data take away. */
    public double[] resolution() {
        return resolution;
    }
}
