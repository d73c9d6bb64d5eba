package org.geoanomaly.gam.pipeline.model;

import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.geophysics.inversion.Norms;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Density contrast below vertical gravity, or susceptibility below a total-field anomaly: the smoothest model that fits the data to their
 * noise, with weights that make up for the decay of the kernels (Li and Oldenburg 1996, 1998). A reader should expect bodies blurred and their
 * contrasts too small.
 */
public final class SmoothInverter implements Inverter {
    /** The least smallness that keeps the norm regular. */
    private static final double LEAST = 1e-8;

    @Override
    public String id() {
        return "smooth";
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
        return memoryOf(request);
    }

    static long memoryOf(InversionRequest request) {
        PaddedMesh mesh =
                PaddedMesh.of(request.mesh(), request.settings().mesh().paddingCells());
        Observations o = request.data().observations();
        FieldData data = FieldData.of(request.data().modality(), o, mesh.outer(), 1.0);
        return InverterMemory.of(mesh.outer(), data.points());
    }

    /** {@code smallness / smoothness}; differences have weight 1 in the norm. */
    public static double smallness(InversionRequest request) {
        var r = request.settings().regularization();
        return r.smoothness() > 0 ? Math.max(LEAST, r.smallness() / r.smoothness()) : 1 / LEAST;
    }

    @Override
    public List<TradeOffPoint> tradeOffs(InversionRequest request, StageContext context) {
        return new FieldInversion(request, context).tradeOffs(smallness(request));
    }

    @Override
    public PropertyModel invert(InversionRequest request, StageContext context) {
        return new FieldInversion(request, context).run(Norms.SMOOTH, smallness(request));
    }
}
