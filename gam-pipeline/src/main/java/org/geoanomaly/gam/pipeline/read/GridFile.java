package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.compressed.CompressedFile;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/** The one door through which grids come in. */
public final class GridFile {
    /** What a band of a grid takes, about. */
    static final long BAND_BYTES = 64L << 20;

    private GridFile() {}

    /**
     * Reads one grid: NetCDF, ICGEM {@code .gdf}, EMAG2 CSV, GeoTIFF, or a table of points on a grid; compressed or not.
     *
     * @throws DataFormatException if the file is of another kind, damaged, or leaves open which grid is meant
     * @throws GamException if the file cannot be read at all
     */
    public static GridRead read(GridRequest request) {
        return opened(request, (file, format) -> reader(format).read(file, request));
    }

    /**
     * Opens one grid to be read in bands while {@code use} lasts. GeoTIFF, and NetCDF with latitude before longitude, come in parts, so that
     * their size does not matter; other formats as a whole.
     *
     * @throws DataFormatException as {@link #read}
     * @throws GamException if the file cannot be read, or takes more memory than there is
     */
    public static <T> T banded(GridRequest request, Function<BandedRead, T> use) {
        return opened(request, (file, format) -> reader(format).banded(file, request, use));
    }

    /** The format of a file, compressed or not, found by its content. */
    public static GridFormat format(Path path) {
        return opened(GridRequest.of(path), (file, format) -> format);
    }

    /** What a file is, with the statistics of the grid in it if there is just one. Problems are part of the answer, not thrown. */
    public static FileDescription describe(Path path) {
        FileDescription.Builder description = new FileDescription.Builder();
        try {
            GridRequest request = GridRequest.of(path);
            opened(request, (file, format) -> {
                reader(format).describe(file, description);
                describeGrid(reader(format).read(file, request), description);
                return description;
            });
        } catch (GamException e) {
            String help = e.help() == null ? "" : "; " + e.help();
            description.problem(e.getMessage() + help);
        }
        return description.build();
    }

    private static void describeGrid(GridRead read, FileDescription.Builder description) {
        FloatGrid grid = read.grid();
        GridGeometry g = grid.geometry();
        SourceFacts facts = read.facts();
        description
                .gridField("quantity", facts.quantity().isEmpty() ? "not stated" : facts.quantity())
                .gridField("unit", facts.unitKnown() ? grid.unit().symbol() : "not stated")
                .gridField(
                        "size",
                        g.columns() + " x " + g.rows() + " "
                                + facts.registration().name().toLowerCase(Locale.ROOT) + "s")
                .gridField("west, east", number(g.west()) + ", " + number(g.east()))
                .gridField("south, north", number(g.south()) + ", " + number(g.north()))
                .gridField("spacing", number(g.dx()) + " x " + number(g.dy()))
                .gridField("reference system", g.crs().id());
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (float v : grid.values()) {
            if (!Float.isNaN(v)) {
                n++;
                double delta = v - sum;
                sum += delta / n;
                squares += delta * (v - sum);
                least = Math.min(least, v);
                greatest = Math.max(greatest, v);
            }
        }
        if (n > 0) {
            description
                    .gridField("range", number(least) + " to " + number(greatest))
                    .gridField("mean", number(sum))
                    .gridField("standard deviation", number(Math.sqrt(squares / n)));
        }
        description.gridField(
                "void",
                String.format(Locale.ROOT, "%.2f %%", 100.0 * (grid.values().length - n) / grid.values().length));
        facts.notes().forEach(note -> description.gridField("note", note));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.8g", value);
    }

    private interface Use<T> {
        T with(Path file, GridFormat format) throws IOException;
    }

    private static <T> T opened(GridRequest request, Use<T> use) {
        Path path = request.path();
        try {
            if (Files.isDirectory(path)) {
                throw new DataFormatException(path, "is a directory, not a file");
            }
            Optional<CompressedFile> compressed = CompressedFile.detect(path, CompressedFile.Limits.DEFAULT);
            if (compressed.isEmpty()) {
                return use.with(path, format(path, request));
            }
            Path scratch = Files.createTempDirectory(scratch(request), "gam-read");
            try {
                return unpacked(
                        path, compressed.get().expand(scratch, request.part().member()), request, use);
            } finally {
                delete(scratch);
            }
        } catch (OutOfMemoryError e) {
            throw Heap.exhausted(path.toString(), e);
        } catch (UncheckedIOException e) {
            throw new GamException("cannot read " + path + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new GamException("there is no file " + e.getFile(), e);
        } catch (IOException e) {
            throw new GamException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Works on a file from within another; complaints about it name the file that the user knows. */
    private static <T> T unpacked(Path archive, Path file, GridRequest request, Use<T> use) throws IOException {
        try {
            return use.with(file, format(file, request));
        } catch (DataFormatException e) {
            String message = String.valueOf(e.getMessage());
            String inner = file.toString();
            if (!message.startsWith(inner)) {
                throw e;
            }
            String rest = message.substring(inner.length()).strip();
            throw new DataFormatException(archive + " (" + file.getFileName() + " in it)", rest, e.help(), e);
        }
    }

    private static Path scratch(GridRequest request) {
        return request.scratch().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    private static GridFormat format(Path file, GridRequest request) throws IOException {
        return request.format().isPresent() ? request.format().get() : FormatDetector.detect(file);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }

    private static FormatReader reader(GridFormat format) {
        return switch (format) {
            case NETCDF -> new NetcdfFormat();
            case ICGEM -> new IcgemFormat();
            case EMAG2_CSV -> new Emag2Format();
            case GEOTIFF -> new GeoTiffFormat();
            case POINTS -> new PointFormat();
        };
    }
}
