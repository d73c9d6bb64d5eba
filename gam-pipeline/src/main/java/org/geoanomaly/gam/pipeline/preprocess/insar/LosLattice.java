package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.los.EastUp;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;

/** What maps and grid files show: the upward part where there are looks from two sides, else the first track. */
final class LosLattice {
    /** Looks whose eastward parts are nearer to zero than this are from neither side. */
    private static final double SIDE = 0.1;

    private final Nodes nodes;

    LosLattice(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Means of the points of one track at the nodes. */
    private static final class Cells {
        final double[] value;
        final double[] square;
        final double[][] look;
        final double[] height;
        final int[] count;

        Cells(int n) {
            value = new double[n];
            square = new double[n];
            look = new double[3][n];
            height = new double[n];
            count = new int[n];
        }
    }

    /**
     * The lattice.
     *
     * @param points all points before they are thinned out, with a height and an uncertainty each
     */
    Lattice of(LosPoints points, List<String> notes) {
        double[] tracks = points.tracks();
        Cells[] cells =
                Arrays.stream(tracks).mapToObj(t -> cells(points.track(t))).toArray(Cells[]::new);
        boolean west = Arrays.stream(points.column(LosPoints.LOS_EAST)).anyMatch(v -> v < -SIDE);
        boolean east = Arrays.stream(points.column(LosPoints.LOS_EAST)).anyMatch(v -> v > SIDE);
        boolean both = west && east;
        float[][] out = new float[3][nodes.size()];
        for (float[] column : out) {
            Arrays.fill(column, Float.NaN);
        }
        int known = 0;
        for (int k = 0; k < nodes.size(); k++) {
            if (both ? up(cells, k, out) : one(cells[0], k, out)) {
                known++;
            }
        }
        notes.add(
                both
                        ? "Grid and map show the upward part of the motion, from looks from west and east with no motion north, at "
                                + known + " nodes."
                        : "Grid and map show the displacement along the line of sight of track " + (int) tracks[0]
                                + ", at " + known + " nodes.");
        return new Lattice(
                new double[] {nodes.west(), nodes.south()},
                nodes.spacing(),
                nodes.columns(),
                nodes.rows(),
                out[0],
                out[1],
                out[2]);
    }

    private Cells cells(LosPoints track) {
        Cells cells = new Cells(nodes.size());
        for (int i = 0; i < track.size(); i++) {
            int column = (int) Math.round((track.get(LosPoints.EASTING, i) - nodes.west()) / nodes.spacing());
            int row = (int) Math.round((track.get(LosPoints.NORTHING, i) - nodes.south()) / nodes.spacing());
            if (column < 0 || row < 0 || column >= nodes.columns() || row >= nodes.rows()) {
                continue;
            }
            int k = row * nodes.columns() + column;
            double u = track.get(LosPoints.UNCERTAINTY, i);
            cells.value[k] += track.get(LosPoints.VALUE, i);
            cells.square[k] += u * u;
            cells.height[k] += track.get(LosPoints.HEIGHT, i);
            for (int c = 0; c < 3; c++) {
                cells.look[c][k] += track.get(LosPoints.LOS_EAST + c, i);
            }
            cells.count[k]++;
        }
        return cells;
    }

    private static boolean one(Cells cells, int k, float[][] out) {
        int n = cells.count[k];
        if (n == 0) {
            return false;
        }
        out[0][k] = (float) (cells.value[k] / n);
        out[1][k] = (float) (Math.sqrt(cells.square[k]) / n);
        out[2][k] = (float) (cells.height[k] / n);
        return true;
    }

    private static boolean up(Cells[] all, int k, float[][] out) {
        Cells[] here = Arrays.stream(all).filter(c -> c.count[k] > 0).toArray(Cells[]::new);
        double[] value =
                Arrays.stream(here).mapToDouble(c -> c.value[k] / c.count[k]).toArray();
        double[] deviation = Arrays.stream(here)
                .mapToDouble(c -> Math.sqrt(c.square[k]) / c.count[k])
                .toArray();
        double[][] look = Arrays.stream(here)
                .map(c ->
                        new double[] {c.look[0][k] / c.count[k], c.look[1][k] / c.count[k], c.look[2][k] / c.count[k]})
                .toArray(double[][]::new);
        boolean west = Arrays.stream(look).anyMatch(l -> l[0] < -SIDE);
        boolean east = Arrays.stream(look).anyMatch(l -> l[0] > SIDE);
        if (!west || !east) {
            return false;
        }
        EastUp answer = EastUp.of(value, deviation, look, 0);
        if (!Double.isFinite(answer.up())) {
            return false;
        }
        out[0][k] = (float) answer.up();
        out[1][k] = (float) answer.upDeviation();
        out[2][k] = (float) (here[0].height[k] / here[0].count[k]);
        return true;
    }
}
