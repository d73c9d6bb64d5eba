package org.geoanomaly.gam.pipeline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.error.OutputException;

/**
 * One run in a directory at a time. A killed process leaves no stale lock. Whoever walks the directory while holding the lock must not open
 * {@value #FILE_NAME}: on POSIX systems closing it again would end the lock.
 */
public final class DirectoryLock implements AutoCloseable {
    public static final String FILE_NAME = ".gam.lock";

    private final FileLease lease;

    private DirectoryLock(FileLease lease) {
        this.lease = lease;
    }

    /**
     * Takes the directory, making it if needed.
     *
     * @throws OutputException if another run is working there, or the directory cannot be written
     */
    public static DirectoryLock acquire(Path directory) {
        Path file = directory.resolve(FILE_NAME);
        Optional<FileLease> lease;
        try {
            Files.createDirectories(directory);
            lease = FileLease.tryAcquire(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
        return new DirectoryLock(lease.orElseThrow(() -> busy(directory, file)));
    }

    private static OutputException busy(Path directory, Path file) {
        String who = FileLease.holder(file).map(pid -> " (pid " + pid + ")").orElse("");
        return new OutputException(
                "another run" + who + " is working in " + directory,
                "wait until it ends, or choose another directory with --output",
                null);
    }

    @Override
    public void close() {
        lease.close();
    }
}
