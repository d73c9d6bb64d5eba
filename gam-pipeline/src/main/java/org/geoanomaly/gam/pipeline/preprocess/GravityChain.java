package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.processing.GravityReductions;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.config.Corrections;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.preprocess.check.FieldRange;
import org.geoanomaly.gam.pipeline.preprocess.check.Spread;
import org.geoanomaly.gam.pipeline.preprocess.check.UnitCheck;
import org.geoanomaly.gam.pipeline.preprocess.gridding.Floor;
import org.geoanomaly.gam.pipeline.preprocess.gridding.GridSampling;
import org.geoanomaly.gam.pipeline.preprocess.gridding.NodeValues;
import org.geoanomaly.gam.pipeline.preprocess.gridding.StationSampling;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;
import org.geoanomaly.gam.pipeline.preprocess.reduce.GravityKind;
import org.geoanomaly.gam.pipeline.preprocess.reduce.ReferenceField;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;
import org.jspecify.annotations.Nullable;

/** The steps for gravity; values are in mGal from the unit check on. */
final class GravityChain {
    private final Job job;
    private final Corrections corrections;
    private final GravityKind stated;
    private final Heights heights;
    private final Finish finish;

    GravityChain(Job job) {
        this.job = job;
        this.corrections = job.request().settings().corrections();
        this.stated = GravityKind.of(job.facts().quantity());
        this.heights = Heights.of(job);
        this.finish = new Finish(job);
    }

    ProcessedData run() {
        return job.request().data() instanceof RawData.Points points
                ? ofPoints(points)
                : ofGrid((RawData.Gridded) job.request().data());
    }

    private ProcessedData ofPoints(RawData.Points points) {
        StationCleaning cleaning = new StationCleaning(job);
        StationCleaning.Checked checked = cleaning.checked(points, FieldRange.GRAVITY, stated.whole(), heights);
        GravityKind kind = kind(checked.whole());
        Readings readings = checked.readings();
        if (kind == GravityKind.GRAVITY) {
            job.step("normal gravity");
            readings = reference().removedFrom(readings, job.parallel());
        }
        readings = cleaning.agreeing(readings, level(readings, kind), finish.params(), Unit.MILLIGAL);
        Bouguer bouguer = bouguer(kind);
        if (bouguer.wanted()) {
            job.step("terrain");
            readings = readings.withValues(
                    bouguer.ofReadings(readings, points.facts().heightM() != null));
        }
        double supported = cleaning.resolution(readings);
        job.step("equivalent sources");
        NodeValues values = new StationSampling(
                        job.nodes(),
                        Floor.GRAVITY,
                        job.parallel(),
                        job.context().stop())
                .of(readings, job.modality(), job.notes());
        NodeValues filtered = finish.filtered(values, finish.params());
        return finish.processed(filtered, quantity(kind, bouguer), Unit.MILLIGAL, supported, null);
    }

    private ProcessedData ofGrid(RawData.Gridded data) {
        job.step("selection");
        var frame = job.request().area().frame();
        TileWindow window = TileWindow.of(data.grid(), frame, job.nodes(), "the gravity grid");
        RawData.Facts facts = data.facts();
        double highest = facts.heightM() == null ? 9000 : facts.heightM();
        UnitCheck.Finding finding = new UnitCheck(FieldRange.GRAVITY, highest)
                .judge(Spread.of(window.grid().values()), facts.unit(), facts.unitStated(), stated.whole());
        job.notes().addAll(finding.notes());
        GravityKind kind = kind(finding.whole());
        TileWindow values = window.withValues(reduced(inMilligal(window.grid(), finding.unit()), kind));
        TileWindow sigma = sigma(data, finding.unit());
        job.step("resampling");
        NodeValues nodes = new GridSampling(
                        job.nodes(), Floor.GRAVITY, job.context().workers())
                .of(values, sigma, heights.ofGrid(facts), job.notes());
        Bouguer bouguer = bouguer(kind);
        if (bouguer.wanted()) {
            job.step("terrain");
            nodes = nodes.withValues(bouguer.ofNodes(nodes, facts.heightM()));
        }
        NodeValues filtered = finish.filtered(nodes, finish.params());
        double supported = SupportedSpacing.of(data).metres();
        return finish.processed(filtered, quantity(kind, bouguer), Unit.MILLIGAL, supported, null);
    }

    private @Nullable TileWindow sigma(RawData.Gridded data, Unit found) {
        FloatGrid uncertainty = data.uncertainty();
        if (uncertainty == null) {
            return null;
        }
        TileWindow window = TileWindow.of(
                uncertainty, job.request().area().frame(), job.nodes(), "the uncertainty of the gravity grid");
        return window.withValues(inMilligal(window.grid(), found));
    }

    private static FloatGrid inMilligal(FloatGrid grid, Unit found) {
        return new FloatGrid(grid.geometry(), found, grid.values()).in(Unit.MILLIGAL);
    }

    private FloatGrid reduced(FloatGrid grid, GravityKind kind) {
        if (kind != GravityKind.GRAVITY) {
            return grid;
        }
        heights.require(job.facts());
        job.step("normal gravity");
        return reference()
                .removedFrom(grid, (lon, lat) -> heights.ofCell(job.facts(), lon, lat), Double.NaN, job.parallel());
    }

    /** What the values are once it is known whether they are gravity itself. */
    private GravityKind kind(boolean whole) {
        if (whole) {
            return GravityKind.GRAVITY;
        }
        return stated == GravityKind.UNKNOWN ? GravityKind.FREE_AIR : stated;
    }

    private ReferenceField reference() {
        if (corrections.freeAir()) {
            job.notes().add("Normal gravity of WGS84 at the height of each value was removed (free-air correction).");
            return ReferenceField.normalGravity();
        }
        job.notes().add("Normal gravity of WGS84 on the ellipsoid was removed, without a free-air correction.");
        return ReferenceField.normalGravityOnEllipsoid();
    }

    /** Values to compare neighbours by: without the plate below each station, which otherwise varies with its height. */
    private static double[] level(Readings readings, GravityKind kind) {
        if (kind != GravityKind.GRAVITY && kind != GravityKind.FREE_AIR) {
            return readings.value();
        }
        double[] level = readings.value().clone();
        for (int i = 0; i < level.length; i++) {
            level[i] -= GravityReductions.bouguerPlate(
                    Math.max(0, readings.height()[i]),
                    GravityReductions.CRUST_DENSITY,
                    GravityReductions.SEA_WATER_DENSITY);
        }
        return level;
    }

    private Bouguer bouguer(GravityKind kind) {
        BouguerCorrection method = corrections.bouguer();
        boolean possible = kind == GravityKind.GRAVITY || kind == GravityKind.FREE_AIR;
        if (method != BouguerCorrection.NONE && !possible) {
            job.notes()
                    .add("The values already are '" + job.facts().quantity()
                            + "'; no Bouguer correction was applied again.");
            method = BouguerCorrection.NONE;
        }
        return new Bouguer(job, method, corrections.density());
    }

    private String quantity(GravityKind kind, Bouguer bouguer) {
        if (bouguer.wanted()) {
            return bouguer.quantity();
        }
        String named = job.facts().quantity().trim();
        return switch (kind) {
            case GRAVITY -> corrections.freeAir() ? "free_air_anomaly" : "gravity_less_normal";
            default -> named.isEmpty() ? "gravity_anomaly" : named;
        };
    }

    /** Median of heights, m. */
    static double median(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
