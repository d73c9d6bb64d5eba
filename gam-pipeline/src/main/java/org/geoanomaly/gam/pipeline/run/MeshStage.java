package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.model.MeshFit;
import org.geoanomaly.gam.pipeline.model.MeshPlan;
import org.geoanomaly.gam.pipeline.model.MeshPlanner;
import org.geoanomaly.gam.pipeline.preprocess.SupportedSpacing;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.spi.Inverter;

/** Divides the region into tiles and cells, from what the data support and what fits into memory. */
final class MeshStage {
    private static final String NAME = "mesh";
    private static final String WARNING = "warning: ";
    private static final int ONE_IN = 100;
    /** Rock begins so many cells below uneven observations: at them, edges of cells would be singular. */
    private static final double CLEARANCE = 0.1;

    private final GamConfig config;
    private final RegionalPlan plan;
    private final ProgressListener progress;

    MeshStage(GamConfig config, RegionalPlan plan, ProgressListener progress) {
        this.config = config;
        this.plan = plan;
        this.progress = progress;
    }

    /** Metres of data around every tile: known before any data are. */
    static double buffer(GamConfig config, BoundingBox area) {
        return MeshPlan.BUFFER_DEPTHS
                * MeshPlanner.depth(shorterSide(area), config.modeling().mesh());
    }

    private static double shorterSide(BoundingBox area) {
        double middle = Math.toRadians(0.5 * (area.south() + area.north()));
        return MeshPlanner.METRES_PER_DEGREE * Math.min(area.height(), area.width() * Math.cos(middle));
    }

    RegionMesh run(Fetched fetched) {
        Map<String, Double> support = new LinkedHashMap<>();
        Map<String, Inverter> inverters = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (RegionalPlan.Modality modality : plan.modalities()) {
            Fetched.Item item = fetched.items().get(modality.name());
            if (item != null) {
                SupportedSpacing spacing =
                        SupportedSpacing.of(item.data(), modality.description().vantage());
                support.put(modality.name(), spacing.metres());
                notes.add(modality.name() + ": " + spacing.describe());
                inverters.put(modality.name(), modality.inverter());
                lowest = isAbove(modality) ? Math.min(lowest, lowest(item.data())) : lowest;
            }
        }
        lowest = Double.isFinite(lowest) ? lowest : 0;
        List<Tiling.Box> boxes = Tiling.cut(plan.area(), config.core().tileSize());
        double buffer = buffer(config, plan.area());
        List<BoundingBox> extents =
                boxes.stream().map(b -> Tiling.buffered(b.core(), buffer)).toList();
        MeshPlan wanted = MeshPlanner.plan(
                new MeshPlanner.Area(shorterSide(plan.area()), support, lowest),
                config.preprocessing(),
                config.modeling().mesh());
        MeshPlan mesh = new MeshFit(inverters, config.modeling(), MeshFit.heap()).fit(wanted, extents);
        if (uneven(fetched)) {
            mesh = mesh.withTop(lowest - CLEARANCE * mesh.cellM());
        }
        List<TileArea> tiles = new ArrayList<>();
        for (int t = 0; t < boxes.size(); t++) {
            BoundingBox core = boxes.get(t).core();
            LocalFrame frame = new LocalFrame(0.5 * (core.south() + core.north()), Tiling.middle(core));
            tiles.add(new TileArea(boxes.get(t).id(), core, extents.get(t), frame, mesh.meshOf(extents.get(t), frame)));
        }
        notes.addAll(mesh.notes());
        announce(tiles, notes);
        return new RegionMesh(List.copyOf(tiles), mesh.coarsening(), mesh.gridStepDeg(), plain(notes));
    }

    private void announce(List<TileArea> tiles, List<String> notes) {
        TileArea first = tiles.get(0);
        progress.info(
                NAME,
                (tiles.size() == 1 ? "1 tile" : tiles.size() + " tiles") + " of "
                        + first.mesh().nx() + " x " + first.mesh().ny() + " x "
                        + first.mesh().nz() + " cells");
        for (String note : notes) {
            if (note.startsWith(WARNING)) {
                progress.warn(NAME, note.substring(WARNING.length()));
            } else {
                progress.info(NAME, note);
            }
        }
    }

    private static List<String> plain(List<String> notes) {
        return notes.stream()
                .map(n -> n.startsWith(WARNING) ? n.substring(WARNING.length()) : n)
                .toList();
    }

    private boolean uneven(Fetched fetched) {
        return plan.modalities().stream()
                .filter(MeshStage::isAbove)
                .map(m -> fetched.items().get(m.name()))
                .anyMatch(i -> i != null
                        && i.data() instanceof RawData.Points points
                        && points.find(RawData.Points.HEIGHT).isPresent());
    }

    private static boolean isAbove(RegionalPlan.Modality modality) {
        return modality.description().vantage() == ModalityDescription.Vantage.ABOVE;
    }

    /**
     * Height where the mesh begins, m: that of the lowest observations, but for one in a hundred, since a single wrong height must not sink
     * the whole model. Without any height data lie at sea level.
     */
    private static double lowest(RawData data) {
        if (data instanceof RawData.Points points
                && points.find(RawData.Points.HEIGHT).isPresent()) {
            double[] heights = Arrays.stream(points.column(RawData.Points.HEIGHT))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            return heights.length == 0 ? 0 : heights[heights.length / ONE_IN];
        }
        Double height = data.facts().heightM();
        return height == null ? 0 : height;
    }
}
