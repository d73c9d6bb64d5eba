package org.geoanomaly.gam.pipeline.forward;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.body.Shape;
import org.geoanomaly.gam.geophysics.body.Sphere;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.FaultPlane;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.deformation.Okada;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.pipeline.config.YamlSection;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model:
 *
 * <pre>
 * prisms:
 *   - {west: 0, east: 100, south: 0, north: 100, top_depth: 50, bottom_depth: 150, density: 300}
 *   - {west: 200, east: 300, south: 0, north: 100, top_depth: 50, bottom_depth: 150, susceptibility: 0.05, magnetization: [0, 1, -1]}
 * spheres:
 *   - {easting: 0, northing: 0, depth: 500, radius: 100, density: 300}
 * field: {intensity: 50000, inclination: 60, declination: 2}
 * mogi:
 *   - {easting: 0, northing: 0, depth: 3000, volume_change: 1e6}
 * okada:
 *   - {easting: 0, northing: 0, depth: 5000, strike: 0, dip: 60, length: 8000, width: 4000, strike_slip: 1}
 * los: {incidence: 39, heading: -12}
 * </pre>
 *
 * Lengths are metres, depths positive down, density kg/m³, susceptibility SI, magnetization A/m (east, north, up), added to what the field
 * induces. The place of an okada source is the centre of its rectangle.
 */
public final class ForwardModelReader {
    private ForwardModelReader() {}

    /**
     * Reads and checks a model.
     *
     * @throws org.geoanomaly.gam.pipeline.error.ConfigurationException that shows everything wrong with it, each with file and line
     */
    public static ForwardModel read(Path file) {
        return YamlSection.read(file, "model", ForwardModelReader::model);
    }

    private static ForwardModel model(YamlSection root) {
        AmbientField ambient = root.section("field", ForwardModelReader::ambient);
        List<Body> bodies = new ArrayList<>();
        boolean fieldGiven = root.has("field");
        bodies.addAll(root.sections("prisms", s -> body(s, prism(s), ambient, fieldGiven)));
        bodies.addAll(root.sections("spheres", s -> body(s, sphere(s), ambient, fieldGiven)));
        List<DeformationSource> sources = new ArrayList<>();
        sources.addAll(root.sections("mogi", ForwardModelReader::mogi));
        sources.addAll(root.sections("okada", ForwardModelReader::okada));
        LineOfSight los = root.section("los", ForwardModelReader::lineOfSight);
        return new ForwardModel(bodies, sources, ambient, los);
    }

    private static @Nullable AmbientField ambient(YamlSection s) {
        double intensity = s.number("intensity");
        double inclination = s.number("inclination");
        double declination = s.number("declination");
        return build(
                s, () -> new AmbientField(intensity, inclination, declination), intensity, inclination, declination);
    }

    private static @Nullable LineOfSight lineOfSight(YamlSection s) {
        double incidence = s.number("incidence");
        double heading = s.number("heading");
        return build(s, () -> new LineOfSight(incidence, heading), incidence, heading);
    }

    private static @Nullable Shape prism(YamlSection s) {
        double west = s.number("west");
        double east = s.number("east");
        double south = s.number("south");
        double north = s.number("north");
        double top = s.number("top_depth");
        double bottom = s.number("bottom_depth");
        if (top >= bottom) {
            s.problem(
                    "top_depth " + top + " must be less than bottom_depth " + bottom,
                    "depths are metres, positive down");
            return null;
        }
        return build(
                s, () -> new Prism(west, east, south, north, -bottom, -top), west, east, south, north, top, bottom);
    }

    private static @Nullable Shape sphere(YamlSection s) {
        double easting = s.number("easting");
        double northing = s.number("northing");
        double depth = s.number("depth");
        double radius = s.number("radius");
        return build(s, () -> new Sphere(easting, northing, -depth, radius), easting, northing, depth, radius);
    }

    private static @Nullable Body body(
            YamlSection s, @Nullable Shape shape, @Nullable AmbientField ambient, boolean fieldGiven) {
        double density = s.number("density", 0.0);
        double susceptibility = s.number("susceptibility", 0.0);
        double[] remanent = s.numbers("magnetization", 3);
        if (!s.has("density") && !s.has("susceptibility") && !s.has("magnetization")) {
            s.problem("has no physical property", "give density, susceptibility or magnetization");
        }
        if (s.has("susceptibility") && !fieldGiven) {
            s.problem(
                    "a susceptibility needs the inducing field",
                    "add field: {intensity: 50000, inclination: 60, declination: 2}");
        }
        Vector3 magnetization = ambient == null ? Vector3.ZERO : ambient.induced(susceptibility);
        if (remanent != null) {
            magnetization = magnetization.plus(new Vector3(remanent[0], remanent[1], remanent[2]));
        }
        return shape == null ? null : new Body(shape, density, magnetization);
    }

    private static @Nullable DeformationSource mogi(YamlSection s) {
        double easting = s.number("easting");
        double northing = s.number("northing");
        double depth = s.number("depth");
        double change = s.number("volume_change");
        return build(s, () -> new Mogi(easting, northing, depth, change), easting, northing, depth, change);
    }

    private static @Nullable DeformationSource okada(YamlSection s) {
        double easting = s.number("easting");
        double northing = s.number("northing");
        double depth = s.number("depth");
        double strike = s.number("strike");
        double dip = s.number("dip");
        double length = s.number("length");
        double width = s.number("width");
        double strikeSlip = s.number("strike_slip", 0.0);
        double dipSlip = s.number("dip_slip", 0.0);
        double opening = s.number("opening", 0.0);
        Supplier<DeformationSource> source = () -> new Okada(
                new FaultPlane(easting, northing, depth, strike, dip, length, width), strikeSlip, dipSlip, opening);
        return build(s, source, easting, northing, depth, strike, dip, length, width);
    }

    /** Makes a value whose constructor may refuse; if a number is already known to be wrong, that message is enough. */
    private static <T> @Nullable T build(YamlSection s, Supplier<T> value, double... numbers) {
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                return null;
            }
        }
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            s.problem(String.valueOf(e.getMessage()), null);
            return null;
        }
    }
}
