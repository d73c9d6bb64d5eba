package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.geoanomaly.gam.formats.tiff.Georeference.Transform;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.Registration;

/** Reads GeoTIFF 1.1 tags the way GDAL does. */
final class GeoreferenceReader {
    private static final int MAX_KEYS = 4096;

    private final ByteFile file;
    private final TiffDirectory directory;
    private final int height;
    private long[] keys = new long[0];

    GeoreferenceReader(ByteFile file, TiffDirectory directory, int height) {
        this.file = file;
        this.directory = directory;
        this.height = height;
    }

    Georeference read() throws IOException {
        readKeys();
        boolean point = key(TiffTags.GT_RASTER_TYPE) == TiffTags.RASTER_PIXEL_IS_POINT;
        Registration registration = point ? Registration.NODE : Registration.CELL;
        double[] g = geotransform();
        Optional<Crs> crs = crs();
        if (g.length == 0) {
            String problem = directory.has(TiffTags.MODEL_TIEPOINT)
                    ? "has tie points only and no north-up grid; warp it first, for example with gdalwarp"
                    : "has no georeference, so nothing says where its cells lie";
            return new Georeference(crs, registration, Optional.empty(), problem);
        }
        String problem = problem(g);
        if (!problem.isEmpty()) {
            return new Georeference(crs, registration, Optional.empty(), problem);
        }
        double shift = point ? 0.5 : 0;
        double x = g[0] - shift * g[1];
        double y = g[3] - shift * g[5];
        boolean southUp = g[5] > 0;
        double north = southUp ? y + height * g[5] : y;
        return new Georeference(
                crs, registration, Optional.of(new Transform(x, north, g[1], Math.abs(g[5]), southUp)), "");
    }

    private static String problem(double[] g) {
        if (g[2] != 0 || g[4] != 0) {
            return "is rotated or sheared; warp it to a north-up grid first, for example with gdalwarp";
        }
        if (!(g[1] > 0)
                || g[5] == 0
                || !Double.isFinite(g[0])
                || !Double.isFinite(g[3])
                || !Double.isFinite(g[1] * g[5])) {
            return "has an impossible georeference: corner (" + g[0] + ", " + g[3] + "), cells " + g[1] + " x " + g[5];
        }
        return "";
    }

    /** GDAL's six numbers before the shift for point registration; empty if the file has none. */
    private double[] geotransform() throws IOException {
        double[] scale = directory.doubles(TiffTags.MODEL_PIXEL_SCALE);
        double[] tie = directory.doubles(TiffTags.MODEL_TIEPOINT);
        if (scale.length >= 2 && scale[0] != 0 && scale[1] != 0 && tie.length >= 6) {
            // GDAL takes a negative y scale, against the specification, for a careless north-up file.
            double dy = Math.abs(scale[1]);
            return new double[] {tie[3] - tie[0] * scale[0], scale[0], 0, tie[4] + tie[1] * dy, 0, -dy};
        }
        double[] m = directory.doubles(TiffTags.MODEL_TRANSFORMATION);
        if (m.length == 16) {
            return new double[] {m[3], m[0], m[1], m[7], m[4], m[5]};
        }
        return new double[0];
    }

    private Optional<Crs> crs() throws IOException {
        int projected = key(TiffTags.PROJECTED_CRS);
        int geodetic = key(TiffTags.GEODETIC_CRS);
        int model = key(TiffTags.GT_MODEL_TYPE);
        if (model == TiffTags.MODEL_TYPE_GEOGRAPHIC || (model == 0 && projected == 0 && geodetic != 0)) {
            return Optional.of(geographic(geodetic));
        }
        if (model == TiffTags.MODEL_TYPE_PROJECTED || projected != 0) {
            if (projected > 0 && projected != TiffTags.USER_DEFINED) {
                return Optional.of(Crs.epsg(projected, false));
            }
            String name = name(TiffTags.GT_CITATION, TiffTags.PROJECTED_CITATION);
            return Optional.of(name.isEmpty() ? Crs.UNKNOWN : new Crs(name, false));
        }
        return Optional.empty();
    }

    private Crs geographic(int code) throws IOException {
        if (code > 0 && code != TiffTags.USER_DEFINED) {
            return code == 4326 ? Crs.WGS84 : Crs.epsg(code, true);
        }
        double axis = keyDouble(TiffTags.GEOG_SEMI_MAJOR_AXIS);
        double flattening = keyDouble(TiffTags.GEOG_INV_FLATTENING);
        if (axis == 6378137.0 && Math.abs(flattening - 298.257223563) < 1e-6) {
            return Crs.WGS84;
        }
        String name = name(TiffTags.GEODETIC_CITATION, TiffTags.GT_CITATION);
        return new Crs(name.isEmpty() ? "unknown geographic" : name, true);
    }

    private String name(int firstKey, int secondKey) throws IOException {
        String first = keyText(firstKey);
        return first.isEmpty() ? keyText(secondKey) : first;
    }

    private void readKeys() throws IOException {
        long count = directory.count(TiffTags.GEO_KEY_DIRECTORY);
        if (count < 4) {
            return;
        }
        long entries = directory.integers(TiffTags.GEO_KEY_DIRECTORY, 4)[3];
        if (entries > MAX_KEYS || 4 + 4 * entries > count) {
            throw file.error("is damaged: its GeoKey directory claims " + entries + " keys");
        }
        keys = directory.integers(TiffTags.GEO_KEY_DIRECTORY, (int) (4 + 4 * entries));
    }

    /** The index of a key's entry, -1 if it is absent. */
    private int find(int key) {
        for (int i = 4; i + 3 < keys.length; i += 4) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private int key(int key) {
        int i = find(key);
        return i < 0 || keys[i + 1] != 0 ? 0 : (int) keys[i + 3];
    }

    private double keyDouble(int key) throws IOException {
        int i = find(key);
        double[] parameters = directory.doubles(TiffTags.GEO_DOUBLE_PARAMS);
        boolean found = i >= 0 && keys[i + 1] == TiffTags.GEO_DOUBLE_PARAMS && keys[i + 3] < parameters.length;
        return found ? parameters[(int) keys[i + 3]] : Double.NaN;
    }

    private String keyText(int key) throws IOException {
        int i = find(key);
        if (i < 0 || keys[i + 1] != TiffTags.GEO_ASCII_PARAMS) {
            return "";
        }
        byte[] text = directory.text(TiffTags.GEO_ASCII_PARAMS).getBytes(StandardCharsets.UTF_8);
        int from = (int) Math.min(keys[i + 3], text.length);
        int to = (int) Math.min(from + keys[i + 2], text.length);
        String value = new String(text, from, to - from, StandardCharsets.UTF_8);
        return value.replaceAll("[|\\p{Cntrl}]+", " ").trim();
    }
}
