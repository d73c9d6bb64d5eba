package org.geoanomaly.gam.pipeline.refraction;

import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.TomographyResult;

/** What was found. Arrays have one value for each cell of the mesh, NaN in the air. */
public final class RefractionOutcome {
    private final RegularMesh mesh;
    private final GradientGround start;
    private final TomographyResult result;
    private final float[] velocity;
    private final float[] deviation;
    private final float[] prior;
    private final float[] known;
    private final List<String> warnings;

    /**
     * An outcome.
     *
     * @param section velocity, its standard deviation, that without the data (km/s), the part of the prior variance that is gone
     */
    RefractionOutcome(
            RegularMesh mesh, GradientGround start, TomographyResult result, float[][] section, List<String> warnings) {
        this.mesh = mesh;
        this.start = start;
        this.result = result;
        this.velocity = section[0];
        this.deviation = section[1];
        this.prior = section[2];
        this.known = section[3];
        this.warnings = List.copyOf(warnings);
    }

    public RegularMesh mesh() {
        return mesh;
    }

    public TomographyResult result() {
        return result;
    }

    GradientGround start() {
        return start;
    }

    /** km/s. */
    public float[] velocity() {
        return velocity;
    }

    /** Standard deviation of the velocity, km/s. */
    public float[] deviation() {
        return deviation;
    }

    /** Standard deviation of the velocity without the data, km/s. */
    public float[] prior() {
        return prior;
    }

    /** The part of the prior variance that the data take away. */
    public float[] known() {
        return known;
    }

    public List<String> warnings() {
        return warnings;
    }
}
