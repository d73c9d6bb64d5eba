package org.geoanomaly.gam.pipeline.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/**
 * What can be computed, by the name that is also the column's. Gradients have x east, y north, z down; {@code ge}, {@code gn}, {@code be},
 * {@code bn}, {@code bu}, {@code ux}, {@code uy}, {@code uz} point east, north and up; {@code gz} is positive down.
 */
public enum ForwardField {
    POTENTIAL(Family.GRAVITY, "m²/s²"),
    GZ(Family.GRAVITY, "mGal"),
    GE(Family.GRAVITY, "mGal"),
    GN(Family.GRAVITY, "mGal"),
    GXX(Family.GRAVITY, "E"),
    GXY(Family.GRAVITY, "E"),
    GXZ(Family.GRAVITY, "E"),
    GYY(Family.GRAVITY, "E"),
    GYZ(Family.GRAVITY, "E"),
    GZZ(Family.GRAVITY, "E"),
    BE(Family.MAGNETIC, "nT"),
    BN(Family.MAGNETIC, "nT"),
    BU(Family.MAGNETIC, "nT"),
    TMI(Family.MAGNETIC, "nT"),
    UX(Family.DEFORMATION, "m"),
    UY(Family.DEFORMATION, "m"),
    UZ(Family.DEFORMATION, "m"),
    LOS(Family.DEFORMATION, "m");

    /** Which part of a model a field needs. */
    enum Family {
        GRAVITY,
        MAGNETIC,
        DEFORMATION
    }

    private final Family family;
    private final String unit;

    ForwardField(Family family, String unit) {
        this.family = family;
        this.unit = unit;
    }

    Family family() {
        return family;
    }

    /** The unit of the column. */
    public String unit() {
        return unit;
    }

    /** The name on the command line and in the header. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The field of a name, whatever its case.
     *
     * @throws ConfigurationException if there is none, with the nearest one
     */
    public static ForwardField parse(String name) {
        for (ForwardField field : values()) {
            if (field.toString().equals(name.trim().toLowerCase(Locale.ROOT))) {
                return field;
            }
        }
        if (name.trim().equalsIgnoreCase("time")) {
            throw new ConfigurationException(
                    "travel times need a velocity, and the bodies of a forward model have none",
                    "time is computed in the seismic inversion of gam run; here ask for potential fields or displacements",
                    null);
        }
        List<String> names = Arrays.stream(values()).map(ForwardField::toString).toList();
        throw new ConfigurationException(
                "no field is called '" + name + "'",
                NearestName.of(name, names)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("fields: " + String.join(", ", names)),
                null);
    }
}
