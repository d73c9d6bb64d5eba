package org.geoanomaly.gam.pipeline.model.seismic;

import java.util.Set;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.TimeGrid;
import org.geoanomaly.gam.geophysics.tomography.TomographyMemory;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.SeismicNames;
import org.geoanomaly.gam.pipeline.model.PaddedMesh;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Relative velocity below travel times of P and S waves: first arrivals by fast marching through the best of some standard models, hypocentres free,
 * the smoothest perturbation that fits the picks to their uncertainty. Beyond the mesh and its padding the standard model holds. Cells that no ray
 * enters keep their prior.
 */
public final class TomographyInverter implements Inverter {
    static final String MODALITY = "seismic";
    static final PropertyModel.Property PROPERTY =
            new PropertyModel.Property("velocity_perturbation", Unit.DIMENSIONLESS);

    /** Picks to expect below a tile as long as nobody has read them. */
    private static final int EXPECTED_PICKS = 20_000;

    @Override
    public String id() {
        return "tomography";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Set<String> modalities() {
        return Set.of(MODALITY);
    }

    @Override
    public ModalityDescription describe(String modality) {
        return new ModalityDescription(
                MODALITY,
                "arrival times",
                PROPERTY,
                Priors.DEFAULT.seismic(),
                "fast",
                "slow",
                ModalityDescription.Vantage.THROUGH);
    }

    @Override
    public long memory(InversionRequest request) {
        RegularMesh mesh = PaddedMesh.of(
                        request.mesh(), request.settings().mesh().paddingCells())
                .outer();
        Observations o = request.data().observations();
        boolean planned = !o.further().containsKey(SeismicNames.EVENT);
        TimeGrid nodes = planned
                ? PickTable.expectedNodes(mesh)
                : PickTable.of(request.data()).nodes(mesh);
        int picks = planned ? Math.max(EXPECTED_PICKS, o.size()) : o.size();
        return TomographyMemory.bytes(mesh, picks, nodes, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public PropertyModel invert(InversionRequest request, StageContext context) {
        return new TomographyJob(request, context).run();
    }
}
