package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;

/**
 * {@code modeling.mesh}: the cells below the working grid. What is 0 is chosen from the data.
 *
 * @param cellKm horizontal size of a cell; 0 for the spacing that the data support, but nothing finer than {@code
 *     preprocessing.grid_res}
 * @param layers number of layers; 0 for as many as the growth gives down to the greatest depth
 * @param maxDepthKm depth of the lowest face; 0 for a depth that goes with the extent
 * @param growth ratio of the thicknesses of neighbouring layers, 1 for equal ones
 * @param paddingCells columns added on each side, so that sources outside do not press into the model
 */
public record MeshSpec(double cellKm, int layers, double maxDepthKm, double growth, int paddingCells)
        implements Serializable {
    public static final MeshSpec DEFAULT = new MeshSpec(0, 0, 0, 1.1, 8);

    static MeshSpec read(SectionReader in) {
        return new MeshSpec(
                in.number("cell_km", DEFAULT.cellKm, new Limits(0, 1000, false)),
                in.integer("layers", DEFAULT.layers, 0, 1000),
                in.number("max_depth_km", DEFAULT.maxDepthKm, new Limits(0, 700, false)),
                in.number("growth", DEFAULT.growth, Limits.between(1, 3)),
                in.integer("padding_cells", DEFAULT.paddingCells, 0, 1000));
    }
}
