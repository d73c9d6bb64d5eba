package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.export.AnomalyFiles;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyCsv;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyGeoJson;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam anomalies}: what a regional run found. */
@Command(
        name = "anomalies",
        description = "list what a run found",
        footer = {
            "",
            "Examples",
            "  gam anomalies data/outputs                            a table, most certain first",
            "  gam anomalies data/outputs --min-confidence 0.8",
            "  gam anomalies data/outputs --type dense --bbox 30,35,120,125      south, north, west, east",
            "  gam anomalies data/outputs --format geojson > selected.geojson",
        })
final class AnomaliesCommand extends GamCommand {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "what gam run wrote; core.output_dir if absent")
    private @Nullable Path dir;

    @Option(
            names = "--min-confidence",
            paramLabel = "X",
            description = "only those of at least this confidence, 0 to 1")
    private double minConfidence;

    @Option(names = "--type", paramLabel = "T", description = "only those of this type")
    private @Nullable String type;

    @Option(names = "--bbox", paramLabel = "S,N,W,E", description = "only those in this area, in degrees")
    private @Nullable String bbox;

    @Option(
            names = "--format",
            paramLabel = "table|csv|geojson",
            defaultValue = "table",
            description = "how to print them, default ${DEFAULT-VALUE}")
    private String format = "table";

    /** What {@code --json} prints. */
    record Report(String directory, int found, int shown, List<Entry> anomalies) {}

    /** One anomaly; what is not known is left out. */
    record Entry(
            String anomalyId,
            double lat,
            double lon,
            @Nullable Double depth,
            @Nullable Double confidence,
            String anomalyType,
            @Nullable Double score,
            Map<String, Double> contributions) {}

    AnomaliesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws IOException {
        if (!List.of("table", "csv", "geojson").contains(format)) {
            throw new ConfigurationException(
                    "--format: '" + format + "' is no format", "use table, csv or geojson", null);
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new ConfigurationException("--min-confidence: " + minConfidence + " is not within 0 to 1");
        }
        BoundingBox area = area();
        Path root = dir != null ? dir : config().config().core().outputDir();
        AnomalyTable all = AnomalyFiles.read(root);
        AnomalyTable chosen =
                all.with(all.rows().stream().filter(a -> matches(a, area)).toList());
        if (common().json()) {
            print(CanonicalJson.of(report(root, all, chosen)));
        } else if (format.equals("csv")) {
            raw(AnomalyCsv.bytes(chosen));
        } else if (format.equals("geojson")) {
            raw(AnomalyGeoJson.bytes(chosen));
        } else {
            AnomalyListing.lines(chosen).forEach(this::print);
            print(count(all, chosen));
        }
        return ExitCode.OK;
    }

    private @Nullable BoundingBox area() {
        if (bbox == null) {
            return null;
        }
        try {
            return BoundingBox.parse(bbox);
        } catch (GamException e) {
            throw new ConfigurationException("--bbox: " + e.getMessage(), e.help(), e);
        }
    }

    private boolean matches(Anomaly a, @Nullable BoundingBox area) {
        boolean certain = minConfidence <= 0 || a.confidence() >= minConfidence;
        return certain && (type == null || a.type().equalsIgnoreCase(type)) && (area == null || lies(a, area));
    }

    private static boolean lies(Anomaly a, BoundingBox area) {
        double east = a.peak().lon() - area.west();
        east -= 360 * Math.floor(east / 360);
        return a.peak().lat() >= area.south() && a.peak().lat() <= area.north() && east <= area.width();
    }

    private void raw(byte[] text) {
        String lines = new String(text, StandardCharsets.UTF_8);
        console().out().print(Console.printable(lines));
    }

    private static Report report(Path root, AnomalyTable all, AnomalyTable chosen) {
        return new Report(
                root.toString(),
                all.rows().size(),
                chosen.rows().size(),
                chosen.rows().stream().map(AnomaliesCommand::entry).toList());
    }

    private static Entry entry(Anomaly a) {
        return new Entry(
                a.id(),
                a.peak().lat(),
                a.peak().lon(),
                finite(a.peak().depth()),
                finite(a.confidence()),
                a.type(),
                finite(a.score()),
                a.contributions());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String count(AnomalyTable all, AnomalyTable chosen) {
        int n = all.rows().size();
        if (n == 0) {
            return "the run found no anomalies";
        }
        String types = all.rows().stream()
                .map(Anomaly::type)
                .distinct()
                .sorted()
                .map(Console::printable)
                .collect(Collectors.joining(", "));
        return chosen.rows().isEmpty()
                ? String.format(Locale.ROOT, "none of %d anomalies matches; their types are %s", n, types)
                : String.format(Locale.ROOT, "%d of %d %s", chosen.rows().size(), n, n == 1 ? "anomaly" : "anomalies");
    }
}
