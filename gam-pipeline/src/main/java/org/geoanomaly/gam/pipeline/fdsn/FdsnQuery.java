package org.geoanomaly.gam.pipeline.fdsn;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;

/**
 * A question to a service.
 *
 * @param service address of its queries
 * @param area of the events or stations; the whole globe if it is to be left out
 * @param start first instant
 * @param end last instant
 * @param options further parameters by their names in the standard
 */
public record FdsnQuery(String service, BoundingBox area, Instant start, Instant end, Map<String, String> options) {
    /** A shorter span is not halved any more. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    /** A narrower box is not halved any more, degrees. */
    private static final double NARROWEST = 0.05;

    /** A box has some width, even one that ends at the antimeridian. */
    private static final double EDGE = 1e-6;

    public FdsnQuery {
        options = Map.copyOf(options);
    }

    /** The question as an address; the parameters in a fixed order. */
    public URI uri() {
        StringBuilder text = new StringBuilder(service);
        char separator = '?';
        for (Map.Entry<String, String> e : parameters().entrySet()) {
            text.append(separator).append(e.getKey()).append('=');
            text.append(URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8).replace("%3A", ":"));
            separator = '&';
        }
        return URI.create(text.toString());
    }

    private Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>(options);
        all.put("starttime", time(start));
        all.put("endtime", time(end));
        if (area.width() < 360 || area.height() < 180) {
            all.put("minlatitude", degrees(area.south()));
            all.put("maxlatitude", degrees(area.north()));
            if (area.width() < 360) {
                all.put("minlongitude", degrees(area.west()));
                all.put("maxlongitude", degrees(area.east()));
            }
        }
        return all;
    }

    /** No zone: the standard means UTC, and some services refuse a Z. */
    private static String time(Instant t) {
        String text = t.toString();
        return text.substring(0, text.length() - 1);
    }

    private static String degrees(double value) {
        return CanonicalJson.of(Math.rint(value * 1e6) / 1e6);
    }

    /** Whether the box crosses the antimeridian, which a service need not understand. */
    boolean crosses() {
        return area.crossesAntimeridian();
    }

    /** The two boxes on both sides of the antimeridian. */
    List<FdsnQuery> sides() {
        FdsnQuery west = with(new BoundingBox(area.south(), area.north(), Math.min(area.west(), 180 - EDGE), 180));
        FdsnQuery east = with(new BoundingBox(area.south(), area.north(), -180, Math.max(area.east(), EDGE - 180)));
        return List.of(west, east);
    }

    /**
     * The same question in two halves of its time, or of its box where the time must stay whole or is short. Empty if it is too small to
     * be halved. Whatever lies on the common edge is in both.
     */
    Optional<List<FdsnQuery>> halves(boolean byTime) {
        Duration span = Duration.between(start, end);
        if (byTime && span.compareTo(SHORTEST) > 0) {
            Instant middle = Instant.ofEpochSecond(start.plus(span.dividedBy(2)).getEpochSecond());
            return Optional.of(List.of(
                    new FdsnQuery(service, area, start, middle, options),
                    new FdsnQuery(service, area, middle, end, options)));
        }
        if (Math.max(area.width(), area.height()) < NARROWEST) {
            return Optional.empty();
        }
        if (area.width() >= area.height()) {
            double middle = BoundingBox.normalizeLongitude(area.west() + area.width() / 2);
            double west = area.width() >= 360 ? -180 : area.west();
            double east = area.width() >= 360 ? 180 : area.east();
            return Optional.of(List.of(
                    with(new BoundingBox(area.south(), area.north(), west, middle)),
                    with(new BoundingBox(area.south(), area.north(), middle, east))));
        }
        double middle = (area.south() + area.north()) / 2;
        return Optional.of(List.of(
                with(new BoundingBox(area.south(), middle, area.west(), area.east())),
                with(new BoundingBox(middle, area.north(), area.west(), area.east()))));
    }

    private FdsnQuery with(BoundingBox box) {
        return new FdsnQuery(service, box, start, end, options);
    }
}
