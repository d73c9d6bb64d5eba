package org.geoanomaly.gam.pipeline.demo.region;

import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/**
 * Absolute gravity at stations on the ground: normal gravity at the station's height, the attraction of the terrain and of the bodies, a
 * gentle regional trend, noise, a few gross errors and a few stations that were read twice.
 */
final class StationSurvey {
    /** One station in so many has a gross error. */
    private static final int OUTLIER = 400;
    /** One station in so many was read twice. */
    private static final int TWICE = 150;

    /** The regional trend, mGal per metre to the north and to the east: the crust thickens. */
    private static final double[] TREND = {3e-5, -2e-5};

    private final RegionScene scene;
    private final LocalFrame frame;
    private final SceneGround ground;

    StationSurvey(RegionScene scene, SceneGround ground) {
        this.scene = scene;
        this.frame = scene.frame();
        this.ground = ground;
    }

    /** One reading; degrees, m, mGal. */
    record Reading(double longitude, double latitude, double height, double gravity) {}

    /** Places of the stations in the plane, m, and their heights: one at random in each field of an even division. */
    private ObservationPoints stations(Random random) {
        BoundingBox area = scene.measured();
        int wanted = scene.sampling().stations();
        double ratio = area.width() * StrictMath.cos(Math.toRadians(scene.area().south())) / area.height();
        int across = (int) Math.ceil(Math.sqrt(wanted * ratio));
        int down = (wanted + across - 1) / across;
        int n = across * down;
        double[][] p = new double[3][n];
        double[] place = new double[2];
        for (int k = 0; k < n; k++) {
            double lon = area.west() + area.width() * (k % across + random.nextDouble()) / across;
            double lat = area.south() + area.height() * (Math.floorDiv(k, across) + random.nextDouble()) / down;
            frame.toLocal(lon, lat, place);
            double[] on = ground.standing(place[0], place[1]);
            frame.toGeographic(on[0], on[1], place);
            p[0][k] = on[0];
            p[1][k] = on[1];
            p[2][k] = SceneGround.height(place[1], place[0]);
        }
        return new ObservationPoints(p[0], p[1], p[2]);
    }

    /** All readings in order. */
    List<Reading> readings(BodyField bodies, Parallelism parallel) {
        Random random = new Random(scene.seed());
        ObservationPoints stations = stations(random);
        double[] terrain = ground.attraction(stations, parallel);
        java.util.ArrayList<Reading> readings = new java.util.ArrayList<>();
        double[] place = new double[2];
        for (int k = 0; k < stations.size(); k++) {
            double east = stations.easting(k);
            double north = stations.northing(k);
            double height = stations.height(k);
            frame.toGeographic(east, north, place);
            double truth = NormalGravity.at(place[1], height) / PhysicalConstants.MILLIGAL
                    + terrain[k]
                    + bodies.at(east, north, height).gz() / PhysicalConstants.MILLIGAL
                    + TREND[0] * north
                    + TREND[1] * east;
            double gross = random.nextInt(OUTLIER) == 0
                    ? (random.nextBoolean() ? 1 : -1) * (40 + 100 * random.nextDouble())
                    : 0;
            readings.add(new Reading(place[0], place[1], height, truth + gross + noise(random)));
            if (random.nextInt(TWICE) == 0) {
                readings.add(new Reading(place[0], place[1], height, truth + noise(random)));
            }
        }
        return readings;
    }

    private double noise(Random random) {
        return scene.sampling().gravityNoise() * random.nextGaussian();
    }
}
