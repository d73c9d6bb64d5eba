package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.ArrayList;
import java.util.List;

/**
 * Data of all tracks as numbers with independent noise of variance 1, in which the nuisance terms of the tracks play no part: each track's
 * covariance is factored in full, C = LLᵀ, and of QᵀL⁻¹d only the part orthogonal to the whitened nuisance terms is kept. A least-squares
 * problem in these numbers is the one over the model and all nuisance terms together. Immutable and safe for any number of threads.
 */
public final class WhitenedData {
    private final LosData data;
    private final List<TrackWhitening> tracks = new ArrayList<>();
    private final int rows;
    private final double[] values;

    /**
     * Factors the covariances: N³/3 operations for a track of N data, and N² / 2 numbers.
     *
     * @param covariances of each track; the deviations of the data are added to the nuggets
     */
    public WhitenedData(LosData data, List<ExponentialCovariance> covariances, Nuisance nuisance) {
        if (covariances.size() < data.tracks()) {
            throw new IllegalArgumentException(data.tracks() + " tracks have " + covariances.size() + " covariances");
        }
        this.data = data;
        int sum = 0;
        for (int t = 0; t < data.tracks(); t++) {
            TrackWhitening track = new TrackWhitening(data, t, covariances.get(t), nuisance);
            tracks.add(track);
            sum += track.rows();
        }
        this.rows = sum;
        this.values = new double[rows];
        reduce(data.values(), values);
    }

    private WhitenedData(WhitenedData other, LosData data) {
        this.data = data;
        this.tracks.addAll(other.tracks);
        this.rows = other.rows;
        this.values = new double[rows];
        reduce(data.values(), values);
    }

    /** The same survey with other values. */
    public WhitenedData withValues(double[] other) {
        return new WhitenedData(this, data.withValues(other));
    }

    public LosData data() {
        return data;
    }

    /** How many numbers there are: data less nuisance terms. */
    public int rows() {
        return rows;
    }

    /** How many nuisance terms were fitted, all tracks together. */
    public int nuisanceTerms() {
        return data.size() - rows;
    }

    /** The data, whitened; a copy. */
    public double[] values() {
        return values.clone();
    }

    /**
     * Whitens displacements at the places of the data.
     *
     * @param full one for each datum, not modified
     * @param out {@link #rows()} numbers, overwritten
     */
    public void reduce(double[] full, double[] out) {
        int from = 0;
        for (TrackWhitening track : tracks) {
            track.reduce(full, out, from);
            from += track.rows();
        }
    }

    /** The nuisance terms in a residual, as displacements at the places of the data. */
    public double[] nuisance(double[] residual) {
        double[] out = new double[data.size()];
        for (TrackWhitening track : tracks) {
            track.addNuisance(residual, out);
        }
        return out;
    }

    /** Number of tracks. */
    public int tracks() {
        return tracks.size();
    }

    /** The data of a track by their number in the survey. */
    public int[] members(int track) {
        return tracks.get(track).members().clone();
    }

    /** Where a track's whitened numbers begin. */
    public int firstRow(int track) {
        int from = 0;
        for (int t = 0; t < track; t++) {
            from += tracks.get(t).rows();
        }
        return from;
    }

    /** How many whitened numbers a track has. */
    public int rows(int track) {
        return tracks.get(track).rows();
    }

    /**
     * Whitens columns of a track in place.
     *
     * @param block for each of the track's data {@code width} numbers or more; afterwards the first rows, one for each nuisance term, are to be
     *     left out, and the others are the whitened ones
     */
    public void reduceBlock(int track, double[][] block, int width) {
        tracks.get(track).reduceBlock(block, width);
    }
}
