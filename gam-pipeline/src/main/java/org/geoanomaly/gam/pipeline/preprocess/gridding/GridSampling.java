package org.geoanomaly.gam.pipeline.preprocess.gridding;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;
import org.jspecify.annotations.Nullable;

/**
 * Values of a published grid at the nodes, by the kernel of the resampler. Uncertainties are resampled as they are, not divided by the root of the
 * number of cells: errors of neighbouring cells of a compilation are alike.
 */
public final class GridSampling {
    private final Nodes nodes;
    private final Floor floor;
    private final Workers workers;

    public GridSampling(Nodes nodes, Floor floor, Workers workers) {
        this.nodes = nodes;
        this.floor = floor;
        this.workers = workers;
    }

    /**
     * The values at the nodes.
     *
     * @param uncertainty of the grid, null if unknown
     * @param height of each node, m
     * @param notes where the uncertainty comes from
     */
    public NodeValues of(TileWindow grid, @Nullable TileWindow uncertainty, double[] height, List<String> notes) {
        double[] value = grid.at(nodes, workers);
        double least = floor.least(value);
        double[] sigma;
        if (uncertainty == null) {
            sigma = new double[value.length];
            double usual = floor.usual(value);
            Arrays.fill(sigma, usual);
            notes.add("The grid states no uncertainty; " + floor.words(usual) + " was assumed (at least "
                    + floor.words(floor.absolute()) + ", and 2 % of the amplitude).");
        } else {
            sigma = uncertainty.at(nodes, workers);
            int unknown = 0;
            double usual = floor.usual(value);
            for (int k = 0; k < sigma.length; k++) {
                boolean known = sigma[k] > 0;
                unknown += known || Double.isNaN(value[k]) ? 0 : 1;
                sigma[k] = known ? Math.max(sigma[k], least) : usual;
            }
            if (unknown > 0) {
                notes.add("At " + unknown + " nodes the grid states no uncertainty; " + floor.words(usual)
                        + " was assumed.");
            }
        }
        for (int k = 0; k < value.length; k++) {
            sigma[k] = Double.isNaN(value[k]) ? Double.NaN : sigma[k];
        }
        return new NodeValues(value, sigma, height);
    }
}
