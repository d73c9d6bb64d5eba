package org.geoanomaly.gam.pipeline.export.anomalies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.geoanomaly.gam.grid.geometry.BoundingBox;

/** Numbers with a fixed number of decimals, in the plain notation that every program reads. */
final class Decimals {
    private Decimals() {}

    /** NaN and infinities become NaN; never −0. */
    static double round(double value, int decimals) {
        return Double.isFinite(value) ? decimal(value, decimals).doubleValue() + 0.0 : Double.NaN;
    }

    /** A longitude in [−180, 180), also after rounding. */
    static double longitude(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        // rounding comes last: what it gives must be the very number that its text says
        double rounded = round(BoundingBox.normalizeLongitude(value), decimals);
        return rounded >= 180 ? rounded - 360 : rounded;
    }

    /** Without trailing zeros or exponent; empty if the value is not finite. */
    static String text(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal number = decimal(value, decimals).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
