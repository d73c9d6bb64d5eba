package org.geoanomaly.gam.pipeline.global;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.Normalization;
import org.geoanomaly.gam.pipeline.stac.ProcessingStep;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.stac.TileProvenance;

/** What every tile of a run says about where it comes from. */
final class RunProvenance {
    private final List<LayerOrigin> origins;
    private final GlobalSettings settings;
    private final RunRef run;

    RunProvenance(List<LayerOrigin> origins, GlobalSettings settings, RunRef run) {
        this.origins = List.copyOf(origins);
        this.settings = settings;
        this.run = run;
    }

    RunRef run() {
        return run;
    }

    boolean synthetic() {
        return run.synthetic();
    }

    List<LayerOrigin> origins() {
        return origins;
    }

    /** The measured layers, then the fused one. */
    List<Layer> layers() {
        List<Layer> layers =
                new ArrayList<>(origins.stream().map(LayerOrigin::layer).toList());
        layers.add(Layer.FUSED);
        return layers;
    }

    /** Sources that a layer was made from. */
    List<SourceRef> sources(Layer layer) {
        return origins.stream()
                .filter(o -> layer == Layer.FUSED || o.layer() == layer)
                .map(LayerOrigin::source)
                .toList();
    }

    TileProvenance of(LayerTile layer, List<LayerTile> tile) {
        if (layer.layer() != Layer.FUSED) {
            return new TileProvenance(sources(layer.layer()), steps(layer.layer()), List.of(), List.of(), run);
        }
        List<Layer> missing = new ArrayList<>(List.of(Layer.MAG, Layer.GRAV));
        List<Normalization> normalization = new ArrayList<>();
        for (LayerTile measured : tile) {
            if (measured.layer() != Layer.FUSED) {
                normalization.add(normalization(measured));
                if (!measured.statistics().isEmpty()) {
                    missing.remove(measured.layer());
                }
            }
        }
        return new TileProvenance(sources(Layer.FUSED), steps(Layer.FUSED), missing, normalization, run);
    }

    private Normalization normalization(LayerTile measured) {
        return new Normalization(
                measured.layer(),
                settings.normalization().toString(),
                measured.scale().median(),
                measured.scale().mad(),
                measured.scale().defined() && !measured.statistics().isEmpty());
    }

    private List<ProcessingStep> steps(Layer layer) {
        List<ProcessingStep> steps = new ArrayList<>();
        for (LayerOrigin origin : origins) {
            if (layer == Layer.FUSED || origin.layer() == layer) {
                steps.addAll(origin.steps());
            }
        }
        if (layer == Layer.FUSED) {
            steps.add(new ProcessingStep("normalize", run.softwareVersion(), normalizing()));
            steps.add(new ProcessingStep(
                    "fuse",
                    run.softwareVersion(),
                    "mean of the z-scores present, weights magnetic "
                            + settings.weights().get(Layer.MAG) + ", gravity "
                            + settings.weights().get(Layer.GRAV)));
        }
        steps.add(new ProcessingStep(
                "cog_write",
                run.softwareVersion(),
                "deflate level " + settings.cog().deflateLevel() + ", predictor "
                        + settings.cog().predictor() + ", blocks of "
                        + settings.cog().blockSize() + ", overviews "
                        + settings.cog().overviewFactors() + " by area average"));
        return steps;
    }

    private String normalizing() {
        String area =
                switch (settings.normalization()) {
                    case TILE -> "each tile's own";
                    case ROLLING -> "overlapping windows of " + settings.rollingWindowDeg() + " degrees, blended:";
                    case GLOBAL -> "the globe's";
                };
        return "robust z = (v - median) / (1.4826 MAD), clamped to 6, with " + area
                + " median and MAD; no score where MAD is 0";
    }
}
