package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.array.RowSplit;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * A NetCDF file seen as grids. Open, ask which grids there are, read one; close. Not thread-safe.
 *
 * <p>Latitude and longitude are recognised by units, standard name, axis or name; rows come out from the north whichever way the file runs,
 * also from (lon, lat) order. Longitudes keep the convention of the file. Coordinates are taken for nodes unless the file says cells (CF
 * bounds, GMT {@code node_offset}), or the globe is filled exactly only by cells around them.
 */
public final class NetcdfGrid implements AutoCloseable {
    /** One of so many parts of the heap may go into a band. */
    private static final int BAND_SHARE = 3;

    private static final long GIGABYTE = 1L << 30;

    private final Path path;
    private final NetcdfSource source;
    private final GridPlanner planner;
    private final Gmt3Layout gmt3;

    private NetcdfGrid(Path path, NetcdfSource source) {
        this.path = path;
        this.source = source;
        this.planner = new GridPlanner(path, source);
        this.gmt3 = new Gmt3Layout(path, source);
    }

    /**
     * Opens a classic or NetCDF-4 (HDF5) file.
     *
     * @throws DataFormatException if it is neither, or its header is damaged
     */
    public static NetcdfGrid open(Path path) throws IOException {
        return new NetcdfGrid(path, isHdf5(path) ? Hdf5Source.open(path) : ClassicSource.open(path));
    }

    /** Such as {@code NetCDF-4} or {@code NetCDF classic (64-bit offset)}. */
    public String kind() {
        return gmt3.grid().isPresent() ? source.kind() + ", GMT 3 grid" : source.kind();
    }

    public List<NetcdfVariable> variables() {
        return source.variables();
    }

    /** Global attributes. */
    public List<NetcdfAttribute> attributes() {
        return source.attributes();
    }

    /** A global text attribute; empty if absent or blank. */
    public Optional<String> text(String attribute) {
        return source.attributes().stream()
                .filter(a -> a.name().equals(attribute))
                .flatMap(a -> a.text().stream())
                .map(String::trim)
                .filter(t -> !t.isEmpty())
                .findFirst();
    }

    /** The variables over two horizontal axes. */
    public List<NetcdfVariable> grids() {
        return gmt3.grid()
                .map(List::of)
                .orElseGet(() -> source.variables().stream()
                        .filter(planner::looksLikeGrid)
                        .toList());
    }

    /**
     * The variable a selection means.
     *
     * @throws DataFormatException if it names none, or leaves the choice open among several
     */
    public NetcdfVariable find(NetcdfSelection selection) {
        if (selection.variable().isPresent()) {
            String name = selection.variable().get();
            return source.variables().stream()
                    .filter(v -> v.name().equals(name) && v.type().numeric())
                    .findFirst()
                    .orElseThrow(() -> new DataFormatException(
                            path, "has no numeric variable '" + name + "'; its grids are " + names(grids())));
        }
        List<NetcdfVariable> grids = grids();
        if (grids.size() == 1) {
            return grids.get(0);
        }
        List<NetcdfVariable> candidates = grids.stream()
                .filter(g -> grids.stream().noneMatch(other -> refersTo(other, g)))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        if (grids.isEmpty()
                && source.variables().stream().noneMatch(v -> v.dimensions().size() >= 2)) {
            throw new DataFormatException(path, "holds no grid; its variables are " + names(source.variables()));
        }
        if (grids.isEmpty()) {
            NetcdfVariable widest = source.variables().stream()
                    .filter(v -> v.dimensions().size() >= 2 && v.type().numeric())
                    .findFirst()
                    .orElseThrow(() -> new DataFormatException(path, "holds no grid of numbers"));
            return widest;
        }
        throw new DataFormatException(path, "holds several grids: " + names(grids), "name the variable to read");
    }

    /** The geometry of a grid without its values. */
    public GridGeometry geometry(NetcdfSelection selection) throws IOException {
        return plan(find(selection), selection).geometry();
    }

