package org.geoanomaly.gam.pipeline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;

/** Makes a plan fit this machine: the largest tile's inversions are asked for their memory, and the cells are doubled until they fit. */
public final class MeshFit {
    /** The part of the heap that one inversion may take; models of other modalities and products need the rest. */
    private static final double PART_OF_HEAP = 0.7;

    private static final int MOST_DOUBLINGS = 12;

    /** Fewer cells across a tile are no model. */
    private static final double FEWEST_ACROSS = 6;

    /** No array of cells or observations is made beyond that; the memory is told as that of so many cells then. */
    private static final double MOST_CELLS = 3e8;

    private static final long TOO_MANY = (long) (400 * MOST_CELLS);

    private final Map<String, Inverter> inverters;
    private final ModelingSection settings;
    private final long bytes;

    /**
     * For inverters by modality.
     *
     * @param bytes what one inversion may take
     */
    public MeshFit(Map<String, Inverter> inverters, ModelingSection settings, long bytes) {
        this.inverters = inverters;
        this.settings = settings;
        this.bytes = bytes;
    }

    /** What one inversion may take of this process's heap. */
    public static long heap() {
        return (long) (PART_OF_HEAP * Runtime.getRuntime().maxMemory());
    }

    /**
     * The plan, or one with columns 2, 4, 8… times as wide, and a warning in its notes.
     *
     * @param tiles boxes with their buffers
     * @throws ConfigurationException if not even three cells across a tile fit; it says what would
     */
    public MeshPlan fit(MeshPlan plan, List<BoundingBox> tiles) {
        MeshPlan now = plan;
        long need = need(now, tiles);
        for (int doubling = 0;
                need > bytes && doubling < MOST_DOUBLINGS && across(now, tiles) >= 2 * FEWEST_ACROSS;
                doubling++) {
            now = coarser(now, need);
            need = need(now, tiles);
        }
        if (need > bytes) {
            throw new ConfigurationException(
                    MeshPlanner.text(
                            "even cells of %.1f km need %d MB and %d MB are free",
                            now.cellM() / 1000, need >> 20, bytes >> 20),
                    MeshPlanner.text(
                            "start with GAM_HEAP=%dm, which is enough for cells of %.1f km, or choose a smaller"
                                    + " core.tile_size or data.bbox",
                            (long) Math.ceil(need(now, tiles) / PART_OF_HEAP / (1 << 20)), now.cellM() / 1000),
                    null);
        }
        return now;
    }

    /** Cells across the shortest side of the smallest tile. */
    private static double across(MeshPlan plan, List<BoundingBox> tiles) {
        return tiles.stream()
                .mapToDouble(t -> MeshPlanner.METRES_PER_DEGREE
                        * Math.min(t.height(), t.width() * Math.cos(Math.toRadians(0.5 * (t.south() + t.north()))))
                        / plan.cellM())
                .min()
                .orElse(0);
    }

    /** Bytes of the most demanding inversion. */
    public long need(MeshPlan plan, List<BoundingBox> tiles) {
        long most = 0;
        for (BoundingBox tile : tiles) {
            LocalFrame frame = new LocalFrame(
                    0.5 * (tile.south() + tile.north()),
                    BoundingBox.normalizeLongitude(tile.west() + 0.5 * tile.width()));
            if (cells(plan, tile) > MOST_CELLS) {
                return TOO_MANY;
            }
            RegularMesh mesh = plan.meshOf(tile, frame);
            for (Map.Entry<String, Inverter> e : inverters.entrySet()) {
                RegularMesh own = plan.meshFor(e.getKey(), mesh);
                most = Math.max(
                        most, e.getValue().memory(new InversionRequest(expected(e.getKey(), own), own, settings)));
            }
        }
        return most;
    }

    /** About how many cells a tile has, padding included. */
    private double cells(MeshPlan plan, BoundingBox tile) {
        double metres = MeshPlanner.METRES_PER_DEGREE;
        double widest = tile.south() <= 0 && tile.north() >= 0
                ? 1
                : Math.cos(Math.toRadians(Math.min(Math.abs(tile.south()), Math.abs(tile.north()))));
        double pad = 2.0 * plan.paddingCells() * plan.largestFactor();
        double nx = tile.width() * metres * widest / plan.cellM() + pad;
        double ny = tile.height() * metres / plan.cellM() + pad;
        return nx * ny * plan.thickness().length;
    }

    private MeshPlan coarser(MeshPlan plan, long need) {
        double cell = 2 * plan.cellM();
        Map<String, Double> support = new java.util.LinkedHashMap<>();
        plan.coarsening().forEach((m, f) -> support.put(m, f * plan.cellM()));
        double[] layers = plan.thickness();
        double growth = settings.mesh().growth();
        double[] fewer = settings.mesh().layers() > 0
                ? layers
                : MeshPlanner.layers(Math.max(layers[0], 0.5 * cell), growth, plan.maxDepthM());
        return plan.withCell(
                cell,
                MeshPlanner.factors(support, cell, new ArrayList<>()),
                fewer,
                MeshPlanner.text(
                        "warning: cells of %.3f km would need %d MB of memory and %d MB are free: they are %.3f km"
                                + " wide instead",
                        plan.cellM() / 1000, need >> 20, bytes >> 20, cell / 1000));
    }

    /** Observations above the centre of every column, as a preprocessor's lattice will be. */
    private static ProcessedData expected(String modality, RegularMesh mesh) {
        int n = mesh.nx() * mesh.ny();
        double[] east = new double[n];
        double[] north = new double[n];
        double[] height = new double[n];
        double[] one = new double[n];
        for (int c = 0; c < n; c++) {
            east[c] = mesh.west(c % mesh.nx()) + 0.5 * mesh.dx();
            north[c] = mesh.south(c / mesh.nx()) + 0.5 * mesh.dy();
        }
        Arrays.fill(height, mesh.top());
        Arrays.fill(one, 1.0);
        Observations observations = new Observations(east, north, height, new double[n], one, Map.of());
        return new ProcessedData(
                modality, "planned", Unit.DIMENSIONLESS, observations, null, mesh.dx(), null, List.of());
    }
}
