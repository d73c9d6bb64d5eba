package org.geoanomaly.gam.pipeline.webtile;

import java.util.Optional;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * Tiles as PNG pictures. Of codes of 8 bits: grey when every pixel has a value, grey and alpha when some have none (alpha 0 and grey 0 there, alpha 255
 * elsewhere). Of codes of 16 bits: red is the high byte, green the low one, blue 255 where there is no value and 0 elsewhere; without alpha,
 * because browsers change the colours of what is transparent. Nothing when no pixel has a value. Belongs to one thread at a time.
 */
final class WebTilePicture implements AutoCloseable {
    private static final int SIZE = WebMercator.TILE_SIZE;
    private static final int PIXELS = SIZE * SIZE;

    private final WebTileRenderer renderer;
    private final WebTileScale scale;
    private final PngEncoder encoder;
    private final byte[] grey = new byte[PIXELS];
    private final byte[] greyAlpha = new byte[PIXELS * 2];
    private final byte[] colors = new byte[PIXELS * 3];

    WebTilePicture(FloatGrid grid, WebTileOptions options) {
        this.renderer = new WebTileRenderer(grid, options.exact() ? options.maxZoom() : -1);
        this.scale = options.scale();
        this.encoder = new PngEncoder(options.pngLevel());
    }

    Optional<byte[]> encode(int zoom, int x, int y) {
        if (!renderer.touches(zoom, x, y)) {
            return Optional.empty();
        }
        float[] values = renderer.render(zoom, x, y);
        return scale.last() == WebTileScale.LAST_OF_8_BITS ? narrow(values) : wide(values);
    }

    private Optional<byte[]> narrow(float[] values) {
        int holes = 0;
        float last = Float.NaN;
        byte code = 0;
        for (int i = 0; i < PIXELS; i++) {
            float v = values[i];
            if (Float.isNaN(v)) {
                holes++;
                grey[i] = 0;
            } else {
                if (v != last) {
                    last = v;
                    code = (byte) scale.code(v);
                }
                grey[i] = code;
            }
        }
        if (holes == PIXELS) {
            return Optional.empty();
        }
        return Optional.of(holes == 0 ? encoder.grey(grey, SIZE, SIZE) : withAlpha(values));
    }

    private byte[] withAlpha(float[] values) {
        for (int i = 0; i < PIXELS; i++) {
            greyAlpha[2 * i] = grey[i];
            greyAlpha[2 * i + 1] = (byte) (Float.isNaN(values[i]) ? 0 : 255);
        }
        return encoder.greyAlpha(greyAlpha, SIZE, SIZE);
    }

    private Optional<byte[]> wide(float[] values) {
        int holes = 0;
        for (int i = 0, at = 0; i < PIXELS; i++, at += 3) {
            boolean hole = Float.isNaN(values[i]);
            int code = hole ? 0 : scale.code(values[i]);
            holes += hole ? 1 : 0;
            colors[at] = (byte) (code >> 8);
            colors[at + 1] = (byte) code;
            colors[at + 2] = (byte) (hole ? 255 : 0);
        }
        return holes == PIXELS
                ? Optional.empty()
                : Optional.of(encoder.encode(PngColorType.RGB, PngFilter.UP, colors, SIZE, SIZE));
    }

    @Override
    public void close() {
        encoder.close();
    }
}
