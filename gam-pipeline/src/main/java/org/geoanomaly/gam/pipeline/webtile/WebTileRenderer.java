package org.geoanomaly.gam.pipeline.webtile;

import java.util.Arrays;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/**
 * Computes the values of one tile at a time, by the definition of this package. The mean is separable: cells are first weighed down each
 * column, then along each row; sums are double precision. Keeps its buffers, so it belongs to one thread at a time; the grid is only read.
 */
public final class WebTileRenderer {
    private static final int SIZE = WebMercator.TILE_SIZE;
    /** A pixel is valid if valid cells cover this part of it; the slack keeps exact halves in, whatever their rounding. */
    static final double COVERAGE = 0.5 - 1e-9;

    private final FloatGrid grid;
    private final int exactZoom;
    private final float[] values = new float[SIZE * SIZE];
    private final double[] edges = new double[SIZE + 1];
    private double[] sum = new double[64];
    private double[] covered = new double[64];
    private PixelOverlaps columns = PixelOverlaps.of(new double[] {0, 1}, 0);

    /**
     * A renderer of a grid.
     *
     * @param grid geographic, within −180..180 and −90..90 degrees
     */
    public WebTileRenderer(FloatGrid grid) {
        this(grid, -1);
    }

    /** The same, with the value of the cell at the pixel's centre instead of the mean at one zoom; −1 for none. */
    WebTileRenderer(FloatGrid grid, int exactZoom) {
        GridGeometry g = grid.geometry();
        if (!g.crs().geographic() || g.west() < -180.001 || g.east() > 180.001) {
            throw new IllegalArgumentException("web tiles need a geographic grid within -180..180, not "
                    + g.crs().id() + " from " + g.west() + " to " + g.east());
        }
        this.grid = grid;
        this.exactZoom = exactZoom;
    }

    /** Whether the tile shares any area with the grid; cheap. */
    public boolean touches(int zoom, int x, int y) {
        GridGeometry g = grid.geometry();
        return WebMercator.longitude(zoom, (x + 1L) * SIZE) > g.west()
                && WebMercator.longitude(zoom, (long) x * SIZE) < g.east()
                && WebMercator.latitude(zoom, (y + 1L) * SIZE) < g.north()
                && WebMercator.latitude(zoom, (long) y * SIZE) > g.south();
    }

    /**
     * Renders a tile.
     *
     * @return 256 x 256 values from the north-west, NaN for no-data; overwritten by the next call
     */
    public float[] render(int zoom, int x, int y) {
        GridGeometry g = grid.geometry();
        for (int p = 0; p <= SIZE; p++) {
            edges[p] = (WebMercator.longitude(zoom, (long) x * SIZE + p) - g.west()) / g.dx();
        }
        columns = overlaps(zoom, g.columns());
        for (int p = 0; p <= SIZE; p++) {
            edges[p] = (g.north() - WebMercator.latitude(zoom, (long) y * SIZE + p)) / g.dy();
        }
        PixelOverlaps rows = overlaps(zoom, g.rows());
        if (columns.isEmpty() || rows.isEmpty()) {
            Arrays.fill(values, Float.NaN);
            return values;
        }
        int low = columns.lowest();
        int width = columns.end() - low;
        if (sum.length < width) {
            sum = new double[width];
            covered = new double[width];
        }
        for (int row = 0; row < SIZE; row++) {
            if (row > 0 && rows.same(row, row - 1)) {
                System.arraycopy(values, (row - 1) * SIZE, values, row * SIZE, SIZE);
            } else {
                weighDown(rows, row, low, width);
                weighAlong(row * SIZE, low);
            }
        }
        return values;
    }

    private PixelOverlaps overlaps(int zoom, int cells) {
        return zoom == exactZoom ? PixelOverlaps.nearest(edges, cells) : PixelOverlaps.of(edges, cells);
    }

    /** Weighted sum and valid fraction of each grid column within one row of pixels. */
    private void weighDown(PixelOverlaps rows, int row, int low, int width) {
        Arrays.fill(sum, 0, width, 0);
        Arrays.fill(covered, 0, width, 0);
        float[] cells = grid.values();
        int stride = grid.geometry().columns();
        for (int i = 0; i < rows.count(row); i++) {
            double weight = rows.fraction(row, i);
            int at = (rows.first(row) + i) * stride + low;
            for (int c = 0; c < width; c++) {
                float v = cells[at + c];
                boolean valid = !Float.isNaN(v);
                sum[c] += valid ? weight * v : 0;
                covered[c] += valid ? weight : 0;
            }
        }
    }

    private void weighAlong(int at, int low) {
        double[] fractions = columns.fractions();
        for (int p = 0; p < SIZE; p++) {
            int count = columns.count(p);
            int from = columns.first(p) - low;
            int start = columns.start(p);
            double total = 0;
            double area = 0;
            for (int i = 0; i < count; i++) {
                double weight = fractions[start + i];
                total += weight * sum[from + i];
                area += weight * covered[from + i];
            }
            values[at + p] = area >= COVERAGE ? (float) (total / area) : Float.NaN;
        }
    }
}
