package org.geoanomaly.gam.geophysics.processing;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.processing.WavenumberFilter.Response;

/**
 * Transforms of one grid of a potential field observed on a level surface above its sources (Blakely 1995, "Potential Theory in Gravity and
 * Magnetic Applications", chapter 12). Near the edges, within a few times the depth of the sources, results depend on what lies outside. An
 * instance keeps the spectrum, so several transforms of one grid cost one transform more each; it is safe for any number of threads.
 */
public final class FieldTransforms {
    /** Below this inclination, degrees, the amplitude of a reduction to the pole is that of this inclination (MacLeod et al. 1993). */
    public static final double PSEUDO_INCLINATION = 20.0;

    private final Lattice lattice;
    private final WavenumberFilter filter;

    /**
     * Takes a grid.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public FieldTransforms(Lattice lattice, double[] values) {
        this.lattice = lattice;
        this.filter = new WavenumberFilter(lattice, values);
    }

    /** The field {@code height} metres higher up (eq. 12.8). */
    public double[] upward(double height) {
        if (!(height >= 0)) {
            throw new IllegalArgumentException("upward continuation needs a height of at least 0 m: " + height);
        }
        return withPlane(filter.apply(real((kx, ky) -> Math.exp(-Math.hypot(kx, ky) * height))));
    }

    /**
     * The field {@code depth} metres further down, damped where that would only raise noise: the response e^(kd) / (1 + α e^(2kd)) of
     * Tikhonov's regularisation.
     *
     * @param alpha ratio of noise to signal power, such as 1e-4; 0 does not damp
     */
    public double[] downward(double depth, double alpha) {
        if (!(depth >= 0) || !(alpha >= 0)) {
            throw new IllegalArgumentException(
                    "downward continuation needs depth and alpha of at least 0: " + depth + ", " + alpha);
        }
        return withPlane(filter.apply(real((kx, ky) -> {
            double decay = Math.exp(-Math.hypot(kx, ky) * depth);
            return decay / (decay * decay + alpha) * (1.0 + alpha);
        })));
    }

    /** ∂/∂east, unit of the field per metre. */
    public double[] east() {
        return plus(filter.apply(imaginary((kx, ky) -> kx)), filter.plane().perColumn() / lattice.dx());
    }

    /** ∂/∂north, unit of the field per metre. */
    public double[] north() {
        return plus(filter.apply(imaginary((kx, ky) -> ky)), filter.plane().perRow() / lattice.dy());
    }

    /** ∂/∂down, unit of the field per metre. */
    public double[] down() {
        return filter.apply(real(Math::hypot));
    }

    /** Total gradient, also called analytic signal amplitude, unit of the field per metre (Roest et al. 1992). */
    public double[] totalGradient() {
        double[] x = east();
        double[] y = north();
        double[] z = down();
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
        }
        return z;
    }

    /** Tilt angle, radians, −π/2…π/2, positive over sources (Miller and Singh 1994). */
    public double[] tilt() {
        double[] x = east();
        double[] y = north();
        double[] z = down();
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.atan2(z[i], Math.hypot(x[i], y[i]));
        }
        return z;
    }

    /**
     * A total-field anomaly as it would be at the pole (eq. 12.31). Where the inclination of field or magnetisation is below {@value
     * #PSEUDO_INCLINATION} degrees the phase is that of the true directions but the amplitude that of the limit, which keeps noise along the
     * declination from being blown up. Over a prism the error is 2…3 % of the range at inclinations above 35°, 5 % at 21°, 10 % at 15° and 17 % at
     * 10°; {@link org.geoanomaly.gam.geophysics.equivalent.PoleReduction} stays below 2 % at all of them, at some hundred times the cost.
     *
     * @param field direction of the ambient field
     * @param magnetization direction of magnetisation; the same for induced
     */
    public double[] reductionToPole(Vector3 field, Vector3 magnetization) {
        PoleFactor f = PoleFactor.of(field);
        PoleFactor m = PoleFactor.of(magnetization);
        return filter.apply(new Response() {
            @Override
            public double re(double kx, double ky) {
                return f.re(kx, ky) * m.re(kx, ky) - f.im(kx, ky) * m.im(kx, ky);
            }

            @Override
            public double im(double kx, double ky) {
                return f.re(kx, ky) * m.im(kx, ky) + f.im(kx, ky) * m.re(kx, ky);
            }
        });
    }

    /** The part with wavelengths longer than about {@code wavelength} metres: Gaussian, half the amplitude there. */
    public double[] lowPass(double wavelength) {
        if (!(wavelength > 0)) {
            throw new IllegalArgumentException("a low-pass filter needs a wavelength above 0 m: " + wavelength);
        }
        double cut = 2.0 * Math.PI / wavelength;
        return withPlane(filter.apply(real((kx, ky) -> Math.exp(-Math.log(2.0) * (kx * kx + ky * ky) / (cut * cut)))));
    }

    private interface Part {
        double at(double kx, double ky);
    }

    private static Response real(Part part) {
        return new Response() {
            @Override
            public double re(double kx, double ky) {
                return part.at(kx, ky);
            }

            @Override
            public double im(double kx, double ky) {
                return 0.0;
            }
        };
    }

    private static Response imaginary(Part part) {
        return new Response() {
            @Override
            public double re(double kx, double ky) {
                return 0.0;
            }

            @Override
            public double im(double kx, double ky) {
                return part.at(kx, ky);
            }
        };
    }

    private double[] withPlane(double[] values) {
        for (int j = 0; j < lattice.rows(); j++) {
            for (int i = 0; i < lattice.columns(); i++) {
                values[j * lattice.columns() + i] += filter.plane().at(i, j);
            }
        }
        return values;
    }

    private static double[] plus(double[] values, double constant) {
        for (int i = 0; i < values.length; i++) {
            values[i] += constant;
        }
        return values;
    }

    /** 1 / Θ with Θ = f_down + i (f_east kx + f_north ky) / k, its modulus limited as for the pseudo-inclination. */
    private record PoleFactor(double east, double north, double down, double limitHorizontal, double limitDown) {
        static PoleFactor of(Vector3 direction) {
            double norm = direction.norm();
            double horizontal = Math.hypot(direction.east(), direction.north()) / norm;
            double down = -direction.up() / norm;
            double limit = Math.sin(Math.toRadians(PSEUDO_INCLINATION));
            boolean shallow = Math.abs(down) < limit;
            double scale = shallow && horizontal > 0 ? Math.sqrt(1.0 - limit * limit) / horizontal : 1.0;
            return new PoleFactor(
                    direction.east() / norm, direction.north() / norm, down, scale, shallow ? limit : Math.abs(down));
        }

        private double horizontal(double kx, double ky) {
            double k = Math.hypot(kx, ky);
            return k == 0.0 ? 0.0 : (east * kx + north * ky) / k;
        }

        private double scale(double h) {
            double modulus = Math.hypot(down, h);
            return modulus == 0.0 ? 0.0 : 1.0 / (modulus * Math.hypot(limitDown, limitHorizontal * h));
        }

        double re(double kx, double ky) {
            return down * scale(horizontal(kx, ky));
        }

        double im(double kx, double ky) {
            double h = horizontal(kx, ky);
            return -h * scale(h);
        }
    }
}
