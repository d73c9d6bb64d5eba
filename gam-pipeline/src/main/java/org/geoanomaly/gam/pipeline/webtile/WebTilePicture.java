package org.geoanomaly.gam.pipeline.webtile;

import java.util.Optional;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * Tiles as PNG pictures: grey when every pixel has a value, grey and alpha when some have none (alpha 0 and grey 0 there, alpha 255
 * elsewhere), nothing when none has. Belongs to one thread at a time.
 */
final class WebTilePicture implements AutoCloseable {
    private static final int PIXELS = WebMercator.TILE_SIZE * WebMercator.TILE_SIZE;

    private final WebTileRenderer renderer;
    private final WebTileScale scale;
    private final PngEncoder encoder;
    private final byte[] grey = new byte[PIXELS];
    private final byte[] greyAlpha = new byte[PIXELS * 2];

    WebTilePicture(FloatGrid grid, WebTileScale scale, int pngLevel) {
        this.renderer = new WebTileRenderer(grid);
        this.scale = scale;
        this.encoder = new PngEncoder(pngLevel);
    }

    Optional<byte[]> encode(int zoom, int x, int y) {
        if (!renderer.touches(zoom, x, y)) {
            return Optional.empty();
        }
        float[] values = renderer.render(zoom, x, y);
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
        return Optional.of(holes == 0 ? encoder.grey(grey, 256, 256) : withAlpha(values));
    }

    private byte[] withAlpha(float[] values) {
        for (int i = 0; i < PIXELS; i++) {
            greyAlpha[2 * i] = grey[i];
            greyAlpha[2 * i + 1] = (byte) (Float.isNaN(values[i]) ? 0 : 255);
        }
        return encoder.greyAlpha(greyAlpha, 256, 256);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
