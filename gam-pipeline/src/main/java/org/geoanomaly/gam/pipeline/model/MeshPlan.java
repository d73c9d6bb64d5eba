package org.geoanomaly.gam.pipeline.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/** The cells of a run, the same below all its tiles. Immutable. */
public final class MeshPlan {
    /** A tile is computed with so many times the greatest depth around it, so that its edge does not show in its core. */
    public static final double BUFFER_DEPTHS = 2.5;

    /** Along each side of a box so many places are looked at to find its outline in the plane. */
    private static final int OUTLINE = 64;

    private final double cellM;
    private final Map<String, Integer> coarsening;
    private final double[] thickness;
    private final double topHeight;
    private final int paddingCells;
    private final double gridStepDeg;
    private final List<String> notes;

    MeshPlan(
            double cellM,
            Map<String, Integer> coarsening,
            double[] thickness,
            double topHeight,
            int paddingCells,
            double gridStepDeg,
            List<String> notes) {
        this.cellM = cellM;
        this.coarsening = Collections.unmodifiableMap(new LinkedHashMap<>(coarsening));
        this.thickness = thickness.clone();
        this.topHeight = topHeight;
        this.paddingCells = paddingCells;
        this.gridStepDeg = gridStepDeg;
        this.notes = List.copyOf(notes);
    }

    /** Width of a column, m. */
    public double cellM() {
        return cellM;
    }

    /** For each modality, how many columns of the mesh, each way, make one of its own: 1, 2, 4, 8 or 16. */
    public Map<String, Integer> coarsening() {
        return coarsening;
    }

    /** Thickness of each layer from the top down, m. */
    public double[] thickness() {
        return thickness.clone();
    }

    /** Depth of the lowest face, m. */
    public double maxDepthM() {
        double sum = 0;
        for (double t : thickness) {
            sum += t;
        }
        return sum;
    }

    /** Width of the buffer around a tile, m. */
    public double bufferM() {
        return BUFFER_DEPTHS * maxDepthM();
    }

    /** Height of the mesh's top above sea level, m. */
    public double topHeight() {
        return topHeight;
    }

    /** Columns of padding that an inverter adds on each side, in columns of its own mesh. */
    public int paddingCells() {
        return paddingCells;
    }

    /** Step of the region's products in degrees. */
    public double gridStepDeg() {
        return gridStepDeg;
    }

    /** What a reader should know about the choice. */
    public List<String> notes() {
        return notes;
    }

    /** nx and ny are multiples of this. */
    public int largestFactor() {
        return coarsening.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** The same with another height of the top, as when the lowest observation of a tile is known. */
    public MeshPlan withTop(double height) {
        return new MeshPlan(cellM, coarsening, thickness, height, paddingCells, gridStepDeg, notes);
    }

    /**
     * The mesh below a box: it covers the box's outline in the plane, is centred on it, and its numbers of columns are multiples of every
     * factor in {@link #coarsening}.
     *
     * @param extent core and buffer of a tile
     * @throws IllegalArgumentException if there would be more than 2³⁰ cells
     */
    public RegularMesh meshOf(BoundingBox extent, LocalFrame frame) {
        double[] box = outline(extent, frame);
        int factor = largestFactor();
        int nx = columns(box[1] - box[0], factor);
        int ny = columns(box[3] - box[2], factor);
        double west = 0.5 * (box[0] + box[1]) - 0.5 * nx * cellM;
        double south = 0.5 * (box[2] + box[3]) - 0.5 * ny * cellM;
        return RegularMesh.of(new double[] {west, south, topHeight}, nx, ny, new double[] {cellM, cellM}, thickness);
    }

    /** The mesh on which a modality works: blocks of the tile's columns, the same layers. */
    public RegularMesh meshFor(String modality, RegularMesh tile) {
        return coarsened(tile, coarsening.getOrDefault(modality, 1));
    }

    /** A mesh of f × f columns of another one taken together. */
    public static RegularMesh coarsened(RegularMesh mesh, int f) {
        if (f < 1 || mesh.nx() % f != 0 || mesh.ny() % f != 0) {
            throw new IllegalArgumentException(
                    mesh.nx() + " x " + mesh.ny() + " columns do not make blocks of " + f + " x " + f);
        }
        double[] layers = new double[mesh.nz()];
        for (int k = 0; k < layers.length; k++) {
            layers[k] = mesh.thickness(k);
        }
        return RegularMesh.of(
                new double[] {mesh.west(0), mesh.south(0), mesh.top()},
                mesh.nx() / f,
                mesh.ny() / f,
                new double[] {f * mesh.dx(), f * mesh.dy()},
                layers);
    }

    private int columns(double width, int factor) {
        return factor * Math.max(1, (int) Math.ceil(width / (factor * cellM) - 1e-6));
    }

    /** West, east, south and north of a box's outline in the plane, m. */
    private static double[] outline(BoundingBox box, LocalFrame frame) {
        double[] r = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        double[] out = new double[2];
        for (int s = 0; s <= OUTLINE; s++) {
            double part = (double) s / OUTLINE;
            double lon = BoundingBox.normalizeLongitude(box.west() + part * box.width());
            double east = BoundingBox.normalizeLongitude(box.west() + box.width());
            double lat = box.south() + part * box.height();
            double[][] places = {{lon, box.south()}, {lon, box.north()}, {box.west(), lat}, {east, lat}};
            for (double[] p : places) {
                frame.toLocal(p[0], p[1], out);
                r[0] = Math.min(r[0], out[0]);
                r[1] = Math.max(r[1], out[0]);
                r[2] = Math.min(r[2], out[1]);
                r[3] = Math.max(r[3], out[1]);
            }
        }
        return r;
    }

    /** The same mesh with columns twice as wide, and layers in proportion. */
    MeshPlan withCell(double cell, Map<String, Integer> factors, double[] layers, String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        double step = gridStepDeg * cell / cellM;
        return new MeshPlan(cell, factors, layers, topHeight, paddingCells, step, all);
    }
}
