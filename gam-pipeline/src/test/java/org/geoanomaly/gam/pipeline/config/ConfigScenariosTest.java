package org.geoanomaly.gam.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.SourceExcerpt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who writes something wrong: the file as a text block, the errors as one string {@code line:column+length message | note | help}. */
class ConfigScenariosTest {
    @TempDir
    Path folder;

    @Test
    void f01_section_needs_both_ends() {
        expect("""
                visualization:
                  section: {from: [42.4, -36.8]}
                """, """
                2:11+21 visualization.section.to: is missing | write [latitude, longitude]
                """);
    }

    @Test
    void f02_section_that_is_no_line() {
        expect("""
                visualization:
                  section: {from: [95, 10], to: 7}
                """, """
                2:19+2 visualization.section.from: must be between -90 and 90, found 95
                2:32+1 visualization.section.to: expected [latitude, longitude], found '7'
                """);
    }

    @Test
    void f03_section_that_ends_where_it_begins() {
        expect("""
                visualization:
                  section: {from: [1, 2], to: [1, 2]}
                """, """
                2:30+6 visualization.section.to: is where the section begins | name another place
                """);
    }

    @Test
    void a01_unknown_key_names_its_neighbour() {
        expect("""
                data:
                  bbbox: [30, 40, 120, 130]
                """, """
                2:2+5 unknown key 'data.bbbox' | did you mean 'bbox'?
                """);
    }

    @Test
    void a02_unknown_section() {
        expect("""
                visualisation:
                  map_type: 2d
                """, """
                1:0+13 unknown key 'visualisation' | did you mean 'visualization'?
                """);
    }

    @Test
    void a03_unknown_key_far_from_all_lists_what_there_is() {
        expect("""
                preprocessing:
                  regional: {colour: red}
                """, """
                2:13+6 unknown key 'preprocessing.regional.colour' | keys here: method, degree, wavelength_km
                """);
    }

    @Test
    void a04_bbox_upside_down() {
        expect("""
                data:
                  bbox: [40.0, 30.0, 120.0, 130.0]
                """, """
                2:8+26 data.bbox: south 40.0 is not below north 30.0 | (order is south, north, west, east) did you mean [30.0, 40.0, 120.0, 130.0]?
                """);
    }

    @Test
    void a05_bbox_in_the_order_of_geojson() {
        expect("""
                data:
                  bbox: [120, 30, 130, 40]
                """, """
                2:8+18 data.bbox: south 120.0 is not within -90..90 | (order is south, north, west, east) did you mean [30.0, 40.0, 120.0, 130.0]?
                """);
    }

    @Test
    void a06_bbox_with_named_keys_upside_down() {
        expect("""
                data:
                  bbox: {south: 40, north: 30, west: 120, east: 130}
                """, """
                2:8+44 data.bbox: south 40.0 is not below north 30.0 | did you mean {south: 30.0, north: 40.0, west: 120.0, east: 130.0}?
                """);
    }

    @Test
    void a07_bbox_with_a_number_missing() {
        expect("""
                data:
                  bbox: [30, 40, 120]
                """, """
                2:8+13 data.bbox: needs four numbers, found 3 | (order is south, north, west, east)
                """);
    }

    @Test
    void a08_word_for_a_number() {
        expect("""
                preprocessing:
                  grid_res: abc
                """, """
                2:12+3 preprocessing.grid_res: expected a number, found 'abc'
                """);
    }

    @Test
    void a09_number_in_quotes() {
        expect("""
                core:
                  tile_size: "10"
                """, """
                2:13+4 core.tile_size: expected a whole number, found the text '10' | write it without quotes
                """);
    }

    @Test
    void a10_no_is_a_word_in_yaml_1_2() {
        expect("""
                preprocessing:
                  corrections:
                    free_air: no
                """, """
                3:14+2 preprocessing.corrections.free_air: expected true or false, found 'no' | YAML 1.2 knows only true and false: write false
                """);
    }

