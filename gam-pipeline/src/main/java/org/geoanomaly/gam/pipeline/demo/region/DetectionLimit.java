package org.geoanomaly.gam.pipeline.demo.region;

import java.util.List;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.FieldValues;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.grid.geometry.BoundingBox;

/**
 * Which bodies can be found at all. The signal-to-noise ratio of the best possible detector, the matched filter (Turin 1960), is S = √(Σ f²/σ²) over all
 * data, with the field f of the body at each and the noise σ: for data of even density n per area S² = n ∫ f² dA / σ². To tell one of some
 * thousand places from noise takes S ≈ 4; an inversion that does not know the shape of what it looks for and stops at χ² = N needs more, here
 * {@value #NEEDED}. The S² of all kinds of data add up.
 */
final class DetectionLimit {
    /** The least S at which a body must be found. */
    static final double NEEDED = 40;

    private static final double STEP = 1500;
    private static final double REACH = 90_000;
    /** Gravity is measured on the hills, m. */
    private static final double GROUND = 450;
    /** EMAG2 is at 4 km. */
    private static final double UP = 4000;

    private static final double METRES_PER_DEGREE = 111_195;

    private final RegionScene scene;
    private final AmbientField ambient;

    DetectionLimit(RegionScene scene) {
        this.scene = scene;
        this.ambient = new SceneMainField(scene).ambient();
    }

    /** S of a body. */
    double signalToNoise(PlantedBody body) {
        BodyField field = new BodyField(List.of(body.in(scene.frame(), ambient)));
        double[] centre = new double[2];
        scene.frame().toLocal(body.longitude(), body.latitude(), centre);
        double gravity = 0;
        double magnetic = 0;
        for (double n = -REACH; n <= REACH; n += STEP) {
            for (double e = -REACH; e <= REACH; e += STEP) {
                double gz = field.at(centre[0] + e, centre[1] + n, GROUND).gz() / PhysicalConstants.MILLIGAL;
                FieldValues up = field.at(centre[0] + e, centre[1] + n, UP);
                double t = ambient.totalFieldAnomaly(up.magnetic()) / PhysicalConstants.NANOTESLA;
                gravity += gz * gz * STEP * STEP;
                magnetic += t * t * STEP * STEP;
            }
        }
        RegionScene.Sampling s = scene.sampling();
        BoundingBox area = scene.measured();
        double cosine = StrictMath.cos(Math.toRadians(0.5 * (area.south() + area.north())));
        double degree2 = METRES_PER_DEGREE * METRES_PER_DEGREE * cosine;
        double stations = s.stations() / (area.width() * area.height() * degree2);
        double cells = s.cellsPerDegree() * s.cellsPerDegree() / degree2;
        return Math.sqrt(gravity * stations / (s.gravityNoise() * s.gravityNoise())
                + magnetic * cells / (s.magneticNoise() * s.magneticNoise())
                + delays(body)
                + displacements(body));
    }

    /** S² of delays along straight rays; the true field's rays bend a little around a slow body. */
    private double delays(PlantedBody body) {
        RegionScene.Earthquakes quakes = scene.earthquakes();
        if (quakes == null || body.contrast().velocity() == 0) {
            return 0;
        }
        double sum = 0;
        for (double inside : new EarthquakeRecords(scene, quakes).paths(body)) {
            double delay = body.contrast().velocity() * inside / EarthquakeRecords.UPPER_CRUST;
            sum += delay * delay;
        }
        return sum / (quakes.noise() * quakes.noise());
    }

    private double displacements(PlantedBody body) {
        RegionScene.Radar radar = scene.radar();
        if (radar == null || body.contrast().volumeChange() == 0) {
            return 0;
        }
        Mogi source = body.inflation(scene.frame());
        double[] place = new double[2];
        double sum = 0;
        for (int track = 0; track < RadarTracks.count(); track++) {
            for (RadarTracks.Point p : new RadarTracks(scene, radar).track(track)) {
                scene.frame().toLocal(p.longitude(), p.latitude(), place);
                double seen = p.look().project(source.displacement(place[0], place[1], p.height()));
                sum += seen * seen;
            }
        }
        return sum / (radar.noise() * radar.noise());
    }
}
