package org.geoanomaly.gam.formats.gfc;

/**
 * The header of an ICGEM file, with what may be left out filled in.
 *
 * @param modelName empty if the file does not say
 * @param body such as {@code earth} or {@code moon}; earth if the constant is called {@code earth_gravity_constant}
 * @param gravityConstant GM, m³/s²
 * @param radius reference radius R, m
 * @param maxDegree of the model
 * @param tideSystem {@code tide_free}, {@code zero_tide}, {@code mean_tide} or {@code unknown}
 * @param normalized whether the file's coefficients were fully normalised
 * @param errors which standard deviations stand beside the coefficients, such as {@code formal} or {@code calibrated}; {@code no} for none, empty
 *     if the file does not say
 * @param version 1 or 2 for icgem1.0 and icgem2.0; 0 if the file does not say
 */
public record GfcHeader(
        String modelName,
        String body,
        double gravityConstant,
        double radius,
        int maxDegree,
        String tideSystem,
        boolean normalized,
        String errors,
        int version) {}
