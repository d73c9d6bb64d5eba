package org.geoanomaly.gam.formats.cog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.tiff.TiffTags;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;

/**
 * The GeoTIFF 1.1 tags of a geometry. A reference system without an EPSG code is written as user-defined with its identifier as the
 * citation, so that no file claims a system it does not have.
 */
final class GeoTags {
    private static final Pattern EPSG = Pattern.compile("EPSG:(\\d{4,5})");

    private GeoTags() {}

    static List<TagValue> of(GridGeometry g) {
        boolean point = g.registration() == Registration.NODE;
        double x = point ? g.west() + g.dx() / 2 : g.west();
        double y = point ? g.north() - g.dy() / 2 : g.north();
        List<TagValue> tags = new ArrayList<>();
        tags.add(TagValue.doubles(TiffTags.MODEL_PIXEL_SCALE, g.dx(), g.dy(), 0));
        tags.add(TagValue.doubles(TiffTags.MODEL_TIEPOINT, 0, 0, 0, x, y, 0));
        addKeys(tags, g.crs(), point ? TiffTags.RASTER_PIXEL_IS_POINT : TiffTags.RASTER_PIXEL_IS_AREA);
        return tags;
    }

    private static void addKeys(List<TagValue> tags, Crs crs, int raster) {
        if (crs.equals(Crs.UNKNOWN)) {
            tags.add(TagValue.shorts(TiffTags.GEO_KEY_DIRECTORY, 1, 1, 0, 1, TiffTags.GT_RASTER_TYPE, 0, 1, raster));
            return;
        }
        int model = crs.geographic() ? TiffTags.MODEL_TYPE_GEOGRAPHIC : TiffTags.MODEL_TYPE_PROJECTED;
        int codeKey = crs.geographic() ? TiffTags.GEODETIC_CRS : TiffTags.PROJECTED_CRS;
        Matcher epsg = EPSG.matcher(crs.id());
        int code = epsg.matches() ? Integer.parseInt(epsg.group(1)) : 0;
        if (code > 0 && code < TiffTags.USER_DEFINED) {
            tags.add(TagValue.shorts(
                    TiffTags.GEO_KEY_DIRECTORY,
                    1,
                    1,
                    0,
                    3,
                    TiffTags.GT_MODEL_TYPE,
                    0,
                    1,
                    model,
                    TiffTags.GT_RASTER_TYPE,
                    0,
                    1,
                    raster,
                    codeKey,
                    0,
                    1,
                    code));
            return;
        }
        String citation = ascii(crs.id()) + "|";
        tags.add(TagValue.shorts(
                TiffTags.GEO_KEY_DIRECTORY,
                1,
                1,
                0,
                4,
                TiffTags.GT_MODEL_TYPE,
                0,
                1,
                model,
                TiffTags.GT_RASTER_TYPE,
                0,
                1,
                raster,
                TiffTags.GT_CITATION,
                TiffTags.GEO_ASCII_PARAMS,
                citation.length(),
                0,
                codeKey,
                0,
                1,
                TiffTags.USER_DEFINED));
        tags.add(TagValue.text(TiffTags.GEO_ASCII_PARAMS, citation));
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -{}~]", "?");
    }
}
