package org.geoanomaly.gam.pipeline.eastup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.los.EastUp;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.reproject.FromWgs84;

/**
 * Motion east and up in the cells of a grid whose edges are whole multiples of the cell, as the Ortho product of EGMS has them. In each cell all
 * points of all tracks enter one least-squares problem, weighted by their uncertainties; where there are more points than unknowns and they
 * scatter more than they should, the stated deviations grow by that.
 */
public final class EastUpGrid {
    /** Looks whose eastward parts are nearer to zero than this are from neither side. */
    private static final double SIDE = 0.1;

    private static final long MOST_CELLS = 100_000_000;
    /** Points within this part of a cell below an edge are on it: rounding of the projection must not move them. */
    private static final double ON_EDGE = 1e-7;

    private final GridGeometry geometry;
    private final Unit unit;
    private final float[] east;
    private final float[] up;
    private final float[] eastDeviation;
    private final float[] upDeviation;
    private final float[] fromWest;
    private final float[] fromEast;
    private final List<String> notes;

    private EastUpGrid(GridGeometry geometry, Unit unit, List<String> notes) {
        this.geometry = geometry;
        this.unit = unit;
        this.notes = List.copyOf(notes);
        int n = geometry.columns() * geometry.rows();
        this.east = nans(n);
        this.up = nans(n);
        this.eastDeviation = nans(n);
        this.upDeviation = nans(n);
        this.fromWest = new float[n];
        this.fromEast = new float[n];
    }

    private static float[] nans(int n) {
        float[] out = new float[n];
        Arrays.fill(out, Float.NaN);
        return out;
    }

    /**
     * Solves.
     *
     * @param points line-of-sight displacements or velocities
     * @param crs projected, metres
     * @param cell side of a cell, m
     * @param northDeviation of the motion north about zero, in the unit of the points; 0 to neglect it
     * @throws PreprocessingException if no cell was seen from both sides
     */
    public static EastUpGrid of(RawData.Points points, Crs crs, double cell, double northDeviation) {
        double[] lon = points.column(RawData.Points.LONGITUDE);
        double[] lat = points.column(RawData.Points.LATITUDE);
        FromWgs84 project = new FromWgs84(crs);
        double[] at = new double[2];
        long[] column = new long[lon.length];
        long[] row = new long[lon.length];
        long[] box = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
        for (int i = 0; i < lon.length; i++) {
            if (!project.transform(lon[i], lat[i], at)) {
                throw new PreprocessingException(
                        "the point " + lon[i] + ", " + lat[i] + " has no image in " + crs.id(),
                        "choose another reference system with --crs",
                        null);
            }
            column[i] = (long) Math.floor(at[0] / cell + ON_EDGE);
            row[i] = (long) Math.floor(at[1] / cell + ON_EDGE);
            box[0] = Math.min(box[0], column[i]);
            box[1] = Math.max(box[1], column[i]);
            box[2] = Math.min(box[2], row[i]);
            box[3] = Math.max(box[3], row[i]);
        }
        long columns = box[1] - box[0] + 1;
        long rows = box[3] - box[2] + 1;
        if (columns > MOST_CELLS || rows > MOST_CELLS || columns * rows > MOST_CELLS) {
            throw new PreprocessingException(
                    "a grid of " + columns + " x " + rows + " cells of " + cell + " m is too large",
                    "choose a larger --cell or an area with --bbox",
                    null);
        }
        GridGeometry geometry = new GridGeometry(
                crs, box[0] * cell, (box[3] + 1) * cell, cell, cell, (int) columns, (int) rows, Registration.CELL);
        int[] cells = new int[lon.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (int) ((box[3] - row[i]) * columns + column[i] - box[0]);
        }
        EastUpGrid grid =
                new EastUpGrid(geometry, points.facts().unit(), points.facts().notes());
        grid.solve(points, cells, northDeviation);
        if (grid.cells() == 0) {
            throw new PreprocessingException(
                    "no cell of " + cell + " m was seen from both sides",
                    "give products of an ascending and of a descending track that overlap, or a larger --cell",
                    null);
        }
        return grid;
    }

    private void solve(RawData.Points points, int[] cells, double northDeviation) {
        int[] start = new int[east.length + 1];
        for (int c : cells) {
            start[c + 1]++;
        }
        for (int c = 0; c < east.length; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        int[] order = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            order[next[cells[i]]++] = i;
        }
        double[] deviation = deviations(points);
        for (int c = 0; c < east.length; c++) {
            if (start[c + 1] > start[c]) {
                solve(points, deviation, c, Arrays.copyOfRange(order, start[c], start[c + 1]), northDeviation);
            }
        }
    }

