package org.geoanomaly.gam.pipeline.webtile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.geoanomaly.gam.formats.pmtiles.PmtilesReader;
import org.geoanomaly.gam.formats.pmtiles.TileCoordinate;
import org.geoanomaly.gam.formats.png.PngDecoder;
import org.geoanomaly.gam.formats.png.PngImage;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.workers.Workers;

/** Compares the tiles of an archive with the values of its grid, by the definition of this package. */
public final class WebTileCheck {
    private static final int SIZE = WebMercator.TILE_SIZE;
    /** Zooms of which every tile is compared, however sparse the sample. */
    private static final int COMPLETE_ZOOM = 2;

    private final PmtilesReader archive;
    private final WebTileScale scale;
    private final WebTileRenderer renderer;

    private WebTileCheck(PmtilesReader archive, FloatGrid grid, WebTileScale scale) {
        this.archive = archive;
        this.scale = scale;
        boolean wide = scale.last() == WebTileScale.LAST_OF_16_BITS;
        this.renderer = new WebTileRenderer(grid, wide ? archive.header().maxZoom() : -1);
    }

    /**
     * Compares all tiles of zooms 0 to 2 and every {@code step}-th of the zooms above, within the zooms of the archive. Archives
     * of 16 bits hold physical values, whose highest zoom has the values of cells.
     *
     * @param scale as the archive's metadata state it
     * @param step 1 compares all tiles
     * @throws DataFormatException if the archive or one of its pictures is damaged
     */
    public static WebTileComparison compare(Path archive, FloatGrid grid, WebTileScale scale, int step, Workers workers)
            throws IOException {
        if (step < 1) {
            throw new IllegalArgumentException("cannot compare every " + step + "-th tile");
        }
        int strips = workers.count();
        WebTileComparison[] results = new WebTileComparison[strips];
        try (PmtilesReader reader = PmtilesReader.open(archive)) {
            workers.forEach(
                    strips, strip -> results[strip] = new WebTileCheck(reader, grid, scale).strip(strip, strips, step));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        WebTileComparison all = WebTileComparison.NONE;
        for (WebTileComparison result : results) {
            all = all.plus(result);
        }
        return all;
    }

    private WebTileComparison strip(int strip, int strips, int step) {
        long from = TileCoordinate.firstId(archive.header().minZoom());
        long to = TileCoordinate.firstId(archive.header().maxZoom() + 1);
        long complete = TileCoordinate.firstId(COMPLETE_ZOOM + 1);
        WebTileComparison sum = WebTileComparison.NONE;
        long turn = 0;
        for (long id = from; id < to; id++) {
            if ((id < complete || id % step == 0) && turn++ % strips == strip) {
                sum = sum.plus(tile(TileCoordinate.ofId(id)));
            }
        }
        return sum;
    }

    private WebTileComparison tile(TileCoordinate t) {
        Optional<byte[]> stored;
        try {
            stored = archive.tile(t);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] expected = renderer.render(t.z(), t.x(), t.y());
        if (stored.isEmpty()) {
            return new WebTileComparison(1, anyValid(expected) ? 1 : 0, 0, 0, 0, 0, "");
        }
        PngImage picture = PngDecoder.decode(archive.path() + " tile " + t, stored.get());
        boolean wide = scale.last() == WebTileScale.LAST_OF_16_BITS;
        int channels = picture.colorType().channels();
        if (picture.width() != SIZE || picture.height() != SIZE || (wide ? channels != 3 : channels > 2)) {
            throw new DataFormatException(
                    archive.path(),
                    "has a tile " + t + " that is not a " + (wide ? "RGB" : "grey") + " picture of 256 x 256");
        }
        return pixels(t, expected, wide ? wideCodes(picture) : narrowCodes(picture));
    }

    /** Codes, or −1 where there are no data: alpha 0. */
    private static int[] narrowCodes(PngImage picture) {
        byte[] samples = picture.samples();
        int channels = picture.colorType().channels();
        int[] codes = new int[SIZE * SIZE];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = channels == 1 || samples[2 * i + 1] != 0 ? samples[channels * i] & 0xff : -1;
        }
        return codes;
    }

    /** Codes of 16 bits, high byte red and low byte green, or −1 where there are no data: blue 255. */
    private static int[] wideCodes(PngImage picture) {
        byte[] samples = picture.samples();
        int[] codes = new int[SIZE * SIZE];
        for (int i = 0; i < codes.length; i++) {
            int code = ((samples[3 * i] & 0xff) << 8) | (samples[3 * i + 1] & 0xff);
            codes[i] = samples[3 * i + 2] == 0 ? code : -1;
        }
        return codes;
    }

    private WebTileComparison pixels(TileCoordinate t, float[] expected, int[] codes) {
        int worst = 0;
        long different = 0;
        long holes = 0;
        for (int i = 0; i < expected.length; i++) {
            boolean valid = codes[i] >= 0;
            if (valid == Float.isNaN(expected[i])) {
                holes++;
            } else if (valid) {
                int difference = Math.abs(scale.code(expected[i]) - codes[i]);
                worst = Math.max(worst, difference);
                different += difference > 0 ? 1 : 0;
            }
        }
        long surplus = anyValid(expected) ? 0 : 1;
        return new WebTileComparison(1, 0, surplus, worst, different, holes, worst > 0 ? t.toString() : "");
    }

    private static boolean anyValid(float[] values) {
        for (float v : values) {
            if (!Float.isNaN(v)) {
                return true;
            }
        }
        return false;
    }
}
