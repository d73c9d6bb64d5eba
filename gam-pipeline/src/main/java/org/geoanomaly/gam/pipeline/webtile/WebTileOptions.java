package org.geoanomaly.gam.pipeline.webtile;

import org.geoanomaly.gam.formats.png.PngEncoder;

/**
 * How a pyramid is made.
 *
 * @param minZoom lowest zoom
 * @param maxZoom highest zoom, at most {@value #HIGHEST_ZOOM}
 * @param pngLevel deflate level of the pictures, 0..9
 * @param threads number of threads
 * @param scale values to codes
 */
public record WebTileOptions(int minZoom, int maxZoom, int pngLevel, int threads, WebTileScale scale) {
    /** 0.1° is native near zoom 4; beyond this the archive would hold nothing but enlarged cells. */
    public static final int HIGHEST_ZOOM = 12;

    public WebTileOptions {
        if (minZoom < 0 || maxZoom < minZoom || maxZoom > HIGHEST_ZOOM) {
            throw new IllegalArgumentException(
                    "zooms " + minZoom + " to " + maxZoom + " are not within 0 to " + HIGHEST_ZOOM);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("cannot work with " + threads + " threads");
        }
        if (pngLevel < 0 || pngLevel > 9) {
            throw new IllegalArgumentException("deflate level " + pngLevel + " is not within 0..9");
        }
    }

    /** Zooms 0 to 7 of fused z. */
    public static WebTileOptions fusedZ(int threads) {
        return new WebTileOptions(0, 7, PngEncoder.DEFAULT_LEVEL, threads, WebTileScale.FUSED_Z);
    }
}
