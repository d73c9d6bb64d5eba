package org.geoanomaly.gam.pipeline.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.jspecify.annotations.Nullable;

/** Turns what the operating system says about a failed write into one sentence. */
public final class WriteFailure {
    private WriteFailure() {}

    /** The failure to throw when writing {@code target} ended in {@code cause}. */
    public static OutputException of(Path target, Exception cause) {
        return switch (kind(cause)) {
            case FULL ->
                new OutputException(
                        "cannot write " + target + ": the disk is full",
                        "free some space, or choose another place with --output; the same command then goes on",
                        cause);
            case READ_ONLY ->
                new OutputException(
                        "cannot write " + target + ": the file system is read-only",
                        "choose another place with --output",
                        cause);
            case DENIED ->
                new OutputException(
                        "cannot write " + target + ": permission denied",
                        "make the directory writable, or choose another place with --output",
                        cause);
            case NOT_A_DIRECTORY ->
                new OutputException(
                        "cannot write " + target + ": a part of this path is a file, not a directory", null, cause);
            case IS_A_DIRECTORY ->
                new OutputException("cannot write " + target + ": a directory of that name is in the way", null, cause);
            case MISSING ->
                new OutputException("cannot write " + target + ": its directory does not exist", null, cause);
            case OTHER -> new OutputException("cannot write " + target + ": " + reason(cause), null, cause);
        };
    }

    private enum Kind {
        FULL,
        READ_ONLY,
        DENIED,
        NOT_A_DIRECTORY,
        IS_A_DIRECTORY,
        MISSING,
        OTHER
    }

    private static Kind kind(Exception cause) {
        // The JDK has no exception types for a full disk or a read-only mount, only the message of the C library.
        String text = reason(cause).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded")) {
            return Kind.FULL;
        }
        if (cause instanceof ReadOnlyFileSystemException || text.contains("read-only file system")) {
            return Kind.READ_ONLY;
        }
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            return Kind.DENIED;
        }
        if (cause instanceof NotDirectoryException
                || cause instanceof FileAlreadyExistsException
                || text.contains("not a directory")) {
            return Kind.NOT_A_DIRECTORY;
        }
        if (cause instanceof DirectoryNotEmptyException || text.contains("is a directory")) {
            return Kind.IS_A_DIRECTORY;
        }
        return cause instanceof NoSuchFileException ? Kind.MISSING : Kind.OTHER;
    }

    private static String reason(Exception cause) {
        @Nullable
        String text =
                cause instanceof FileSystemException f && f.getReason() != null ? f.getReason() : cause.getMessage();
        return text == null ? (cause instanceof IOException ? "the write failed" : cause.toString()) : text;
    }
}
