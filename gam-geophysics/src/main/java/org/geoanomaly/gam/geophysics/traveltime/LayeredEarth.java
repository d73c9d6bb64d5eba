package org.geoanomaly.gam.geophysics.traveltime;

import edu.sc.seis.TauP.NoSuchLayerException;
import edu.sc.seis.TauP.SeismicPhase;
import edu.sc.seis.TauP.SeismicPhaseFactory;
import edu.sc.seis.TauP.SlownessModelException;
import edu.sc.seis.TauP.TauModel;
import edu.sc.seis.TauP.TauModelException;
import edu.sc.seis.TauP.TauModelLoader;
import edu.sc.seis.TauP.VelocityModel;
import edu.sc.seis.TauP.VelocityModelException;
import edu.sc.seis.TauP.VelocityModelMaterial;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/**
 * A spherical earth whose velocities depend on the depth alone, and its travel times by the method of Buland &amp; Chapman (1983) as in TauP
 * (Crotwell, Owens &amp; Ritsema 1999). Safe for any number of threads.
 */
public final class LayeredEarth {
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";
    private static final Pattern NUMBERS = Pattern.compile(NUMBER + "(\\s+" + NUMBER + "){2,5}(\\s*[#/].*)?");
    private static final Pattern BOUNDARY = Pattern.compile("[#/].*|[A-Za-z][A-Za-z_-]*");

    private static final double KILO = 1000;

    private final TauModel model;

    private LayeredEarth(TauModel model) {
        this.model = model;
    }

    /** The model ak135 (Kennett, Engdahl &amp; Buland 1995). */
    public static LayeredEarth ak135() {
        return standard("ak135");
    }

    /** The model iasp91 (Kennett &amp; Engdahl 1991). */
    public static LayeredEarth iasp91() {
        return standard("iasp91");
    }

    private static LayeredEarth standard(String name) {
        try {
            return new LayeredEarth(TauModelLoader.load(name));
        } catch (TauModelException e) {
            throw new GamException("the model " + name + " of the earth cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * A model in the text of a {@code .tvel} file: two lines of comment, then depth (km), P and S velocity (km/s) and density.
     *
     * @throws GamException if it is not
     */
    public static LayeredEarth tvel(String name, String text) {
        require(name, text.lines().skip(2));
        return read(name, () -> VelocityModel.readTVelFile(new StringReader(text), name));
    }

    /**
     * A model in the text of a {@code .nd} file (named discontinuities): depth (km), P and S velocity (km/s) and more.
     *
     * @throws GamException if it is not
     */
    public static LayeredEarth nd(String name, String text) {
        require(name, text.lines());
        return read(name, () -> VelocityModel.readNDFile(new StringReader(text), name));
    }

    /** The library waits for ever for the end of what is no model, so the lines are looked at before: numbers, or the name of a boundary. */
    private static void require(String name, Stream<String> lines) {
        double last = Double.NaN;
        int layers = 0;
        for (String line : lines.map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            if (BOUNDARY.matcher(line).matches()) {
                continue;
            }
            if (!NUMBERS.matcher(line).matches()) {
                throw refused(name, "'" + line + "' is no layer", null);
            }
            double depth = Double.parseDouble(line.split("\\s+", 2)[0]);
            if (layers == 0 ? depth != 0 : depth < last) {
                throw refused(name, "the depths do not begin at 0 and grow at '" + line + "'", null);
            }
            last = depth;
            layers++;
        }
        if (layers < 2 || !(last > 0)) {
            throw refused(name, "it has fewer than two depths", null);
        }
    }

    private static GamException refused(String name, @Nullable String why, @Nullable Throwable cause) {
        return new GamException(
                name + " is not a model of the earth: " + why,
                "each line has a depth in km, P and S velocities in km/s and a density, from the surface to the centre",
                cause);
    }

    /** What reads a model. */
    private interface Reading {
        VelocityModel read() throws IOException, VelocityModelException;
    }

    private static LayeredEarth read(String name, Reading reading) {
        try {
            return new LayeredEarth(TauModelLoader.createTauModel(reading.read()));
        } catch (IOException | SlownessModelException | TauModelException | RuntimeException e) {
            throw refused(name, e.getMessage(), e);
        }
    }

    /** Radius of the earth, m. */
    public double radius() {
        return model.getRadiusOfEarth() * KILO;
    }

    /**
     * Velocity at a depth, m/s: below the discontinuity if there is one, 0 for S in a fluid. Above the surface that of the surface.
     *
     * @param depth m below the surface
     * @throws IllegalArgumentException below the centre
     */
    public double velocity(Wave wave, double depth) {
        if (!(depth <= radius())) {
            throw new IllegalArgumentException("no depth of the earth: " + depth + " m");
        }
        VelocityModel velocities = model.getVelocityModel();
        VelocityModelMaterial kind =
                wave == Wave.P ? VelocityModelMaterial.P_VELOCITY : VelocityModelMaterial.S_VELOCITY;
        double kilometres = Math.max(0, depth / KILO);
        try {
            boolean centre = kilometres >= velocities.getRadiusOfEarth();
            return KILO
                    * (centre
                            ? velocities.evaluateAbove(kilometres, kind)
                            : velocities.evaluateBelow(kilometres, kind));
        } catch (NoSuchLayerException e) {
            throw new IllegalArgumentException("no depth of the earth: " + depth + " m", e);
        }
    }

    /**
     * First arrivals at the surface from a source. To make them takes about 0.1 s: keep them for the picks of an event.
     *
     * @param depth of the source, m; above the surface counts as 0
     * @throws IllegalArgumentException if it is not in the crust or mantle
     */
    public FirstArrivals from(Wave wave, double depth) {
        double kilometres = Math.max(0, depth / KILO);
        if (!(kilometres < model.getCmbDepth())) {
            throw new IllegalArgumentException("a source must lie above the core: depth " + depth + " m");
        }
        List<SeismicPhase> phases = new ArrayList<>();
        TauModelException refused = null;
        for (String phase : wave.phases()) {
            try {
                phases.addAll(SeismicPhaseFactory.createSeismicPhases(phase, model, kilometres, 0.0, null, false));
            } catch (TauModelException e) {
                refused = e; // a head wave has no way down from just at its discontinuity
            }
        }
        if (phases.isEmpty()) {
            throw new GamException("no phase leaves a source at a depth of " + depth + " m", refused);
        }
        return new FirstArrivals(phases);
    }
}
