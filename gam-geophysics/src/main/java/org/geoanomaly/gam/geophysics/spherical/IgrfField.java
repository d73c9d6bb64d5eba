package org.geoanomaly.gam.geophysics.spherical;

import java.util.function.DoubleFunction;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;

/**
 * The main field at points and dates, for the removal of the IGRF from survey data and for field directions. The coefficients come from outside as
 * a function of the date, which refuses dates outside its validity. Immutable; safe for any number of threads as far as that function is.
 */
public final class IgrfField {
    private final DoubleFunction<MagneticModel> model;
    private final NormalField reference = NormalField.of(Ellipsoid.WGS84);

    /**
     * A main field that varies with time.
     *
     * @param model the main field of a decimal year; throws for a year it does not cover
     */
    public IgrfField(DoubleFunction<MagneticModel> model) {
        this.model = model;
    }

    /**
     * The field at one point on one date.
     *
     * @param latitude geodetic degrees
     * @param longitude degrees
     * @param height metres above the WGS84 ellipsoid
     * @param epoch decimal year
     */
    public MainFieldVector at(double latitude, double longitude, double height, double epoch) {
        return on(epoch).at(latitude, longitude, height);
    }

    /** The field of one date, for many points. */
    public MainField on(double epoch) {
        return new MainField(model.apply(epoch).potential().gradient(), reference);
    }
}
