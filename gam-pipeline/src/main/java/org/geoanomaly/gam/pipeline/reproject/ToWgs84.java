package org.geoanomaly.gam.pipeline.reproject;

import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.resample.PointTransform;

/** From a projected reference system to longitude and latitude WGS84. Thread-safe. */
public final class ToWgs84 implements PointTransform {
    private final Projection projection;

    /**
     * A transform from a reference system.
     *
     * @throws org.geoanomaly.gam.pipeline.error.ConfigurationException if the system is unknown
     */
    public ToWgs84(Crs crs) {
        this.projection = Projection.toWgs84(crs);
    }

    @Override
    public boolean transform(double x, double y, double[] out) {
        return projection.transform(x, y, out);
    }
}
