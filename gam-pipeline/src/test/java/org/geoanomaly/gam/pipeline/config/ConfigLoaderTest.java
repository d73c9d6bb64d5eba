package org.geoanomaly.gam.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ConfigRequest.OptionValue;
import org.geoanomaly.gam.pipeline.config.EffectiveConfig.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    @Test
    void nothing_given_is_the_defaults() {
        assertThat(ConfigLoader.load(ConfigRequest.NOTHING).config()).isEqualTo(GamConfig.DEFAULT);
    }

    @Test
    void an_empty_file_and_empty_keys_are_the_defaults() {
        assertThat(load("").config()).isEqualTo(GamConfig.DEFAULT);
        assertThat(load("core:\ndata:\n  bbox:\n  modalities: ~\n").config()).isEqualTo(GamConfig.DEFAULT);
    }

    @Test
    void later_layers_win_and_each_value_knows_its_layer() throws IOException {
        Path file = write("core:\n  seed: 1\n  tile_size: 2\n  parallel_workers: 3\n  engine: spark\n");
        LoadedConfig loaded = ConfigLoader.load(new ConfigRequest(
                file,
                Map.of("GAM_CORE__TILE_SIZE", "20", "GAM_CORE__PARALLEL_WORKERS", "30", "GAM_CORE__ENGINE", "local"),
                List.of("core.parallel_workers=300", "core.engine=spark"),
                List.of(new OptionValue("--engine", "core.engine", "local"))));
        assertThat(loaded.config().core())
                .isEqualTo(new CoreSection(CoreSection.DEFAULT.outputDir(), 300, 20, "local", null, false, "1g", 1));
        assertThat(origins(loaded, "core."))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "core.output_dir", "default",
                        "core.master", "default",
                        "core.engine_fallback", "default",
                        "core.executor_memory", "default",
                        "core.seed", file + ":2",
                        "core.tile_size", "environment GAM_CORE__TILE_SIZE",
                        "core.parallel_workers", "--set core.parallel_workers=300",
                        "core.engine", "--engine"));
        assertThat(loaded.provenance().given()).isEqualTo(4);
    }

    @Test
    void variables_reach_every_depth() {
        GamConfig config = ConfigLoader.load(new ConfigRequest(
                        null,
                        Map.of("GAM_FUSION_MVP__PMTILES__MAX_ZOOM", "5", "GAM_CORE__SEED", " "),
                        List.of(),
                        List.of()))
                .config();
        assertThat(config.fusionMvp().pmtiles().maxZoom()).isEqualTo(5);
        assertThat(config.core().seed()).isEqualTo(42);
    }

    @Test
    void assignments_are_yaml() {
        GamConfig config = ConfigLoader.load(new ConfigRequest(
                        null,
                        Map.of(),
                        List.of(
                                "data.bbox=[30, 40, 170, -170]",
                                "fusion_mvp.weights={gravity: 2}",
                                "core.output_dir=a=b"),
                        List.of()))
                .config();
        assertThat(config.data().bbox()).isEqualTo(new BoundingBox(30, 40, 170, -170));
        assertThat(config.fusionMvp().weights()).isEqualTo(new FusionMvpSection.Weights(1, 2));
        assertThat(config.core().outputDir()).isEqualTo(Path.of("a=b"));
    }

    @Test
    void option_texts_are_taken_literally() {
        ConfigRequest request =
                ConfigRequest.NOTHING.with(OptionValue.literal("--output", "core.output_dir", "it's [here]: 1"));
        assertThat(ConfigLoader.load(request).config().core().outputDir()).isEqualTo(Path.of("it's [here]: 1"));
    }

    @Test
    void numbers_follow_yaml_1_2() {
        assertThat(load("core: {seed: 010}").config().core().seed()).isEqualTo(10);
        assertThat(load("core: {seed: 0o10}").config().core().seed()).isEqualTo(8);
        assertThat(load("core: {seed: 0x1F}").config().core().seed()).isEqualTo(31);
        assertThat(load("global: {version: 1.10}").config().global().version()).isEqualTo("1.10");
        assertThat(load("preprocessing: {grid_res: 1e-1}")
                        .config()
                        .preprocessing()
                        .gridRes())
                .isEqualTo(0.1);
    }

    @Test
    void choices_do_not_mind_case() {
        assertThat(load("global: {logging_level: debug}").config().global().loggingLevel())
                .isEqualTo(LoggingLevel.DEBUG);
        assertThat(load("core: {engine: SPARK}").config().core().engine()).isEqualTo("spark");
    }

    @Test
    void sources_are_an_id_or_a_file() {
        Map<String, SourceSpec> sources = load("""
                data:
                  sources:
                    gravity: eigen-6c4
                    magnetic: {path: my.csv, unit: nt, height: 4000, format: CSV, columns: {value: tfa}}
                """).config().data().sources();
        assertThat(sources.get("gravity")).isEqualTo(new SourceSpec.Catalogued("eigen-6c4"));
        assertThat(sources.get("magnetic")).isInstanceOfSatisfying(SourceSpec.LocalFile.class, file -> {
            assertThat(file.path()).isEqualTo(folder.resolve("my.csv"));
            assertThat(file.unit()).isEqualTo(Unit.NANOTESLA);
            assertThat(file.height()).isEqualTo(4000);
            assertThat(file.format()).isEqualTo("csv");
            assertThat(file.columns()).isEqualTo(new SourceSpec.Columns(null, null, "tfa", null, null));
            assertThat(file.nodata()).isNull();
        });
    }

    @Test
    void input_paths_are_relative_to_the_file_and_output_paths_are_not() {
        GamConfig config = load("data: {mirrors: [m], cache_dir: c, catalogue: cat.yaml}\ncore: {output_dir: o}\n")
                .config();
        assertThat(config.data().mirrors()).containsExactly(folder.resolve("m"));
        assertThat(config.data().catalogue()).isEqualTo(folder.resolve("cat.yaml"));
        assertThat(config.data().cacheDir()).isEqualTo(Path.of("c"));
        assertThat(config.core().outputDir()).isEqualTo(Path.of("o"));
        assertThat(load("data: {mirrors: [src]}").config().data().mirrors())
                .as("what lies only in the working directory is found there")
                .containsExactly(Path.of("src"));
    }

    @Test
    void data_directory_is_one_more_mirror() throws IOException {
        Path file = write("data: {mirrors: [m]}\n");
        Path extra = folder.resolve("extra");
        Map<String, String> environment = Map.of("GAM_DATA_DIR", extra + File.pathSeparator + folder.resolve("more"));
        assertThat(ConfigLoader.load(new ConfigRequest(file, environment, List.of(), List.of()))
                        .config()
                        .data()
                        .mirrors())
                .containsExactly(folder.resolve("m"), extra, folder.resolve("more"));
    }

    @Test
    void effective_configuration_is_a_configuration_that_says_the_same() throws IOException {
        LoadedConfig loaded = load("""
                data:
                  bbox: {south: -10, north: 10.5, west: 170, east: -170}
                  modalities: [gravity]
                  sources: {gravity: {path: /x y/ü.tif, unit: mGal, columns: {value: "no: 1"}}}
                modeling: {regularization: {smallness: 1.0e-7}, inversion_type: "true"}
                """);
        Path again = Files.writeString(folder.resolve("again.yaml"), EffectiveConfig.yaml(loaded));
        GamConfig config = ConfigLoader.load(new ConfigRequest(again, Map.of(), List.of(), List.of()))
                .config();
        assertThat(config).isEqualTo(loaded.config());
    }

    @Test
    void canonical_json_is_itself_a_configuration() throws IOException {
        GamConfig config = load("data: {bbox: [1, 2, 3, 4], sources: {gravity: {path: /a.tif}, magnetic: emag2}}\n")
                .config();
        Path again = Files.writeString(folder.resolve("again.yaml"), config.canonicalJson());
        assertThat(ConfigLoader.load(new ConfigRequest(again, Map.of(), List.of(), List.of()))
                        .config())
                .isEqualTo(config);
    }

    @Test
    void canonical_json_does_not_depend_on_the_spelling() {
        String a = load("data: {bbox: [1, 2, 3, 4]}\ncore: {seed: 7, engine: LOCAL}\n")
                .config()
                .canonicalJson();
        String b = load("core: {engine: local, seed: 0x7}\ndata: {bbox: {east: 4.0, west: 3, north: 2, south: 1}}\n")
                .config()
                .canonicalJson();
        assertThat(a).isEqualTo(b).contains("\"bbox\":{\"east\":4.0,\"north\":2.0,\"south\":1.0,\"west\":3.0}");
    }

    private static Map<String, String> origins(LoadedConfig loaded, String prefix) {
        return EffectiveConfig.settings(loaded).stream()
                .filter(s -> s.path().startsWith(prefix))
                .collect(Collectors.toMap(Setting::path, Setting::origin));
    }

    private LoadedConfig load(String yaml) {
        try {
            return ConfigLoader.load(new ConfigRequest(write(yaml), Map.of(), List.of(), List.of()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }
}
