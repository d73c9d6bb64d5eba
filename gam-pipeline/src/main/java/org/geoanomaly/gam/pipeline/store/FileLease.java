package org.geoanomaly.gam.pipeline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive hold on a lock file, across threads and processes. The operating system ends it with the process, however that dies, so no
 * stale lock can stay; the file's text (the holder's pid) is only for messages.
 */
public final class FileLease implements AutoCloseable {
    // POSIX drops all locks of a process on a file as soon as that process closes any descriptor of it, so a second
    // attempt from within
    // this process must not even open the file. The JVM's own table of locks is as global as this one.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    // Windows locks are mandatory: lock a byte beyond the text so that others can read the pid.
    private static final long LOCKED_BYTE = 1L << 40;
    private static final Pattern PID = Pattern.compile("pid ([0-9]+)");

    private final Path path;
    private final FileChannel channel;

    private FileLease(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lease if it is free.
     *
     * @param path the lock file; its directory exists
     * @return the lease, or empty if this or another process has it
     */
    public static Optional<FileLease> tryAcquire(Path path) throws IOException {
        Path real = real(path);
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<FileLease> lease = lock(real);
            taken = lease.isPresent();
            return lease;
        } finally {
            if (!taken) {
                HELD_HERE.remove(real);
            }
        }
    }

    private static Path real(Path path) throws IOException {
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent());
        return directory.toRealPath().resolve(path.getFileName());
    }

    private static Optional<FileLease> lock(Path path) throws IOException {
        while (true) {
            createIfAbsent(path);
            Object before = fileKey(path);
            FileChannel channel = open(path);
            boolean keep = false;
            try {
                // The former holder may remove the file between our opening and locking it: then we would hold a lock
                // on nothing.
                boolean opened = Objects.equals(before, fileKey(path));
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                if (lock == null) {
                    return Optional.empty();
                }
                if (opened && Objects.equals(before, fileKey(path))) {
                    writePid(channel);
                    keep = true;
                    return Optional.of(new FileLease(path, channel));
                }
            } finally {
                if (!keep) {
                    channel.close();
                }
            }
        }
    }

    private static void createIfAbsent(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Left by another run, or held by it: the lock tells.
            return;
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Identity of the file behind a path, without opening it; null where the system has none or the file is gone. */
    private static @Nullable Object fileKey(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static void writePid(FileChannel channel) throws IOException {
        channel.truncate(0);
        String text = "pid " + ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** The pid written in a lock file; empty if it cannot be read. */
    public static Optional<Long> holder(Path path) {
        try {
            if (HELD_HERE.contains(real(path))) {
                return Optional.of(ProcessHandle.current().pid());
            }
            if (Files.size(path) > 1000) {
                return Optional.empty();
            }
            Matcher m = PID.matcher(Files.readString(path));
            return m.lookingAt() ? Optional.of(Long.parseLong(m.group(1))) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Gives the lease back and removes the lock file. */
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A lock file that cannot be removed does no harm: it is not locked any more.
            return;
        } finally {
            HELD_HERE.remove(path);
        }
    }
}
