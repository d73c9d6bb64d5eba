package org.geoanomaly.gam.pipeline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.compressed.CompressedFile;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** A file ready to be read: itself, or what was compressed in it, in a directory of its own that goes when this is closed. */
final class OpenedFile implements AutoCloseable {
    private final Path file;
    private final String name;
    private final @Nullable Path directory;

    private OpenedFile(Path file, String name, @Nullable Path directory) {
        this.file = file;
        this.name = name;
        this.directory = directory;
    }

    /**
     * Opens a file.
     *
     * @param scratch where to decompress
     * @throws DataFormatException if it is damaged or leaves open which of several files is meant
     */
    static OpenedFile open(Path path, Optional<String> member, Path scratch) throws IOException {
        Optional<CompressedFile> compressed = CompressedFile.detect(path, CompressedFile.Limits.DEFAULT);
        if (compressed.isEmpty()) {
            return new OpenedFile(path, path.toString(), null);
        }
        Files.createDirectories(scratch);
        Path directory = Files.createTempDirectory(scratch, "gam-ingest");
        OpenedFile opened = null;
        try {
            Path plain = compressed.get().expand(directory, member);
            String name = member.map(m -> path + " (" + m + ")").orElse(path.toString());
            opened = new OpenedFile(plain, name, directory);
            return opened;
        } finally {
            if (opened == null) {
                delete(directory);
            }
        }
    }

    /** The plain file. */
    Path file() {
        return file;
    }

    /** What messages call it. */
    String name() {
        return name;
    }

    /** A failure that names the file as the user knows it, not the decompressed copy. */
    DataFormatException renamed(DataFormatException failure) {
        String message = String.valueOf(failure.getMessage());
        if (directory == null || !message.startsWith(file.toString())) {
            return failure;
        }
        String problem = message.substring(file.toString().length()).trim();
        return new DataFormatException(name, problem, failure.help(), failure);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }

    @Override
    public void close() throws IOException {
        if (directory != null) {
            delete(directory);
        }
    }
}
