package org.geoanomaly.gam.pipeline.preprocess.reduce;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.geophysics.spherical.MainField;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;

/** A field of the whole Earth that is taken off observed values. Safe for any number of threads. */
@FunctionalInterface
public interface ReferenceField {
    /**
     * The field at a place.
     *
     * @param longitude degrees
     * @param latitude degrees
     * @param height m
     * @param epoch decimal year
     */
    double at(double longitude, double latitude, double height, double epoch);

    /** Normal gravity of WGS84 at the height of the reading, mGal: what it leaves is a free-air anomaly. */
    static ReferenceField normalGravity() {
        return (lon, lat, height, epoch) -> NormalGravity.at(lat, height) / PhysicalConstants.MILLIGAL;
    }

    /** Normal gravity of WGS84 on the ellipsoid below the reading (Somigliana), mGal. */
    static ReferenceField normalGravityOnEllipsoid() {
        NormalGravity normal = new NormalGravity(Ellipsoid.WGS84);
        return (lon, lat, height, epoch) -> normal.onEllipsoid(lat) / PhysicalConstants.MILLIGAL;
    }

    /** Intensity of the main field, nT, at epochs rounded to a hundredth of a year, in which it changes by about 1 nT. */
    static ReferenceField mainField(IgrfField field) {
        Map<Long, MainField> byDate = new ConcurrentHashMap<>();
        return (lon, lat, height, epoch) -> byDate.computeIfAbsent(
                        Math.round(epoch * 100), date -> field.on(date / 100.0))
                .at(lat, lon, height)
                .intensity();
    }

    /** The readings without this field. */
    default Readings removedFrom(Readings in, Parallelism parallel) {
        double[] out = new double[in.size()];
        int size = 1024;
        parallel.run((out.length + size - 1) / size, () -> part -> {
            for (int i = size * part; i < Math.min(out.length, size * part + size); i++) {
                out[i] = in.value()[i] - at(in.longitude()[i], in.latitude()[i], in.height()[i], in.epoch()[i]);
            }
        });
        return in.withValues(out);
    }

    /**
     * The grid without this field.
     *
     * @param height of each cell, m; NaN makes the cell NaN
     */
    default FloatGrid removedFrom(FloatGrid in, CellHeights height, double epoch, Parallelism parallel) {
        GridGeometry g = in.geometry();
        float[] out = new float[g.size()];
        parallel.run(g.rows(), () -> row -> {
            double latitude = Math.max(-90, Math.min(90, g.y(row)));
            for (int c = 0; c < g.columns(); c++) {
                int k = row * g.columns() + c;
                double h = height.at(g.x(c), latitude);
                boolean known = !Float.isNaN(in.values()[k]) && !Double.isNaN(h);
                out[k] = known ? (float) (in.values()[k] - at(g.x(c), latitude, h, epoch)) : Float.NaN;
            }
        });
        return new FloatGrid(g, in.unit(), out);
    }

    /** The height of a grid's values at a place, m. */
    @FunctionalInterface
    interface CellHeights {
        double at(double longitude, double latitude);
    }
}
