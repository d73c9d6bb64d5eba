package org.geoanomaly.gam.grid.geometry;

/** Whether a value stands for its whole cell (pixel is area) or for a point at the cell's centre (pixel is point, grid node). */
public enum Registration {
    CELL,
    NODE
}
