package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.preprocess.station.Neighbours;

/**
 * How fine a lattice the data support. For a grid that is its spacing, or its stated resolution if coarser. For points it is the side of the smallest
 * square blocks that leave few holes between them: for scattered stations about the square root of the area of each; for a survey along lines the
 * distance of the lines, however densely a line is sampled. Travel times count at both ends of their rays.
 *
 * @param metres what is supported in every direction
 * @param alongM median distance of a point from its nearest neighbour, m: the sampling along lines; for a grid its finer spacing
 */
public record SupportedSpacing(double metres, double alongM) {
    static final double METRES_PER_DEGREE = 111_195;
    /** Share of the neighbours of occupied blocks that must be occupied. */
    private static final double FILLED = 0.75;

    /** Random scatter supports about 2.4 times the median distance of nearest neighbours; more than this means lines. */
    private static final double LINES = 4;

    private static final double GROWTH = 1.1;
    private static final int SAMPLE = 20_000;

    /**
     * What data support.
     *
     * @throws IllegalArgumentException if there is no complete point
     */
    public static SupportedSpacing of(RawData data) {
        SupportedSpacing own =
                data instanceof RawData.Points points ? ofPoints(points) : ofGrid((RawData.Gridded) data);
        Double degrees = data.facts().resolutionDeg();
        double stated = degrees == null ? 0 : degrees * METRES_PER_DEGREE;
        return new SupportedSpacing(Math.max(own.metres, stated), own.alongM);
    }

    /**
     * What data support that are made from a vantage: a source of rays or lines of sight that states a resolution is believed, for their ends
     * say little about it.
     *
     * @throws IllegalArgumentException if there is no complete point
     */
    public static SupportedSpacing of(RawData data, ModalityDescription.Vantage vantage) {
        Double degrees = data.facts().resolutionDeg();
        if (vantage == ModalityDescription.Vantage.THROUGH && degrees != null) {
            double metres = degrees * METRES_PER_DEGREE;
            return new SupportedSpacing(metres, metres);
        }
        return of(data);
    }

    /** In words, for a report. */
    public String describe() {
        return metres > LINES * alongM
                ? String.format(
                        Locale.ROOT,
                        "The readings lie %s apart along lines and support %s between them.",
                        length(alongM),
                        length(metres))
                : String.format(Locale.ROOT, "The data support a spacing of %s.", length(metres));
    }

    private static String length(double m) {
        return m < 1000 ? String.format(Locale.ROOT, "%.3g m", m) : String.format(Locale.ROOT, "%.3g km", m / 1000);
    }

    private static SupportedSpacing ofGrid(RawData.Gridded data) {
        GridGeometry g = data.grid().geometry();
        if (!g.crs().geographic()) {
            return new SupportedSpacing(Math.max(g.dx(), g.dy()), Math.min(g.dx(), g.dy()));
        }
        double middle = Math.toRadians(Math.max(-90, Math.min(90, 0.5 * (g.north() + g.south()))));
        double east = g.dx() * METRES_PER_DEGREE * Math.cos(middle);
        double north = g.dy() * METRES_PER_DEGREE;
        return new SupportedSpacing(Math.max(east, north), Math.min(east, north));
    }

    private static SupportedSpacing ofPoints(RawData.Points data) {
        double[] lon = data.column(RawData.Points.LONGITUDE);
        double[] lat = data.column(RawData.Points.LATITUDE);
        double[] value = data.column(RawData.Points.VALUE);
        if (data.find(RawData.Points.EVENT_LONGITUDE).isPresent()) {
            return ofRays(data, value);
        }
        double[][] xy = flat(lon, lat, value);
        return of(xy[0], xy[1]);
    }

    /** Each station and each event once, however many picks join them. */
    private static SupportedSpacing ofRays(RawData.Points data, double[] value) {
        Set<Place> ends = new LinkedHashSet<>();
        places(data, RawData.Points.LONGITUDE, RawData.Points.LATITUDE, value, ends);
        places(data, RawData.Points.EVENT_LONGITUDE, RawData.Points.EVENT_LATITUDE, value, ends);
        double[] lon = ends.stream().mapToDouble(Place::lon).toArray();
        double[] lat = ends.stream().mapToDouble(Place::lat).toArray();
        double[][] xy = flat(lon, lat, new double[lon.length]);
        return of(xy[0], xy[1]);
    }

