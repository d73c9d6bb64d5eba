package org.geoanomaly.gam.pipeline.config;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * Mapping {@code visualization.section}: where a vertical section is cut.
 *
 * @param from latitude and longitude of its left end, degrees
 * @param to the same of its right end
 */
public record SectionLine(List<Double> from, List<Double> to) {
    private static final Limits LATITUDE = Limits.between(-90, 90);
    private static final int STEPS = 200;
    private static final Limits LONGITUDE = Limits.between(-360, 360);

    public SectionLine {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.size() != 2 || to.size() != 2) {
            throw new IllegalArgumentException("a section runs from [latitude, longitude] to another: " + from + to);
        }
    }

    public double fromLat() {
        return from.get(0);
    }

    public double fromLon() {
        return from.get(1);
    }

    public double toLat() {
        return to.get(0);
    }

    public double toLon() {
        return to.get(1);
    }

    /** Whether any part of it, as drawn on a map, lies in an area. */
    public boolean crosses(BoundingBox area) {
        double span = toLon() - fromLon();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            double lat = fromLat() + share * (toLat() - fromLat());
            double lon = fromLon() + share * (span - 360 * Math.rint(span / 360));
            double east = lon - area.west() - 360 * Math.floor((lon - area.west()) / 360);
            if (lat >= area.south() && lat <= area.north() && east <= area.width()) {
                return true;
            }
        }
        return false;
    }

    static @Nullable SectionLine read(SectionReader in, String key) {
        ConfigNode written = in.value(key);
        return written == null ? null : in.section(key, inner -> ends(inner));
    }

    private static @Nullable SectionLine ends(SectionReader in) {
        List<Double> from = place(in, "from");
        List<Double> to = place(in, "to");
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            ConfigNode at = in.value("to");
            if (at != null) {
                in.problem(at, "to", "is where the section begins", null, "name another place");
            }
            return null;
        }
        return new SectionLine(from, to);
    }

    private static @Nullable List<Double> place(SectionReader in, String key) {
        ConfigNode written = in.value(key);
        if (written == null) {
            in.missing(key, "write [latitude, longitude]");
            return null;
        }
        if (!(written instanceof ConfigNode.Sequence list) || list.items().size() != 2) {
            in.problem(written, key, "expected [latitude, longitude], found " + written.found(), null, null);
            return null;
        }
        List<Double> place = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Double number = in.number(list.items().get(i), key, i == 0 ? LATITUDE : LONGITUDE);
            if (number == null) {
                return null;
            }
            place.add(number);
        }
        return place;
    }
}
