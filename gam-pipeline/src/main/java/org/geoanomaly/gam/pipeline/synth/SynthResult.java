package org.geoanomaly.gam.pipeline.synth;

import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;

/** Computed values with what a file must say about them. */
public final class SynthResult {
    /** One line of metadata. */
    public record Fact(String name, String value) {}

    private final SynthTarget target;
    private final String quantity;
    private final Unit unit;
    private final double[] values;
    private final List<Fact> facts;

    /** Values in the target's order; the array is shared. */
    SynthResult(SynthTarget target, String quantity, Unit unit, double[] values, List<Fact> facts) {
        this.target = target;
        this.quantity = quantity;
        this.unit = unit;
        this.values = values;
        this.facts = List.copyOf(facts);
    }

    public SynthTarget target() {
        return target;
    }

    /** The quantity's name, such as {@code gravity_disturbance}. */
    public String quantity() {
        return quantity;
    }

    public Unit unit() {
        return unit;
    }

    /** Double precision: gravity itself has more digits than a float holds. */
    public double[] values() {
        return values;
    }

    /** Model, degrees, ellipsoid, tide system, heights, epoch: in the order in which files list them. */
    public List<Fact> facts() {
        return facts;
    }

    /** The values in single precision. */
    public float[] narrowed() {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }
}
