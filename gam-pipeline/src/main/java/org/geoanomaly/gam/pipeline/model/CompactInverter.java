package org.geoanomaly.gam.pipeline.model;

import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * As {@link SmoothInverter}, but the model has few cells that differ from the reference: the norm of the values has the exponent {@code
 * modeling.regularization.norm}, or 0 if that is 2 (iteratively reweighted least squares, Fournier and Oldenburg 2019). Values weigh at least as
 * much as differences, or compactness would not matter. {@code modeling.max_iterations} limits the reweightings.
 */
public final class CompactInverter implements Inverter {
    @Override
    public String id() {
        return "compact";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Set<String> modalities() {
        return FieldModel.MODALITIES;
    }

    @Override
    public ModalityDescription describe(String modality) {
        return FieldModel.describe(modality);
    }

    @Override
    public long memory(InversionRequest request) {
        return SmoothInverter.memoryOf(request);
    }

    @Override
    public List<TradeOffPoint> tradeOffs(InversionRequest request, StageContext context) {
        return new FieldInversion(request, context).tradeOffs(smallness(request));
    }

    @Override
    public PropertyModel invert(InversionRequest request, StageContext context) {
        double norm = request.settings().regularization().norm();
        Norms norms = new Norms(norm < 2 ? norm : 0, 2, 2, 2);
        return new FieldInversion(request, context).run(norms, smallness(request));
    }

    private static double smallness(InversionRequest request) {
        return Math.max(1.0, SmoothInverter.smallness(request));
    }
}
