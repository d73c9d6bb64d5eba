package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;

/**
 * {@code preprocessing.regional}.
 *
 * @param degree of the polynomial, 0..5
 * @param wavelengthKm of the low-pass, or height in km of the upward continuation
 */
public record Regional(RegionalMethod method, int degree, double wavelengthKm) implements Serializable {
    public static final Regional DEFAULT = new Regional(RegionalMethod.NONE, 1, 200);

    static Regional read(SectionReader in) {
        return new Regional(
                in.choice("method", DEFAULT.method),
                in.integer("degree", DEFAULT.degree, 0, 5),
                in.number("wavelength_km", DEFAULT.wavelengthKm, Limits.upTo(20_000)));
    }
}
