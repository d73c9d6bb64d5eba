package org.geoanomaly.gam.pipeline.global;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.UnitMismatchException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.stats.ValueRange;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.normalize.GlobalNormalizer;
import org.geoanomaly.gam.pipeline.normalize.Normalizer;
import org.geoanomaly.gam.pipeline.normalize.RollingNormalizer;
import org.geoanomaly.gam.pipeline.normalize.TileNormalizer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.read.BandedRead;
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridFormat;
import org.geoanomaly.gam.pipeline.read.GridRequest;
import org.geoanomaly.gam.pipeline.read.SourceFacts;
import org.geoanomaly.gam.pipeline.stac.ProcessingStep;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * From input files to layers on the 0.1° grid: read, to the layer's unit, to an anomaly, onto the grid; band by band where the file allows
 * it, so that the input may be larger than the memory.
 */
final class LayerPreparation {
    /** A total-field anomaly whose spread is below this many nT is in tesla, or is nothing. */
    private static final double LEAST_SPREAD_NT = 1e-3;

    private static final double FINER = 0.1000001;
    /** Name of the processing step that makes a layer from coefficients. */
    static final String SYNTHESIS = "synthesize";

    private final GlobalSettings settings;
    private final ProgressListener progress;
    private final Workers workers;

    LayerPreparation(GlobalSettings settings, ProgressListener progress, Workers workers) {
        this.settings = settings;
        this.progress = progress;
        this.workers = workers;
    }

    List<PreparedLayer> all(List<LayerInput> inputs) {
        List<PreparedLayer> layers = new ArrayList<>();
        for (LayerInput input : inputs) {
            layers.add(one(input));
        }
        return layers;
    }

    private PreparedLayer one(LayerInput input) {
        ModelReading model = input.model();
        return model == null ? gridded(input) : synthesised(input, model);
    }

    private PreparedLayer synthesised(LayerInput input, ModelReading reading) {
        long start = System.nanoTime();
        ModelLayer layer = ModelLayer.of(input, reading, workers);
        String finer = layer.resolution() > FINER ? "  (0.1° is finer than the model resolves)" : "";
        progress.info(
                "resample",
                String.format(
                        Locale.ROOT,
                        "%s  %s%s  %.1f s",
                        input.layer().id(),
                        layer.summary(),
                        finer,
                        (System.nanoTime() - start) / 1e9));
        return new PreparedLayer(
                new LayerOrigin(
                        input.layer(),
                        withResolution(input.source(), layer.resolution()),
                        layer.quantity(),
                        List.of(step(SYNTHESIS, layer.summary()))),
                layer.globe(),
                normalizer(layer.globe()),
                settings.weights().getOrDefault(input.layer(), 1.0));
    }

    private PreparedLayer gridded(LayerInput input) {
        return GridFile.banded(request(input), source -> gridded(input, source));
    }

    private PreparedLayer gridded(LayerInput input, BandedRead source) {
        long start = System.nanoTime();
        SourceFacts stated = source.facts();
        String subject = input.file().toString();
        String quantity = quantity(input, stated);
        List<ProcessingStep> steps = new ArrayList<>();
        steps.add(step(
                "read",
                stated.format() + ", " + quantity + " in " + source.unit().symbol()));
        LayerBands bands = new LayerBands(source, input.layer().unit(), factor(input, source));
        GravityReduction reduction = null;
        if (input.layer() == Layer.GRAV) {
            Double height = height(input, stated);
            reduction = GravityReduction.of(quantity, height, subject);
            if (GravityReduction.isGravity(quantity)) {
                steps.add(
                        step("remove_normal_gravity", "WGS84 normal gravity at " + height + " m above the ellipsoid"));
                quantity = "gravity disturbance at " + height + " m";
            }
            bands.reduceBy(reduction);
        }
        FloatGrid globe = GridPlacement.place(bands, settings.resampling(), workers, subject);
        if (reduction == null) {
            requirePlausible(input, bands.range());
        } else {
            reduction.require(bands.range());
        }
        double resolution = Optional.ofNullable(input.source().resolutionDeg()).orElse(stated.resolution());
        steps.add(step("resample", describe(source.geometry(), resolution)));
        report(input, source, globe, resolution, bands.readingNanos(), System.nanoTime() - start);
        return new PreparedLayer(
                new LayerOrigin(input.layer(), withResolution(input.source(), resolution), quantity, steps),
                globe,
                normalizer(globe),
                settings.weights().getOrDefault(input.layer(), 1.0));
    }

