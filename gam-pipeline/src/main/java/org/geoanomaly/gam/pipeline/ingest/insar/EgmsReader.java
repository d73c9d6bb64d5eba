package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.egms.EgmsFile;
import org.geoanomaly.gam.formats.egms.EgmsLevel;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.pipeline.reproject.ToWgs84;

/**
 * Reads mean velocities of the European Ground Motion Service, mm/yr, positive toward the satellite (level 2) or east and up (level 3), with
 * their standard deviations. Rows whose numbers cannot be are left out and counted.
 */
final class EgmsReader {
    /** ETRS89-LAEA, in which eastings and northings are; ETRS89 and WGS84 differ by less than a metre. */
    private static final Crs LAEA = new Crs("EPSG:3035", false);

    private static final List<String> COLUMNS = List.of(
            "easting",
            "northing",
            "height_ortho",
            "mean_velocity",
            "mean_velocity_std",
            "los_east",
            "los_north",
            "los_up",
            "temporal_coherence");
    private static final double[] UP = {0, 0, 1};
    private static final double[] EAST = {1, 0, 0};
    /** Deviations are rounded to 0.1 mm/yr, so that 0 means less than half of it. */
    private static final double LEAST_DEVIATION = 0.05;

    private final SceneRead read;
    private int elsewhere;
    private int bad;
    private int still;

    EgmsReader(SceneRead read) {
        this.read = read;
    }

    SceneRead.Outcome read(LosColumns out) throws IOException {
        EgmsFile file = EgmsFile.open(read.files().product());
        EgmsLevel level = file.level();
        double[] fixed = fixed(file);
        ToWgs84 toDegrees = new ToWgs84(LAEA);
        double[] place = new double[2];
        LosColumns.Point p = new LosColumns.Point();
        double sign = "away".equals(read.scene().positive()) ? -1 : 1;
        file.read(COLUMNS, row -> {
            if (!Double.isFinite(row[3]) || !toDegrees.transform(row[0], row[1], place)) {
                bad++;
                return;
            }
            if (!read.wants(place[0], place[1])) {
                elsewhere++;
                return;
            }
            for (int i = 0; i < 3; i++) {
                p.look[i] = fixed.length > 0 ? fixed[i] : row[5 + i];
            }
            if (!Look.normalized(p.look) || Math.abs(row[3]) > 5000) {
                bad++;
                return;
            }
            p.longitude = place[0];
            p.latitude = place[1];
            p.height = row[2];
            p.value = sign * row[3];
            still += row[4] < LEAST_DEVIATION ? 1 : 0;
            p.uncertainty = Double.isNaN(row[4]) ? Double.NaN : Math.max(row[4], LEAST_DEVIATION);
            p.coherence = row[8];
            out.add(p, read.track());
        });
        return new SceneRead.Outcome(true, true, notes(level));
    }

    private List<String> notes(EgmsLevel level) {
        List<String> notes = new ArrayList<>();
        notes.add(read.name() + ": EGMS " + level + ", mean velocities");
        if (elsewhere > 0) {
            notes.add(read.name() + ": " + elsewhere + " points lie outside the area");
        }
        if (bad > 0) {
            notes.add(read.name() + ": " + bad
                    + " points have no possible place, velocity or line of sight and were left out");
        }
        if (still > 0) {
            notes.add(read.name() + ": " + still + " standard deviations of 0 were taken for " + LEAST_DEVIATION
                    + " mm/yr");
        }
        return notes;
    }

    /** The direction of every value of a level-3 table; empty for level 2, where each row has its own. */
    private double[] fixed(EgmsFile file) {
        return switch (file.level()) {
            case L2, L2A, L2B -> new double[0];
            case L3_UP -> UP;
            case L3_EAST -> EAST;
            case L3 ->
                throw new DataFormatException(
                        read.files().product(),
                        "holds level-3 velocities, and neither its name nor its columns say whether they are eastward or upward",
                        "keep the name under which it was published, such as EGMS_L3_E45N17_100km_U_2020_2024_1.zip");
        };
    }
}
