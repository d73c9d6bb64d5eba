package org.geoanomaly.gam.geophysics.prism;

import org.geoanomaly.gam.geophysics.quadrature.GaussLegendre;

/**
 * The integral V = ∫ dv / r over a right rectangular prism, its gradient and its Hessian with respect to the observation point.
 *
 * <p>Near the prism the closed form is used (Nagy, Papp and Benedek 2000, "The gravitational potential and its derivatives for the prism",
 * J. Geodesy 74), written in differences that do not cancel: the logarithm of an edge as ln((s + d) / (s − d)) with s the sum of the
 * distances to its ends, s − d itself without subtraction, and arctangents paired across the shorter side (in the manner of Fukushima 2020,
 * "Speed and accuracy improvements in standard algorithm for prismatic gravitational field", Geophys. J. Int. 222). Far away every closed
 * form loses digits, so a Gauss–Legendre product rule takes over whose orders follow from the Bernstein ellipse of each side. A prism that is
 * neither (long, thin and close) is bisected.
 *
 * <p>V and its gradient are continuous everywhere. The Hessian jumps on faces: there the limit from outside is returned. Its mixed
 * components grow as the logarithm of the distance to an edge; on an edge or a corner the value 1e-14 of the shortest side outside of it is returned,
 * so that results are always finite.
 */
public final class PrismIntegrals {
    /** Number of values: V; V_e, V_n, V_u; V_ee, V_en, V_eu, V_nn, V_nu, V_uu. */
    public static final int COUNT = 10;

    /** Rmax² over the product of the two shortest sides: the factor by which the closed form amplifies rounding. */
    private static final double CLOSED_FORM_LIMIT = 1000.0;

    private static final double ROUNDING_EXPONENT = 18.0;
    private static final int MAX_ORDER = 16;
    private static final int MAX_POINTS = 700;
    private static final int MAX_DEPTH = 200;
    private static final double NUDGE = 1e-14;

    private PrismIntegrals() {}

    /**
     * Adds the ten integrals, times a factor, to {@code out}. V is in m², the gradient in m, the Hessian dimensionless; axes are those of
     * the box, right-handed or not.
     *
     * @param relativeBox lower limits, upper limits and side lengths (x1, y1, z1, x2, y2, z2, dx, dy, dz), metres, limits relative to
     *     the observation point (corner minus point); overwritten
     */
    public static void add(double[] relativeBox, double factor, double[] out) {
        double shortest = Math.min(relativeBox[6], Math.min(relativeBox[7], relativeBox[8]));
        double nudge = NUDGE * shortest;
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(relativeBox[axis]) < nudge) {
                relativeBox[axis] = nudge;
            }
            if (Math.abs(relativeBox[axis + 3]) < nudge) {
                relativeBox[axis + 3] = -nudge;
            }
        }
        addPart(relativeBox, nudge, factor, out, 0);
    }

    private static void addPart(double[] box, double nudge, double factor, double[] out, int depth) {
        if (amplification(box) <= CLOSED_FORM_LIMIT || depth == MAX_DEPTH) {
            PrismClosedForm.add(box, factor, out);
            return;
        }
        int nx = order(box, 0);
        int ny = order(box, 1);
        int nz = order(box, 2);
        if (Math.max(nx, Math.max(ny, nz)) <= MAX_ORDER && nx * ny * nz <= MAX_POINTS) {
            addQuadrature(box, new int[] {nx, ny, nz}, factor, out);
            return;
        }
        bisect(box, nudge, factor, out, depth);
    }

    private static void bisect(double[] box, double nudge, double factor, double[] out, int depth) {
        int axis = box[6] >= box[7] ? 0 : 1;
        axis = box[8] > box[6 + axis] ? 2 : axis;
        double middle = 0.5 * (box[axis] + box[axis + 3]);
        if (Math.abs(middle) < nudge) {
            middle = nudge;
        }
        double[] lower = box.clone();
        lower[axis + 3] = middle;
        lower[axis + 6] = 0.5 * box[axis + 6];
        double[] upper = box.clone();
        upper[axis] = middle;
        upper[axis + 6] = lower[axis + 6];
        addPart(lower, nudge, factor, out, depth + 1);
        addPart(upper, nudge, factor, out, depth + 1);
    }

    private static double amplification(double[] box) {
        double longest = Math.max(box[6], Math.max(box[7], box[8]));
        double crossSection = box[6] * box[7] * box[8] / longest;
        double r2 = 0.0;
        for (int axis = 0; axis < 3; axis++) {
            double far = Math.max(Math.abs(box[axis]), Math.abs(box[axis + 3]));
            r2 += far * far;
        }
        return r2 / crossSection;
    }

    /** Order at which the rule along an axis reaches rounding: the error falls as ρ^(−2n), ρ the Bernstein ellipse through the pole of 1/r. */
    private static int order(double[] box, int axis) {
        double gap2 = 0.0;
        for (int other = 0; other < 3; other++) {
            if (other != axis) {
                double gap = Math.max(0.0, Math.max(box[other], -box[other + 3]));
                gap2 += gap * gap;
            }
        }
        double lo = box[axis];
        double hi = box[axis + 3];
        double s = (Math.sqrt(lo * lo + gap2) + Math.sqrt(hi * hi + gap2)) / box[axis + 6];
        double excess = Math.max(s * s - 1.0, 1e-12);
        double n = Math.ceil(ROUNDING_EXPONENT / Math.log(s + Math.sqrt(excess)));
        return (int) Math.min(n, 1000.0);
    }

    private static void addQuadrature(double[] box, int[] orders, double factor, double[] out) {
        GaussLegendre ruleX = GaussLegendre.ofOrder(orders[0]);
        GaussLegendre ruleY = GaussLegendre.ofOrder(orders[1]);
        GaussLegendre ruleZ = GaussLegendre.ofOrder(orders[2]);
        double cx = 0.5 * (box[0] + box[3]);
        double cy = 0.5 * (box[1] + box[4]);
        double cz = 0.5 * (box[2] + box[5]);
        double scale = 0.125 * factor * box[6] * box[7] * box[8];
        for (int i = 0; i < orders[0]; i++) {
            double x = cx + 0.5 * box[6] * ruleX.node(i);
            for (int j = 0; j < orders[1]; j++) {
                double y = cy + 0.5 * box[7] * ruleY.node(j);
                double wxy = scale * ruleX.weight(i) * ruleY.weight(j);
                for (int k = 0; k < orders[2]; k++) {
                    addPoint(x, y, cz + 0.5 * box[8] * ruleZ.node(k), wxy * ruleZ.weight(k), out);
                }
            }
        }
    }

    /** Adds 1/r and its derivatives at the observation point for a source at (x, y, z) relative to that point, times a weight. */
    public static void addPoint(double x, double y, double z, double weight, double[] out) {
        double r2 = x * x + y * y + z * z;
        double v = weight / Math.sqrt(r2);
        double v3 = v / r2;
        double v5 = 3.0 * v3 / r2;
        out[0] += v;
        out[1] += x * v3;
        out[2] += y * v3;
        out[3] += z * v3;
        out[4] += x * x * v5 - v3;
        out[5] += x * y * v5;
        out[6] += x * z * v5;
        out[7] += y * y * v5 - v3;
        out[8] += y * z * v5;
        out[9] += z * z * v5 - v3;
    }
}
