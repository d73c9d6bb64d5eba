package org.geoanomaly.gam.pipeline.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * One model from those of several modalities below a tile. Arrays have one value for each cell of the mesh, in its order; NaN where no
 * modality has information ("not assessed").
 */
public final class FusedModel {
    private final RegularMesh mesh;
    private final float[] score;
    private final float[] deviation;
    private final Map<String, float[]> contributions;
    private final List<String> notes;

    /**
     * A fused model; the arrays are taken over.
     *
     * @param score in prior standard deviations: how far the fused property lies from its reference
     * @param deviation posterior standard deviation of the fused property, in prior standard deviations
     * @param contributions the part of the score that each modality brings; they add up to it. NaN where a modality has no information
     *     ("not assessed"), which is not the same as one that says 0
     */
    public FusedModel(
            RegularMesh mesh,
            float[] score,
            float[] deviation,
            Map<String, float[]> contributions,
            List<String> notes) {
        this.mesh = mesh;
        this.score = score;
        this.deviation = deviation;
        this.contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
        this.notes = List.copyOf(notes);
        if (score.length != mesh.cells()
                || deviation.length != score.length
                || contributions.values().stream().anyMatch(c -> c.length != score.length)) {
            throw new IllegalArgumentException("a fused model of " + mesh.cells() + " cells got " + score.length);
        }
    }

    public RegularMesh mesh() {
        return mesh;
    }

    public float[] score() {
        return score;
    }

    public float[] deviation() {
        return deviation;
    }

    public Map<String, float[]> contributions() {
        return contributions;
    }

    public List<String> notes() {
        return notes;
    }
}
