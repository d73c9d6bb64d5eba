package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;

/** Takes the points of a tile out of a table, in its plane, in metres. */
final class LosSelection {
    private static final double GROUND_M = 20;
    private static final double GROUND_M_PER_YEAR = 5;

    private final RawData.Points points;
    private final TileArea area;
    private final Nodes nodes;

    LosSelection(RawData.Points points, TileArea area, Nodes nodes) {
        this.points = points;
        this.area = area;
        this.nodes = nodes;
    }

    /** The points; heights, uncertainties, coherence and components are NaN where nobody states them. */
    LosPoints select(List<String> notes) {
        double factor = factor();
        double[][] from = {
            null,
            null,
            column(RawData.Points.HEIGHT),
            column(RawData.Points.VALUE),
            column(RawData.Points.UNCERTAINTY),
            points.column(LosNames.LOS_EAST),
            points.column(LosNames.LOS_NORTH),
            points.column(LosNames.LOS_UP),
            column(LosNames.COHERENCE),
            column(LosNames.COMPONENT),
            points.column(LosNames.TRACK)
        };
        double[] lon = points.column(RawData.Points.LONGITUDE);
        double[] lat = points.column(RawData.Points.LATITUDE);
        double[][] out = new double[LosPoints.COLUMNS][points.rows()];
        double[] at = new double[2];
        int n = 0;
        int outside = 0;
        int unusable = 0;
        for (int i = 0; i < points.rows(); i++) {
            double look = from[5][i] + from[6][i] + from[7][i];
            if (!Double.isFinite(lon[i] + lat[i] + from[LosPoints.VALUE][i] + look)) {
                unusable++;
                continue;
            }
            area.frame().toLocal(lon[i], lat[i], at);
            if (!nodes.covers(at[0], at[1], 0)) {
                outside++;
                continue;
            }
            out[0][n] = at[0];
            out[1][n] = at[1];
            for (int c = 2; c < LosPoints.COLUMNS; c++) {
                out[c][n] = from[c][i];
            }
            out[LosPoints.VALUE][n] *= factor;
            out[LosPoints.UNCERTAINTY][n] *= factor;
            n++;
        }
        count(notes, unusable, "points have no value, place or line of sight and were left out.");
        count(notes, outside, "points lie outside this tile and were not used here.");
        for (int c = 0; c < out.length; c++) {
            out[c] = Arrays.copyOf(out[c], n);
        }
        if (n == 0) {
            throw new PreprocessingException(
                    "no insar point lies in the tile around "
                            + String.format(
                                    Locale.ROOT,
                                    "%.3f, %.3f",
                                    area.frame().latitude(),
                                    area.frame().longitude())
                            + " (latitude, longitude)",
                    "check data.bbox",
                    null);
        }
        requirePlausible(out[LosPoints.VALUE]);
        return new LosPoints(out);
    }

    private static void count(List<String> notes, int n, String what) {
        if (n > 0) {
            notes.add(n + " " + what);
        }
    }

    private double[] column(String name) {
        return points.find(name).orElseGet(() -> {
            double[] none = new double[points.rows()];
            Arrays.fill(none, Double.NaN);
            return none;
        });
    }

    private boolean velocity() {
        return points.facts().unit().dimension() == Unit.Dimension.VELOCITY;
    }

    /** From the unit of the table to metres, or metres a year. */
    private double factor() {
        Unit unit = points.facts().unit();
        if (!velocity() && unit.dimension() != Unit.Dimension.LENGTH) {
            throw new PreprocessingException(
                    "the insar data are in " + unit.symbol()
                            + ", which is no unit of a displacement: phase must be converted with its wavelength first",
                    "state the format and the unit under data.sources.insar",
                    null);
        }
        return unit.factorTo(velocity() ? Unit.METRE_PER_YEAR : Unit.METRE);
    }

    /** Millimetres or radians taken for metres show by their size. */
    private void requirePlausible(double[] value) {
        double[] size = Arrays.stream(value).map(Math::abs).sorted().toArray();
        double most = size[(int) (0.99 * (size.length - 1))];
        double limit = velocity() ? GROUND_M_PER_YEAR : GROUND_M;
        if (most > limit) {
            throw new PreprocessingException(
                    String.format(
                            Locale.ROOT,
                            "the insar data would be motions of up to %.3g m%s, more than the ground makes; they are in another"
                                    + " unit than %s",
                            most,
                            velocity() ? "/yr" : "",
                            points.facts().unit().symbol()),
                    "state the right unit under data.sources.insar.unit: mm, cm, m, rad, mm/yr or m/yr",
                    null);
        }
    }
}
