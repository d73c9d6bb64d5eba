package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the layout of one raster from its directory and refuses what cannot be true or is not supported. */
final class LayoutReader {
    /** A larger compressed block cannot be decoded in one array together with its input. */
    private static final long MAX_BLOCK_BYTES = 1L << 30;

    private final ByteFile file;
    private final TiffDirectory directory;

    LayoutReader(ByteFile file, TiffDirectory directory) {
        this.file = file;
        this.directory = directory;
    }

    RasterLayout read() throws IOException {
        int width = size(TiffTags.IMAGE_WIDTH, "width");
        int height = size(TiffTags.IMAGE_LENGTH, "height");
        int bands = (int) directory.number(TiffTags.SAMPLES_PER_PIXEL, 1);
        if (bands < 1 || bands > 65535) {
            throw file.error("is damaged: it claims " + bands + " bands");
        }
        SampleType type = sampleType(bands);
        Compression compression = compression();
        boolean separate = bands > 1 && planarConfiguration() == 2;
        boolean tiled = directory.has(TiffTags.TILE_WIDTH);
        int blockWidth = tiled ? size(TiffTags.TILE_WIDTH, "tile width") : width;
        int blockHeight = tiled ? size(TiffTags.TILE_LENGTH, "tile height") : rowsPerStrip(height);
        RasterLayout layout = new RasterLayout(
                width,
                height,
                bands,
                type,
                compression,
                predictor(type, compression),
                blockWidth,
                blockHeight,
                tiled,
                separate);
        check(layout);
        return layout;
    }

    private int size(int tag, String what) throws IOException {
        if (!directory.has(tag)) {
            throw file.error("is damaged: it does not state its " + what);
        }
        long value = directory.number(tag, 0);
        if (value < 1 || value > Integer.MAX_VALUE - 8) {
            throw file.error("is damaged: it claims a " + what + " of " + Long.toUnsignedString(value));
        }
        return (int) value;
    }

    private int rowsPerStrip(int height) throws IOException {
        long rows = directory.number(TiffTags.ROWS_PER_STRIP, height);
        if (rows < 1) {
            throw file.error("is damaged: it claims strips of " + rows + " rows");
        }
        return (int) Math.min(rows, height);
    }

    private long planarConfiguration() throws IOException {
        long planar = directory.number(TiffTags.PLANAR_CONFIGURATION, 1);
        if (planar != 1 && planar != 2) {
            throw file.error("is damaged: it claims planar configuration " + planar);
        }
        return planar;
    }

    private SampleType sampleType(int bands) throws IOException {
        long bits = common(TiffTags.BITS_PER_SAMPLE, 1, bands, "sample sizes");
        long format = common(TiffTags.SAMPLE_FORMAT, 1, bands, "sample formats");
        @Nullable SampleType type = bits > 64 || format > 6 ? null : SampleType.of((int) bits, (int) format);
        if (type == null) {
            String kind = format == 5 || format == 6 ? "complex " : format == 3 ? "floating-point " : "";
            throw file.error("holds " + kind + "values of " + bits + " bits (sample format " + format
                    + "), which are not supported; convert it, for example with gdal_translate -ot Float32");
        }
        return type;
    }

    /** The value that all bands share; some writers give it once for all. */
    private long common(int tag, long absent, int bands, String what) throws IOException {
        int count = (int) Math.min(directory.count(tag), bands);
        if (count == 0) {
            return absent;
        }
        long[] values = directory.integers(tag, count);
        for (long v : values) {
            if (v != values[0]) {
                throw file.error("has bands of different " + what + ", which is not supported");
            }
        }
        return values[0];
    }

    private Compression compression() throws IOException {
        long number = directory.number(TiffTags.COMPRESSION, TiffTags.COMPRESSION_NONE);
        Compression compression = Compression.of(number);
        if (compression == null) {
            throw file.error("is compressed by method " + number + name(number)
                    + ", which is not supported; rewrite it, for example with gdal_translate -co COMPRESS=DEFLATE");
        }
        if (directory.number(TiffTags.FILL_ORDER, 1) == 2) {
            throw file.error("stores the bits of its bytes in reverse (fill order 2), which is not supported");
        }
        return compression;
    }

    private static String name(long number) {
        return switch ((int) Math.min(number, Integer.MAX_VALUE)) {
            case 2, 3, 4 -> " (fax)";
            case 6, 7 -> " (JPEG)";
            case 34887 -> " (LERC)";
            case 34925 -> " (LZMA)";
            case 50001 -> " (WebP)";
            case 34712 -> " (JPEG 2000)";
            case 50002 -> " (JPEG XL)";
            default -> "";
        };
    }

    private int predictor(SampleType type, Compression compression) throws IOException {
        long predictor = directory.number(TiffTags.PREDICTOR, 1);
        boolean used =
                compression == Compression.LZW || compression == Compression.DEFLATE || compression == Compression.ZSTD;
        if (!used) {
            return 1;
        }
        if (predictor < 1 || predictor > 3 || (predictor == 3 && !type.isFloating())) {
            throw file.error("is damaged: it claims predictor " + predictor + " for " + type);
        }
        return (int) predictor;
    }

    private void check(RasterLayout layout) {
        long rowBytes = layout.rowBytes();
        long blockBytes = Math.min(layout.blockHeight(), Math.max(1, Long.MAX_VALUE / rowBytes)) * rowBytes;
        boolean whole = layout.compression() != Compression.NONE;
        if (rowBytes > MAX_BLOCK_BYTES || (whole && blockBytes > MAX_BLOCK_BYTES)) {
            throw file.error("has blocks of " + layout.blockWidth() + " x " + layout.blockHeight()
                    + " cells, which are too large to be decoded");
        }
    }
}
