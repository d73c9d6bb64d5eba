package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.formats.tiff.Georeference.Transform;
import org.geoanomaly.gam.formats.tiff.ReadRequest.Window;
import org.geoanomaly.gam.grid.array.FloatGrid;
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
        if (!header.refusal().isEmpty()) {
            throw file.error(header.refusal());
        }
        if (request.level() >= rasters.size()
                || request.band() >= header.layout().bands()) {
            throw new IllegalArgumentException(
                    "there is no band " + request.band() + " at level " + request.level() + ": the file has "
                            + header.layout().bands() + " bands and " + (rasters.size() - 1) + " overviews");
        }
        TiffRaster raster = rasters.get(request.level());
        Window window = window(request, raster.layout());
        requirePossible(window, raster.layout());
        Transform transform = header.georeference()
                .transform()
                .orElseThrow(() -> file.error(header.georeference().problem()));
        GridGeometry geometry = geometry(request, transform, raster.layout(), window);
        Optional<Double> noData = header.noData().flatMap(NoData::parse);
        WindowReader.Source source = new WindowReader.Source(
                request.band(), header.bands().get(request.band()), noData.orElse(Double.NaN), noData.isPresent());
        float[] values = new WindowReader(file, raster, source, transform.southUp(), window).read(request.threads());
        return new FloatGrid(geometry, request.unit(), values);
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
                    "read a part of it, or allow more memory with -Xmx",
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
