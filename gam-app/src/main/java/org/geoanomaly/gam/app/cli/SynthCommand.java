package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.geophysics.spherical.MagneticQuantity;
import org.geoanomaly.gam.geophysics.spherical.TideSystem;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.global.GlobalInputs;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.synth.ModelFiles;
import org.geoanomaly.gam.pipeline.synth.ModelSource;
import org.geoanomaly.gam.pipeline.synth.PointTable;
import org.geoanomaly.gam.pipeline.synth.SynthOutput;
import org.geoanomaly.gam.pipeline.synth.SynthRequest;
import org.geoanomaly.gam.pipeline.synth.SynthResult;
import org.geoanomaly.gam.pipeline.synth.SynthTarget;
import org.geoanomaly.gam.pipeline.synth.Synthesis;
import org.geoanomaly.gam.pipeline.synth.Topography;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code gam synth}: a spherical harmonic model to values. */
@Command(
        name = "synth",
        description = "values of a spherical harmonic model on a grid or at points",
        footer = {
            "",
            "Examples",
            "  gam synth EGM96.gfc --bbox 35,50,-10,10 --step 0.1 -o disturbance.nc",
            "  gam synth EGM96.gfc --quantity gravity_anomaly --topography etopo.nc --bbox 35,50,-10,10 --step 0.1 -o a.gdf",
            "  gam synth LCS-1.shc --quantity tmi --nmin 16 --bbox -90,90,-180,180 --step 1 -o m.tif",
            "  gam synth IGRF14.shc --epoch 2024.5 --quantity be,bn,bu --points stations.csv -o field.csv",
        })
final class SynthCommand extends GamCommand {
    @Parameters(
            arity = "1",
            paramLabel = "MODEL",
            description = "ICGEM .gfc, or magnetic .shc or .cof; may be compressed")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Option(
            names = "--quantity",
            split = ",",
            paramLabel = "NAME",
            description =
                    "what to compute: gravity_disturbance (default), gravity_anomaly, gravity, geoid, height_anomaly, "
                            + "potential, ...; for magnetic models tmi (default with --main-field), intensity, be, bn, bu, bd, bh; repeatable")
    private List<String> quantities = new ArrayList<>();

    @Option(names = "--bbox", paramLabel = "S,N,W,E", description = "the area, in degrees")
    private @Nullable String bbox;

    @Option(names = "--step", paramLabel = "DEG", description = "grid spacing in degrees")
    private @Nullable Double step;

    @Option(
            names = "--registration",
            paramLabel = "KIND",
            description = "node (default): values on the edges of the box; cell: at the centres of cells that fill it")
    private String registration = "node";

    @Option(
            names = "--points",
            paramLabel = "CSV",
            description = "points instead: columns longitude, latitude, perhaps height")
    private @Nullable Path points;

    @Option(names = "--height", paramLabel = "M", description = "height in metres (default 0)")
    private double height;

    @Option(
            names = "--height-reference",
            paramLabel = "KIND",
            description =
                    "ellipsoid or geoid; by default the geoid for gravity_anomaly, height_anomaly and --topography")
    private @Nullable String heightReference;

    @Option(
            names = "--topography",
            paramLabel = "FILE",
            description = "compute on this surface of heights above sea level")
    private @Nullable Path topography;

    @Option(names = "--nmin", paramLabel = "N", description = "least degree (default 0, magnetic 1)")
    private @Nullable Integer nmin;

    @Option(names = "--nmax", paramLabel = "N", description = "largest degree (default: all)")
    private @Nullable Integer nmax;

    @Option(names = "--epoch", paramLabel = "YEAR", description = "decimal year, for models that change with time")
    private @Nullable Double epoch;

    @Option(
            names = "--ellipsoid",
            paramLabel = "NAME",
            description = "WGS84 (default), GRS80, or sphere for other bodies")
    private String ellipsoid = "WGS84";

    @Option(
            names = "--tide",
            paramLabel = "SYSTEM",
            description = "tide_free, zero_tide or mean_tide (default: the model's)")
    private @Nullable String tide;

