package org.geoanomaly.gam.formats.cog;

/** How a cell of an overview is made from the cells of the full resolution that it covers. */
public enum OverviewResampling {
    /** The mean of the valid cells, weighted by the area that the overview cell covers of each; NaN if none is valid. */
    AVERAGE,
    /** The cell that holds the overview cell's centre. */
    NEAREST
}
