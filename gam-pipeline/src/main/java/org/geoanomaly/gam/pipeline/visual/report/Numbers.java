package org.geoanomaly.gam.pipeline.visual.report;

import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Numbers as the report writes them. */
final class Numbers {
    private static final double EARTH_RADIUS_KM = 6371.0;
    private static final double FINE = 0.01;

    private Numbers() {}

    /** South to north, west to east. */
    static String area(BoundingBox area) {
        return Ticks.latitude(area.south(), FINE) + " to " + Ticks.latitude(area.north(), FINE) + ", "
                + Ticks.longitude(area.west(), FINE) + " to " + Ticks.longitude(area.east(), FINE);
    }

    static String squareKilometres(BoundingBox area) {
        double sines = Math.sin(Math.toRadians(area.north())) - Math.sin(Math.toRadians(area.south()));
        return rounded(EARTH_RADIUS_KM * EARTH_RADIUS_KM * Math.toRadians(area.width()) * sines) + " km²";
    }

    /** Three digits that mean something, thousands apart. */
    private static String rounded(double value) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2));
        return count(Math.round(value / unit) * (long) unit);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(",", "\u202f");
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    static String bytes(long size) {
        return size >= 1_000_000 ? Ticks.brief(size / 1e6) + " MB" : Ticks.brief(size / 1e3) + " kB";
    }

    static String plural(int count, String one, String many) {
        return count == 0 ? "no " + one : count == 1 ? "one " + one : count + " " + many;
    }
}
