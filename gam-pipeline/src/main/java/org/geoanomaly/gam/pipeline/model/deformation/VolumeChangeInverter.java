package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.Set;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.model.PaddedMesh;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Volume strain below line-of-sight displacements: the smoothest model of dilating cells that fits the data of all tracks to their noise,
 * with the tracks' full covariances, and with an offset, a ramp and a part that grows with height for each track estimated along. Velocities give
 * strain a year.
 */
public final class VolumeChangeInverter implements Inverter {
    private static final String MODALITY = "insar";
    static final PropertyModel.Property PROPERTY = new PropertyModel.Property("volume_change", Unit.DIMENSIONLESS);

    /** As many data as the preprocessor leaves unless it is told otherwise: for meshes that are planned before any data are there. */
    private static final int USUAL = 2000;

    /** Vectors of a solver, of the norm and of the draws: at most so many numbers of eight bytes for each cell. */
    private static final long VECTORS = 44;

    /** Buffers, classes, the fit of single sources. */
    private static final long FIXED = 64L << 20;

    @Override
    public String id() {
        return "volume-change";
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
                "displacements toward satellites",
                PROPERTY,
                Priors.DEFAULT.insar(),
                "inflating",
                "deflating",
                ModalityDescription.Vantage.ABOVE);
    }

    @Override
    public long memory(InversionRequest request) {
        PaddedMesh mesh =
                PaddedMesh.of(request.mesh(), request.settings().mesh().paddingCells());
        Observations o = request.data().observations();
        boolean planned = !o.further().containsKey(LosObservations.TRACK);
        return bytes(mesh.outer(), planned ? Math.min(USUAL, o.size()) : o.size());
    }

    /** The matrix, a Cholesky factor as if all data were of one track, the inner products of the rows, and vectors. */
    static long bytes(RegularMesh mesh, int data) {
        long cells = mesh.cells();
        long threads = Runtime.getRuntime().availableProcessors();
        long blocks = (8L * 64 + 16) * data * threads;
        return FIXED + 4L * data * cells + 8L * data * data * 3 / 2 + blocks + 8 * VECTORS * cells + 400L * data;
    }

    @Override
    public PropertyModel invert(InversionRequest request, StageContext context) {
        return new VolumeInversion(request, context).run();
    }
}