    private static double[] deviations(RawData.Points points) {
        double[] stated = points.find(RawData.Points.UNCERTAINTY).orElseGet(() -> {
            double[] ones = new double[points.rows()];
            Arrays.fill(ones, Double.NaN);
            return ones;
        });
        double[] known = Arrays.stream(stated).filter(v -> v > 0).sorted().toArray();
        double usual = known.length == 0 ? 1 : known[known.length / 2];
        return Arrays.stream(stated).map(v -> v > 0 ? v : usual).toArray();
    }

    private void solve(RawData.Points points, double[] deviations, int cell, int[] members, double northDeviation) {
        double[] values = points.column(RawData.Points.VALUE);
        double[][] los = {
            points.column(LosNames.LOS_EAST), points.column(LosNames.LOS_NORTH), points.column(LosNames.LOS_UP)
        };
        double[] value = new double[members.length];
        double[] deviation = new double[members.length];
        double[][] look = new double[members.length][];
        for (int k = 0; k < members.length; k++) {
            int i = members[k];
            value[k] = values[i];
            deviation[k] = deviations[i];
            look[k] = new double[] {los[0][i], los[1][i], los[2][i]};
            // where the satellite stood
            fromEast[cell] += look[k][0] > SIDE ? 1 : 0;
            fromWest[cell] += look[k][0] < -SIDE ? 1 : 0;
        }
        if (fromEast[cell] == 0 || fromWest[cell] == 0) {
            return;
        }
        EastUp answer = EastUp.of(value, deviation, look, northDeviation);
        if (!Double.isFinite(answer.east() + answer.up())) {
            return;
        }
        double growth = growth(answer, value, deviation, look);
        east[cell] = (float) answer.east();
        up[cell] = (float) answer.up();
        eastDeviation[cell] = (float) (growth * answer.eastDeviation());
        upDeviation[cell] = (float) (growth * answer.upDeviation());
    }

    /** Square root of the reduced χ², not less than 1. */
    private static double growth(EastUp answer, double[] value, double[] deviation, double[][] look) {
        if (value.length < 3) {
            return 1;
        }
        double sum = 0;
        for (int k = 0; k < value.length; k++) {
            double r = (value[k] - answer.east() * look[k][0] - answer.up() * look[k][2]) / deviation[k];
            sum += r * r;
        }
        return Math.max(1, Math.sqrt(sum / (value.length - 2)));
    }

    /** Number of cells with an answer. */
    public int cells() {
        int n = 0;
        for (float v : up) {
            n += Float.isNaN(v) ? 0 : 1;
        }
        return n;
    }

    public GridGeometry geometry() {
        return geometry;
    }

    /** Of the motions: mm/yr for velocities, m for displacements. */
    public Unit unit() {
        return unit;
    }

    /** What was read and left out. */
    public List<String> notes() {
        return notes;
    }

    /** One layer; values with row 0 in the north, NaN where there is no answer. */
    public static final class Layer {
        private final String name;
        private final String title;
        private final FloatGrid grid;

        Layer(String name, String title, FloatGrid grid) {
            this.name = name;
            this.title = title;
            this.grid = grid;
        }

        /** Name in files. */
        public String name() {
            return name;
        }

        /** In words. */
        public String title() {
            return title;
        }

        public FloatGrid grid() {
            return grid;
        }
    }

    private Layer layer(String name, String title, Unit of, float[] values) {
        return new Layer(name, title, new FloatGrid(geometry, of, values));
    }

    /** Everything, in the order of files. */
    public List<Layer> layers() {
        boolean velocity = unit.dimension() == Unit.Dimension.VELOCITY;
        String what = velocity ? "velocity" : "displacement";
        List<Layer> layers = new ArrayList<>();
        layers.add(layer("east_" + what, "eastward " + what, unit, east));
        layers.add(layer("up_" + what, "upward " + what, unit, up));
        layers.add(layer("east_uncertainty", "standard deviation of the eastward " + what, unit, eastDeviation));
        layers.add(layer("up_uncertainty", "standard deviation of the upward " + what, unit, upDeviation));
        layers.add(layer("points_from_west", "points seen by a satellite in the west", Unit.DIMENSIONLESS, fromWest));
        layers.add(layer("points_from_east", "points seen by a satellite in the east", Unit.DIMENSIONLESS, fromEast));
        return layers;
    }
}
