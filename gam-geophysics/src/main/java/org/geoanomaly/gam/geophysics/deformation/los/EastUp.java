package org.geoanomaly.gam.geophysics.deformation.los;

/**
 * Motion east and up from looks from two sides. Polar orbits hardly see motion north: it is taken to be 0 with a standard deviation that the
 * caller states, and that uncertainty is carried into the answer through the common error covariance of the looks, diag(σ²) + σ_n² l_n l_nᵀ. With
 * σ_n = 0 it is neglected; what a motion north would then do is told by the last two numbers (Wright, Parsons and Lu 2004; Fialko et al. 2001).
 *
 * @param east m
 * @param up m
 * @param eastDeviation standard deviation, m
 * @param upDeviation standard deviation, m
 * @param correlation of the errors of east and up
 * @param eastPerNorth how much of a unit of motion north appears as motion east
 * @param upPerNorth how much of it appears as uplift
 */
public record EastUp(
        double east,
        double up,
        double eastDeviation,
        double upDeviation,
        double correlation,
        double eastPerNorth,
        double upPerNorth) {
    /** Looks that differ by less in direction cannot be told apart: the smallest determinant of weighted normal equations. */
    private static final double SINGULAR = 1e-6;

    /** An answer that is not one. */
    public static final EastUp UNKNOWN =
            new EastUp(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * Least squares.
     *
     * @param value displacement in each look, m
     * @param deviation its standard deviation, positive
     * @param look (east, north, up) of each
     * @param northDeviation of the motion north about 0, m; 0 to neglect it
     * @return {@link #UNKNOWN} if the looks are alike, or fewer than two
     */
    public static EastUp of(double[] value, double[] deviation, double[][] look, double northDeviation) {
        // the inverse of diag(σ²) + s² l lᵀ by Sherman and Morrison: W − s² (W l)(W l)ᵀ / (1 + s² lᵀWl)
        double s2 = northDeviation * northDeviation;
        double[][] sums = new double[4][4];
        for (int i = 0; i < value.length; i++) {
            double w = 1.0 / (deviation[i] * deviation[i]);
            double[] row = {look[i][0], look[i][2], look[i][1], value[i]};
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    sums[a][b] += w * row[a] * row[b];
                }
            }
        }
        double shrink = s2 / (1.0 + s2 * sums[2][2]);
        double ee = sums[0][0] - shrink * sums[0][2] * sums[0][2];
        double uu = sums[1][1] - shrink * sums[1][2] * sums[1][2];
        double eu = sums[0][1] - shrink * sums[0][2] * sums[1][2];
        double ed = sums[0][3] - shrink * sums[0][2] * sums[2][3];
        double ud = sums[1][3] - shrink * sums[1][2] * sums[2][3];
        double en = sums[0][2] - shrink * sums[0][2] * sums[2][2];
        double un = sums[1][2] - shrink * sums[1][2] * sums[2][2];
        double determinant = ee * uu - eu * eu;
        if (!(determinant > SINGULAR * ee * uu)) {
            return UNKNOWN;
        }
        return new EastUp(
                (uu * ed - eu * ud) / determinant,
                (ee * ud - eu * ed) / determinant,
                Math.sqrt(uu / determinant),
                Math.sqrt(ee / determinant),
                -eu / Math.sqrt(ee * uu),
                (uu * en - eu * un) / determinant,
                (ee * un - eu * en) / determinant);
    }
}
