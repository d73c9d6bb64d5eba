package org.geoanomaly.gam.pipeline.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A file that is either wholly there or not there. Content goes to a temporary file in the target's directory, is forced to the disk and
 * takes the target's name in one step; whatever fails before that leaves the former target untouched and the temporary file removed. A
 * killed process can leave a temporary file behind: {@link #sweep} removes those.
 *
 * <p>An instance belongs to one thread; different targets may be written at once.
 */
public final class AtomicFile implements AutoCloseable {
    /** Ours, and the hidden {@code .NAME.part} of the format writers. */
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.(gam-tmp-[0-9]+-[0-9]+|part)");

    /** Begins anywhere, since processes of other machines that write to the same directory may have our process id. */
    private static final AtomicLong SERIAL = new AtomicLong(new SecureRandom().nextLong(1L << 62));

    private final Path target;
    private final Path temporary;
    private boolean finished;

    /** Content on its way to a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /**
     * Begins a replacement for writers that need a path or a channel of their own; creates missing directories. Write to {@link
     * #temporary()}, then {@link #commit()}; closing without a commit discards.
     *
     * @throws org.geoanomaly.gam.pipeline.error.OutputException if the directory cannot be made
     */
    public static AtomicFile open(Path target) {
        Path absolute = target.toAbsolutePath();
        Path directory = parent(absolute);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
        String name = "." + absolute.getFileName() + ".gam-tmp-"
                + ProcessHandle.current().pid() + "-" + SERIAL.incrementAndGet();
        return new AtomicFile(absolute, directory.resolve(name));
    }

    /** Replaces {@code target} by these bytes. */
    public static void write(Path target, byte[] content) {
        try (AtomicFile file = open(target)) {
            try (FileChannel channel =
                    FileChannel.open(file.temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            file.rename();
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /** Replaces {@code target} by what {@code content} writes, buffered. */
    public static void write(Path target, Content content) {
        try (AtomicFile file = open(target)) {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(file.temporary, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.writeTo(out);
            } catch (IOException e) {
                throw WriteFailure.of(target, e);
            }
            file.commit();
        }
    }

    /** The file to write to, in the target's directory; it does not exist yet. */
    public Path temporary() {
        return temporary;
    }

    /** Forces the temporary file to the disk and gives it the target's name. */
    public void commit() {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            rename();
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    private void rename() throws IOException {
        replace(temporary, target);
        finished = true;
    }

    /**
     * Gives a complete, forced file another name in the same file system. The directory is not forced: a power cut can bring back the
     * former file, never half of one, and whoever goes on from there finds it by its checksum.
     */
    public static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot replace a file in one step", e);
        }
    }

    private static Path parent(Path absolute) {
        Path directory = absolute.getParent();
        if (directory == null || absolute.getFileName() == null) {
            throw new IllegalArgumentException(absolute + " is not the name of a file");
        }
        return directory;
    }

    /** Discards the temporary file unless it was committed. */
    @Override
    public void close() {
        if (!finished) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                throw WriteFailure.of(temporary, e);
            }
        }
    }

    /** Whether a file name is that of a temporary file of this class or of a format's writer. */
    public static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    /**
     * Removes the temporary files that a killed run or worker left under a directory. Only for whoever holds the {@link DirectoryLock},
     * while nobody writes.
     *
     * @return how many files were removed
     */
    public static int sweep(Path root) {
        int[] removed = {0};
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()
                            && isTemporary(String.valueOf(file.getFileName()))
                            && Files.deleteIfExists(file)) {
                        removed[0]++;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw WriteFailure.of(root, e);
        }
        return removed[0];
    }
}
