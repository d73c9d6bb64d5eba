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
 * @param exact whether pixels of the highest zoom have the value of the cell at their centre, unchanged, instead of the mean
 */
public record WebTileOptions(int minZoom, int maxZoom, int pngLevel, int threads, WebTileScale scale, boolean exact) {
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

    /** Means at every zoom. */
    public WebTileOptions(int minZoom, int maxZoom, int pngLevel, int threads, WebTileScale scale) {
        this(minZoom, maxZoom, pngLevel, threads, scale, false);
    }

    /** The lowest zoom at which a pixel is not larger than a cell, so that each cell has one with its centre in it. */
    public static int zoomOfCells(double cellDegrees) {
        double zoom = Math.log(360 / (WebMercator.TILE_SIZE * cellDegrees)) / Math.log(2);
        return (int) Math.max(0, Math.min(HIGHEST_ZOOM, Math.ceil(zoom)));
    }

    /** Zooms 0 to 7 of fused z. */
    public static WebTileOptions fusedZ(int threads) {
        return new WebTileOptions(0, 7, PngEncoder.DEFAULT_LEVEL, threads, WebTileScale.FUSED_Z);
    }
}
