package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;

/** Line-of-sight displacements, m (or m a year), positive toward the satellite. Immutable; the arrays are copied. */
public final class LosData {
    private final ObservationPoints points;
    private final LookVectors look;
    private final double[] value;
    private final double[] deviation;
    private final int[] track;
    private final int tracks;

    /**
     * Data of one or more tracks.
     *
     * @param points where; heights are those of the ground, 0 if unknown
     * @param deviation standard deviation of the part of the noise that neighbours do not share, positive
     * @param track 0, 1, … for each datum
     * @throws IllegalArgumentException if the columns differ in length or a number is not usable
     */
    public LosData(ObservationPoints points, LookVectors look, double[] value, double[] deviation, int[] track) {
        int n = value.length;
        if (points.size() != n || look.size() != n || deviation.length != n || track.length != n) {
            throw new IllegalArgumentException("the columns of line-of-sight data differ in length: " + points.size()
                    + ", " + look.size() + ", " + n + ", " + deviation.length + ", " + track.length);
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(value[i]) || !(deviation[i] > 0.0) || !Double.isFinite(deviation[i]) || track[i] < 0) {
                throw new IllegalArgumentException(
                        "datum " + i + " is " + value[i] + " +- " + deviation[i] + " of track " + track[i]);
            }
        }
        this.points = points;
        this.look = look;
        this.value = value.clone();
        this.deviation = deviation.clone();
        this.track = track.clone();
        this.tracks = Arrays.stream(track).max().orElse(-1) + 1;
    }

    public int size() {
        return value.length;
    }

    public ObservationPoints points() {
        return points;
    }

    public LookVectors look() {
        return look;
    }

    public double value(int i) {
        return value[i];
    }

    public double deviation(int i) {
        return deviation[i];
    }

    public int track(int i) {
        return track[i];
    }

    /** The largest number of a track plus one. */
    public int tracks() {
        return tracks;
    }

    /** A copy of the values. */
    public double[] values() {
        return value.clone();
    }

    /** The same places and looks with other values. */
    public LosData withValues(double[] other) {
        return new LosData(points, look, other, deviation, track);
    }

    /** The places of a track's data, in their order. */
    int[] members(int number) {
        int[] out = new int[value.length];
        int n = 0;
        for (int i = 0; i < track.length; i++) {
            if (track[i] == number) {
                out[n++] = i;
            }
        }
        return Arrays.copyOf(out, n);
    }
}