    @Test
    void a11_choice_lists_what_there_is() {
        expect("""
                fusion_mvp:
                  resampling: cubic
                  normalization: golbal
                """, """
                2:14+5 fusion_mvp.resampling: must be one of bilinear, average, nearest; found 'cubic'
                3:17+6 fusion_mvp.normalization: must be one of tile, rolling, global; found 'golbal' | did you mean 'global'?
                """);
    }

    @Test
    void a12_out_of_range() {
        expect("""
                core: {parallel_workers: 0}
                fusion_mvp: {predictor: 4, weights: {gravity: -1}, pmtiles: {max_zoom: 99}}
                """, """
                1:25+1 core.parallel_workers: must be -1 (one per processor) or at least 1, found 0
                2:46+2 fusion_mvp.weights.gravity: must be at least 0, found -1
                2:24+1 fusion_mvp.predictor: must be between 1 and 3, found 4
                2:71+2 fusion_mvp.pmtiles.max_zoom: must be between 0 and 12, found 99
                """);
    }

    @Test
    void a13_infinity_is_no_resolution() {
        expect("""
                preprocessing: {grid_res: .inf}
                """, """
                1:26+4 preprocessing.grid_res: must be above 0 and at most 10, found .inf
                """);
    }

    @Test
    void a14_duplicate_key() {
        expect("""
                core:
                  seed: 1
                  seed: 2
                """, """
                3:2+4 key 'seed' stands twice | the first one is at FILE:2; keep one of them
                """);
    }

    @Test
    void a15_section_that_is_a_word() {
        expect("""
                core: fast
                """, """
                1:6+4 core: expected a mapping of keys, found 'fast'
                """);
    }

    @Test
    void a16_syntax() {
        expect("""
                data:
                  modalities: [gravity
                core: {}
                """, """
                3:4+1 not valid YAML: while parsing a flow sequence: expected ',' or ']', but got :
                """);
    }

    @Test
    void a17_tags_are_refused() {
        expect("""
                core:
                  output_dir: !!java.io.File [/etc]
                """, """
                2:14+16 YAML tags are not accepted in a configuration | remove 'tag:yaml.org,2002:java.io.File'
                """);
    }

    @Test
    void a18_aliases_are_refused() {
        expect("""
                a: &a [x, x]
                b: [*a, *a]
                """, """
                2:4+2 YAML aliases are not accepted in a configuration | write the value out
                """);
    }

    @Test
    void a19_second_document() {
        expect("""
                core: {}
                ---
                core: {}
                """, """
                3:0+1 a second YAML document starts here | keep one configuration in a file
                """);
    }

    @Test
    void a20_deep_nesting() {
        expect("a: " + "[".repeat(50_000), """
                1:19+1 nested deeper than 16 levels
                """);
    }

    @Test
    void a21_a_web_page_is_no_configuration() {
        expect("<html><body>Not found</body></html>\n", """
                1:0+35 FILE is not a configuration: expected sections such as 'data:', found '<html><body>Not found</body></html>' | 'gam check' without a file prints a complete configuration to start from
                """);
    }

    @Test
    void a22_source_without_a_path() {
        expect("""
                data:
                  sources:
                    gravity: {unit: mgal, quantty: x}
                """, """
                3:13+24 data.sources.gravity.path: is missing | write the path of the file, or the id of a source of the catalogue instead
                3:26+7 unknown key 'data.sources.gravity.quantty' | did you mean 'quantity'?
                """);
    }

    @Test
    void a23_modalities() {
        expect("""
                data:
                  modalities: [gravity, magnetik, muon]
                """, """
                2:24+8 data.modalities: unknown modality 'magnetik'; known: gravity, magnetic, seismic, insar, all | did you mean 'magnetic'?
                2:34+4 data.modalities: unknown modality 'muon'; known: gravity, magnetic, seismic, insar, all | a modality of a plugin needs the plugin, and an entry under data.sources
                """);
    }

