package org.geoanomaly.gam.formats.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * An HDF5 file opened for reading. Lists datasets in the order of their paths and reads their numbers, whole or a run of the leading
 * dimension. Chunks that were never written hold the fill value. Not thread-safe.
 */
public final class Hdf5File implements AutoCloseable {
    /** Deflate cannot shrink by more than 1032; a file that promises more than this many bytes for each of its own is not honest. */
    private static final long GREATEST_RATIO = 1100;

    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final int DEEPEST = 32;

    private final Path path;
    private final long fileSize;
    private final HdfFile file;
    private final Map<String, Dataset> handles = new TreeMap<>();
    private final Map<Long, String> pathByAddress = new HashMap<>();
    private final List<Hdf5Dataset> datasets = new ArrayList<>();

    private Hdf5File(Path path, long fileSize, HdfFile file) {
        this.path = path;
        this.fileSize = fileSize;
        this.file = file;
    }

    /**
     * Opens a file and reads the descriptions of its datasets.
     *
     * @throws DataFormatException if it is not HDF5, damaged, or uses what jHDF cannot read
     */
    public static Hdf5File open(Path path) throws IOException {
        long size = Files.size(path);
        HdfFile file = guarded(path, "cannot be opened as HDF5", () -> new HdfFile(path));
        Hdf5File opened = new Hdf5File(path, size, file);
        try {
            guarded(path, "has a damaged HDF5 structure", () -> {
                Hdf5Nodes nodes = new Hdf5Nodes(file);
                opened.collect(nodes, file, "", 0);
                Hdf5Describer describer = new Hdf5Describer(nodes, opened.pathByAddress);
                opened.handles.forEach((name, dataset) -> opened.datasets.add(describer.describe(name, dataset)));
                return true;
            });
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Every dataset, ordered by path. */
    public List<Hdf5Dataset> datasets() {
        return List.copyOf(datasets);
    }

    public Optional<Hdf5Dataset> dataset(String datasetPath) {
        return datasets.stream().filter(d -> d.path().equals(datasetPath)).findFirst();
    }

    /** Attributes of the root group. */
    public List<Hdf5Attribute> attributes() {
        return guarded(
                path,
                "has damaged attributes",
                () -> new Hdf5Describer(new Hdf5Nodes(file), pathByAddress).attributes(file));
    }

    /**
     * Reads a numeric dataset, row-major: all of it, or the values at one place of each leading dimension.
     *
     * @param leading indices of the first dimensions; empty for everything
     * @return an array of byte, short, int, long, float or double as stored; unsigned 8- and 16-bit numbers as int, unsigned 32-bit as long,
     *     unsigned 64-bit as double
     */
    public Object read(Hdf5Dataset dataset, int... leading) {
        Dataset handle = handles.get(dataset.path());
        if (handle == null || !dataset.type().numeric()) {
            throw new DataFormatException(path, "has no numeric dataset " + dataset.path());
        }
        checkSize(dataset);
        return guarded(path, "is damaged or truncated in dataset " + dataset.path(), () -> {
            Object flat;
            if (dataset.shape().isEmpty() || leading.length == 0) {
                flat = Hdf5Numbers.flat(handle.getDataFlat());
            } else {
                flat = Hdf5Numbers.flat(handle.getData(offset(dataset, leading), extent(dataset, leading)));
            }
            if (handle instanceof ChunkedDataset chunked) {
                Hdf5Holes.fill(chunked, flat, leading);
            }
            return flat;
        });
    }

    /**
     * The same of a run along the dimension that follows the leading ones. What it takes besides the result is one decoded chunk.
     *
     * @param from first index of the run
     * @param count its length
     */
    public Object readRun(Hdf5Dataset dataset, int[] leading, int from, int count) {
        Dataset handle = handles.get(dataset.path());
        if (handle == null || !dataset.type().numeric()) {
            throw new DataFormatException(path, "has no numeric dataset " + dataset.path());
        }
        checkChunk(dataset, handle);
        long[] offset = offset(dataset, leading);
        int[] extent = extent(dataset, leading);
        offset[leading.length] = from;
        extent[leading.length] = count;
        return guarded(path, "is damaged or truncated in dataset " + dataset.path(), () -> {
            Object flat = Hdf5Numbers.flat(handle.getData(offset, extent));
            if (handle instanceof ChunkedDataset chunked) {
                Hdf5Holes.fill(chunked, flat, offset, extent);
            }
            return flat;
        });
    }

    /** The length of a chunk along a dimension; 1 if the dataset is not chunked. */
    public int chunkLength(Hdf5Dataset dataset, int dimension) {
        Dataset handle = handles.get(dataset.path());
        return handle instanceof ChunkedDataset chunked ? Math.max(1, chunked.getChunkDimensions()[dimension]) : 1;
    }

    @Override
    public void close() {
        file.close();
    }

    private static long[] offset(Hdf5Dataset dataset, int[] leading) {
        long[] offset = new long[dataset.shape().size()];
        for (int i = 0; i < leading.length; i++) {
            offset[i] = leading[i];
        }
        return offset;
    }

    private static int[] extent(Hdf5Dataset dataset, int[] leading) {
        int[] extent = new int[dataset.shape().size()];
        for (int i = 0; i < extent.length; i++) {
            extent[i] = i < leading.length ? 1 : dataset.shape().get(i);
        }
        return extent;
    }

    private void collect(Hdf5Nodes nodes, Group group, String prefix, int depth) {
        if (depth > DEEPEST) {
            throw new HdfException("groups are nested more than " + DEEPEST + " deep");
        }
        for (Map.Entry<String, Node> child : nodes.children(group).entrySet()) {
            Node node = child.getValue();
            String name = prefix + "/" + child.getKey();
            if (node.isLink()) {
                continue;
            }
            if (node instanceof Group inner) {
                collect(nodes, inner, name, depth + 1);
            } else if (node instanceof Dataset dataset) {
                handles.put(name, dataset);
                pathByAddress.put(node.getAddress(), name);
            }
        }
    }

    private void checkSize(Hdf5Dataset dataset) {
        long bytes = 8;
        for (int length : dataset.shape()) {
            bytes = length < 0 || bytes > Long.MAX_VALUE / (length + 1L) ? Long.MAX_VALUE : bytes * length;
        }
        if ((bytes > ALWAYS_ALLOWED && bytes / GREATEST_RATIO > fileSize) || bytes / 8 > Integer.MAX_VALUE - 8) {
            throw new DataFormatException(
                    path,
                    "is not believable: dataset " + dataset.path() + " has the shape " + dataset.shape()
                            + " in a file of " + fileSize + " bytes");
        }
    }

    /** A chunk is decoded in one piece, whatever part of it is wanted. */
    private void checkChunk(Hdf5Dataset dataset, Dataset handle) {
        double bytes = 8;
        if (handle instanceof ChunkedDataset chunked) {
            for (int length : chunked.getChunkDimensions()) {
                bytes *= length;
            }
        }
        if (!(bytes >= 0 && bytes < Runtime.getRuntime().maxMemory() / 2.0)) {
            throw new DataFormatException(
                    path, "has chunks of dataset " + dataset.path() + " that are too large to be decoded");
        }
    }

    /** jHDF meets damage with many kinds of unchecked exceptions; all of them mean that the file is at fault. */
    private static <T> T guarded(Path path, String problem, Supplier<T> action) {
        try {
            return action.get();
        } catch (DataFormatException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new DataFormatException(path.toString(), problem + ": " + why, null, e);
        }
    }
}
