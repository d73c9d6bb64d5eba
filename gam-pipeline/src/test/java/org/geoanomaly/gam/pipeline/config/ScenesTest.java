package org.geoanomaly.gam.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data.sources.insar} in all its forms. */
class ScenesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void one_product_is_one_scene_beside_the_configuration() throws IOException {
        SourceSpec.Scene scene = scenes("{path: a_unw.tif, heading: -12.27, unit: mm, coherence: cc.tif}")
                .get(0);
        assertThat(scene.path()).isEqualTo(folder.resolve("a_unw.tif").toString());
        assertThat(scene.coherence()).isEqualTo(folder.resolve("cc.tif").toString());
        assertThat(scene.heading()).isEqualTo(-12.27);
        assertThat(scene.unit()).isEqualTo(Unit.MILLIMETRE);
    }

    @Test
    void what_stands_beside_the_list_holds_for_scenes_that_say_nothing_else() throws IOException {
        List<SourceSpec.Scene> scenes = scenes("""
                {heading: 190, dem: mexico-city-heights, format: phase, scenes: [{id: one-scene}, {path: b.tif, heading: -12}]}
                """);
        assertThat(scenes).hasSize(2);
        assertThat(scenes.get(0).path()).isEqualTo("one-scene");
        assertThat(scenes.get(0).heading()).isEqualTo(190);
        assertThat(scenes.get(1).heading()).isEqualTo(-12);
        assertThat(scenes).allSatisfy(s -> assertThat(s.dem()).isEqualTo("mexico-city-heights"));
        assertThat(scenes.get(1).files())
                .containsExactly(folder.resolve("b.tif").toString(), "mexico-city-heights");
    }

    @Test
    void an_id_alone_is_an_entry_of_the_catalogue() throws IOException {
        assertThat(source("egms-ustica-ascending")).isEqualTo(new SourceSpec.Catalogued("egms-ustica-ascending"));
        assertThat(source("{id: egms-ustica-ascending}")).isEqualTo(new SourceSpec.Catalogued("egms-ustica-ascending"));
    }

    @Test
    void mistakes_are_told_with_their_place() {
        expect("{format: phase}", "data.sources.insar.path: is missing");
        expect("{path: a.tif, id: b}", "stands beside a path");
        expect("{path: a.tif, format: egmz}", "must be one of phase, hyp3, opera, egms, los; found 'egmz'");
        expect("{path: a.tif, coherance: b.tif}", "unknown key 'data.sources.insar.coherance'");
        expect("{path: a.tif, incidence: 95}", "data.sources.insar.incidence: must be between 0 and 89, found 95");
        expect("{path: a.tif, positive: up}", "must be one of toward, away");
        expect("{path: a.tif, unit: furlong}", "unknown unit 'furlong'");
        expect("{scenes: []}", "must name at least one scene");
        expect("{scenes: [a.tif]}", "expected a mapping of keys, found 'a.tif'");
        expect("{scenes: [{coherence: a.tif}]}", "data.sources.insar.scenes.path: is missing");
        expect("{path: a.tif, scenes: [{path: b.tif}]}", "unknown key 'data.sources.insar.path'");
    }

    @Test
    void the_effective_configuration_shows_every_scene() throws IOException {
        String yaml = EffectiveConfig.yaml(load("{heading: 190, scenes: [{id: one-scene}]}"));
        assertThat(yaml).contains("scenes: [{path: one-scene, heading: 190.0}]");
        assertThat(CanonicalJson.of(source("{heading: 190, scenes: [{id: one-scene}]}")))
                .isEqualTo("{\"scenes\":[{\"heading\":190.0,\"path\":\"one-scene\"}]}");
    }

    @Test
    void a_reference_needs_both_of_its_coordinates() {
        assertThatThrownBy(() -> load("x", "preprocessing:\n  filter_params: {insar: {reference: {latitude: 19}}}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("reference.longitude: is missing");
    }

    private void expect(String insar, String message) {
        assertThatThrownBy(() -> load(insar))
                .as(insar)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    private List<SourceSpec.Scene> scenes(String insar) throws IOException {
        return ((SourceSpec.Scenes) source(insar)).scenes();
    }

    private SourceSpec source(String insar) throws IOException {
        return Objects.requireNonNull(load(insar).config().data().sources().get("insar"));
    }

    private LoadedConfig load(String insar) throws IOException {
        return load(insar, "");
    }

    private LoadedConfig load(String insar, String more) throws IOException {
        Path file = folder.resolve("config.yaml");
        Files.writeString(file, "data:\n  sources:\n    insar: " + insar.strip() + "\n" + more);
        return ConfigLoader.load(new ConfigRequest(file, Map.of(), List.of(), List.of()));
    }
}