    @Option(
            names = "--main-field",
            paramLabel = "FILE",
            description = "the field that tmi is projected on (default: igrf-14 of the catalogue)")
    private @Nullable Path mainField;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "*.nc, *.tif, *.gdf, *.csv or *.xyz")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path output;

    SynthCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() {
        SynthTarget target = target();
        ModelSource source = ModelFiles.read(model);
        List<String> names = names(source);
        SynthOutput.check(output, target, names.size());
        SynthRequest first = request(names.get(0), target);
        if (common().dryRun()) {
            print("would compute " + String.join(", ", names) + " and write " + output);
            return ExitCode.OK;
        }
        List<SynthResult> results = new ArrayList<>();
        try (Workers workers = new Workers(-1)) {
            for (String name : names) {
                SynthRequest request = new SynthRequest(
                        name, target, first.heights(), first.terms(), first.ellipsoid(), mainField(name, source));
                results.add(Synthesis.run(source, request, workers.executor()));
            }
        }
        SynthOutput.write(output, results);
        if (!common().quiet()) {
            print(output + ": " + String.join(", ", names) + ", "
                    + results.get(0).values().length + " values");
        }
        return ExitCode.OK;
    }

    private List<String> names(ModelSource source) {
        if (!quantities.isEmpty()) {
            return quantities;
        }
        return List.of(
                source instanceof ModelSource.Gravity
                        ? "gravity_disturbance"
                        : mainField == null ? "intensity" : "tmi");
    }

    private SynthTarget target() {
        Path table = points;
        if (table != null) {
            if (bbox != null || step != null) {
                throw usage("--points and --bbox with --step exclude each other");
            }
            return new SynthTarget.Points(PointTable.read(table));
        }
        String box = bbox;
        Double spacing = step;
        if (box == null || spacing == null) {
            throw usage("say where: --bbox S,N,W,E with --step DEG, or --points CSV");
        }
        Registration kind =
                switch (registration.toLowerCase(Locale.ROOT)) {
                    case "node" -> Registration.NODE;
                    case "cell" -> Registration.CELL;
                    default -> throw usage("--registration is node or cell, not '" + registration + "'");
                };
        return SynthTarget.grid(BoundingBox.parse(box), spacing, kind);
    }

    private SynthRequest request(String quantity, SynthTarget target) {
        Optional<Topography> ground = Optional.ofNullable(topography).map(Topography::read);
        SynthRequest.Terms terms = new SynthRequest.Terms(
                nmin == null ? OptionalInt.empty() : OptionalInt.of(nmin),
                nmax == null ? OptionalInt.empty() : OptionalInt.of(nmax),
                epoch == null ? OptionalDouble.empty() : OptionalDouble.of(epoch),
                tide());
        return new SynthRequest(
                quantity,
                target,
                new SynthRequest.Heights(
                        height,
                        reference().or(() -> ground.map(Topography::reference)),
                        ground.map(Topography::heights)),
                terms,
                ellipsoid,
                Optional.empty());
    }

    /** The field that is named, or for tmi the catalogue's; other quantities need none. */
    private Optional<ShcModel> mainField(String quantity, ModelSource source) {
        Path named = mainField;
        if (named != null) {
            return Optional.of(ModelFiles.mainField(named));
        }
        boolean wanted = source instanceof ModelSource.Magnetic
                && MagneticQuantity.parse(quantity).equals(Optional.of(MagneticQuantity.TMI));
        return wanted ? Optional.of(cataloguedField()) : Optional.empty();
    }

    private ShcModel cataloguedField() {
        DataSection data = config().config().data();
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(environment(), data.mirrors()),
                data.cacheDir(),
                new Downloader(DownloadPolicy.DEFAULT, progress()),
                progress(),
                RunClock.system());
        try {
            ResolvedSource found =
                    resolver.resolve(SourcesCommand.catalogue(data).find(GlobalInputs.MAIN_FIELD));
            progress().info("synth", "main field: " + found.source().id() + " of the catalogue, " + found.file());
            return ModelFiles.mainField(found.file());
        } catch (DataFetchException e) {
            throw new DataFetchException(
                    "a total-field anomaly needs a main field, none is named and " + e.getMessage(),
                    "name one with --main-field, or " + e.help(),
                    e);
        }
    }

    private Optional<TideSystem> tide() {
        String name = tide;
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (name.toLowerCase(Locale.ROOT).replace('-', '_')) {
                    case "tide_free" -> TideSystem.TIDE_FREE;
                    case "zero_tide" -> TideSystem.ZERO_TIDE;
                    case "mean_tide" -> TideSystem.MEAN_TIDE;
                    default -> throw usage("--tide is tide_free, zero_tide or mean_tide, not '" + name + "'");
                });
    }

    private Optional<EvaluationHeights.Reference> reference() {
        String name = heightReference;
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "ellipsoid" -> EvaluationHeights.Reference.ELLIPSOID;
                    case "geoid" -> EvaluationHeights.Reference.GEOID;
                    default -> throw usage("--height-reference is ellipsoid or geoid, not '" + name + "'");
                });
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }
}
