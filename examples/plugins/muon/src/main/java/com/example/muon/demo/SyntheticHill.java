package com.example.muon.demo;

import com.example.muon.physics.StandardRock;
import com.example.muon.physics.Transmission;
import com.example.muon.rays.LineOfSight;
import com.example.muon.rays.Terrain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/**
 * A hill that is not there: rock of 2650 kg/m³ below a plain 200 m above the sea with a mound of 60 m, and in it a cavity filled with loose rock.
 * Gravity stations stand on the ground, muon detectors in a gallery at the height of the sea. Writes {@code gravity.csv} and {@code muons.csv}; the
 * same seed gives the same bytes.
 */
public final class SyntheticHill {
    /** Middle of the region, degrees. */
    public static final double LATITUDE = 46.0;

    /** Middle of the region, degrees. */
    public static final double LONGITUDE = 8.0;

    /** Contrast of the body, kg/m³. */
    public static final double CONTRAST = -1200.0;

    /** West, east, south, north edge of the body, m from the middle; height of its bottom and top, m. */
    private static final double[] BODY = {-20, 140, -110, 30, 80, 140};

    private static final double ROCK = 2650.0;
    private static final double PLAIN = 200.0;
    private static final double MOUND = 60.0;
    private static final double MOUND_WIDTH = 250.0;

    private static final double[][] DETECTORS = {
        {60, -40}, {240, -40}, {150, 116}, {-30, 116}, {-120, -40}, {-30, -196}, {150, -196}
    };
    private static final double GALLERY = 0.0;
    private static final int AZIMUTHS = 24;
    private static final int ZENITHS = 9;
    private static final double ZENITH_STEP = 6.0;
    private static final double AREA = 1.0;
    private static final double DAYS = 60.0;

    private static final int STATIONS = 17;
    private static final double STATION_SPACING = 75.0;
    private static final double GRAVITY_NOISE = 0.03;
    private static final double GRAVITATIONAL_CONSTANT = 6.67430e-11;

    private final LocalFrame frame = new LocalFrame(LATITUDE, LONGITUDE);
    private final SplittableRandom random;

    private SyntheticHill(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Arguments: a directory, and a seed if it is not to be 1. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: SyntheticHill DIRECTORY [SEED]");
            System.exit(2);
        }
        write(Path.of(arguments[0]), arguments.length == 2 ? Long.parseLong(arguments[1]) : 1);
    }

    /** Writes both files. */
    public static void write(Path directory, long seed) throws IOException {
        Files.createDirectories(directory);
        SyntheticHill hill = new SyntheticHill(seed);
        Files.writeString(directory.resolve("gravity.csv"), hill.gravity());
        Files.writeString(directory.resolve("muons.csv"), hill.muons());
    }

    /** Height of the ground, m. */
    public static Terrain ground() {
        return (e, n) -> PLAIN + MOUND * Math.exp(-(e * e + n * n) / (2 * MOUND_WIDTH * MOUND_WIDTH));
    }

    /** Middle of the body: metres east and north of the middle of the region, height. */
    public static double[] middle() {
        return new double[] {
            0.5 * (BODY[0] + BODY[1]), 0.5 * (BODY[2] + BODY[3]), 0.5 * (BODY[4] + BODY[5])
        };
    }

    private String gravity() {
        StringBuilder out = new StringBuilder("longitude,latitude,height,value,uncertainty\n");
        double[] place = new double[2];
        for (int j = 0; j < STATIONS; j++) {
            for (int i = 0; i < STATIONS; i++) {
                double e = (i - 0.5 * (STATIONS - 1)) * STATION_SPACING;
                double n = (j - 0.5 * (STATIONS - 1)) * STATION_SPACING;
                double h = ground().height(e, n);
                frame.toGeographic(e, n, place);
                double value = attraction(e, n, h) + GRAVITY_NOISE * random.nextGaussian();
                out.append(String.format(
                        Locale.ROOT, "%.8f,%.8f,%.3f,%.5f,%.3f%n", place[0], place[1], h, value, GRAVITY_NOISE));
            }
        }
        return out.toString();
    }

    /** mGal, positive down; the body as point masses 10 m apart. */
    private static double attraction(double e, double n, double h) {
        double step = 10.0;
        double mass = CONTRAST * step * step * step;
        double sum = 0.0;
        for (double x = BODY[0] + step / 2; x < BODY[1]; x += step) {
            for (double y = BODY[2] + step / 2; y < BODY[3]; y += step) {
                for (double z = BODY[4] + step / 2; z < BODY[5]; z += step) {
                    double r2 = (x - e) * (x - e) + (y - n) * (y - n) + (z - h) * (z - h);
                    sum += mass * (h - z) / (r2 * Math.sqrt(r2));
                }
            }
        }
        return 1e5 * GRAVITATIONAL_CONSTANT * sum;
    }

    private String muons() {
        StringBuilder out = new StringBuilder("# synthetic: true\n# resolution_m: 50\n# flux_scale: 1\n# threshold_gev: 0\n"
                + "detector,longitude,latitude,height_m,azimuth_deg,zenith_deg,solid_angle_sr,area_m2,exposure_days,counts,rock_m\n");
        RegularMesh body = RegularMesh.of(
                new double[] {BODY[0], BODY[2], BODY[5]},
                1,
                1,
                new double[] {BODY[1] - BODY[0], BODY[3] - BODY[2]},
                new double[] {BODY[5] - BODY[4]});
        StandardRock rock = new StandardRock();
        double[] place = new double[2];
        for (int z = 1; z <= ZENITHS; z++) {
            double zenith = z * ZENITH_STEP;
            Transmission direction = new Transmission(rock, Math.cos(Math.toRadians(zenith)), 0.0);
            double half = Math.toRadians(0.5 * ZENITH_STEP);
            double solid = 2 * Math.PI / AZIMUTHS * 2 * Math.sin(Math.toRadians(zenith)) * Math.sin(half);
            for (int a = 0; a < AZIMUTHS; a++) {
                for (int d = 0; d < DETECTORS.length; d++) {
                    LineOfSight line = new LineOfSight(
                            DETECTORS[d][0], DETECTORS[d][1], GALLERY, 360.0 * a / AZIMUTHS, zenith);
                    double length = ground().along(line, PLAIN + MOUND, 1.0).rock();
                    double inBody = 0.0;
                    for (double l : line.through(body, length).length()) {
                        inBody += l;
                    }
                    double opacity = ROCK * length + CONTRAST * inBody;
                    double expected = direction.intensity(opacity) * AREA * solid * DAYS * 86_400.0;
                    frame.toGeographic(DETECTORS[d][0], DETECTORS[d][1], place);
                    out.append(String.format(
                            Locale.ROOT,
                            "G%d,%.8f,%.8f,%.1f,%.1f,%.1f,%.6g,%.2f,%.1f,%d,%.2f%n",
                            d + 1,
                            place[0],
                            place[1],
                            GALLERY,
                            line.azimuth(),
                            zenith,
                            solid,
                            AREA,
                            DAYS,
                            poisson(expected),
                            length));
                }
            }
        }
        return out.toString();
    }

    /** Knuth's product of uniforms for few counts; for many the normal distribution, which is close to Poisson's there. */
    private long poisson(double mean) {
        if (mean > 500.0) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        long n = 0;
        for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
            n++;
        }
        return n;
    }
}
