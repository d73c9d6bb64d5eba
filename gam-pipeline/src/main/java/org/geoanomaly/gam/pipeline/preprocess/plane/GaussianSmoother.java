package org.geoanomaly.gam.pipeline.preprocess.plane;

/**
 * A Gaussian low-pass in space with a weight for each node, so that holes and edges need no invented values: the smoothed value is the weighted mean
 * of the values around. A weighted plane is taken off first and put back, which keeps the edges from being bent towards the mean.
 */
public final class GaussianSmoother {
    /** The kernel ends where it has fallen to 3e-4 of its peak. */
    private static final double TRUNCATE = 4.0;

    private GaussianSmoother() {}

    /**
     * The part with wavelengths longer than about {@code wavelength}: half the amplitude is left there.
     *
     * @param value NaN where there is none
     * @param weight not negative; counts only where there is a value
     * @param wavelength m
     * @return a value at every node in reach of one, NaN elsewhere
     */
    public static double[] lowPass(Nodes nodes, double[] value, double[] weight, double wavelength) {
        double sigma = wavelength * Math.sqrt(2 * Math.log(2)) / (2 * Math.PI);
        return smooth(nodes, value, weight, sigma);
    }

    /** As {@link #lowPass}, by the standard deviation of the kernel in metres. */
    static double[] smooth(Nodes nodes, double[] value, double[] weight, double sigma) {
        double[] plane = WeightedPolynomial.fit(nodes, value, weight, 1);
        double[] kernel = kernel(sigma / nodes.spacing());
        double[] sum = new double[value.length];
        double[] norm = new double[value.length];
        for (int k = 0; k < value.length; k++) {
            if (Double.isFinite(value[k]) && weight[k] > 0) {
                sum[k] = weight[k] * (value[k] - plane[k]);
                norm[k] = weight[k];
            }
        }
        double[] s = convolve(nodes, sum, kernel);
        double[] n = convolve(nodes, norm, kernel);
        for (int k = 0; k < s.length; k++) {
            s[k] = n[k] > 0 ? s[k] / n[k] + plane[k] : Double.NaN;
        }
        return s;
    }

    private static double[] kernel(double sigma) {
        int half = (int) Math.ceil(TRUNCATE * sigma);
        double[] kernel = new double[half + 1];
        for (int i = 0; i <= half; i++) {
            kernel[i] = sigma > 0 ? Math.exp(-0.5 * (i / sigma) * (i / sigma)) : i == 0 ? 1 : 0;
        }
        return kernel;
    }

    private static double[] convolve(Nodes nodes, double[] in, double[] kernel) {
        double[] along = new double[in.length];
        int half = kernel.length - 1;
        for (int j = 0; j < nodes.rows(); j++) {
            int row = j * nodes.columns();
            for (int i = 0; i < nodes.columns(); i++) {
                double sum = 0;
                int last = Math.min(nodes.columns() - 1, i + half);
                for (int a = Math.max(0, i - half); a <= last; a++) {
                    sum += kernel[Math.abs(a - i)] * in[row + a];
                }
                along[row + i] = sum;
            }
        }
        double[] out = new double[in.length];
        for (int j = 0; j < nodes.rows(); j++) {
            int last = Math.min(nodes.rows() - 1, j + half);
            for (int b = Math.max(0, j - half); b <= last; b++) {
                double k = kernel[Math.abs(b - j)];
                for (int i = 0; i < nodes.columns(); i++) {
                    out[j * nodes.columns() + i] += k * along[b * nodes.columns() + i];
                }
            }
        }
        return out;
    }
}