    private record Place(double lon, double lat) {}

    private static void places(RawData.Points data, String lon, String lat, double[] value, Set<Place> into) {
        double[] x = data.column(lon);
        double[] y = data.column(lat);
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i] + y[i] + value[i])) {
                into.add(new Place(x[i], y[i]));
            }
        }
    }

    /** What points in a plane support; duplicates count once. */
    static SupportedSpacing of(double[] x, double[] y) {
        if (x.length == 0) {
            throw new IllegalArgumentException("there is no complete point");
        }
        double west = Arrays.stream(x).min().orElseThrow();
        double south = Arrays.stream(y).min().orElseThrow();
        double width = Arrays.stream(x).max().orElseThrow() - west;
        double height = Arrays.stream(y).max().orElseThrow() - south;
        double extent = Math.max(width, height);
        double along = nearest(x, y);
        if (!(extent > 0)) {
            return new SupportedSpacing(Double.POSITIVE_INFINITY, along);
        }
        double mean = Math.sqrt(Math.max(width * height, 0.01 * extent * extent) / x.length);
        for (double size = Math.max(0.5 * mean, 1e-4 * extent); size < 0.25 * extent; size *= GROWTH) {
            if (filled(x, y, west, south, size) >= FILLED) {
                return new SupportedSpacing(size, along);
            }
        }
        return new SupportedSpacing(Math.max(mean, extent / x.length), along);
    }

    private static double filled(double[] x, double[] y, double west, double south, double size) {
        double east = Arrays.stream(x).max().orElseThrow();
        double north = Arrays.stream(y).max().orElseThrow();
        int columns = (int) ((east - west) / size) + 2;
        int rows = (int) ((north - south) / size) + 1;
        BitSet occupied = new BitSet(columns * rows);
        for (int i = 0; i < x.length; i++) {
            int row = (int) ((y[i] - south) / size);
            int column = (int) ((x[i] - west) / size);
            occupied.set(row * columns + column);
        }
        int along = 0;
        int across = 0;
        for (int b = occupied.nextSetBit(0); b >= 0; b = occupied.nextSetBit(b + 1)) {
            // the last column stays empty, so a row never touches the next
            along += occupied.get(b + 1) ? 1 : 0;
            across += occupied.get(b + columns) ? 1 : 0;
        }
        // the worse direction counts: lines fill their own long before the other
        return Math.min(along, across) / (double) occupied.cardinality();
    }

    /** Median distance to the nearest other place, from a sample. */
    private static double nearest(double[] x, double[] y) {
        Neighbours index = new Neighbours(x, y);
        Neighbours.Found found = new Neighbours.Found(4);
        int step = Math.max(1, x.length / SAMPLE);
        double[] distance = new double[(x.length + step - 1) / step];
        int n = 0;
        for (int i = 0; i < x.length; i += step) {
            index.nearest(x[i], y[i], i, found);
            for (int k = 0; k < found.count(); k++) {
                if (found.distance(k) > 0) {
                    distance[n++] = found.distance(k);
                    break;
                }
            }
        }
        Arrays.sort(distance, 0, n);
        return n == 0 ? Double.POSITIVE_INFINITY : distance[n / 2];
    }

    /** Complete points on a plane around their middle, m. */
    private static double[][] flat(double[] lon, double[] lat, double[] value) {
        double[][] xy = new double[2][lon.length];
        int n = 0;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        double first = Double.NaN;
        for (int i = 0; i < lon.length; i++) {
            if (Double.isFinite(lon[i] + lat[i] + value[i])) {
                first = Double.isNaN(first) ? lon[i] : first;
                double turn = lon[i] - first;
                xy[0][n] = turn - 360 * Math.rint(turn / 360);
                xy[1][n++] = lat[i] * METRES_PER_DEGREE;
                south = Math.min(south, lat[i]);
                north = Math.max(north, lat[i]);
            }
        }
        double scale = METRES_PER_DEGREE * Math.cos(Math.toRadians(0.5 * (south + north)));
        for (int i = 0; i < n; i++) {
            xy[0][i] *= scale;
        }
        return new double[][] {Arrays.copyOf(xy[0], n), Arrays.copyOf(xy[1], n)};
    }
}
