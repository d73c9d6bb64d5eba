package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.config.SectionLine;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.engine.LocalTileExecutor;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.jspecify.annotations.Nullable;

/**
 * Who does what: everything that can be decided from the configuration alone, so that a mistake in it is told before any work.
 *
 * @param area of the answer
 * @param modalities to be inverted, in order
 * @param terrain source of heights, null if no correction needs them
 * @param use options of the plugins, and what tells their work apart
 */
public record RegionalPlan(
        BoundingBox area,
        List<Modality> modalities,
        @Nullable SourceSpec terrain,
        ModelFusion fusion,
        List<Visualizer> visualizers,
        PluginUse use) {
    public RegionalPlan {
        visualizers = List.copyOf(visualizers);
    }

    static final String TERRAIN = "topography";
    private static final Map<String, String> USUAL = usual();

    /** Words of these come first in types, whatever the order in the configuration; those of plugins follow in its order. */
    private static final List<String> FIRST = List.of("gravity", "magnetic", "seismic", "insar");

    /**
     * One modality.
     *
     * @param name such as {@code gravity}
     */
    public record Modality(
            String name,
            SourceSpec source,
            Preprocessor preprocessor,
            Inverter inverter,
            ModalityDescription description) {}

    private static Map<String, String> usual() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("gravity", "egm96");
        sources.put("magnetic", "lcs-1");
        return sources;
    }

    /**
     * The plan of a configuration.
     *
     * @throws ConfigurationException if it cannot be carried out
     */
    public static RegionalPlan of(GamConfig config, Plugins plugins) {
        BoundingBox area = config.data().bbox();
        if (area == null) {
            throw new ConfigurationException(
                    "data.bbox: a regional run needs an area",
                    "give --bbox SOUTH,NORTH,WEST,EAST or data.bbox in the configuration; the whole globe is 'gam global'",
                    null);
        }
        SectionLine section = config.visualization().section();
        if (section != null && !section.crosses(area)) {
            throw new ConfigurationException(
                    "visualization.section: runs outside data.bbox",
                    "give places inside " + area + ", as [latitude, longitude]",
                    null);
        }
        List<Modality> modalities = new ArrayList<>();
        for (String name : names(config.data())) {
            SourceSpec source =
                    config.data().sources().getOrDefault(name, new SourceSpec.Catalogued(USUAL.getOrDefault(name, "")));
            Inverter inverter = plugins.inverter(name, config.modeling().inversionType());
            modalities.add(new Modality(
                    name,
                    source,
                    plugins.preprocessor(name, config.preprocessing().preprocessor()),
                    inverter,
                    inverter.describe(name)));
        }
        return new RegionalPlan(
                area,
                List.copyOf(modalities),
                terrain(config),
                plugins.fusion(config.modeling().fusion()),
                config.visualization().mapType().stream()
                        .map(plugins::visualizer)
                        .toList(),
                new PluginUse(plugins, config.plugins()));
    }

    /**
     * Plugins of others stay in this process: an engine elsewhere does not have them.
     *
     * @throws ConfigurationException if a tile would need one there
     */
    void requireCarriable(String engine) {
        List<Plugin> computing = new ArrayList<>(List.of(fusion));
        modalities.forEach(m -> computing.addAll(List.of(m.preprocessor(), m.inverter())));
        for (Plugin plugin : computing) {
            if (!engine.equals(LocalTileExecutor.ID) && use.isStranger(plugin)) {
                throw new ConfigurationException(
                        "core.engine: '" + engine + "' does not carry the plugin '" + plugin.id()
                                + "' to where tiles are made",
                        "use core.engine: local",
                        null);
            }
        }
    }

    /** Everything about the plugins that decides what the run writes. */
    String key() {
        StringBuilder text = new StringBuilder();
        modalities.forEach(m -> text.append(use.key(PluginKind.PREPROCESSOR, m.preprocessor()))
                .append(use.key(PluginKind.INVERTER, m.inverter()))
                .append(m.description()));
        text.append(use.key(PluginKind.FUSION, fusion));
        visualizers.forEach(v -> text.append(use.key(PluginKind.VISUALIZER, v)));
        return text.toString();
    }

    /** What the modalities are about, in the order in which their words make up the type of an anomaly. */
    List<ModalityDescription> descriptions() {
        return modalities.stream()
                .map(Modality::description)
                .sorted(Comparator.comparingInt(d -> {
                    int place = FIRST.indexOf(d.modality());
                    return place < 0 ? FIRST.size() : place;
                }))
                .toList();
    }

    /** What is asked for by name; {@code all} is what has a source, or the usual ones if none is configured. */
    private static List<String> names(DataSection data) {
        List<String> named =
                data.modalities().stream().filter(m -> !m.equals("all")).toList();
        for (String name : named) {
            if (!data.sources().containsKey(name) && !USUAL.containsKey(name)) {
                throw new ConfigurationException(
                        "data.modalities: " + name + " has no source", "name one under data.sources." + name, null);
            }
        }
        if (!data.modalities().contains("all")) {
            return named;
        }
        List<String> configured = data.sources().keySet().stream()
                .filter(m -> !m.equals(TERRAIN) && !m.equals("main_field"))
                .toList();
        return configured.isEmpty() ? List.copyOf(USUAL.keySet()) : configured;
    }

    private static @Nullable SourceSpec terrain(GamConfig config) {
        SourceSpec named = config.data().sources().get(TERRAIN);
        boolean needed = config.preprocessing().corrections().bouguer() == BouguerCorrection.TERRAIN;
        return named == null && needed ? new SourceSpec.Catalogued("earth-topography-10arcmin") : named;
    }
}
