package org.geoanomaly.gam.pipeline.visual.solid;

import java.util.BitSet;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.RegionModel;

/** A layer of a model made fit to be looked through: even steps each way, holes as zero, its size on the ground and on the page. */
public final class Solid {
    private static final double EARTH_RADIUS = 6_371_000;
    /** Height over width that a flat model is stretched to. */
    private static final double TALL = 0.42;

    private static final double LEAST = 0.12;
    private static final double MOST = 0.6;
    private static final double UNLISTED = 0.7;

    private final int nx;
    private final int ny;
    private final int nz;
    private final float[] values;
    private final BitSet holes = new BitSet();
    private final double[] metres;
    private final double top;
    private final double exaggeration;
    private final double[] box;
    private final GridGeometry geometry;
    private final double limit;

    private Solid(RegionModel model, Thinned.Volume volume) {
        this.geometry = volume.geometry();
        this.nx = geometry.columns();
        this.ny = geometry.rows();
        this.nz = volume.levels();
        this.values = new float[volume.values().length];
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            float v = volume.values()[i];
            values[i] = Float.isNaN(v) ? 0 : v;
            holes.set(i, Float.isNaN(v));
            largest = Math.max(largest, Math.abs(values[i]));
        }
        this.limit = largest > 0 ? largest : 1;
        RegionModel.Depths depths = model.depths();
        double degree = Math.toRadians(1) * EARTH_RADIUS;
        double shrink = Math.cos(Math.toRadians(0.5 * (geometry.south() + geometry.north())));
        this.top = depths.top(0);
        this.metres = new double[] {
            (geometry.east() - geometry.west()) * degree * shrink,
            (geometry.north() - geometry.south()) * degree,
            depths.bottom(depths.count() - 1) - top
        };
        double flat = Math.max(metres[0], metres[1]);
        this.exaggeration = round(Math.max(0.5, Math.min(64, TALL * flat / metres[2])));
        this.box = new double[] {metres[0] / flat, metres[1] / flat, metres[2] * exaggeration / flat};
    }

    /** The layer of a model. */
    public static Solid of(RegionModel model, RegionModel.Layer layer) {
        return new Solid(model, Thinned.volume(model, layer));
    }

    private static double round(double value) {
        double step = value >= 10 ? 1 : value >= 3 ? 0.5 : 0.1;
        return Math.rint(value / step) * step;
    }

    /**
     * Values above the first and below the second are bodies: low enough that every listed anomaly is one where the model is the one they were
     * found in, and never so low that noise becomes one.
     */
    public double[] levels(List<Anomaly> listed) {
        return new double[] {level(listed, 1), -level(listed, -1)};
    }

    private double level(List<Anomaly> listed, int sign) {
        double weakest = listed.stream()
                .mapToDouble(a -> sign * a.score())
                .filter(s -> s > 0)
                .min()
                .orElse(UNLISTED * limit);
        return Math.max(LEAST * limit, Math.min(MOST * limit, 0.6 * weakest));
    }

    /** The greatest magnitude. */
    public double limit() {
        return limit;
    }

    double exaggeration() {
        return exaggeration;
    }

    /** Edges of the box, on the page's scale. */
    double[] box() {
        return box.clone();
    }

    /** Edges of the box on the ground, m. */
    double[] metres() {
        return metres.clone();
    }

    /** Depth of its top, m. */
    double top() {
        return top;
    }

    /** Where a place lies, each 0…1 inside the box. */
    double[] share(Anomaly.Place place) {
        double east = place.lon() - geometry.west();
        east -= 360 * Math.floor(east / 360);
        return new double[] {
            east / (geometry.east() - geometry.west()),
            (place.lat() - geometry.south()) / (geometry.north() - geometry.south()),
            1 - (place.depth() - top) / metres[2]
        };
    }

    /** Of one cell, as shares of the box. */
    double[] cell() {
        return new double[] {1.0 / nx, 1.0 / ny, 1.0 / nz};
    }

    /** The value at a place given by shares of the box, linear between the centres of cells. */
    float at(double x, double y, double z) {
        double u = Math.max(0, Math.min(nx - 1.0, x * nx - 0.5));
        double v = Math.max(0, Math.min(ny - 1.0, y * ny - 0.5));
        double w = Math.max(0, Math.min(nz - 1.0, z * nz - 0.5));
        int i = Math.min((int) u, Math.max(0, nx - 2));
        int j = Math.min((int) v, Math.max(0, ny - 2));
        int k = Math.min((int) w, Math.max(0, nz - 2));
        float fx = (float) (u - i);
        float fy = (float) (v - j);
        float fz = (float) (w - k);
        int right = nx > 1 ? 1 : 0;
        int north = ny > 1 ? nx : 0;
        int up = nz > 1 ? nx * ny : 0;
        int at = (k * ny + j) * nx + i;
        float low = plane(at, right, north, fx, fy);
        return low + (plane(at + up, right, north, fx, fy) - low) * fz;
    }

    private float plane(int at, int right, int north, float fx, float fy) {
        float a = values[at] + (values[at + right] - values[at]) * fx;
        float b = values[at + north] + (values[at + north + right] - values[at + north]) * fx;
        return a + (b - a) * fy;
    }

    /** Whether the cell at a place has no value. */
    boolean hole(double x, double y, double z) {
        int i = (int) Math.max(0, Math.min(nx - 1.0, x * nx));
        int j = (int) Math.max(0, Math.min(ny - 1.0, y * ny));
        int k = (int) Math.max(0, Math.min(nz - 1.0, z * nz));
        return holes.get((k * ny + j) * nx + i);
    }

    /** The value of greatest magnitude in a column, with its sign. */
    float extreme(double x, double y) {
        float best = 0;
        for (int k = 0; k < nz; k++) {
            float v = at(x, y, (k + 0.5) / nz);
            best = Math.abs(v) > Math.abs(best) ? v : best;
        }
        return best;
    }

    /** Where the cell of greatest magnitude lies, shares of the box along x and y. */
    double[] strongest() {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
        }
        return new double[] {(best % nx + 0.5) / nx, (Math.floorDiv(best, nx) % ny + 0.5) / ny};
    }
}
