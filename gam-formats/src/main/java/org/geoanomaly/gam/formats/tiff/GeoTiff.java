package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.formats.tiff.Georeference.Transform;
import org.geoanomaly.gam.formats.tiff.ReadRequest.Window;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.array.RowSplit;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * An open GeoTIFF or BigTIFF file: strips or tiles, either byte order, all whole and floating-point sample types from 8 to 64 bits,
 * predictors 1 to 3, uncompressed, deflate, LZW, PackBits and Zstandard. Grids come out north-up, in physical values (stored value · scale +
 * offset), NaN where the file marks no-data or never wrote a block. Reads may run at the same time in several threads.
 *
 * <p>Every failure that the file's content causes is a {@link org.geoanomaly.gam.grid.error.DataFormatException}.
 */
public final class GeoTiff implements AutoCloseable {
    /** Files may leave blocks out, so a few small blocks can stand for this many bytes of cells whatever the compression. */
    private static final long SPARSE_ALLOWANCE = 64L << 20;
    /** One of so many parts of the heap may go into a band. */
    private static final int BAND_SHARE = 3;

    private final ByteFile file;
    private final List<TiffRaster> rasters;
    private final GeoTiffHeader header;

    private GeoTiff(ByteFile file, List<TiffRaster> rasters, GeoTiffHeader header) {
        this.file = file;
        this.rasters = rasters;
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws IOException if the file cannot be opened or read
     */
    public static GeoTiff open(Path path) throws IOException {
        ByteFile file = new ByteFile(path);
        try {
            HeaderReader reader = new HeaderReader(file);
            GeoTiffHeader header = reader.read();
            return new GeoTiff(file, List.copyOf(reader.rasters()), header);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public GeoTiffHeader header() {
        return header;
    }

    /** The first band at full resolution. A file that states no reference system gives {@link Crs#UNKNOWN}. */
    public FloatGrid read(Unit unit) throws IOException {
        return read(ReadRequest.of(unit));
    }

    /** The first band at full resolution, placed in the given reference system whatever the file says. */
    public FloatGrid read(Unit unit, Crs crs) throws IOException {
        return read(ReadRequest.of(unit).withCrs(crs));
    }

    /** A part of the first band; row 0 is the northernmost. */
    public FloatGrid readWindow(int column, int row, int width, int height, Unit unit) throws IOException {
        return read(ReadRequest.of(unit).withWindow(column, row, width, height));
    }

    /** The first band of overview {@code index} (from 0). */
    public FloatGrid readOverview(int index, Unit unit) throws IOException {
        return read(ReadRequest.of(unit).withLevel(index + 1));
    }

    /**
     * Reads what the request says.
     *
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if the file is damaged, a picture, or has no usable georeference
     * @throws IllegalArgumentException if there is no such band, level or window
     */
    public FloatGrid read(ReadRequest request) throws IOException {
        TiffRaster raster = raster(request);
        Window window = window(request, raster.layout());
        requirePossible(window, raster.layout());
        GridGeometry geometry = geometry(request, transform(), raster.layout(), window);
        return new FloatGrid(geometry, request.unit(), values(request));
    }

    /**
     * A grid by bands of whole rows, which end where the file's blocks do. What a band takes besides its values is a decoded block for each
     * thread.
     *
     * @param request without a window
     * @param bytes a band should take, in single precision; more if one row of blocks is larger
     * @throws org.geoanomaly.gam.grid.error.DataFormatException as {@link #read(ReadRequest)}; and {@link GamException} if one row of blocks
     *     takes more than a third of the memory this program may use
     */
    public BandedGrid bands(ReadRequest request, long bytes) throws IOException {
        RasterLayout layout = raster(request).layout();
        Window whole = new Window(0, 0, layout.width(), layout.height());
        GridGeometry geometry = geometry(request, transform(), layout, whole);
        long rowBytes = (long) layout.width() * Float.BYTES;
        int wanted = (int) Math.max(1, Math.min(layout.height(), bytes / rowBytes));
        boolean anyRow = !layout.tiled() && layout.compression() == Compression.NONE;
        RowSplit split = RowSplit.ofBlocks(
                layout.height(),
                anyRow ? 1 : layout.blockHeight(),
                wanted,
                transform().southUp());
        requireRoom(layout, split.highest(), anyRow ? 0 : layout.blockHeight() * layout.rowBytes() * request.threads());
        return new GeoTiffBands(this, request, geometry, split);
    }

    private void requireRoom(RasterLayout layout, int rows, long blocks) {
        long need = (long) rows * layout.width() * Float.BYTES + blocks;
        if (need > Runtime.getRuntime().maxMemory() / BAND_SHARE) {
            throw new GamException(
                    String.format(
                            Locale.ROOT,
                            "%s is stored in blocks of %d x %d cells, so that reading it row by row takes %.1f GB at a time, too much"
                                    + " for a heap of %.1f GB",
                            file.path(),
                            layout.blockWidth(),
                            layout.blockHeight(),
                            need / 1e9,
                            Runtime.getRuntime().maxMemory() / 1e9),
                    String.format(
                            Locale.ROOT,
                            "give the program more memory (GAM_HEAP=%dg), or rewrite the file in tiles, for example with"
                                    + " gdal_translate -co TILED=YES -co COMPRESS=DEFLATE",
                            (need * BAND_SHARE >> 30) + 1),
                    null);
        }
    }

    private TiffRaster raster(ReadRequest request) {
        if (!header.refusal().isEmpty()) {
            throw file.error(header.refusal());
        }
        if (request.level() >= rasters.size()
                || request.band() >= header.layout().bands()) {
            throw new IllegalArgumentException(
                    "there is no band " + request.band() + " at level " + request.level() + ": the file has "
                            + header.layout().bands() + " bands and " + (rasters.size() - 1) + " overviews");
        }
        return rasters.get(request.level());
    }

    private Transform transform() {
        return header.georeference()
                .transform()
                .orElseThrow(() -> file.error(header.georeference().problem()));
    }

    /** The values of a window, which the caller knows to be possible. */
    float[] values(ReadRequest request) throws IOException {
        TiffRaster raster = raster(request);
        Optional<Double> noData = header.noData().flatMap(NoData::parse);
        WindowReader.Source source = new WindowReader.Source(
                request.band(), header.bands().get(request.band()), noData.orElse(Double.NaN), noData.isPresent());
        Window window = window(request, raster.layout());
        return new WindowReader(file, raster, source, transform().southUp(), window).read(request.threads());
    }

    private static Window window(ReadRequest request, RasterLayout layout) {
        Window w = request.window().orElse(new Window(0, 0, layout.width(), layout.height()));
        boolean inside = w.column() >= 0
                && w.row() >= 0
                && w.width() > 0
                && w.height() > 0
                && (long) w.column() + w.width() <= layout.width()
                && (long) w.row() + w.height() <= layout.height();
        if (!inside) {
            throw new IllegalArgumentException(
                    w + " leaves the raster of " + layout.width() + " x " + layout.height() + " cells");
        }
        return w;
    }

    /** Compares what the header claims with what the file can hold and the machine can take, before anything is allocated. */
    private void requirePossible(Window window, RasterLayout layout) {
        long cells = (long) window.width() * window.height();
        String size = window.width() + " x " + window.height() + " cells";
        double claimed = Math.max((double) cells * layout.sampleType().bytes(), (double) layout.rowBytes());
        double possible = (double) file.size() * layout.compression().maxExpansion() + SPARSE_ALLOWANCE;
        if (claimed > possible) {
            throw file.error("is damaged or hostile: it claims " + layout.width() + " x " + layout.height()
                    + " cells, which its " + file.size() + " bytes cannot hold");
        }
        if (cells > Integer.MAX_VALUE - 8) {
            throw file.error("has " + size + ", too many for one grid", "read a part of it");
        }
        if (cells * Float.BYTES > Runtime.getRuntime().maxMemory()) {
            String need = String.format(Locale.ROOT, "%.1f GB", cells * Float.BYTES / 1e9);
            throw new GamException(
                    "reading " + size + " takes " + need + ", more than the memory this program may use",
                    "read a part of it, or allow more memory (GAM_HEAP=8g, or java -Xmx8g)",
                    null);
        }
    }

    private GridGeometry geometry(ReadRequest request, Transform t, RasterLayout layout, Window window) {
        Crs crs = request.crs().or(header::crs).orElse(Crs.UNKNOWN);
        double dx = t.dx() * header.width() / layout.width();
        double dy = t.dy() * header.height() / layout.height();
        try {
            return new GridGeometry(
                    crs,
                    t.west() + window.column() * dx,
                    t.north() - window.row() * dy,
                    dx,
                    dy,
                    window.width(),
                    window.height(),
                    header.georeference().registration());
        } catch (IllegalArgumentException e) {
            throw file.error("has an impossible georeference: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
