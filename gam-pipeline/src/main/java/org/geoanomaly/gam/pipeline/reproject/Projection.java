package org.geoanomaly.gam.pipeline.reproject;

import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.resample.PointTransform;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** One direction between WGS84 degrees and a reference system, by PROJ4J. Thread-safe. */
final class Projection implements PointTransform {
    private final ThreadLocal<Calls> calls;

    private Projection(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        this.calls = ThreadLocal.withInitial(() -> new Calls(new BasicCoordinateTransform(from, to)));
    }

    static Projection fromWgs84(Crs crs) {
        return new Projection(wgs84(), system(crs));
    }

    static Projection toWgs84(Crs crs) {
        return new Projection(system(crs), wgs84());
    }

    private static CoordinateReferenceSystem wgs84() {
        return new CRSFactory().createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
    }

    private static CoordinateReferenceSystem system(Crs crs) {
        CRSFactory factory = new CRSFactory();
        try {
            return crs.id().startsWith("+")
                    ? factory.createFromParameters("custom", crs.id())
                    : factory.createFromName(crs.id());
        } catch (Proj4jException e) {
            throw new ConfigurationException(
                    "the reference system '" + crs.id() + "' is not known",
                    "name it as EPSG:CODE or a PROJ string that begins with +proj=",
                    e);
        }
    }

    @Override
    public boolean transform(double x, double y, double[] out) {
        return calls.get().transform(x, y, out);
    }

    /** PROJ4J's transforms and coordinates are mutable: one set for each thread. */
    private static final class Calls {
        private final BasicCoordinateTransform transform;
        private final ProjCoordinate from = new ProjCoordinate();
        private final ProjCoordinate to = new ProjCoordinate();

        Calls(BasicCoordinateTransform transform) {
            this.transform = transform;
        }

        boolean transform(double x, double y, double[] out) {
            from.setValue(x, y);
            try {
                transform.transform(from, to);
            } catch (Proj4jException e) {
                return false; // outside the projection's domain
            }
            out[0] = to.x;
            out[1] = to.y;
            return Double.isFinite(to.x) && Double.isFinite(to.y);
        }
    }
}
