package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.forward.ForwardField;
import org.geoanomaly.gam.pipeline.forward.ForwardRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam forward}: the fields of bodies at points. */
@Command(
        name = "forward",
        description = "compute the field of a model of bodies at points: CSV in, CSV out",
        footer = {
            "",
            "Fields      potential gz ge gn gxx gxy gxz gyy gyz gzz be bn bu tmi ux uy uz los",
            "Model       prisms, spheres, mogi, okada, field, los (YAML; metres, depth positive down)",
            "Points      CSV with the columns easting,northing,height in metres",
            "",
            "Examples",
            "  gam forward model.yaml points.csv --field gz",
            "  gam forward model.yaml points.csv --field tmi --field gzz -o answer.csv",
        })
final class ForwardCommand extends GamCommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "bodies and sources (YAML)")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path model;

    @Parameters(index = "1", paramLabel = "POINTS", description = "where to compute (CSV)")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path points;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            split = ",",
            description = "what to compute; may be repeated (default: gz)")
    private List<String> fields = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write to a file instead of standard output")
    private @Nullable Path output;

    ForwardCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws IOException {
        List<ForwardField> wanted = fields.isEmpty()
                ? List.of(ForwardField.GZ)
                : fields.stream().map(ForwardField::parse).distinct().toList();
        if (common().dryRun()) {
            int count = ForwardRun.check(model, points, wanted);
            print("would compute " + names(wanted) + " at " + count + " points and write "
                    + (output == null ? "to standard output" : output));
            return ExitCode.OK;
        }
        if (common().json()) {
            answer(wanted);
            return ExitCode.OK;
        }
        if (output != null) {
            ForwardRun.write(model, points, wanted, -1, output);
            return ExitCode.OK;
        }
        StringBuilder text = new StringBuilder();
        ForwardRun.write(model, points, wanted, -1, text);
        console().out().print(text);
        console().out().flush();
        return ExitCode.OK;
    }

    /** What {@code --json} prints: a file's name, or the values themselves. */
    private record Answer(
            int points,
            List<String> fields,
            @Nullable String output,
            @Nullable List<List<Double>> values) {}

    private void answer(List<ForwardField> wanted) throws IOException {
        List<String> columns = wanted.stream().map(ForwardField::toString).toList();
        if (output != null) {
            ForwardRun.write(model, points, wanted, -1, output);
            print(CanonicalJson.of(
                    new Answer(ForwardRun.check(model, points, wanted), columns, output.toString(), null)));
            return;
        }
        List<List<Double>> values = ForwardRun.values(model, points, wanted, -1).stream()
                .map(column -> Arrays.stream(column).boxed().toList())
                .toList();
        print(CanonicalJson.of(new Answer(values.get(0).size(), columns, null, values)));
    }

    private static String names(List<ForwardField> wanted) {
        return String.join(", ", wanted.stream().map(ForwardField::toString).toList());
    }
}
