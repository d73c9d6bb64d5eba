package org.geoanomaly.gam.pipeline.preprocess.station;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;

/** Chooses the readings of a tile from a table and places them in the tile's frame. */
public final class Selection {
    /** Mean radius of the Earth, m; the selection by it is generous and a second, exact one follows. */
    private static final double EARTH_RADIUS = 6_371_000;

    private static final double GENEROUS = 1.02;

    private final TileArea area;
    private final Nodes nodes;
    private final double margin;

    /** @param margin readings this far outside the lattice still help at its edges, m */
    public Selection(TileArea area, Nodes nodes, double margin) {
        this.area = area;
        this.nodes = nodes;
        this.margin = margin;
    }

    /**
     * The complete readings in reach of the tile.
     *
     * @param notes counts of what is left out
     * @throws PreprocessingException if there are none, saying where the readings lie
     */
    public Readings of(RawData.Points points, List<String> notes) {
        String modality = points.facts().modality();
        double[] lon = points.column(RawData.Points.LONGITUDE);
        double[] lat = points.column(RawData.Points.LATITUDE);
        double[] value = points.column(RawData.Points.VALUE);
        requireValues(modality, value);
        int[] near = new int[points.rows()];
        int n = 0;
        int missing = 0;
        for (int i = 0; i < points.rows(); i++) {
            if (!Double.isFinite(lon[i] + lat[i] + value[i])) {
                missing++;
            } else if (near(lon[i], lat[i])) {
                near[n++] = i;
            }
        }
        Readings found = place(points, Arrays.copyOf(near, n));
        if (missing > 0) {
            notes.add(missing + " of " + points.rows() + " readings have no value or no place and were left out.");
        }
        int outside = points.rows() - missing - found.size();
        if (found.size() == 0) {
            throw nothing(modality, lon, lat);
        }
        if (outside > 0) {
            notes.add(outside + " readings lie outside this tile and were not used here.");
        }
        return found;
    }

    private static void requireValues(String modality, double[] value) {
        if (value.length == 0) {
            throw new PreprocessingException(
                    "there is no " + modality + " reading in the area",
                    "choose another data.bbox, or leave " + modality + " out of data.modalities",
                    null);
        }
        if (Arrays.stream(value).noneMatch(Double::isFinite)) {
            throw new PreprocessingException(
                    "all " + value.length + " " + modality + " values are missing",
                    "check the value column and the nodata value of data.sources." + modality,
                    null);
        }
    }

    /** Whether a place is within reach of the frame's centre, by the angle between the two. */
    private boolean near(double lon, double lat) {
        LocalFrame frame = area.frame();
        double phi = Math.toRadians(lat);
        double middle = Math.toRadians(frame.latitude());
        double cos = Math.sin(phi) * Math.sin(middle)
                + Math.cos(phi) * Math.cos(middle) * Math.cos(Math.toRadians(lon - frame.longitude()));
        double reach = GENEROUS * nodes.reach(margin) / EARTH_RADIUS + 1e-4;
        return Math.abs(lat) <= 90 && (reach >= Math.PI || cos >= Math.cos(reach));
    }

    private Readings place(RawData.Points points, int[] rows) {
        double[] lon = points.column(RawData.Points.LONGITUDE);
        double[] lat = points.column(RawData.Points.LATITUDE);
        double[][] xy = new double[2][rows.length];
        int[] kept = new int[rows.length];
        double[] at = new double[2];
        int n = 0;
        for (int row : rows) {
            area.frame().toLocal(lon[row], lat[row], at);
            if (nodes.covers(at[0], at[1], margin)) {
                xy[0][n] = at[0];
                xy[1][n] = at[1];
                kept[n++] = row;
            }
        }
        int[] chosen = Arrays.copyOf(kept, n);
        Double level = points.facts().heightM();
        Double epoch = points.facts().epoch();
        Readings.Places places = new Readings.Places(
                column(points, RawData.Points.LONGITUDE, chosen, Double.NaN),
                column(points, RawData.Points.LATITUDE, chosen, Double.NaN),
                Arrays.copyOf(xy[0], n),
                Arrays.copyOf(xy[1], n),
                column(points, RawData.Points.HEIGHT, chosen, level == null ? Double.NaN : level));
        return new Readings(
                places,
                column(points, RawData.Points.VALUE, chosen, Double.NaN),
                column(points, RawData.Points.UNCERTAINTY, chosen, Double.NaN),
                column(points, "year", chosen, epoch == null ? Double.NaN : epoch));
    }

    private static double[] column(RawData.Points points, String name, int[] rows, double unknown) {
        double[] out = new double[rows.length];
        Arrays.fill(out, unknown);
        points.find(name).ifPresent(from -> {
            for (int i = 0; i < rows.length; i++) {
                out[i] = Double.isFinite(from[rows[i]]) ? from[rows[i]] : unknown;
            }
        });
        return out;
    }

    private PreprocessingException nothing(String modality, double[] lon, double[] lat) {
        int exchanged = 0;
        for (int i = 0; i < lon.length; i++) {
            exchanged += Double.isFinite(lon[i] + lat[i]) && near(lat[i], lon[i]) ? 1 : 0;
        }
        String key = "data.sources." + modality + ".columns";
        if (2 * exchanged > lon.length || outOfRange(lat)) {
            return new PreprocessingException(
                    "none of the " + lon.length + " " + modality + " readings lies in the tile around "
                            + where() + ", but with longitude and latitude exchanged "
                            + exchanged + " of them do",
                    "name the columns in " + key + ".longitude and " + key + ".latitude",
                    null);
        }
        return new PreprocessingException(
                "none of the " + lon.length + " " + modality + " readings lies in the tile around " + where()
                        + "; they span longitudes " + span(lon) + " and latitudes " + span(lat),
                "check data.bbox, or the columns named in " + key,
                null);
    }

    private static boolean outOfRange(double[] lat) {
        return Arrays.stream(lat).anyMatch(v -> Math.abs(v) > 90);
    }

    private String where() {
        return Math.round(area.frame().latitude() * 100) / 100.0 + ", "
                + Math.round(area.frame().longitude() * 100) / 100.0 + " (latitude, longitude)";
    }

    private static String span(double[] degrees) {
        return Arrays.stream(degrees).filter(Double::isFinite).min().orElse(Double.NaN) + " to "
                + Arrays.stream(degrees).filter(Double::isFinite).max().orElse(Double.NaN);
    }
}
