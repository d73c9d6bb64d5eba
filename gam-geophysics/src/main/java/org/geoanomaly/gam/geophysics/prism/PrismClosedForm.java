package org.geoanomaly.gam.geophysics.prism;

/**
 * The closed form of V = ∫ dv / r, its gradient and Hessian, for a prism whose corners are at least a little off the observation point's
 * coordinate planes. With L_z(x, y) = ln((z₂ + r₂) / (z₁ + r₁)) along an edge and A_x(x) the signed solid angle of a face,
 *
 * <pre>
 * V    = Σ ± (x y L_z + y z L_x + z x L_y) − ½ Σ ± (x² A_x + y² A_y + z² A_z)
 * V_x  = −Σ ± (y L_z + z L_y) + Σ ± x A_x          V_xx = −Σ ± A_x          V_xy = Σ ± L_z
 * </pre>
 *
 * (Nagy, Papp and Benedek 2000, eqs 8, 11, 13 and 17, summed over each edge and face first.)
 */
final class PrismClosedForm {
    private PrismClosedForm() {}

    static void add(double[] box, double factor, double[] out) {
        for (int axis = 0; axis < 3; axis++) {
            addAxis(box, axis, factor, out);
        }
    }

    /** The two faces normal to an axis and the four edges along it. */
    private static void addAxis(double[] box, int axis, double factor, double[] out) {
        int a = (axis + 1) % 3;
        int b = (axis + 2) % 3;
        for (int side = 0; side < 2; side++) {
            double sign = side == 0 ? -factor : factor;
            double x = box[axis + 3 * side];
            double angle = sign * (box[6 + a] <= box[6 + b] ? face(box, x, b, a) : face(box, x, a, b));
            out[0] -= 0.5 * x * x * angle;
            out[1 + axis] += x * angle;
            out[diagonal(axis)] -= angle;
        }
        double lo = box[axis];
        double hi = box[axis + 3];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double p = box[a + 3 * i];
                double q = box[b + 3 * j];
                double edge = edge(lo, hi, box[axis + 6], p * p + q * q);
                double value = i == j ? factor * edge : -factor * edge;
                out[0] += p * q * value;
                out[1 + a] -= q * value;
                out[1 + b] -= p * value;
                out[mixed(axis)] += value;
            }
        }
    }

    private static int diagonal(int axis) {
        return axis == 0 ? 4 : axis == 1 ? 7 : 9;
    }

    /** The mixed component of the two other axes. */
    private static int mixed(int axis) {
        return axis == 0 ? 8 : axis == 1 ? 6 : 5;
    }

    /** ∫ dz / r along an edge from lo to hi at squared distance rho2 from its line. */
    private static double edge(double lo, double hi, double length, double rho2) {
        double rLo = Math.sqrt(rho2 + lo * lo);
        double rHi = Math.sqrt(rho2 + hi * hi);
        double slack;
        if (lo >= 0.0) {
            slack = rho2 / (rHi + hi) + rLo + lo;
        } else if (hi <= 0.0) {
            slack = rho2 / (rLo - lo) + rHi - hi;
        } else {
            slack = rho2 / (rLo - lo) + rho2 / (rHi + hi);
        }
        return Math.log1p(2.0 * length / slack);
    }

    /**
     * Σ ± atan(y z / (x r)) over the corners of the face at x: the solid angle of the face with the sign of x. Arctangents are paired along
     * the axis b, the shorter side.
     */
    private static double face(double[] box, double x, int a, int b) {
        double b1 = box[b];
        double b2 = box[b + 3];
        double sum = pair(Math.abs(x), box[a + 3], b1, b2, box[b + 6]) - pair(Math.abs(x), box[a], b1, b2, box[b + 6]);
        return x < 0.0 ? -sum : sum;
    }

    /** atan(y z2 / (x r2)) − atan(y z1 / (x r1)) for x ≥ 0, without cancellation and on the right branch. */
    private static double pair(double x, double y, double z1, double z2, double length) {
        double base2 = x * x + y * y;
        double r1 = Math.sqrt(base2 + z1 * z1);
        double r2 = Math.sqrt(base2 + z2 * z2);
        double cross = z1 > 0.0 == z2 > 0.0 ? length * (z1 + z2) * base2 / (z2 * r1 + z1 * r2) : z2 * r1 - z1 * r2;
        return Math.atan2(x * y * cross, x * x * r1 * r2 + y * y * z1 * z2);
    }
}
