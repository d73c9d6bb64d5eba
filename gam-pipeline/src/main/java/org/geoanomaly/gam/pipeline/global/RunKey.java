package org.geoanomaly.gam.pipeline.global;

import java.util.List;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** Hash of everything that decides the content of a tile: software, settings, and for each layer the input's bytes and reading. */
final class RunKey {
    private RunKey() {}

    static String of(String softwareVersion, GlobalSettings settings, List<LayerInput> inputs) {
        StringBuilder text = new StringBuilder("gam ").append(softwareVersion).append('\n');
        text.append(settings.resampling())
                .append(' ')
                .append(settings.normalization())
                .append(' ')
                .append(settings.rollingWindowDeg())
                .append(' ')
                .append(settings.cog())
                .append('\n');
        for (LayerInput input : inputs) {
            text.append(input.layer().id())
                    .append(' ')
                    .append(input.source())
                    .append(' ')
                    .append(input.reading())
                    .append(input.model() == null ? "" : " " + input.model().key())
                    .append(" synthetic ")
                    .append(input.synthetic())
                    .append(" weight ")
                    .append(settings.weights().get(input.layer()))
                    .append(" valid ")
                    .append(settings.minValidFraction().get(input.layer()))
                    .append('\n');
        }
        text.append("fused valid ")
                .append(settings.minValidFraction().get(org.geoanomaly.gam.pipeline.layout.Layer.FUSED));
        return Sha256.of(text.toString());
    }
}
