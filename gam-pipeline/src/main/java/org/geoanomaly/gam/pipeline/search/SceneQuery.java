package org.geoanomaly.gam.pipeline.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/**
 * What is looked for.
 *
 * @param area that scenes must touch
 * @param start of acquisition, first instant
 * @param end of acquisition, last instant
 * @param product what kind of scene
 * @param limit most scenes to be answered
 */
public record SceneQuery(BoundingBox area, Instant start, Instant end, Product product, int limit) {
    private static final int MOST = 10_000;

    /** Kinds of scenes. */
    public enum Product {
        /** Single-look complex images of Sentinel-1, from which interferograms are made. */
        SLC,
        /** OPERA displacement since a reference date. */
        DISP_S1,
        /** ARIA geocoded unwrapped interferograms. */
        GUNW;

        /** The kind of this name, whatever the case. */
        public static Product named(String name) {
            for (Product p : values()) {
                if (p.name().equalsIgnoreCase(name.trim().replace('-', '_'))) {
                    return p;
                }
            }
            throw new ConfigurationException("'" + name + "' is no kind of scene", "use SLC, DISP-S1 or GUNW", null);
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    public SceneQuery {
        if (!start.isBefore(end)) {
            throw new ConfigurationException(
                    "the search would end at " + end + ", which is not after its start at " + start,
                    "give --start and --end in this order",
                    null);
        }
        if (limit < 1 || limit > MOST) {
            throw new ConfigurationException("--limit must be between 1 and " + MOST + ", found " + limit, null, null);
        }
    }

    /**
     * A point in time from a date or an ISO 8601 time.
     *
     * @param last whether a date stands for the end of its day
     */
    public static Instant instant(String text, boolean last) {
        try {
            if (text.trim().length() == 10) {
                LocalDate day = LocalDate.parse(text.trim());
                return last
                        ? day.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusMillis(1)
                        : day.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(text.trim()).toInstant();
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(
                    "'" + text + "' is no date", "write 2018-01-06, or 2018-01-06T00:40:21Z", e);
        }
    }
}