    private GridRequest request(LayerInput input) {
        ReadingHints hints = input.reading();
        GridRequest request = GridRequest.of(input.file())
                .withThreads(workers.count())
                .withStated(new GridRequest.Stated(
                        Optional.ofNullable(hints.unit()),
                        Optional.ofNullable(hints.crs()).map(LayerPreparation::crs),
                        hints.nodata() == null ? List.of() : List.of(hints.nodata()),
                        Optional.ofNullable(hints.quantity())));
        if (hints.format() != null && !hints.format().isBlank()) {
            request = request.withFormat(GridFormat.parse(hints.format()));
        }
        return hints.variable() == null ? request : request.withVariable(hints.variable());
    }

    private static Crs crs(String name) {
        String id = name.trim().toUpperCase(Locale.ROOT).startsWith("EPSG:")
                ? name.trim().toUpperCase(Locale.ROOT)
                : name.trim();
        return id.equals(Crs.WGS84.id()) || id.equals("OGC:CRS84") ? Crs.WGS84 : new Crs(id, false);
    }

    private static String quantity(LayerInput input, SourceFacts facts) {
        String stated = facts.quantity();
        if (!stated.isBlank()) {
            return stated;
        }
        return input.layer() == Layer.GRAV ? "gravity_anomaly" : "magnetic_anomaly";
    }

    /** From the unit of the file to that of the layer. */
    private double factor(LayerInput input, BandedRead source) {
        Unit wanted = input.layer().unit();
        if (!source.facts().unitKnown()) {
            progress.warn("read", input.file() + " does not state its unit; taken as " + wanted.symbol());
            return 1;
        }
        try {
            return source.unit().factorTo(wanted);
        } catch (UnitMismatchException e) {
            throw new PreprocessingException(
                    input.file() + " is no " + input.layer().modality() + " grid: " + e.getMessage(),
                    "choose another file or variable, or state the unit in the configuration",
                    e);
        }
    }

    private static @Nullable Double height(LayerInput input, SourceFacts facts) {
        if (input.reading().height() != null) {
            return input.reading().height();
        }
        return facts.height().isPresent() ? facts.height().getAsDouble() : null;
    }

    private static void requirePlausible(LayerInput input, ValueRange range) {
        double largest = range.largest();
        if (largest > 0 && largest < LEAST_SPREAD_NT) {
            throw new PreprocessingException(
                    input.file() + " has magnetic anomalies of at most " + largest + " nT",
                    "are the values in tesla? then say unit: T",
                    null);
        }
    }

    private String describe(GridGeometry source, double resolution) {
        return settings.resampling().name().toLowerCase(Locale.ROOT) + " from "
                + source.columns() + " x " + source.rows() + " "
                + source.registration().name().toLowerCase(Locale.ROOT) + "s in "
                + source.crs().id() + ", native resolution " + Sources.degrees(resolution)
                + ", to 0.1° cells in EPSG:4326";
    }

    private static ProcessingStep step(String name, String description) {
        return new ProcessingStep(name, ProgramVersion.text(), description);
    }

    private static SourceRef withResolution(SourceRef s, double resolution) {
        return new SourceRef(s.id(), s.url(), s.sha256(), s.license(), s.citation(), resolution);
    }

    private Normalizer normalizer(FloatGrid globe) {
        return switch (settings.normalization()) {
            case TILE -> new TileNormalizer();
            case GLOBAL -> GlobalNormalizer.of(globe);
            case ROLLING -> RollingNormalizer.of(globe, settings.rollingWindowDeg(), workers);
        };
    }

    private void report(
            LayerInput input, BandedRead source, FloatGrid globe, double resolution, long reading, long whole) {
        int valid = 0;
        for (float v : globe.values()) {
            valid += Float.isNaN(v) ? 0 : 1;
        }
        SourceFacts facts = source.facts();
        String finer = resolution > FINER ? "  (0.1° is finer than the source resolves)" : "";
        progress.info(
                "resample",
                String.format(
                        Locale.ROOT,
                        "%s  %s  %d x %d, native %s  %.1f %% of the globe valid%s  read %.1f s%s, resampled %.1f s",
                        input.layer().id(),
                        facts.format(),
                        source.geometry().columns(),
                        source.geometry().rows(),
                        Sources.degrees(resolution),
                        100.0 * valid / globe.values().length,
                        finer,
                        reading / 1e9,
                        source.inParts() ? " in " + source.bands() + " parts" : "",
                        (whole - reading) / 1e9));
        facts.notes().forEach(note -> progress.info("read", input.layer().id() + ": " + note));
    }
}
