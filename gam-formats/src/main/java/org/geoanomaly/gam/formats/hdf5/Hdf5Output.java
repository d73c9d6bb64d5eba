package org.geoanomaly.gam.formats.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.grid.error.GamException;

/**
 * An HDF5 file being written. Everything is gathered, then {@link #commit()} writes it beside its place, makes it durable and moves it
 * there; closing without a commit leaves nothing behind. Same calls, same bytes. Not thread-safe.
 */
public final class Hdf5Output implements AutoCloseable {
    private static final int DEFLATE_LEVEL = 4;

    private final Path path;
    private final Path partial;
    private final WritableHdfFile file;
    private final Map<String, WritableNode> nodes = new LinkedHashMap<>();
    private boolean open = true;

    private Hdf5Output(Path path, Path partial, WritableHdfFile file) {
        this.path = path;
        this.partial = partial;
        this.file = file;
        // names the machine that wrote the file, so two machines would write different bytes
        file.removeAttribute("_jHDF");
    }

    /** Starts a file; missing directories are made, as several writers may start in a new one at once. */
    public static Hdf5Output create(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path partial = path.resolveSibling("." + path.getFileName() + ".part");
        Files.deleteIfExists(partial);
        try {
            return new Hdf5Output(path, partial, HdfFile.write(partial));
        } catch (HdfException e) {
            throw new IOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Adds a dataset.
     *
     * @param datasetPath absolute, such as {@code /grids/data}; groups on the way are made
     * @param data a number or string, or a (nested) array of one primitive type
     * @param chunk lengths of a chunk along each dimension, compressed by shuffle and deflate; none for contiguous storage
     */
    public Hdf5Output dataset(String datasetPath, Object data, int... chunk) {
        int slash = datasetPath.lastIndexOf('/');
        WritableGroup group = group(datasetPath.substring(0, slash));
        String name = datasetPath.substring(slash + 1);
        WritableDataset dataset = chunk.length == 0
                ? group.putDataset(name, data)
                : group.putDataset(
                        name,
                        data,
                        DatasetCreationOptions.builder()
                                .chunkDimensions(chunk)
                                .shuffle()
                                .deflate(DEFLATE_LEVEL)
                                .build());
        nodes.put(datasetPath, dataset);
        return this;
    }

    /**
     * Sets an attribute.
     *
     * @param nodePath of a dataset added before, or empty for the file
     * @param value a string, a number, or an array of them
     */
    public Hdf5Output attribute(String nodePath, String name, Object value) {
        WritableNode node = nodePath.isEmpty() ? file : nodes.get(nodePath);
        if (node == null) {
            throw new IllegalArgumentException("no dataset or group " + nodePath + " was added");
        }
        node.putAttribute(name, value);
        return this;
    }

    private WritableGroup group(String groupPath) {
        if (groupPath.isEmpty()) {
            return file;
        }
        if (nodes.get(groupPath) instanceof WritableGroup known) {
            return known;
        }
        int slash = groupPath.lastIndexOf('/');
        WritableGroup made = group(groupPath.substring(0, slash)).putGroup(groupPath.substring(slash + 1));
        nodes.put(groupPath, made);
        return made;
    }

    /** Writes the file and puts it in its place. */
    public void commit() throws IOException {
        open = false;
        try {
            file.close();
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (HdfException e) {
            throw new GamException("cannot write " + path + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try {
                file.close();
            } catch (HdfException e) {
                // the file was given up; only its remains matter
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }
}
