package org.geoanomaly.gam.pipeline.data;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;

/** A physical property below one tile, from the data of one modality. Arrays have one value for each cell of the mesh, in its order. */
public final class PropertyModel {
    private final String modality;
    private final Property property;
    private final RegularMesh mesh;
    private final float[] value;
    private final float[] deviation;
    private final float[] prior;
    private final ModelFit fit;

    /**
     * A model; the arrays are taken over.
     *
     * @param value contrast to the reference
     * @param deviation posterior standard deviation
     * @param prior standard deviation without the data
     */
    public PropertyModel(
            String modality,
            Property property,
            RegularMesh mesh,
            float[] value,
            float[] deviation,
            float[] prior,
            ModelFit fit) {
        this.modality = modality;
        this.property = property;
        this.mesh = mesh;
        this.value = value;
        this.deviation = deviation;
        this.prior = prior;
        this.fit = fit;
        if (value.length != mesh.cells() || deviation.length != value.length || prior.length != value.length) {
            throw new IllegalArgumentException("a model of " + mesh.cells() + " cells got " + value.length + " values");
        }
    }

    /**
     * What is modelled.
     *
     * @param name such as {@code density_contrast}
     */
    public record Property(String name, Unit unit) {}

    public String modality() {
        return modality;
    }

    public Property property() {
        return property;
    }

    public RegularMesh mesh() {
        return mesh;
    }

    public float[] value() {
        return value;
    }

    public float[] deviation() {
        return deviation;
    }

    public float[] prior() {
        return prior;
    }

    public ModelFit fit() {
        return fit;
    }
}
