package org.geoanomaly.gam.pipeline.demo.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/**
 * What a satellite would measure of the inflating bodies on its ascending and its descending track: displacement toward it at scattered
 * points, with an offset and a tilt of each track, as unwrapped interferograms have, and noise.
 */
final class RadarTracks {
    private static final LineOfSight[] LOOKS = {new LineOfSight(38, -13), new LineOfSight(36, 193)};

    /** Offset of each track, m, and its tilt to the east and north, m per metre. */
    private static final double[][] ORBITS = {{0.012, 1.5e-7, -1e-7}, {-0.008, -1e-7, 2e-7}};

    private final RegionScene scene;
    private final RegionScene.Radar radar;
    private final LocalFrame frame;

    RadarTracks(RegionScene scene, RegionScene.Radar radar) {
        this.scene = scene;
        this.radar = radar;
        this.frame = scene.frame();
    }

    /** One point; degrees, m, m toward the satellite. */
    record Point(double longitude, double latitude, double height, double displacement, LineOfSight look) {}

    /** How many tracks there are. */
    static int count() {
        return LOOKS.length;
    }

    /** The points of a track, one at random in each field of an even division. */
    List<Point> track(int track) {
        Random random = new Random(scene.seed() + 7919L * (track + 1));
        List<Mogi> sources = scene.bodies().stream()
                .filter(b -> b.contrast().volumeChange() != 0)
                .map(b -> b.inflation(frame))
                .toList();
        BoundingBox window = radar.window();
        int across = (int) Math.ceil(Math.sqrt(radar.points()));
        int down = (radar.points() + across - 1) / across;
        double[] middle = new double[2];
        frame.toLocal(0.5 * (window.west() + window.east()), 0.5 * (window.south() + window.north()), middle);
        List<Point> points = new ArrayList<>();
        double[] place = new double[2];
        for (int k = 0; k < across * down; k++) {
            double lon = window.west() + window.width() * (k % across + random.nextDouble()) / across;
            double lat = window.south() + window.height() * (Math.floorDiv(k, across) + random.nextDouble()) / down;
            frame.toLocal(lon, lat, place);
            double height = SceneGround.height(lat, lon);
            double[] orbit = ORBITS[track];
            double seen = orbit[0]
                    + orbit[1] * (place[0] - middle[0])
                    + orbit[2] * (place[1] - middle[1])
                    + radar.noise() * random.nextGaussian();
            for (Mogi source : sources) {
                Vector3 moved = source.displacement(place[0], place[1], height);
                seen += LOOKS[track].project(moved);
            }
            points.add(new Point(lon, lat, height, seen, LOOKS[track]));
        }
        return points;
    }
}
