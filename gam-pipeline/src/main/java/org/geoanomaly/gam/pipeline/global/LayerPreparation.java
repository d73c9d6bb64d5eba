package org.geoanomaly.gam.pipeline.global;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.UnitMismatchException;
import org.geoanomaly.gam.grid.geometry.Crs;
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
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridFormat;
import org.geoanomaly.gam.pipeline.read.GridRead;
import org.geoanomaly.gam.pipeline.read.GridRequest;
import org.geoanomaly.gam.pipeline.stac.ProcessingStep;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.jspecify.annotations.Nullable;

/** From input files to layers on the 0.1° grid: read, to the layer's unit, to an anomaly, onto the grid. */
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
        long start = System.nanoTime();
        GridRead read = GridFile.read(request(input));
        String quantity = quantity(input, read);
        FloatGrid inUnit = toUnit(input, read);
        List<ProcessingStep> steps = new ArrayList<>();
        steps.add(step(
                "read",
                read.facts().format() + ", " + quantity + " in "
                        + read.grid().unit().symbol()));
        FloatGrid anomaly = inUnit;
        if (input.layer() == Layer.GRAV) {
            Double height = height(input, read);
            anomaly = GravityReduction.toAnomaly(
                    inUnit, quantity, height, input.file().toString());
            if (GravityReduction.isGravity(quantity)) {
                steps.add(
                        step("remove_normal_gravity", "WGS84 normal gravity at " + height + " m above the ellipsoid"));
                quantity = "gravity disturbance at " + height + " m";
            }
        } else {
            requirePlausible(input, anomaly);
        }
        long resampling = System.nanoTime();
        FloatGrid globe = GridPlacement.place(
                anomaly, settings.resampling(), workers, input.file().toString());
        double resolution = Optional.ofNullable(input.source().resolutionDeg())
                .orElse(read.facts().resolution());
        steps.add(step("resample", describe(read.grid(), resolution)));
        SourceRef source = withResolution(input.source(), resolution);
        report(input, read, globe, resolution, resampling - start, System.nanoTime() - resampling);
        return new PreparedLayer(
                new LayerOrigin(input.layer(), source, quantity, steps),
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

    private static String quantity(LayerInput input, GridRead read) {
        String stated = read.facts().quantity();
        if (!stated.isBlank()) {
            return stated;
        }
        return input.layer() == Layer.GRAV ? "gravity_anomaly" : "magnetic_anomaly";
    }

    private FloatGrid toUnit(LayerInput input, GridRead read) {
        Unit wanted = input.layer().unit();
        if (!read.facts().unitKnown()) {
            progress.warn("read", input.file() + " does not state its unit; taken as " + wanted.symbol());
            return new FloatGrid(read.grid().geometry(), wanted, read.grid().values());
        }
        try {
            return read.grid().in(wanted);
        } catch (UnitMismatchException e) {
            throw new PreprocessingException(
                    input.file() + " is no " + input.layer().modality() + " grid: " + e.getMessage(),
                    "choose another file or variable, or state the unit in the configuration",
                    e);
        }
    }

    private static @Nullable Double height(LayerInput input, GridRead read) {
        if (input.reading().height() != null) {
            return input.reading().height();
        }
        return read.facts().height().isPresent() ? read.facts().height().getAsDouble() : null;
    }

    private static void requirePlausible(LayerInput input, FloatGrid grid) {
        double largest = ValueRange.of(grid.values()).largest();
        if (largest > 0 && largest < LEAST_SPREAD_NT) {
            throw new PreprocessingException(
                    input.file() + " has magnetic anomalies of at most " + largest + " nT",
                    "are the values in tesla? then say unit: T",
                    null);
        }
    }

    private String describe(FloatGrid source, double resolution) {
        return settings.resampling().name().toLowerCase(Locale.ROOT) + " from "
                + source.geometry().columns() + " x " + source.geometry().rows() + " "
                + source.geometry().registration().name().toLowerCase(Locale.ROOT) + "s in "
                + source.geometry().crs().id() + ", native resolution " + Sources.degrees(resolution)
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
            LayerInput input, GridRead read, FloatGrid globe, double resolution, long reading, long resampling) {
        int valid = 0;
        for (float v : globe.values()) {
            valid += Float.isNaN(v) ? 0 : 1;
        }
        String finer = resolution > FINER ? "  (0.1° is finer than the source resolves)" : "";
        progress.info(
                "resample",
                String.format(
                        Locale.ROOT,
                        "%s  %s  %d x %d, native %s  %.1f %% of the globe valid%s  read %.1f s, resampled %.1f s",
                        input.layer().id(),
                        read.facts().format(),
                        read.grid().geometry().columns(),
                        read.grid().geometry().rows(),
                        Sources.degrees(resolution),
                        100.0 * valid / globe.values().length,
                        finer,
                        reading / 1e9,
                        resampling / 1e9));
        read.facts().notes().forEach(note -> progress.info("read", input.layer().id() + ": " + note));
    }
}
