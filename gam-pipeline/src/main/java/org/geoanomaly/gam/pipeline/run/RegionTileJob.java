package org.geoanomaly.gam.pipeline.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PluginKind;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.keep.FusedModelCodec;
import org.geoanomaly.gam.pipeline.keep.ProcessedDataCodec;
import org.geoanomaly.gam.pipeline.keep.PropertyModelCodec;
import org.geoanomaly.gam.pipeline.keep.TradeOffCodec;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.Shared;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.TileContext;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import org.jspecify.annotations.Nullable;

/** Makes one product of a region's tile and keeps it in the directory of the run. What the data do not allow is a gap, an outcome like others. */
final class RegionTileJob implements TileJob<RegionTask, RegionTileJob.Made> {
    private static final long serialVersionUID = 1;

    private final String directory;
    private final Shared<RegionInputs> inputs;
    private transient volatile @Nullable PluginUse use;

    /**
     * How a task ended.
     *
     * @param label of the task
     * @param failure why there is no product, null if there is one
     * @param help what can be done, null if nobody knows
     */
    record Made(
            String label,
            @Nullable String failure,
            @Nullable String help) implements Serializable {}

    /**
     * A job.
     *
     * @param use plugins of this process; where the job is sent to, only those of the program are there, with their defaults
     */
    RegionTileJob(Path directory, Shared<RegionInputs> inputs, PluginUse use) {
        this.directory = directory.toAbsolutePath().toString();
        this.inputs = inputs;
        this.use = use;
    }

    @Override
    public boolean usesAllThreads() {
        return true;
    }

    private PluginUse use() {
        PluginUse known = use;
        if (known == null) {
            known = new PluginUse(Plugins.of(RegionTileJob.class.getClassLoader()), GamConfig.DEFAULT.plugins());
            use = known;
        }
        return known;
    }

    @Override
    public Made run(RegionTask task, TileContext context) throws InterruptedException {
        context.note().accept(task.toString());
        try {
            make(task, context);
            return new Made(task.target().label(), null, null);
        } catch (OutputException | CacheException e) {
            throw e; // the machine's trouble, not the data's
        } catch (GamException e) {
            return new Made(task.target().label(), String.valueOf(e.getMessage()), e.help());
        }
    }

    private void make(RegionTask task, TileContext context) throws InterruptedException {
        Path root = Path.of(directory);
        Path file = task.target().file(root);
        RegionInputs with = inputs.get();
        StageContext stage = new StageContext(context.workers(), progress(context), context.stop(), with.seed());
        if (task instanceof RegionTask.Preprocess p) {
            RawData data = with.data().get(p.modality());
            if (data == null) {
                throw new IllegalStateException("no data of " + p.modality());
            }
            PreprocessRequest request = new PreprocessRequest(
                    data, p.tile(), p.coarsening(), settings(p, with), with.terrain(), with.mainField());
            Preprocessor plugin = use().plugins().preprocessor(p.modality(), p.plugin());
            StageContext own = stage.with(use().options(PluginKind.PREPROCESSOR, plugin));
            new ProcessedDataCodec().encode(plugin.process(request, own)).write(file);
        } else if (task instanceof RegionTask.Invert i) {
            InversionRequest request = new InversionRequest(
                    i.observations().read(root, new ProcessedDataCodec()),
                    i.cells(),
                    with.modeling().forInversion(),
                    i.region());
            Inverter plugin = use().plugins().inverter(i.modality(), i.plugin());
            StageContext own = stage.with(use().options(PluginKind.INVERTER, plugin));
            new PropertyModelCodec().encode(plugin.invert(request, own)).write(file);
        } else if (task instanceof RegionTask.Ask a) {
            InversionRequest request = new InversionRequest(
                    a.observations().read(root, new ProcessedDataCodec()),
                    a.cells(),
                    with.modeling().forInversion(),
                    a.region());
            Inverter plugin = use().plugins().inverter(a.modality(), a.plugin());
            StageContext own = stage.with(use().options(PluginKind.INVERTER, plugin));
            new TradeOffCodec().encode(plugin.tradeOffs(request, own)).write(file);
        } else if (task instanceof RegionTask.Fuse f) {
            List<PropertyModel> models = f.models().stream()
                    .map(m -> m.read(root, new PropertyModelCodec()))
                    .toList();
            ModelFusion plugin = use().plugins().fusion(f.plugin());
            StageContext own = stage.with(use().options(PluginKind.FUSION, plugin));
            new FusedModelCodec()
                    .encode(plugin.fuse(models, f.mesh(), with.modeling().forFusion(), own))
                    .write(file);
        }
    }

    private static PreprocessingSection settings(RegionTask.Preprocess task, RegionInputs with) {
        return task.withRegional() ? with.preprocessing().withoutRegional() : with.preprocessing();
    }

    /** Words and percent leave a tile; its end is known where outcomes arrive. */
    private static StageProgress progress(TileContext context) {
        return new StageProgress() {
            @Override
            public void advance(long units) {
                context.percent().accept(units);
            }

            @Override
            public void note(String note) {
                context.note().accept(note);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
