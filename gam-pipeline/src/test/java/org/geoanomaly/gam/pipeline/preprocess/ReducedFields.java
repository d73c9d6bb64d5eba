package org.geoanomaly.gam.pipeline.preprocess;

import org.geoanomaly.gam.geophysics.spherical.HarmonicCoefficients;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.geophysics.spherical.MagneticModel;
import org.geoanomaly.gam.pipeline.spi.MainField;

/** A main field that can be written down. */
final class ReducedFields {
    /** An axial dipole of g10 = −30,000 nT in 2000 that grows weaker by 20 nT a year. */
    static final MainField DIPOLE = () -> new IgrfField(epoch -> {
        HarmonicCoefficients c = new HarmonicCoefficients(1);
        c.set(1, 0, -30_000 + 20 * (epoch - 2000), 0);
        return MagneticModel.ofSchmidt("dipole", epoch, MagneticModel.RADIUS, c);
    });

    private ReducedFields() {}
}
