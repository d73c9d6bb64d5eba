package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.inversion.Bounds;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.Weighting;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.tomography.TomographyResult;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.invert.InvertField;
import org.geoanomaly.gam.pipeline.invert.InvertMesh;
import org.geoanomaly.gam.pipeline.invert.InvertOutcome;
import org.geoanomaly.gam.pipeline.invert.InvertRequest;
import org.geoanomaly.gam.pipeline.invert.InvertRun;
import org.geoanomaly.gam.pipeline.refraction.RefractionOutcome;
import org.geoanomaly.gam.pipeline.refraction.RefractionRequest;
import org.geoanomaly.gam.pipeline.refraction.RefractionRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code gam invert}: a table of observations to a model. */
@Command(
        name = "invert",
        description = "finds density, susceptibility or velocity below gravity, magnetic or seismic refraction data",
        footer = {
            "",
            "DATA has the columns easting,northing,height,value,uncertainty (m; mGal positive down, or nT).",
            "Without uncertainties the noise is found by cross-validation.",
            "For --field time it is a .sgt file of first arrivals along a profile; cells are chosen from",
            "the sensors unless --spacing DX,DZ is given.",
            "",
            "Examples",
            "  gam invert gravity.csv --field gz --cells 64,64,32 --spacing 100,100,100 -o out",
            "  gam invert mag.csv --field tmi --inclination 65 --declination 2 --cells 64,64,32 \\",
            "      --spacing 100,100,100 --uncertainty 2 --sigma -o out",
            "  gam invert gravity.csv --field gz --cells 30,30,15 --spacing 50,50,50 --norms 0,2,2,2 -o out",
            "  gam invert profile.sgt --field time -o out",
        })
final class InvertCommand extends GamCommand {
    /** Options that mean nothing to a profile. */
    private static final List<String> GRIDDED = List.of(
            "--cells",
            "--padding",
            "--top",
            "--norms",
            "--lower",
            "--upper",
            "--depth-weighting",
            "--inclination",
            "--declination",
            "--intensity",
            "--samples",
            "--ensemble");

    @Parameters(paramLabel = "DATA", description = "table of observations (CSV), or first arrivals (.sgt)")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path data;

    @Option(
            names = "--field",
            paramLabel = "gz|tmi|time",
            description = "what was observed (default: ${DEFAULT-VALUE})")
    private String field = "gz";

    @Option(names = "--cells", split = ",", paramLabel = "N", description = "NX,NY,NZ (gz and tmi: required)")
    private int[] cells = {};

    @Option(
            names = "--spacing",
            split = ",",
            paramLabel = "M",
            description = "DX,DY,DZ in metres (gz and tmi: required); time: DX,DZ")
    private double[] spacing = {};

    @Option(names = "--padding", paramLabel = "N", description = "further columns on each side, left out of the result")
    private int padding;

    @Option(
            names = "--top",
            paramLabel = "DEPTH",
            description = "depth of the top below height 0, m (default: 0, or the lowest observation if deeper)")
    private double top = Double.NaN;

    @Option(names = "--uncertainty", paramLabel = "S", description = "standard deviation of all data, mGal, nT or s")
    private @Nullable Double uncertainty;

    @Option(names = "--target-chi", paramLabel = "X", description = "chi2/N to reach (default: ${DEFAULT-VALUE})")
    private double targetChi = 1.0;

    @Option(
            names = "--norms",
            split = ",",
            paramLabel = "P",
            description = "exponents of size and of differences east, north, down, 0...2 (default: 2,2,2,2)")
    private double[] norms = {2, 2, 2, 2};

    @Option(names = "--lower", paramLabel = "V", description = "least value of a cell (tmi: 0 unless given)")
    private @Nullable Double lower;

    @Option(names = "--upper", paramLabel = "V", description = "largest value of a cell")
    private double upper = Double.POSITIVE_INFINITY;

    @Option(
            names = "--depth-weighting",
            paramLabel = "EXP",
            description = "weigh cells by distance^-EXP instead of by their sensitivity")
    private @Nullable Double depthWeighting;

    @Option(names = "--inclination", paramLabel = "DEG", description = "of the inducing field, positive down")
    private double inclination = 90.0;

    @Option(names = "--declination", paramLabel = "DEG", description = "of the inducing field, positive east")
    private double declination;

    @Option(names = "--intensity", paramLabel = "NT", description = "of the inducing field (default: 50000)")
    private double intensity = 50_000.0;

    @Option(names = "--sigma", description = "also the posterior standard deviation")
    private boolean sigma;

    @Option(names = "--samples", paramLabel = "N", description = "draws for --sigma (default: ${DEFAULT-VALUE})")
    private int samples = 64;

    @Option(names = "--ensemble", description = "mean and scatter of six norms and weightings")
    private boolean ensemble;

