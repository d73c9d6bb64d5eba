package org.geoanomaly.gam.grid.geometry;

import java.io.Serializable;

/**
 * A coordinate reference system by name.
 *
 * @param id an authority code such as {@code EPSG:4326}, a PROJ string, or {@code unknown}
 * @param geographic whether coordinates are longitude and latitude in degrees (x east, y north), rather than projected metres
 */
public record Crs(String id, boolean geographic) implements Serializable {
    public static final Crs WGS84 = new Crs("EPSG:4326", true);
    /** Projected or local coordinates whose reference system the file does not state. */
    public static final Crs UNKNOWN = new Crs("unknown", false);

    public Crs {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a reference system needs a name");
        }
    }

    public static Crs epsg(int code, boolean geographic) {
        return new Crs("EPSG:" + code, geographic);
    }
}
