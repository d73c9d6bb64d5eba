package org.geoanomaly.gam.pipeline.synth;

import java.util.OptionalDouble;
import org.geoanomaly.gam.formats.gfc.GfcEpoch;
import org.geoanomaly.gam.formats.gfc.GfcHeader;
import org.geoanomaly.gam.formats.gfc.GfcModel;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.geophysics.spherical.GravityModel;
import org.geoanomaly.gam.geophysics.spherical.HarmonicCoefficients;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.geophysics.spherical.MagneticModel;
import org.geoanomaly.gam.geophysics.spherical.TideSystem;
import org.geoanomaly.gam.grid.error.GamException;

/** From files to models of one epoch. */
public final class Models {
    private Models() {}

    /**
     * A gravity model. A file without a degree-0 coefficient stands for the whole mass, so that coefficient is 1 then.
     *
     * @param epoch decimal year for time-variable coefficients; if absent they keep their reference epoch
     */
    public static GravityModel gravity(GfcModel file, OptionalDouble epoch) {
        GfcHeader header = file.header();
        HarmonicCoefficients c = new HarmonicCoefficients(header.maxDegree());
        c.set(0, 0, 1.0, 0.0);
        double time = epoch.isPresent() ? GfcEpoch.ofDecimalYear(epoch.getAsDouble()) : Double.NaN;
        file.forEach(time, c::set);
        TideSystem tide =
                switch (header.tideSystem()) {
                    case "tide_free" -> TideSystem.TIDE_FREE;
                    case "zero_tide" -> TideSystem.ZERO_TIDE;
                    case "mean_tide" -> TideSystem.MEAN_TIDE;
                    default -> TideSystem.UNKNOWN;
                };
        return GravityModel.of(header.modelName(), header.gravityConstant(), header.radius(), c, tide);
    }

    /**
     * A magnetic model.
     *
     * @param epoch decimal year; needed unless the model is static
     * @throws GamException if the model does not reach to the epoch, or needs one
     */
    public static MagneticModel magnetic(ShcModel file, OptionalDouble epoch) {
        if (epoch.isEmpty() && !file.isStatic()) {
            throw new GamException(
                    file.name() + " changes with time",
                    "give --epoch as a decimal year within " + file.validFrom() + ".." + file.validTo(),
                    null);
        }
        double at = epoch.orElse(file.validFrom());
        HarmonicCoefficients c = new HarmonicCoefficients(file.maxDegree());
        file.forEach(at, c::set);
        return MagneticModel.ofSchmidt(file.name(), at, MagneticModel.RADIUS, c);
    }

    /** The main field of a file such as the IGRF's, for any date that it covers. */
    public static IgrfField mainField(ShcModel file) {
        return new IgrfField(epoch -> magnetic(file, OptionalDouble.of(epoch)));
    }
}
