package org.geoanomaly.gam.pipeline.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ConfigLoader;
import org.geoanomaly.gam.pipeline.config.ConfigRequest;
import org.geoanomaly.gam.pipeline.config.EffectiveConfig;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.LoadedConfig;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.geoanomaly.gam.pipeline.error.SourceExcerpt;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.run.RegionalRequest;
import org.geoanomaly.gam.pipeline.run.RegionalRun;
import org.geoanomaly.gam.pipeline.run.RegionalSummary;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.region.RegionValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A modality of a stranger: its options in the configuration, its place in a fused run, and what becomes of a run when it misbehaves. */
class PluginRunTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void stranger() throws IOException {
        Map<Class<?>, String> services = new LinkedHashMap<>();
        services.put(DataSource.class, "example.MuonSource");
        services.put(Preprocessor.class, "example.MuonPreprocessor");
        services.put(Inverter.class, "example.MuonInverter");
        services.put(Visualizer.class, "example.Drawer");
        Path jar = new PluginJars(folder)
                .compile(MuonSources.all())
                .jar("muon.jar", "0.9", services, "MuonSource", "MuonPreprocessor", "MuonInverter", "Drawer", "Fault");
        assertThat(jar).isEqualTo(folder.resolve("jars/muon.jar"));
        Files.writeString(folder.resolve("counts.csv"), "a table\n");
        StringBuilder csv = new StringBuilder("longitude,latitude,height_m,free_air_anomaly\n");
        for (int k = 0; k < 144; k++) {
            double lon = -37.5 + 2.6 * (k % 12 + 0.5) / 12 + 0.01 * Math.sin(k);
            double lat = 41.5 + 2.2 * (Math.floorDiv(k, 12) + 0.5) / 12 + 0.01 * Math.cos(k);
            double body = 40 * Math.exp(-((lon + 36.2) * (lon + 36.2) + (lat - 42.6) * (lat - 42.6)) / 0.03);
            csv.append(String.format(
                    Locale.ROOT, "%.5f,%.5f,100,%.3f%n", lon, lat, body + Math.sin(40 * lon) * Math.cos(50 * lat)));
        }
        Files.writeString(folder.resolve("gravity.csv"), csv);
    }

    private record Loaded(LoadedConfig config, Plugins plugins) {}

    private static Loaded load(String yaml, String... assignments) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
        Plugins[] plugins = new Plugins[1];
        LoadedConfig config =
                ConfigLoader.load(new ConfigRequest(file, Map.of(), List.of(assignments), List.of()), path -> {
                    plugins[0] = Plugins.load(PluginRunTest.class.getClassLoader(), List.of(), path);
                    return plugins[0].vocabulary();
                });
        return new Loaded(config, plugins[0]);
    }

    private static String errors(String yaml) {
        return errorsOf("plugins: {path: jars/muon.jar}\n" + yaml);
    }

    private static String errorsOf(String yaml) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> load(yaml));
        assertThat(e).as("an error").isNotNull();
        return e.all().stream()
                .map(p -> {
                    SourceExcerpt where = p.where();
                    return (where == null ? "?" : where.line() + ":" + where.column()) + " " + p.getMessage()
                            + (p.help() == null ? "" : " | " + p.help());
                })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void options_have_the_messages_of_the_programs_own_keys() {
        assertThat(errors("""
                        data:
                          modalities: [muom]
                          sources:
                            muon: {id: muon-table, detektors: 7, detectors: 2000}
                        plugins2: {}
                        """)).isEqualTo("""
                        3:15 data.modalities: unknown modality 'muom'; known: gravity, magnetic, seismic, insar, muon, all | did you mean 'muon'?
                        5:10 data.sources.muon.path: is missing | the table of counts
                        5:52 data.sources.muon.detectors: must be between 1 and 1000, found 2000
                        5:27 unknown key 'data.sources.muon.detektors' | did you mean 'detectors'?
                        6:0 unknown key 'plugins2' | did you mean 'plugins'?""");
    }

    @Test
    void options_of_inverters_too() {
        assertThat(errors("""
                        modeling: {inversion_type: smooth}
                        data: {sources: {muon: muon-table}}
                        """)).isEqualTo("3:23 data.sources.muon.path: is missing | the table of counts");
        assertThat(errorsOf("""
                        plugins:
                          path: jars/muon.jar
                          inverters:
                            muon-density: {contrast: -1, fault: nothin, notes: {a: 1}}
                            muon-densty: {}
                        """)).isEqualTo("""
                        4:29 plugins.inverters.muon-density.contrast: must be above 0 and at most 5000, found -1
                        4:40 plugins.inverters.muon-density.fault: must be one of none, nothing, throws, recurses, missing, size, nan, infinite, negative, fit, property; found 'nothin' | did you mean 'nothing'?
                        4:55 plugins.inverters.muon-density.notes: expected a word, found a mapping
                        5:4 there is no plugin 'plugins.inverters.muon-densty' | did you mean 'muon-density'?""");
    }

    @Test
    void defaults_and_values_are_shown_like_all_others() throws IOException {
        Loaded loaded = load("""
                plugins:
                  path: jars/muon.jar
                  inverters:
                    muon-density: {contrast: 650.5, fault: size, notes: [one, two]}
                data:
                  sources:
                    muon: {id: muon-table, path: counts.csv}
                modeling:
                  priors:
                    muon: {std: 250}
                """);
        String yaml = EffectiveConfig.yaml(loaded.config());
        assertThat(yaml)
                .containsPattern("contrast: 650.5 +# .*config.yaml:4")
                .containsPattern("detectors: 25 +# default")
                .containsPattern("path: \\S*counts.csv +# .*config.yaml:7")
                .containsPattern("std: 250.0 +# .*config.yaml:10")
                .containsPattern("lower: -3000.0 +# default");
        Inverter inverter = loaded.plugins().inverter("muon", "smooth");
        Record options =
                loaded.config().config().plugins().options(PluginKind.INVERTER, "muon-density", inverter.options());
        assertThat(options).hasToString("Options[contrast=650.5, fault=SIZE, notes=[one, two]]");
    }

    private static String yaml(String visualizer) {
        return """
                plugins:
                  path: [jars/muon.jar]
                data:
                  bbox: {south: 42, north: 43.2, west: -37, east: -35.4}
                  cache_dir: %s
                  modalities: [gravity, muon]
                  sources:
                    gravity: {path: gravity.csv, quantity: free_air_anomaly, unit: mGal}
                    muon: {id: muon-table, path: counts.csv}
                preprocessing: {grid_res: 0.3}
                modeling:
                  mesh: {max_depth_km: 6, layers: 6, padding_cells: 2}
                visualization: {map_type: [%s], export_formats: [csv, netcdf, html]}
                """.formatted(folder.resolve("cache"), visualizer);
    }

    private static RegionalSummary run(Loaded loaded, ProgressListener progress)
            throws IOException, InterruptedException {
        GamConfig config = loaded.config().config();
        RegionalRequest request = new RegionalRequest(config, Map.of("SOURCE_DATE_EPOCH", "0"), "test", false);
        return new RegionalRun(request, loaded.plugins(), progress, () -> false).run();
    }

    @Test
    void takes_part_in_a_fused_run_with_its_own_column() throws Exception {
        Path output = folder.resolve("fused");
        String to = "core.output_dir=" + output;
        RegionalSummary summary = run(load(yaml("drawer"), to), ProgressListener.SILENT);
        assertThat(summary.gaps()).isEmpty();
        assertThat(summary.modalities()).containsExactly("gravity", "muon");
        assertThat(Files.readAllLines(output.resolve("anomalies.csv")).get(0))
                .contains("contribution_gravity,contribution_muon");
        assertThat(output.resolve("models/muon.nc")).exists();
        assertThat(output.resolve("drawn.txt")).hasContent("drawn");
        assertThat(Files.readString(output.resolve("manifest.json")))
                .contains("muon-table")
                .doesNotContain("muon.jar");
        assertThat(Files.readString(output.resolve("report.html"))).contains("muon notes");

        try (Workers workers = new Workers(2)) {
            assertThat(RegionValidator.validate(output, workers, ProgressListener.SILENT))
                    .allMatch(CheckResult::passed);
        }

        assertThat(run(load(yaml("drawer"), to), ProgressListener.SILENT).end())
                .isEqualTo(RegionalSummary.End.UNCHANGED);
        RegionalSummary other =
                run(load(yaml("drawer"), to, "plugins.inverters.muon-density.contrast=100"), ProgressListener.SILENT);
        assertThat(other.end()).isEqualTo(RegionalSummary.End.COMPLETED);
        assertThat(other.runId()).isNotEqualTo(summary.runId());
    }

    @Test
    void costs_its_modality_and_its_drawing_when_it_fails() throws Exception {
        Path output = folder.resolve("failed");
        RegionalSummary summary = run(
                load(
                        yaml("drawer"),
                        "core.output_dir=" + output,
                        "plugins.inverters.muon-density.fault=missing",
                        "plugins.visualizers.drawer.fault=throws"),
                ProgressListener.SILENT);
        assertThat(summary.end()).isEqualTo(RegionalSummary.End.COMPLETED);
        assertThat(summary.modalities()).containsExactly("gravity");
        assertThat(summary.gaps()).hasSize(2);
        assertThat(summary.gaps().get(0).message())
                .startsWith(
                        "the inverter 'muon-density' of muon.jar failed in invert(): the class example.Library is missing");
        assertThat(summary.gaps().get(1).message())
                .startsWith("the visualizer 'drawer' of muon.jar failed in render(): IllegalStateException: broken");
        assertThat(Files.readString(output.resolve("manifest.json"))).contains("example.Library", "drawer");
        assertThat(Files.readString(output.resolve("report.html"))).contains("example.Library", "drawer");
    }

    @Test
    void a_configuration_that_needs_a_jar_which_cannot_be_loaded_stops() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        Throwable e = catchThrowable(() -> load(yaml("2d").replace("jars/muon.jar", "broken.jar")));
        assertThat(e)
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("config.yaml:9: data.sources.muon.id: no source 'muon-table' takes these keys")
                .hasMessageContaining(broken + ": is not a jar");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOTHING  | gave null
            THROWS   | failed in invert(): IllegalStateException: broken
            RECURSES | failed in invert(): endless recursion (StackOverflowError)
            MISSING  | failed in invert(): the class example.Library is missing
            SIZE     | gave 1 x 1 x 1 cells instead of 4 x 4 x 3; padding must not be in the answer
            NAN      | gave NaN in every cell; it must say why instead
            INFINITE | gave cell 0 the value Infinity with posterior and prior standard deviations
            NEGATIVE | standard deviations -1.0 and
            FIT      | predicts 1 values for 2 observations
            PROPERTY | gave velocity of muon instead of density_contrast of muon
            """)
    void an_inverter_that_breaks_its_contract(String fault, String message) throws IOException {
        Loaded loaded = load(yaml("2d"), "plugins.inverters.muon-density.fault=" + fault);
        Inverter inverter = loaded.plugins().inverter("muon", "smooth");
        RegularMesh mesh = RegularMesh.of(new double[] {0, 0, 0}, 4, 4, new double[] {10, 10}, new double[] {5, 5, 5});
        double[] two = {1, 2};
        ProcessedData data = new ProcessedData(
                "muon",
                "opacity",
                Unit.DIMENSIONLESS,
                new Observations(two, two, two, two, two, Map.of()),
                null,
                10,
                null,
                List.of());
        GamConfig config = loaded.config().config();
        Record options = config.plugins().options(PluginKind.INVERTER, "muon-density", inverter.options());
        try (Workers workers = new Workers(1)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1, options);
            assertThat(catchThrowable(
                            () -> inverter.invert(new InversionRequest(data, mesh, config.modeling()), context)))
                    .isInstanceOf(PluginException.class)
                    .hasMessageStartingWith("the inverter 'muon-density' of muon.jar ")
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data.sources.muon.fault=throws                  | the source 'muon-table' of muon.jar failed in locate()
            data.sources.muon.fault=nothing                 | the source 'muon-table' of muon.jar broke its contract: read() gave null
            data.sources.muon.fault=size                    | read() gave a table without the column value
            plugins.preprocessors.muon-lines.fault=nothing  | the preprocessor 'muon-lines' of muon.jar broke its contract: process() gave null
            plugins.preprocessors.muon-lines.fault=size     | process() left no observation of muon; it must say why instead
            plugins.preprocessors.muon-lines.fault=nan      | process() made observation 0 with value NaN
            plugins.preprocessors.muon-lines.fault=negative | all must be finite and uncertainties positive
            """)
    void sources_and_preprocessors_that_break_theirs(String assignment, String message) throws Exception {
        String alone = yaml("2d").replace("[gravity, muon]", "[muon]");
        Path output = folder.resolve("alone");
        Throwable e = catchThrowable(
                () -> run(load(alone, assignment, "core.output_dir=" + output), ProgressListener.SILENT));
        assertThat(e).hasMessageContaining(message);
    }
}
