package com.example.muon.physics;

/**
 * An opacity from a number of muons.
 *
 * @param opacity kg/m²
 * @param deviation one standard deviation of counting, kg/m²
 */
public record CountedOpacity(double opacity, double deviation) {
    /**
     * From counts. Their number is Poisson's: its variance is taken at the number that was counted, plus one half, so that few counts do not
     * claim too much; the deviation of the opacity follows from the slope of the intensity.
     *
     * @param exposure area × solid angle × time × efficiency, m² sr s
     */
    public static CountedOpacity of(Transmission direction, double counts, double exposure) {
        double opacity = direction.opacity(counts / exposure);
        double slope = direction.slope(opacity);
        return new CountedOpacity(opacity, Math.sqrt(counts + 0.5) / exposure / -slope);
    }
}
