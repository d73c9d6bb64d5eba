package org.geoanomaly.gam.pipeline.plugin;

import java.util.Set;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** A stranger's preprocessor. */
record GuardedPreprocessor(Preprocessor inner, PluginCall call) implements Preprocessor {
    @Override
    public String id() {
        return call.quick("id", inner::id);
    }

    @Override
    public int spiVersion() {
        return call.quick("spiVersion", inner::spiVersion);
    }

    @Override
    public Record options() {
        return call.quick("options", inner::options);
    }

    @Override
    public Set<String> modalities() {
        return call.quick("modalities", () -> Set.copyOf(inner.modalities()));
    }

    @Override
    public ProcessedData process(PreprocessRequest request, StageContext context) throws InterruptedException {
        ProcessedData data = call.waiting("process", () -> inner.process(request, context));
        String modality = request.data().facts().modality();
        if (!modality.equals(data.modality())) {
            throw call.wrong("process", "was given " + modality + " and made " + data.modality());
        }
        Observations o = data.observations();
        if (o.size() == 0) {
            throw call.wrong("process", "left no observation of " + modality + "; it must say why instead");
        }
        for (int i = 0; i < o.size(); i++) {
            double sum = o.easting()[i] + o.northing()[i] + o.height()[i] + o.value()[i] + o.uncertainty()[i];
            if (!Double.isFinite(sum) || !(o.uncertainty()[i] > 0)) {
                throw call.wrong(
                        "process",
                        "made observation " + i + " with value " + o.value()[i] + " and uncertainty "
                                + o.uncertainty()[i] + "; all must be finite and uncertainties positive");
            }
        }
        return data;
    }
}
