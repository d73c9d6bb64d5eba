package org.geoanomaly.gam.pipeline.plugin;

import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** A stranger's inverter. */
record GuardedInverter(Inverter inner, PluginCall call) implements Inverter {
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
    public ModalityDescription describe(String modality) {
        ModalityDescription description = call.quick("describe", () -> inner.describe(modality));
        if (!description.modality().equals(modality)) {
            throw call.wrong("describe", "was asked for " + modality + " and told of " + description.modality());
        }
        return description;
    }

    @Override
    public long memory(InversionRequest request) {
        return call.quick("memory", () -> inner.memory(request));
    }

    @Override
    public List<TradeOffPoint> tradeOffs(InversionRequest request, StageContext context) throws InterruptedException {
        return call.waiting("tradeOffs", () -> List.copyOf(inner.tradeOffs(request, context)));
    }

    @Override
    public PropertyModel invert(InversionRequest request, StageContext context) throws InterruptedException {
        PropertyModel model = call.waiting("invert", () -> inner.invert(request, context));
        ModalityDescription told = describe(request.data().modality());
        if (!model.modality().equals(told.modality()) || !model.property().equals(told.property())) {
            throw call.wrong(
                    "invert",
                    "gave " + model.property().name() + " of " + model.modality() + " instead of "
                            + told.property().name() + " of " + told.modality());
        }
        RegularMesh wanted = request.mesh();
        RegularMesh own = model.mesh();
        if (own.nx() != wanted.nx() || own.ny() != wanted.ny() || own.nz() != wanted.nz()) {
            throw call.wrong(
                    "invert",
                    "gave " + size(own) + " cells instead of " + size(wanted) + "; padding must not be in the answer");
        }
        int predictions = model.fit().predicted().length;
        if (predictions != request.data().observations().size()) {
            throw call.wrong(
                    "invert",
                    "predicts " + predictions + " values for "
                            + request.data().observations().size() + " observations");
        }
        check(model);
        return model;
    }

    private static String size(RegularMesh m) {
        return m.nx() + " x " + m.ny() + " x " + m.nz();
    }

    /** A value may be NaN where nothing is known; what is given must be finite and have its uncertainty. */
    private void check(PropertyModel model) {
        int known = 0;
        for (int c = 0; c < model.value().length; c++) {
            float value = model.value()[c];
            if (!Float.isNaN(value)) {
                known++;
                float sigma = model.deviation()[c];
                float tau = model.prior()[c];
                if (Float.isInfinite(value) || !(sigma > 0) || !(tau > 0) || Float.isInfinite(sigma + tau)) {
                    throw call.wrong(
                            "invert",
                            "gave cell " + c + " the value " + value + " with posterior and prior standard deviations "
                                    + sigma + " and " + tau + "; all must be finite and these positive");
                }
            }
        }
        if (known == 0) {
            throw call.wrong("invert", "gave NaN in every cell; it must say why instead");
        }
    }
}