    @Option(names = "--workers", paramLabel = "N", description = "threads; -1 for all (default)")
    private int workers = -1;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "where the products go")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path output;

    InvertCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        requireUncertainty();
        if (field.equals("time")) {
            return refraction();
        }
        InvertRequest request = request();
        if (common().dryRun()) {
            print("would invert " + request.data() + " for " + cells[0] + " x " + cells[1] + " x " + cells[2]
                    + " cells and write to " + request.output());
            return ExitCode.OK;
        }
        InvertOutcome outcome;
        try (Workers pool = new Workers(workers)) {
            outcome = new InvertRun(request, pool, progress(), stopSignal("stopping the inversion")).run();
        }
        if (common().json()) {
            printReport();
        } else {
            InvertOutcome.Fit fit = outcome.fit();
            print(String.format(
                    Locale.ROOT,
                    "%s: chi2/N %.3f, beta %.3g, %d steps, operator %s; results in %s",
                    fit.converged() ? "converged" : "not converged",
                    fit.chi(),
                    fit.beta(),
                    outcome.steps().size(),
                    outcome.operator().name().toLowerCase(Locale.ROOT),
                    output));
        }
        return outcome.fit().converged() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private ExitCode refraction() throws IOException, InterruptedException {
        for (String option : GRIDDED) {
            if (spec().commandLine().getParseResult().hasMatchedOption(option)) {
                throw usage(option + " does not go with --field time");
            }
        }
        if (spacing.length > 0) {
            requireCount("--spacing with --field time", spacing.length, 2);
        }
        RefractionRequest request = new RefractionRequest(
                data,
                uncertainty,
                targetChi,
                spacing.length == 0 ? null : new RefractionRequest.Cell(spacing[0], spacing[1]),
                output);
        if (common().dryRun()) {
            print("would invert " + data + " for a section of velocity and write to " + output);
            return ExitCode.OK;
        }
        RefractionOutcome outcome;
        try (Workers pool = new Workers(workers)) {
            outcome = new RefractionRun(request, pool, progress(), stopSignal("stopping the inversion")).run();
        }
        TomographyResult result = outcome.result();
        if (common().json()) {
            printReport();
        } else {
            print(String.format(
                    Locale.ROOT,
                    "%s: chi2/N %.3f, rms %.3f ms, %d iterations; results in %s",
                    result.converged() ? "converged" : "not converged",
                    result.chi(),
                    1000 * result.rms(),
                    result.steps().size() - 1,
                    output));
        }
        return result.converged() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void printReport() throws IOException {
        print(Files.readString(output.resolve("inversion.json"), StandardCharsets.UTF_8)
                .stripTrailing());
    }

    private void requireUncertainty() {
        if (uncertainty != null && !(uncertainty > 0.0 && uncertainty < Double.POSITIVE_INFINITY)) {
            throw usage("--uncertainty must be positive: " + uncertainty);
        }
    }

    private InvertRequest request() {
        if (cells.length == 0 || spacing.length == 0) {
            throw usage("Missing required option: "
                    + (cells.length > 0
                            ? "'--spacing=M'"
                            : spacing.length > 0 ? "'--cells=N'" : "'--cells=N', '--spacing=M'"));
        }
        requireCount("--cells", cells.length, 3);
        requireCount("--spacing", spacing.length, 3);
        requireCount("--norms", norms.length, 4);
        if (sigma && samples < 2) {
            throw usage("--samples must be at least 2: " + samples);
        }
        try {
            boolean magnetic = field.equals("tmi");
            if (!magnetic && !field.equals("gz")) {
                throw usage("--field is gz, tmi or time, not '" + field + "'");
            }
            double least = lower != null ? lower : magnetic ? 0.0 : Double.NEGATIVE_INFINITY;
            InversionSettings settings = new InversionSettings(
                    new Norms(norms[0], norms[1], norms[2], norms[3]),
                    new Bounds(least, upper),
                    depthWeighting == null ? new Weighting.Sensitivity() : new Weighting.Depth(depthWeighting),
                    targetChi,
                    1.0,
                    30);
            InvertMesh.Spacing size = new InvertMesh.Spacing(spacing[0], spacing[1], spacing[2]);
            return new InvertRequest(
                    data,
                    magnetic
                            ? new InvertField.TotalField(new AmbientField(intensity, inclination, declination))
                            : new InvertField.Gravity(),
                    new InvertMesh(cells[0], cells[1], cells[2], size, padding, top),
                    settings,
                    uncertainty,
                    new InvertRequest.Spread(sigma ? samples : 0, 1, ensemble),
                    output);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private void requireCount(String option, int given, int wanted) {
        if (given != wanted) {
            throw usage(option + " takes " + wanted + " numbers separated by commas, not " + given);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }
}
