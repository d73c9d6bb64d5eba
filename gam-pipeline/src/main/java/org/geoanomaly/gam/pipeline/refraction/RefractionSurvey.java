package org.geoanomaly.gam.pipeline.refraction;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.geoanomaly.gam.formats.sgt.SgtData;
import org.geoanomaly.gam.geophysics.tomography.Phase;
import org.geoanomaly.gam.geophysics.tomography.Picks;
import org.geoanomaly.gam.geophysics.tomography.Places;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** A survey as a tomography sees it: every sensor a place in the plane of the profile, the ground's surface a line through all of them. */
final class RefractionSurvey {
    /** What a time is uncertain by if the file does not say: a fixed part and a share of the time. */
    private static final double FIXED = 0.00075;

    private static final double SHARE = 0.005;

    /** No sensor knows a time better than this part of the longest. */
    private static final double FLOOR = 1e-4;

    private final double[] lineX;
    private final double[] lineZ;
    private final double[] sensorX;
    private final double[] sensorZ;
    private final int[] row;
    private final int[] shot;
    private final int[] geophone;
    private final double[] time;
    private final double[] uncertainty;
    private final String uncertaintyFrom;
    private final int leftOut;

    private RefractionSurvey(SgtData data, int[] row, @Nullable Double given) {
        this.sensorX = data.x();
        this.sensorZ = data.z();
        this.row = row;
        this.shot = Arrays.stream(row).map(i -> data.shot()[i]).toArray();
        this.geophone = Arrays.stream(row).map(i -> data.geophone()[i]).toArray();
        this.time = Arrays.stream(row).mapToDouble(i -> data.time()[i]).toArray();
        double longest = Arrays.stream(time).max().orElse(1.0);
        double[] error = data.error();
        this.uncertainty = new double[row.length];
        Arrays.setAll(uncertainty, n -> {
            double own = error == null ? FIXED + SHARE * time[n] : error[row[n]];
            return Math.max(given == null ? own : given, FLOOR * longest);
        });
        this.uncertaintyFrom = given != null ? "option" : error != null ? "file" : "default 0.75 ms + 0.5 %";
        this.leftOut = data.picks() - row.length;
        TreeMap<Double, Double> line = new TreeMap<>();
        for (int s = 0; s < sensorX.length; s++) {
            line.merge(sensorX[s], sensorZ[s], Math::max);
        }
        this.lineX = line.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        this.lineZ = line.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The survey of a file.
     *
     * @throws DataFormatException if no profile can be made of it
     */
    static RefractionSurvey of(Path file, SgtData data, @Nullable Double uncertainty) {
        int[] row = new int[data.picks()];
        int n = 0;
        for (int i = 0; i < data.picks(); i++) {
            boolean apart = distance(data, data.shot()[i], data.geophone()[i]) > 0.0;
            if (apart && data.time()[i] > 0.0) {
                row[n++] = i;
            }
        }
        if (n < 3) {
            throw new DataFormatException(
                    file,
                    "has only " + n
                            + " usable first arrivals (a positive time between two places): no model can be made");
        }
        RefractionSurvey survey = new RefractionSurvey(data, Arrays.copyOf(row, n), uncertainty);
        if (!(survey.length() > 0.0)) {
            throw new DataFormatException(file, "has all its sensors at one place along the profile");
        }
        return survey;
    }

    private static double distance(SgtData data, int a, int b) {
        return Math.hypot(data.x()[a] - data.x()[b], data.z()[a] - data.z()[b]);
    }

    int size() {
        return time.length;
    }

    /** Rows that say nothing: no time or no distance. */
    int leftOut() {
        return leftOut;
    }

    double[] time() {
        return time;
    }

    double[] uncertainty() {
        return uncertainty;
    }

    String uncertaintyFrom() {
        return uncertaintyFrom;
    }

    /** Row of the file that a pick is, from 0. */
    int row(int pick) {
        return row[pick];
    }

    /** Sensor of a pick's shot, from 0. */
    int shot(int pick) {
        return shot[pick];
    }

    int geophone(int pick) {
        return geophone[pick];
    }

    double sensorX(int sensor) {
        return sensorX[sensor];
    }

    double west() {
        return lineX[0];
    }

    double east() {
        return lineX[lineX.length - 1];
    }

    double length() {
        return east() - west();
    }

    double highest() {
        return Arrays.stream(lineZ).max().orElse(0.0);
    }

    double lowest() {
        return Arrays.stream(lineZ).min().orElse(0.0);
    }

    /** Median distance of neighbouring sensors, m. */
    double spacing() {
        double[] steps = new double[lineX.length - 1];
        Arrays.setAll(steps, i -> lineX[i + 1] - lineX[i]);
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    /** Height of the ground, m: straight between sensors, level beyond the outermost. */
    double ground(double x) {
        int at = Arrays.binarySearch(lineX, x);
        if (at >= 0) {
            return lineZ[at];
        }
        int after = -at - 1;
        if (after == 0) {
            return lineZ[0];
        }
        if (after == lineX.length) {
            return lineZ[after - 1];
        }
        double f = (x - lineX[after - 1]) / (lineX[after] - lineX[after - 1]);
        return lineZ[after - 1] + f * (lineZ[after] - lineZ[after - 1]);
    }

    /** Whether fields are computed from shots: where there are fewer of them than geophones. */
    private boolean fromShots() {
        return Arrays.stream(shot).distinct().count()
                <= Arrays.stream(geophone).distinct().count();
    }

    /** All sensors, on the ground. */
    Places places() {
        double[] y = new double[sensorX.length];
        double[] depth = new double[sensorX.length];
        Arrays.setAll(depth, s -> -sensorZ[s]);
        return new Places(sensorX, y, depth);
    }

    /** The picks; by reciprocity the station of each may be its shot. */
    Picks picks() {
        Phase[] phase = new Phase[size()];
        Arrays.fill(phase, Phase.P);
        return new Picks(fromShots() ? shot : geophone, fromShots() ? geophone : shot, phase, time, uncertainty);
    }
}
