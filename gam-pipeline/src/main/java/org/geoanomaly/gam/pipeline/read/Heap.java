package org.geoanomaly.gam.pipeline.read;

import java.util.Locale;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/** What fits the memory this program may use. Asking before is cheaper and clearer than running out of it. */
public final class Heap {
    /** Part of the heap that one grid may take; the rest is for what is made of it. */
    private static final double SHARE = 0.6;

    private Heap() {}

    /**
     * Makes sure that a grid can be held as a whole.
     *
     * @param subject the input in words
     * @param why it must be, such as "is in a projected reference system"
     * @throws GamException if it cannot; the help names the memory that would do
     */
    public static void requireRoom(GridGeometry g, String subject, String why) {
        long need = (long) g.columns() * g.rows() * Float.BYTES;
        if (need > SHARE * Runtime.getRuntime().maxMemory()) {
            throw new GamException(
                    String.format(
                            Locale.ROOT,
                            "%s has %d x %d cells and %s, so that all of it must be in memory: %.1f GB, too much for a heap of %.1f GB",
                            subject,
                            g.columns(),
                            g.rows(),
                            why,
                            need / 1e9,
                            Runtime.getRuntime().maxMemory() / 1e9),
                    String.format(
                            Locale.ROOT,
                            "give the program more memory (GAM_HEAP=%dg), or convert the file to a tiled GeoTIFF in longitude and"
                                    + " latitude, which is read in parts",
                            (long) (need / SHARE / (1 << 30)) + 1),
                    null);
        }
    }

    /** The message of last resort, after memory has run out. */
    static GamException exhausted(String subject, OutOfMemoryError cause) {
        return new GamException(
                String.format(
                        Locale.ROOT,
                        "reading %s takes more memory than the heap of %.1f GB",
                        subject,
                        Runtime.getRuntime().maxMemory() / 1e9),
                "give the program more memory (such as GAM_HEAP=8g), or convert the file to a tiled GeoTIFF, which is read in parts",
                cause);
    }
}
