package org.geoanomaly.gam.pipeline.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.Anomaly;

/** One list of a region's anomalies from those of its tiles. Pure. */
public final class Merging {
    private static final double METRES_PER_DEGREE = 111_195.0;

    /** Most certain first; then the larger score, then from south to north, west to east and downwards. */
    private static final Comparator<Anomaly> ORDER = Comparator.comparingDouble((Anomaly a) -> -a.confidence())
            .thenComparingDouble(a -> -Math.abs(a.score()))
            .thenComparingDouble(a -> a.peak().lat())
            .thenComparingDouble(a -> a.peak().lon())
            .thenComparingDouble(a -> a.peak().depth());

    private Merging() {}

    private record Found(int tile, Anomaly anomaly) {}

    /**
     * All anomalies in an area, most certain first, numbered A001, A002 and so on. A body near an edge is whole in the models of both tiles and
     * reported by both: of two of one sign from different tiles whose peaks are closer than half the smaller one's extent and whose depths
     * overlap, the first in this order stays. The order of the lists does not matter.
     *
     * @param area peaks outside are left out
     */
    public static List<Anomaly> merge(List<List<Anomaly>> tiles, BoundingBox area) {
        List<Found> all = new ArrayList<>();
        for (int t = 0; t < tiles.size(); t++) {
            for (Anomaly anomaly : tiles.get(t)) {
                all.add(new Found(t, anomaly));
            }
        }
        all.sort(Comparator.comparing(Found::anomaly, ORDER));
        List<Found> kept = new ArrayList<>();
        for (Found found : all) {
            if (kept.stream().noneMatch(k -> k.tile() != found.tile() && same(k.anomaly(), found.anomaly()))) {
                kept.add(found);
            }
        }
        int digits = Math.max(3, Integer.toString(kept.size()).length());
        List<Anomaly> named = new ArrayList<>();
        for (Found found : kept) {
            if (!inside(found.anomaly().peak(), area)) {
                continue;
            }
            named.add(found.anomaly().withId(String.format(Locale.ROOT, "A%0" + digits + "d", named.size() + 1)));
        }
        return named;
    }

    private static boolean inside(Anomaly.Place place, BoundingBox area) {
        double east = place.lon() - area.west();
        east -= 360 * Math.floor(east / 360);
        return place.lat() >= area.south() && place.lat() <= area.north() && east <= area.width();
    }

    private static boolean same(Anomaly a, Anomaly b) {
        boolean overlap = a.body().depthMin() < b.body().depthMax()
                && b.body().depthMin() < a.body().depthMax();
        double near = 0.5 * Math.min(a.body().extentM(), b.body().extentM());
        return Math.signum(a.score()) == Math.signum(b.score()) && overlap && distance(a.peak(), b.peak()) < near;
    }

    /** Metres on the sphere, for short distances. */
    private static double distance(Anomaly.Place a, Anomaly.Place b) {
        double lon = a.lon() - b.lon();
        lon -= 360 * Math.rint(lon / 360);
        double east = lon * Math.cos(Math.toRadians(0.5 * (a.lat() + b.lat())));
        return METRES_PER_DEGREE * Math.hypot(east, a.lat() - b.lat());
    }
}
