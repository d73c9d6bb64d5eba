package org.geoanomaly.gam.pipeline.plugin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.spi.Plugin;

/** The plugins on the class path of the program. A mistake among them is a broken installation, so it is told at once. */
final class BuiltIn {
    private BuiltIn() {}

    static List<LoadedPlugin> all(ClassLoader program) {
        List<LoadedPlugin> found = new ArrayList<>();
        PluginOrigin origin = PluginOrigin.builtIn(ProgramVersion.text());
        for (ServiceKind kind : ServiceKind.values()) {
            Set<String> ids = new LinkedHashSet<>();
            try {
                for (Plugin plugin : ServiceLoader.load(kind.type(), program)) {
                    check(kind.kind(), plugin, ids);
                    found.add(new LoadedPlugin(
                            kind.kind(), plugin, plugin.getClass().getName(), origin));
                }
            } catch (ServiceConfigurationError e) {
                throw new ConfigurationException(
                        "a " + kind.type().getSimpleName() + " plugin cannot be loaded: " + e.getMessage(),
                        "remove its jar or mend its META-INF/services entry",
                        e);
            }
        }
        return found;
    }

    private static void check(PluginKind kind, Plugin plugin, Set<String> ids) {
        String who = kind.word() + " plugin '" + plugin.id() + "' ("
                + plugin.getClass().getName() + ")";
        if (plugin.spiVersion() != Plugin.VERSION) {
            throw new ConfigurationException(
                    who + " was made for version " + plugin.spiVersion() + " of the plugin interfaces, this is version "
                            + Plugin.VERSION,
                    "install a version of the plugin for this program",
                    null);
        }
        if (!ids.add(plugin.id())) {
            throw new ConfigurationException(who + " has the id of another one", "remove one of the two", null);
        }
    }
}
