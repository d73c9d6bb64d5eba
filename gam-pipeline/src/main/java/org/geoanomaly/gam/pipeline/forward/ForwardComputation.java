package org.geoanomaly.gam.pipeline.forward;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.FieldValues;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/** Evaluates the wanted fields of a model at a point. Immutable and safe for any number of threads. */
public final class ForwardComputation {
    private final List<ForwardField> fields;
    private final Set<ForwardField.Family> families = EnumSet.noneOf(ForwardField.Family.class);
    private final BodyField bodies;
    private final List<DeformationSource> sources;
    private final Vector3 fieldDirection;
    private final Vector3 lineOfSight;

    /**
     * Checks that the model has what the fields need.
     *
     * @throws ConfigurationException if it does not
     */
    public ForwardComputation(ForwardModel model, List<ForwardField> fields) {
        this.fields = List.copyOf(fields);
        this.fields.forEach(field -> families.add(field.family()));
        this.bodies = new BodyField(model.bodies());
        this.sources = model.sources();
        AmbientField ambient = model.ambient();
        LineOfSight los = model.lineOfSight();
        if (ambient == null && fields.contains(ForwardField.TMI)) {
            throw new ConfigurationException(
                    "tmi needs the direction of the ambient field",
                    "add field: {intensity: 50000, inclination: 60, declination: 2} to the model",
                    null);
        }
        if (los == null && fields.contains(ForwardField.LOS)) {
            throw new ConfigurationException(
                    "los needs the direction of the satellite",
                    "add los: {incidence: 39, heading: -12} to the model",
                    null);
        }
        requireSources(model);
        this.fieldDirection = ambient == null ? Vector3.ZERO : ambient.direction();
        this.lineOfSight = los == null ? Vector3.ZERO : los.direction();
    }

    /** Zeros everywhere would look like an answer. */
    private void requireSources(ForwardModel model) {
        for (ForwardField field : fields) {
            boolean moves = field.family() == ForwardField.Family.DEFORMATION;
            if (moves && model.sources().isEmpty() && !model.bodies().isEmpty()) {
                throw new ConfigurationException(
                        field + " needs a source that moves the ground, and the model has none",
                        "add mogi or okada to the model, or ask for another --field",
                        null);
            }
            if (!moves && model.bodies().isEmpty() && !model.sources().isEmpty()) {
                throw new ConfigurationException(
                        field + " needs bodies, and the model has only mogi or okada sources",
                        "ask for --field ux,uy,uz or los, or add prisms or spheres to the model",
                        null);
            }
        }
    }

    public List<ForwardField> fields() {
        return fields;
    }

    /** One value for each field, in the order of {@link #fields()}. */
    public double[] at(double easting, double northing, double height) {
        boolean body =
                families.contains(ForwardField.Family.GRAVITY) || families.contains(ForwardField.Family.MAGNETIC);
        FieldValues values = body ? bodies.at(easting, northing, height) : null;
        Vector3 displacement = Vector3.ZERO;
        if (families.contains(ForwardField.Family.DEFORMATION)) {
            for (DeformationSource source : sources) {
                displacement = displacement.plus(source.displacement(easting, northing));
            }
        }
        double[] out = new double[fields.size()];
        for (int i = 0; i < out.length; i++) {
            ForwardField field = fields.get(i);
            out[i] = field.family() == ForwardField.Family.DEFORMATION || values == null
                    ? moved(field, displacement)
                    : field.family() == ForwardField.Family.GRAVITY ? gravity(field, values) : magnetic(field, values);
        }
        return out;
    }

    private static double gravity(ForwardField field, FieldValues v) {
        FieldValues.Gradient g = v.gradient();
        return switch (field) {
            case POTENTIAL -> v.potential();
            case GZ -> v.gz() / PhysicalConstants.MILLIGAL;
            case GE -> v.gravity().east() / PhysicalConstants.MILLIGAL;
            case GN -> v.gravity().north() / PhysicalConstants.MILLIGAL;
            case GXX -> g.ee() / PhysicalConstants.EOTVOS;
            case GXY -> g.en() / PhysicalConstants.EOTVOS;
            case GXZ -> -g.eu() / PhysicalConstants.EOTVOS;
            case GYY -> g.nn() / PhysicalConstants.EOTVOS;
            case GYZ -> -g.nu() / PhysicalConstants.EOTVOS;
            case GZZ -> g.uu() / PhysicalConstants.EOTVOS;
            default -> throw new IllegalArgumentException(field + " is not gravity");
        };
    }

    private double magnetic(ForwardField field, FieldValues v) {
        Vector3 b = v.magnetic();
        double tesla =
                switch (field) {
                    case BE -> b.east();
                    case BN -> b.north();
                    case BU -> b.up();
                    case TMI -> fieldDirection.dot(b);
                    default -> throw new IllegalArgumentException(field + " is not magnetic");
                };
        return tesla / PhysicalConstants.NANOTESLA;
    }

    private double moved(ForwardField field, Vector3 u) {
        return switch (field) {
            case UX -> u.east();
            case UY -> u.north();
            case UZ -> u.up();
            case LOS -> lineOfSight.dot(u);
            default -> throw new IllegalArgumentException(field + " is not a displacement");
        };
    }
}
