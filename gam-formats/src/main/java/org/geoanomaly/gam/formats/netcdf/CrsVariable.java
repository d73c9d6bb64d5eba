package org.geoanomaly.gam.formats.netcdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.hdf5.Hdf5Output;
import org.geoanomaly.gam.grid.geometry.Crs;

/** Writes the grid mapping variable (CF-1.10 appendix F): parameters for WGS84 and its UTM zones, the EPSG code for all. */
final class CrsVariable {
    static final String NAME = "crs";
    private static final String PATH = "/" + NAME;
    private static final Pattern UTM = Pattern.compile("EPSG:32([67])(\\d\\d)");

    private static final String WGS84_WKT =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
                    + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

    private CrsVariable() {}

    /** Whether there was anything to say about the reference system. */
    static boolean write(Hdf5Output out, Crs crs) {
        if (crs.equals(Crs.UNKNOWN)) {
            return false;
        }
        out.dataset(PATH, 0).attribute(PATH, "epsg_code", crs.id());
        Matcher utm = UTM.matcher(crs.id());
        int zone = utm.matches() ? Integer.parseInt(utm.group(2)) : 0;
        if (crs.equals(Crs.WGS84)) {
            out.attribute(PATH, "crs_wkt", WGS84_WKT).attribute(PATH, "spatial_ref", WGS84_WKT);
        }
        if (crs.geographic()) {
            out.attribute(PATH, "grid_mapping_name", "latitude_longitude");
        } else if (zone >= 1 && zone <= 60) {
            out.attribute(PATH, "grid_mapping_name", "transverse_mercator")
                    .attribute(PATH, "scale_factor_at_central_meridian", 0.9996)
                    .attribute(PATH, "longitude_of_central_meridian", zone * 6.0 - 183)
                    .attribute(PATH, "latitude_of_projection_origin", 0.0)
                    .attribute(PATH, "false_easting", 500000.0)
                    .attribute(PATH, "false_northing", utm.group(1).equals("7") ? 10000000.0 : 0.0);
        }
        if (crs.id().equals("EPSG:3035")) {
            out.attribute(PATH, "grid_mapping_name", "lambert_azimuthal_equal_area")
                    .attribute(PATH, "longitude_of_projection_origin", 10.0)
                    .attribute(PATH, "latitude_of_projection_origin", 52.0)
                    .attribute(PATH, "false_easting", 4321000.0)
                    .attribute(PATH, "false_northing", 3210000.0)
                    .attribute(PATH, "semi_major_axis", 6378137.0)
                    .attribute(PATH, "inverse_flattening", 298.257222101);
        }
        if (crs.equals(Crs.WGS84) || zone >= 1) {
            out.attribute(PATH, "semi_major_axis", 6378137.0)
                    .attribute(PATH, "inverse_flattening", 298.257223563)
                    .attribute(PATH, "longitude_of_prime_meridian", 0.0);
        }
        return true;
    }
}
