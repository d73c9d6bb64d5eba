package org.geoanomaly.gam.pipeline.plugin;

import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.Visualizer;

/** The interface of each kind of plugin, and how one of a stranger is guarded. */
enum ServiceKind {
    SOURCE(PluginKind.SOURCE, DataSource.class) {
        @Override
        Plugin guarded(Plugin plugin, PluginCall call) {
            return new GuardedSource((DataSource) plugin, call);
        }
    },
    PREPROCESSOR(PluginKind.PREPROCESSOR, Preprocessor.class) {
        @Override
        Plugin guarded(Plugin plugin, PluginCall call) {
            return new GuardedPreprocessor((Preprocessor) plugin, call);
        }
    },
    INVERTER(PluginKind.INVERTER, Inverter.class) {
        @Override
        Plugin guarded(Plugin plugin, PluginCall call) {
            return new GuardedInverter((Inverter) plugin, call);
        }
    },
    FUSION(PluginKind.FUSION, ModelFusion.class) {
        @Override
        Plugin guarded(Plugin plugin, PluginCall call) {
            return new GuardedFusion((ModelFusion) plugin, call);
        }
    },
    VISUALIZER(PluginKind.VISUALIZER, Visualizer.class) {
        @Override
        Plugin guarded(Plugin plugin, PluginCall call) {
            return new GuardedVisualizer((Visualizer) plugin, call);
        }
    },
    EXECUTOR(PluginKind.EXECUTOR, TileExecutor.class) {
        @Override
        Plugin guarded(Plugin plugin, PluginCall call) {
            return new GuardedExecutor((TileExecutor) plugin, call);
        }
    };

    private final PluginKind kind;
    private final Class<? extends Plugin> type;

    ServiceKind(PluginKind kind, Class<? extends Plugin> type) {
        this.kind = kind;
        this.type = type;
    }

    PluginKind kind() {
        return kind;
    }

    Class<? extends Plugin> type() {
        return type;
    }

    /** The plugin behind a door that turns whatever goes wrong in it into one sentence. */
    abstract Plugin guarded(Plugin plugin, PluginCall call);
}
