package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** Slowness everywhere: s = s₀ eᵘ with u from the cells of a mesh. P and S waves have the same u: their ratio stays that of the reference. */
public final class SlownessModel {
    private final CellBasis basis;
    private final ReferenceVelocity reference;
    private final double[] u;

    /**
     * A model.
     *
     * @param u ln(s/s₀) of each cell, copied
     */
    public SlownessModel(RegularMesh mesh, ReferenceVelocity reference, double[] u) {
        this(new CellBasis(mesh), reference, u);
    }

    SlownessModel(CellBasis basis, ReferenceVelocity reference, double[] u) {
        if (u.length != basis.mesh().cells()) {
            throw new IllegalArgumentException(
                    "a mesh of " + basis.mesh().cells() + " cells got " + u.length + " values");
        }
        this.basis = basis;
        this.reference = reference;
        this.u = u.clone();
    }

    /** Reads the model; one for each thread. */
    public Reader reader() {
        return new Reader();
    }

    public RegularMesh mesh() {
        return basis.mesh();
    }

    CellBasis basis() {
        return basis;
    }

    /** Work space for one thread. */
    public final class Reader {
        private final CellBasis.Place place = basis.new Place();

        private Reader() {}

        /** Slowness at a place, s/m. */
        public double slowness(Phase phase, double x, double y, double depth) {
            place.at(x, y, depth);
            return Math.exp(place.value(u)) / reference.velocity(phase, x, y, depth);
        }

        /** The cells that the last slowness came from. */
        CellBasis.Place place() {
            return place;
        }
    }
}
