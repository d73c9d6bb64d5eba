package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * How strongly a layer of cells shows at the height of observation for each horizontal wave number, from the transform of 1/r, 2π e^(−kz)/k
 * (Blakely 1995, chapter 11). Directions east–west and north–south are averaged, as cosines do not know them apart.
 */
final class LayerResponse {
    private final RegularMesh mesh;
    private final FieldKernel kernel;
    private final double above;

    /**
     * The responses of a mesh.
     *
     * @param height of observation, m
     */
    LayerResponse(RegularMesh mesh, FieldKernel kernel, double height) {
        this.mesh = mesh;
        this.kernel = kernel;
        this.above = Math.max(height - mesh.top(), 0.0);
    }

    /** Magnitudes for a wave number in rad/m, one for each layer. */
    void fill(double kx, double ky, double[] out) {
        double k = Math.hypot(kx, ky);
        double strength = 2.0 * Math.PI * symbol(kx, ky, k) * sinc(0.5 * kx * mesh.dx()) * sinc(0.5 * ky * mesh.dy());
        double top = Math.exp(-k * above);
        for (int l = 0; l < out.length; l++) {
            double bottom = Math.exp(-k * (above + mesh.depth(l + 1)));
            out[l] = strength * (k == 0.0 ? mesh.thickness(l) : (top - bottom) / k);
            top = bottom;
        }
    }

    /** The kernel's transform without 2π e^(−kz), root mean square over the two signs of kx ky. */
    private double symbol(double kx, double ky, double k) {
        if (kernel instanceof FieldKernel.VerticalGravity gravity) {
            return gravity.factor();
        }
        FieldKernel.SecondDerivative c = (FieldKernel.SecondDerivative) kernel;
        double sum = 0.0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double x = sign * kx;
            double re = c.uu() * k * k - c.ee() * kx * kx - c.nn() * ky * ky - 2.0 * c.en() * x * ky;
            double im = -2.0 * k * (c.eu() * x + c.nu() * ky);
            sum += 0.5 * (re * re + im * im);
        }
        return k == 0.0 ? 0.0 : Math.sqrt(sum) / k;
    }

    private static double sinc(double x) {
        return x == 0.0 ? 1.0 : Math.sin(x) / x;
    }
}
