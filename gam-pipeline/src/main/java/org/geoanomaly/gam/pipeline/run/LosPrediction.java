package org.geoanomaly.gam.pipeline.run;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.deformation.los.EastUp;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.preprocess.station.Neighbours;

/**
 * Predictions for the squares of a quadtree as filled squares on the lattice that shows the data: a node takes that of the nearest observation, of
 * the first track or, where the lattice shows motion up, of each track, solved for it.
 */
final class LosPrediction {
    /** Looks whose eastward parts are nearer to zero than this are from neither side. */
    private static final double SIDE = 0.1;

    private final Observations observed;
    private final double[] predicted;
    private final int[][] members;
    private final Neighbours[] index;
    private final boolean up;

    private LosPrediction(Observations observed, double[] predicted) {
        this.observed = observed;
        this.predicted = predicted;
        double[] track = column(LosNames.TRACK);
        double[] numbers = Arrays.stream(track).sorted().distinct().toArray();
        this.members = Arrays.stream(numbers)
                .mapToObj(t -> IntStream.range(0, track.length)
                        .filter(i -> track[i] == t)
                        .toArray())
                .toArray(int[][]::new);
        this.index = Arrays.stream(members)
                .map(m -> new Neighbours(pick(observed.easting(), m), pick(observed.northing(), m)))
                .toArray(Neighbours[]::new);
        double[] east = column(LosNames.LOS_EAST);
        this.up = Arrays.stream(east).anyMatch(e -> e < -SIDE)
                && Arrays.stream(east).anyMatch(e -> e > SIDE);
    }

    /** Whether observations are displacements along lines of sight. */
    static boolean suits(Observations observed) {
        return observed.size() > 0 && observed.further().containsKey(LosNames.TRACK);
    }

    /** Values at the nodes of a lattice that have data; NaN elsewhere. */
    static float[] on(Lattice lattice, Observations observed, double[] predicted) {
        LosPrediction all = new LosPrediction(observed, predicted);
        float[] out = new float[lattice.columns() * lattice.rows()];
        Neighbours.Found found = new Neighbours.Found(1);
        for (int k = 0; k < out.length; k++) {
            int row = k / lattice.columns();
            double e = lattice.west() + (k % lattice.columns()) * lattice.spacing();
            double n = lattice.south() + row * lattice.spacing();
            out[k] = Float.isNaN(lattice.value()[k]) ? Float.NaN : (float) all.at(e, n, found);
        }
        return out;
    }

    private double at(double easting, double northing, Neighbours.Found found) {
        int tracks = up ? members.length : 1;
        double[] value = new double[tracks];
        double[] deviation = new double[tracks];
        double[][] look = new double[tracks][];
        for (int t = 0; t < tracks; t++) {
            index[t].nearest(easting, northing, -1, found);
            int i = members[t][found.row(0)];
            value[t] = predicted[i];
            deviation[t] = observed.uncertainty()[i];
            look[t] = new double[] {
                column(LosNames.LOS_EAST)[i], column(LosNames.LOS_NORTH)[i], column(LosNames.LOS_UP)[i]
            };
        }
        return up ? EastUp.of(value, deviation, look, 0).up() : value[0];
    }

    private double[] column(String name) {
        double[] column = observed.further().get(name);
        if (column == null) {
            throw new IllegalArgumentException("observations along a line of sight have no " + name);
        }
        return column;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
