package org.geoanomaly.gam.pipeline.config;

/**
 * {@code modeling.mesh}: the cells below the working grid.
 *
 * @param layers number of layers
 * @param maxDepthKm depth of the lowest face
 * @param growth ratio of the thicknesses of neighbouring layers, 1 for equal ones
 * @param paddingCells columns added on each side, so that sources outside do not press into the model
 */
public record MeshSpec(int layers, double maxDepthKm, double growth, int paddingCells) {
    public static final MeshSpec DEFAULT = new MeshSpec(20, 20, 1.1, 8);

    static MeshSpec read(SectionReader in) {
        return new MeshSpec(
                in.integer("layers", DEFAULT.layers, 1, 1000),
                in.number("max_depth_km", DEFAULT.maxDepthKm, Limits.upTo(700)),
                in.number("growth", DEFAULT.growth, Limits.between(1, 3)),
                in.integer("padding_cells", DEFAULT.paddingCells, 0, 1000));
    }
}