    /**
     * Reads one grid.
     *
     * @return values in the unit of the selection, else of the file, else without unit
     * @throws DataFormatException if there is no such grid, it is not regular, or its values are damaged
     */
    public FloatGrid read(NetcdfSelection selection) throws IOException {
        NetcdfVariable variable = find(selection);
        GridLayout layout = plan(variable, selection);
        Object stored = source.read(variable, layout.leadingIndices());
        float[] plane = new Unpacker(variable, selection.noData()).floats(stored);
        if (plane.length != layout.geometry().size()) {
            throw new DataFormatException(
                    path,
                    "has " + plane.length + " values of " + variable.name() + " for a grid of "
                            + layout.geometry().size());
        }
        Unit unit = selection.unit().or(variable::unit).orElse(Unit.DIMENSIONLESS);
        return new FloatGrid(placed(layout.geometry(), selection), unit, layout.arrange(plane));
    }

    /**
     * A grid by bands of whole rows, which end where the file's chunks do; one band if rows do not lie behind each other in the file (GMT 3
     * grids, and grids with longitude before latitude).
     *
     * @param bytes a band should take, in single precision; more if one row of chunks is larger
     */
    public BandedGrid bands(NetcdfSelection selection, long bytes) throws IOException {
        NetcdfVariable variable = find(selection);
        GridLayout layout = plan(variable, selection);
        boolean inRows =
                !layout.transposed() && gmt3.grid().filter(variable::equals).isEmpty();
        GridGeometry g = placed(layout.geometry(), selection);
        int along = layout.leading().size();
        long rowBytes = (long) g.columns() * Float.BYTES;
        int wanted = (int) Math.max(1, Math.min(g.rows(), bytes / rowBytes));
        RowSplit split = inRows
                ? RowSplit.ofBlocks(g.rows(), source.blockLength(variable, along), wanted, layout.southFirst())
                : RowSplit.whole(g.rows());
        if (split.bands() > 1) {
            requireRoom(split.highest() * rowBytes);
        }
        return new NetcdfBands(source, new NetcdfBands.Plane(path, variable, layout, selection), g, split);
    }

    private void requireRoom(long need) {
        long heap = Runtime.getRuntime().maxMemory();
        if (need > heap / BAND_SHARE) {
            throw new GamException(
                    String.format(
                            Locale.ROOT,
                            "%s is stored in chunks so high that reading it row by row takes %.1f GB at a time, too much for a heap of"
                                    + " %.1f GB",
                            path,
                            need / 1e9,
                            heap / 1e9),
                    String.format(
                            Locale.ROOT,
                            "give the program more memory (GAM_HEAP=%dg), or rewrite the file with smaller chunks, for example with"
                                    + " nccopy -c",
                            (need * BAND_SHARE) / GIGABYTE + 1),
                    null);
        }
    }

    private static GridGeometry placed(GridGeometry g, NetcdfSelection selection) {
        return selection
                .crs()
                .map(crs -> new GridGeometry(
                        crs, g.west(), g.north(), g.dx(), g.dy(), g.columns(), g.rows(), g.registration()))
                .orElse(g);
    }

    /** Every value of a numeric variable, unpacked, row-major as stored; for profiles, models and coordinates. */
    public double[] values(NetcdfVariable variable) throws IOException {
        return new Unpacker(variable, List.of()).doubles(source.read(variable));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private GridLayout plan(NetcdfVariable variable, NetcdfSelection selection) throws IOException {
        return gmt3.grid().filter(variable::equals).isPresent()
                ? gmt3.plan(variable)
                : planner.plan(variable, selection.index());
    }

    /** Whether a grid is only there to describe another: its coordinates, uncertainty or bounds. */
    private static boolean refersTo(NetcdfVariable other, NetcdfVariable grid) {
        return List.of("coordinates", "ancillary_variables", "cell_measures", "grid_mapping").stream()
                .anyMatch(a -> other.text(a).stream()
                        .anyMatch(t -> List.of(t.split("\\s+")).contains(grid.name())));
    }

    private static List<String> names(List<NetcdfVariable> variables) {
        return variables.stream().map(NetcdfVariable::name).toList();
    }

    private static boolean isHdf5(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(4);
            return channel.read(head, 0) == 4 && head.getInt(0) == 0x89484446;
        }
    }
}