    @Test
    void a24_all_weights_zero() {
        expect("""
                fusion_mvp:
                  weights: {gravity: 0, magnetic: 0}
                """, """
                2:21+1 fusion_mvp.weights.gravity: all weights are 0, so nothing is left to fuse
                """);
    }

    @Test
    void a25_prior_with_crossed_bounds() {
        expect("""
                modeling:
                  priors:
                    gravity: {lower: 10, upper: -10}
                """, """
                3:32+3 modeling.priors.gravity.lower: 10.0 is not below upper -10.0
                """);
    }

    @Test
    void a26_whole_number_of_too_many_digits() {
        expect("""
                core: {seed: 99999999999999999999}
                """, """
                1:13+20 core.seed: must be a whole number of at most 64 bits, found 99999999999999999999
                """);
    }

    @Test
    void b01_variable_with_an_unknown_key_is_named() {
        ConfigurationException e = failure(new ConfigRequest(
                null,
                Map.of("GAM_CORE__PARALEL_WORKERS", "2", "GAM_HEAP", "2g", "PATH", "/bin"),
                List.of(),
                List.of()));
        assertThat(e).hasMessage("unknown key 'core.paralel_workers'");
        assertThat(e.where()).isEqualTo(SourceExcerpt.of("environment GAM_CORE__PARALEL_WORKERS"));
        assertThat(e.help()).isEqualTo("did you mean 'parallel_workers'?");
    }

    @Test
    void b02_assignment_with_a_wrong_type_is_shown() {
        ConfigurationException e = failure(new ConfigRequest(null, Map.of(), List.of("core.seed=abc"), List.of()));
        assertThat(e).hasMessage("core.seed: expected a whole number, found 'abc'");
        assertThat(e.where()).isEqualTo(SourceExcerpt.of("--set core.seed=abc"));
    }

    @Test
    void b03_assignment_without_a_value() {
        assertThat(failure(new ConfigRequest(null, Map.of(), List.of("core.seed"), List.of())))
                .hasMessage("--set needs key=value, found 'core.seed'");
    }

    @Test
    void b04_missing_file() {
        Path file = folder.resolve("nowhere.yaml");
        assertThat(failure(new ConfigRequest(file, Map.of(), List.of(), List.of())))
                .hasMessage("no configuration file " + file);
    }

    @Test
    void b05_large_and_binary_files_are_refused() throws IOException {
        Path large = Files.write(folder.resolve("large.yaml"), new byte[YamlReader.MAX_BYTES + 1]);
        assertThat(failure(new ConfigRequest(large, Map.of(), List.of(), List.of())))
                .hasMessageContaining("larger than 1 MiB");
        Path binary =
                Files.write(folder.resolve("binary.yaml"), new byte[] {'I', 'I', 42, 0, (byte) 0xff, (byte) 0xfe});
        assertThat(failure(new ConfigRequest(binary, Map.of(), List.of(), List.of())))
                .hasMessageContaining("is not UTF-8 text");
    }

    private void expect(String yaml, String errors) {
        try {
            Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
            ConfigurationException e = failure(new ConfigRequest(file, Map.of(), List.of(), List.of()));
            String seen = e.all().stream().map(ConfigScenariosTest::line).collect(Collectors.joining("\n", "", "\n"));
            assertThat(seen.replace(file.toString(), "FILE")).isEqualTo(errors);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ConfigurationException failure(ConfigRequest request) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> ConfigLoader.load(request));
        assertThat(e).as("an error").isNotNull();
        return e;
    }

    private static String line(ConfigurationException e) {
        SourceExcerpt where = e.where();
        String place = where == null ? "nowhere" : where.line() + ":" + where.column() + "+" + where.length();
        String note = where == null || where.note() == null ? "" : "(" + where.note() + ")";
        String help = e.help() == null ? "" : e.help();
        String rest = (note + " " + help).trim();
        return place + " " + e.getMessage() + (rest.isEmpty() ? "" : " | " + rest);
    }
}
