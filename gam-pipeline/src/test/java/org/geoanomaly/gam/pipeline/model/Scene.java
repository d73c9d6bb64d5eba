package org.geoanomaly.gam.pipeline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.FieldValues;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.MeshSpec;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.fuse.GaussianFusion;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * A region of known blocks, their fields by closed forms at the places of each tile's columns, and noise. Blocks stand in the plane around the
 * region's middle; what a tile's own plane makes of them differs by less than a kilometre.
 */
public final class Scene {
    public static final BoundingBox REGION = new BoundingBox(44, 46, 9, 11.6);
    private static final AmbientField AMBIENT = new AmbientField(47_000.0, 62.0, 2.0);
    private static final double CELL = 7_000;

    private final LocalFrame master = new LocalFrame(45, 10.3);
    private final List<Block> blocks;
    private final MeshPlan plan;
    private final double gravityNoise;
    private final double magneticNoise;

    /** A block by its centre, widths, depths and contrasts. */
    public record Block(
            double east,
            double north,
            double width,
            double top,
            double bottom,
            double density,
            double susceptibility) {}

    /** The three blocks that the tests look for: dense and magnetic, light, magnetic. */
    public static final List<Block> THREE = List.of(
            new Block(-52_000, -45_000, 28_000, 4_000, 13_000, 300, 0.03),
            new Block(48_000, -40_000, 32_000, 3_000, 11_000, -300, 0),
            new Block(12_000, 55_000, 24_000, 4_000, 12_000, 0, 0.05));

    public Scene(List<Block> blocks, double gravityNoise, double magneticNoise) {
        this.blocks = blocks;
        this.gravityNoise = gravityNoise;
        this.magneticNoise = magneticNoise;
        this.plan = plan(Map.of("gravity", CELL, "magnetic", CELL));
    }

    /** The mesh of the scene for data of other spacings. */
    public static MeshPlan plan(Map<String, Double> support) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        for (String m : List.of("gravity", "magnetic")) {
            if (support.containsKey(m)) {
                ordered.put(m, support.get(m));
            }
        }
        return MeshPlanner.plan(
                new MeshPlanner.Area(200_000, ordered, 0),
                PreprocessingSection.DEFAULT,
                new MeshSpec(CELL / 1000, 0, 20, 1.1, 8));
    }

    public MeshPlan plan() {
        return plan;
    }

    public LocalFrame master() {
        return master;
    }

    /** The tiles of the region, n each way. */
    public List<TileArea> tiles(int n) {
        List<TileArea> tiles = new ArrayList<>();
        double h = REGION.height() / n;
        double w = REGION.width() / n;
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                BoundingBox core = new BoundingBox(
                        REGION.south() + r * h,
                        REGION.south() + (r + 1) * h,
                        REGION.west() + c * w,
                        REGION.west() + (c + 1) * w);
                tiles.add(tile("r" + r + "c" + c, core));
            }
        }
        return tiles;
    }

    private TileArea tile(String id, BoundingBox core) {
        double dLat = plan.bufferM() / 111_195;
        double dLon = dLat / Math.cos(Math.toRadians(core.north() + dLat));
        BoundingBox extent =
                new BoundingBox(core.south() - dLat, core.north() + dLat, core.west() - dLon, core.east() + dLon);
        LocalFrame frame = new LocalFrame(0.5 * (core.south() + core.north()), 0.5 * (core.west() + core.east()));
        return new TileArea(id, core, extent, frame, plan.meshOf(extent, frame));
    }

    /** Observations of a modality above the columns of a mesh in a tile's plane. */
    public ProcessedData data(String modality, TileArea tile, RegularMesh mesh, long seed) {
        boolean magnetic = modality.equals("magnetic");
        int n = mesh.nx() * mesh.ny();
        double[] east = new double[n];
        double[] north = new double[n];
        double[] value = new double[n];
        double[] sigma = new double[n];
        double noise = magnetic ? magneticNoise : gravityNoise;
        Arrays.fill(sigma, noise);
        BodyField field = new BodyField(bodies(magnetic));
        SplittableRandom random = new SplittableRandom(seed);
        double[] out = new double[2];
        for (int c = 0; c < n; c++) {
            east[c] = mesh.west(c % mesh.nx()) + 0.5 * mesh.dx();
            north[c] = mesh.south(c / mesh.nx()) + 0.5 * mesh.dy();
            tile.frame().toGeographic(east[c], north[c], out);
            master.toLocal(out[0], out[1], out);
            FieldValues v = field.at(out[0], out[1], 0);
            double clean =
                    blocks.isEmpty() ? 0 : magnetic ? 1e9 * AMBIENT.totalFieldAnomaly(v.magnetic()) : 1e5 * v.gz();
            value[c] = clean + noise * random.nextGaussian();
        }
        return new ProcessedData(
                modality,
                magnetic ? "total_field_anomaly" : "gravity_disturbance",
                magnetic ? Unit.NANOTESLA : Unit.MILLIGAL,
                new Observations(east, north, new double[n], value, sigma, Map.of()),
                null,
                mesh.dx(),
                magnetic ? new ProcessedData.Ambient(47_000, 62, 2) : null,
                List.of());
    }

    private List<Body> bodies(boolean magnetic) {
        List<Body> bodies = new ArrayList<>();
        for (Block b : blocks) {
            double half = 0.5 * b.width();
            Prism prism = new Prism(
                    b.east() - half, b.east() + half, b.north() - half, b.north() + half, -b.bottom(), -b.top());
            bodies.add(
                    magnetic
                            ? Body.ofMagnetization(prism, AMBIENT.induced(b.susceptibility()))
                            : Body.ofDensity(prism, b.density()));
        }
        return bodies;
    }

    /** Inverts every modality below a tile and fuses. */
    public FusedModel fused(
            List<String> modalities, TileArea tile, Inverter inverter, ModelingSection settings, long seed)
            throws InterruptedException {
        try (Workers workers = new Workers(2)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1);
            List<PropertyModel> models = new ArrayList<>();
            for (String modality : modalities) {
                RegularMesh mesh = plan.meshFor(modality, tile.mesh());
                ProcessedData data = data(modality, tile, mesh, seed + 1000L * modality.length());
                models.add(inverter.invert(new InversionRequest(data, mesh, settings), context));
            }
            return new GaussianFusion().fuse(models, tile.mesh(), settings, context);
        }
    }
}
