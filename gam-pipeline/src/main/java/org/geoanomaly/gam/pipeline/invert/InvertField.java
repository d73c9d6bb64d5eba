package org.geoanomaly.gam.pipeline.invert;

import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.grid.unit.Unit;

/** What was observed, and so what is sought. */
public sealed interface InvertField {
    /** Vertical gravity in mGal, positive down, for density contrast in kg/m³. */
    record Gravity() implements InvertField {
        @Override
        public FieldKernel kernel() {
            return FieldKernel.gz();
        }

        @Override
        public String id() {
            return "gz";
        }

        @Override
        public Unit dataUnit() {
            return Unit.MILLIGAL;
        }

        @Override
        public Unit modelUnit() {
            return Unit.KILOGRAM_PER_CUBIC_METRE;
        }

        @Override
        public String property() {
            return "density contrast";
        }
    }

    /** Total-field anomaly in nT, for susceptibility in SI. */
    record TotalField(AmbientField ambient) implements InvertField {
        @Override
        public FieldKernel kernel() {
            return FieldKernel.tmi(ambient);
        }

        @Override
        public String id() {
            return "tmi";
        }

        @Override
        public Unit dataUnit() {
            return Unit.NANOTESLA;
        }

        @Override
        public Unit modelUnit() {
            return Unit.SUSCEPTIBILITY;
        }

        @Override
        public String property() {
            return "magnetic susceptibility";
        }
    }

    FieldKernel kernel();

    /** The name on the command line. */
    String id();

    Unit dataUnit();

    Unit modelUnit();

    /** The property of a cell, in words. */
    String property();
}
