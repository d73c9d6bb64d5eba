package org.geoanomaly.gam.pipeline.run;

import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.config.PluginsSection;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.spi.Plugin;

/** How a run uses its plugins: with which options, and what tells their work from that of others. */
record PluginUse(Plugins plugins, PluginsSection section) {
    /** The options of a plugin. */
    Record options(PluginKind kind, Plugin plugin) {
        return section.options(kind, plugin.id(), plugin.options());
    }

    /** Everything about a plugin that decides what it makes of the same input. */
    String key(PluginKind kind, Plugin plugin) {
        return plugins.identity(plugin) + " " + CanonicalJson.of(options(kind, plugin));
    }

    /** Whether a plugin is a stranger's. */
    boolean isStranger(Plugin plugin) {
        return !plugins.origin(plugin).isBuiltIn();
    }
}
