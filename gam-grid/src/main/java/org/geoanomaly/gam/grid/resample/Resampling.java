package org.geoanomaly.gam.grid.resample;

/** How values move from a source grid to a target grid. */
public enum Resampling {
    /**
     * The triangle kernel 1 - |t|, widened by the decimation ratio where the target is coarser, as GDAL's warper does: plain
     * 4-neighbour interpolation up to a ratio of 1/0.95, anti-aliased beyond.
     */
    BILINEAR,
    /** Mean of the source cells that the target cell covers, weighted by the overlap of the two. */
    AVERAGE,
    /** The source cell in which the target centre lies. */
    NEAREST
}
