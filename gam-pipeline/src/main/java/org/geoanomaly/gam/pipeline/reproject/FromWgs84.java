package org.geoanomaly.gam.pipeline.reproject;

import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.resample.PointTransform;

/** From longitude and latitude WGS84 to a projected reference system. Thread-safe. */
public final class FromWgs84 implements PointTransform {
    private final Projection projection;

    /**
     * A transform to a reference system.
     *
     * @throws org.geoanomaly.gam.pipeline.error.ConfigurationException if the system is unknown
     */
    public FromWgs84(Crs crs) {
        this.projection = Projection.fromWgs84(crs);
    }

    @Override
    public boolean transform(double x, double y, double[] out) {
        return projection.transform(x, y, out);
    }
}
