package org.geoanomaly.gam.pipeline.invert;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/**
 * The cells asked for. They lie centred under the data, or exactly under them where the data's spacing is the cells'; padding surrounds
 * them sideways and is not part of the result.
 *
 * @param nx cells east
 * @param ny cells north
 * @param nz cells down
 * @param padding further columns on each side
 * @param top depth of the mesh's top below height 0, m; NaN for 0, or the lowest observation if that is deeper
 */
public record InvertMesh(int nx, int ny, int nz, Spacing spacing, int padding, double top) {
    private static final long MAX_CELLS = 1L << 28;

    /** Sizes of a cell, m. */
    public record Spacing(double dx, double dy, double dz) {}

    public InvertMesh {
        boolean positive = nx > 0 && ny > 0 && nz > 0 && padding >= 0 && padding < 10_000;
        if (!positive || (nx + 2L * padding) * (ny + 2L * padding) > MAX_CELLS / Math.max(1, nz)) {
            throw new ConfigurationException(
                    "a mesh of " + nx + " x " + ny + " x " + nz + " cells with " + padding
                            + " columns of padding is not possible",
                    "give --cells as three positive numbers, such as 64,64,32; at most " + MAX_CELLS + " cells in all",
                    null);
        }
        double product = spacing.dx() * spacing.dy() * spacing.dz();
        if (!(spacing.dx() > 0 && spacing.dy() > 0 && spacing.dz() > 0) || !Double.isFinite(product)) {
            throw new ConfigurationException(
                    "cells of " + spacing.dx() + " x " + spacing.dy() + " x " + spacing.dz() + " m are not possible",
                    "give --spacing as three positive sizes in metres, such as 100,100,50",
                    null);
        }
    }

    /** The mesh under observations, with padding. */
    RegularMesh under(InvertData data) {
        double[] thickness = new double[nz];
        Arrays.fill(thickness, spacing.dz());
        double west = edge(data.easting(), nx, spacing.dx()) - padding * spacing.dx();
        double south = edge(data.northing(), ny, spacing.dy()) - padding * spacing.dy();
        double height = Double.isNaN(top) ? Math.min(0.0, data.lowest()) : -top;
        return RegularMesh.of(
                new double[] {west, south, height},
                nx + 2 * padding,
                ny + 2 * padding,
                new double[] {spacing.dx(), spacing.dy()},
                thickness);
    }

    /** The western edge of n cells centred on positions, moved by less than half a cell so that the first position is above a centre. */
    private static double edge(double[] positions, int n, double step) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double p : positions) {
            min = Math.min(min, p);
            max = Math.max(max, p);
        }
        double edge = 0.5 * (min + max) - 0.5 * n * step;
        double offset = (min - edge) / step - 0.5;
        return edge + (offset - Math.rint(offset)) * step;
    }
}
