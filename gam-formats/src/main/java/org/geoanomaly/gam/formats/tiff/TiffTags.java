package org.geoanomaly.gam.formats.tiff;

/** Tag, field-type and GeoKey numbers of TIFF 6.0, BigTIFF, GeoTIFF 1.1 and GDAL, under the specifications' own names. */
public final class TiffTags {
    public static final int NEW_SUBFILE_TYPE = 254;
    public static final int IMAGE_WIDTH = 256;
    public static final int IMAGE_LENGTH = 257;
    public static final int BITS_PER_SAMPLE = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC_INTERPRETATION = 262;
    public static final int FILL_ORDER = 266;
    public static final int STRIP_OFFSETS = 273;
    public static final int SAMPLES_PER_PIXEL = 277;
    public static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_BYTE_COUNTS = 279;
    public static final int PLANAR_CONFIGURATION = 284;
    public static final int PREDICTOR = 317;
    public static final int TILE_WIDTH = 322;
    public static final int TILE_LENGTH = 323;
    public static final int TILE_OFFSETS = 324;
    public static final int TILE_BYTE_COUNTS = 325;
    public static final int SAMPLE_FORMAT = 339;
    public static final int MODEL_PIXEL_SCALE = 33550;
    public static final int MODEL_TIEPOINT = 33922;
    public static final int MODEL_TRANSFORMATION = 34264;
    public static final int GEO_KEY_DIRECTORY = 34735;
    public static final int GEO_DOUBLE_PARAMS = 34736;
    public static final int GEO_ASCII_PARAMS = 34737;
    public static final int GDAL_METADATA = 42112;
    public static final int GDAL_NODATA = 42113;

    public static final int TYPE_BYTE = 1;
    public static final int TYPE_ASCII = 2;
    public static final int TYPE_SHORT = 3;
    public static final int TYPE_LONG = 4;
    public static final int TYPE_DOUBLE = 12;
    public static final int TYPE_LONG8 = 16;

    public static final int GT_MODEL_TYPE = 1024;
    public static final int GT_RASTER_TYPE = 1025;
    public static final int GT_CITATION = 1026;
    public static final int GEODETIC_CRS = 2048;
    public static final int GEODETIC_CITATION = 2049;
    public static final int GEOG_SEMI_MAJOR_AXIS = 2057;
    public static final int GEOG_INV_FLATTENING = 2059;
    public static final int PROJECTED_CRS = 3072;
    public static final int PROJECTED_CITATION = 3073;

    public static final int MODEL_TYPE_PROJECTED = 1;
    public static final int MODEL_TYPE_GEOGRAPHIC = 2;
    public static final int RASTER_PIXEL_IS_AREA = 1;
    public static final int RASTER_PIXEL_IS_POINT = 2;
    public static final int USER_DEFINED = 32767;

    public static final int COMPRESSION_NONE = 1;
    public static final int COMPRESSION_LZW = 5;
    public static final int COMPRESSION_ADOBE_DEFLATE = 8;
    public static final int COMPRESSION_PACKBITS = 32773;
    public static final int COMPRESSION_DEFLATE = 32946;
    public static final int COMPRESSION_ZSTD = 50000;

    /** The text that opens GDAL's ghost area between the header and the first directory. */
    public static final String GHOST_AREA = "GDAL_STRUCTURAL_METADATA_SIZE=";

    private TiffTags() {}
}
