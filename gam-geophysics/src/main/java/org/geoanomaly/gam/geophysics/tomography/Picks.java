package org.geoanomaly.gam.geophysics.tomography;

/** Arrival times: arrays of equal length, one entry for each pick. Immutable; arrays are copied. */
public final class Picks {
    private final int[] station;
    private final int[] event;
    private final Phase[] phase;
    private final double[] time;
    private final double[] uncertainty;

    /**
     * Picks.
     *
     * @param station index of each pick's station, from 0
     * @param event index of each pick's event, from 0
     * @param time travel time, s, from the event's first origin time
     * @param uncertainty one standard deviation, s, positive
     */
    public Picks(int[] station, int[] event, Phase[] phase, double[] time, double[] uncertainty) {
        int n = time.length;
        if (station.length != n || event.length != n || phase.length != n || uncertainty.length != n) {
            throw new IllegalArgumentException("the columns of the picks differ in length");
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(time[i]) || !(uncertainty[i] > 0.0) || station[i] < 0 || event[i] < 0) {
                throw new IllegalArgumentException("pick " + i + " is not possible: station " + station[i] + ", event "
                        + event[i] + ", " + time[i] + " s +- " + uncertainty[i] + " s");
            }
        }
        this.station = station.clone();
        this.event = event.clone();
        this.phase = phase.clone();
        this.time = time.clone();
        this.uncertainty = uncertainty.clone();
    }

    public int size() {
        return time.length;
    }

    public int station(int i) {
        return station[i];
    }

    public int event(int i) {
        return event[i];
    }

    public Phase phase(int i) {
        return phase[i];
    }

    /** Seconds. */
    public double time(int i) {
        return time[i];
    }

    /** Seconds. */
    public double uncertainty(int i) {
        return uncertainty[i];
    }

    /** The same picks with other times. */
    public Picks withTimes(double[] times) {
        return new Picks(station, event, phase, times, uncertainty);
    }
}
