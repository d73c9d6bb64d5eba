package org.geoanomaly.gam.pipeline.plugin;

import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.spi.Plugin;

/**
 * A plugin that can be used.
 *
 * @param plugin guarded if it is not part of the program
 * @param type its own class
 */
public record LoadedPlugin(PluginKind kind, Plugin plugin, String type, PluginOrigin origin) {
    /** In words, such as {@code inverter 'muon' of muon.jar}. */
    public String describe() {
        return kind.word() + " '" + plugin.id() + "' of " + origin.shortName();
    }
}
