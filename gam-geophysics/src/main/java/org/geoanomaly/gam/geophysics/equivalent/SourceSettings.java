package org.geoanomaly.gam.geophysics.equivalent;

import java.util.List;

/**
 * How to fit equivalent sources. Where a list has several entries, block cross-validation on a sample of the stations chooses.
 *
 * @param kernel field of one source
 * @param spacing distance of stations, or of lines, that is resolved in every direction, m; 0 estimates it. It is the side of held-out blocks
 * @param blocks sides of the blocks of the finest layer, in spacings
 * @param depths depths of a layer below the lowest station of a block, in sides of its blocks
 * @param dampings squared amplitude, against that of long waves, below which a wave is damped: small ones fit noise
 * @param folds parts of the cross-validation; 0 leaves it out, and with it uncertainties
 * @param maxIterations of conjugate gradients for each layer
 * @param seed of the order in which blocks are drawn for folds and sample
 */
public record SourceSettings(
        LayerKernel kernel,
        double spacing,
        List<Double> blocks,
        List<Double> depths,
        List<Double> dampings,
        int folds,
        int maxIterations,
        long seed) {
    public SourceSettings {
        blocks = List.copyOf(blocks);
        depths = List.copyOf(depths);
        dampings = List.copyOf(dampings);
        requirePositive("block", blocks);
        requirePositive("depth", depths);
        requirePositive("damping", dampings);
        if (!(spacing >= 0) || !Double.isFinite(spacing) || folds < 0 || folds == 1 || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "spacing must be at least 0, folds 0 or at least 2, iterations positive: " + spacing + ", " + folds
                            + ", " + maxIterations);
        }
    }

    private static void requirePositive(String what, List<Double> values) {
        if (values.isEmpty() || values.stream().anyMatch(v -> !(v > 0) || v.isInfinite())) {
            throw new IllegalArgumentException("each " + what + " must be positive: " + values);
        }
    }

    /** For gravity, and for continuation and gridding of any potential field. */
    public static SourceSettings standard() {
        return new SourceSettings(
                new LayerKernel.Attraction(),
                0,
                List.of(0.5),
                List.of(1.0, 2.0),
                List.of(1e-5, 1e-3, 1e-2, 1e-1),
                4,
                20,
                20_240_229L);
    }

    public SourceSettings with(LayerKernel other) {
        return new SourceSettings(other, spacing, blocks, depths, dampings, folds, maxIterations, seed);
    }

    public SourceSettings withSpacing(double other) {
        return new SourceSettings(kernel, other, blocks, depths, dampings, folds, maxIterations, seed);
    }

    public SourceSettings withFolds(int other) {
        return new SourceSettings(kernel, spacing, blocks, depths, dampings, other, maxIterations, seed);
    }

    /** With one block, depth and damping: nothing is left to choose. */
    public SourceSettings fixed(double block, double depth, double damping) {
        return new SourceSettings(
                kernel, spacing, List.of(block), List.of(depth), List.of(damping), folds, maxIterations, seed);
    }
}
