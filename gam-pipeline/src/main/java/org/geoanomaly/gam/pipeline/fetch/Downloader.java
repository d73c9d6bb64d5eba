package org.geoanomaly.gam.pipeline.fetch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.FileLease;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/**
 * Brings a file from an {@code http}, {@code https} or {@code file} URL to a path. The path holds either the complete, verified file or
 * what it held before. Thread-safe; two downloads to one target wait for each other, across processes too.
 */
public final class Downloader {
    private static final Duration LOCK_POLL = Duration.ofMillis(200);

    private final DownloadPolicy policy;
    private final ProgressListener listener;
    private final Patience patience;
    private final HttpClient client;

    public Downloader(DownloadPolicy policy, ProgressListener listener) {
        this.policy = policy;
        this.listener = listener;
        this.patience = new Patience(policy, listener);
        this.client = patience.client();
    }

    /**
     * Downloads, resuming what an earlier attempt left. If the target already holds the expected content, nothing is transferred.
     *
     * @throws DataFetchException if the content cannot be had or is not the expected one
     * @throws org.geoanomaly.gam.pipeline.error.OutputException if the target cannot be written
     */
    public Downloaded download(URI url, Path target, Expected expected) {
        String scheme = requireScheme(url);
        Path lockFile = target.resolveSibling(target.getFileName() + ".part.lock");
        try {
            FileLease lease = waitForLease(lockFile);
            try {
                Optional<Downloaded> present = present(target, expected);
                if (present.isPresent()) {
                    return present.get();
                }
                return scheme.equals("file") ? copy(url, target, expected) : transfer(url, target, expected);
            } finally {
                lease.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataFetchException("the download of " + url + " was interrupted", "the same command goes on", e);
        }
    }

    private static String requireScheme(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean remote = scheme.equals("http") || scheme.equals("https");
        if (!(scheme.equals("file") || (remote && url.getHost() != null))) {
            throw new DataFetchException(
                    "cannot download " + url + ": only http, https and file addresses are allowed");
        }
        return scheme;
    }

    private FileLease waitForLease(Path lockFile) throws InterruptedException {
        try {
            Path directory = lockFile.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            for (boolean told = false; ; told = true) {
                Optional<FileLease> lease = FileLease.tryAcquire(lockFile);
                if (lease.isPresent()) {
                    return lease.get();
                }
                if (!told) {
                    listener.info("download", "waiting for another download of the same file");
                }
                Thread.sleep(LOCK_POLL.toMillis());
            }
        } catch (IOException e) {
            throw WriteFailure.of(lockFile, e);
        }
    }

    private static Optional<Downloaded> present(Path target, Expected expected) {
        try {
            if (expected.sha256() == null || !Files.isRegularFile(target)) {
                return Optional.empty();
            }
            String sha = Sha256.ofFile(target);
            return expected.matches(target, sha)
                    ? Optional.of(new Downloaded(target, sha, Files.size(target), false))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Downloaded transfer(URI url, Path target, Expected expected) throws InterruptedException {
        Partial partial = new Partial(target);
        try (Transfer transfer = new Transfer(client, policy, url, expected, partial, listener)) {
            retrying(url, transfer, partial);
            String sha = sha256(partial.data());
            if (transfer.resumed() && !matches(expected, partial.data(), sha)) {
                // The parts may stem from two versions of the file: once more, from the start.
                partial.discard();
                retrying(url, transfer, partial);
                sha = sha256(partial.data());
            }
            return accept(
                    url, target, expected, partial, new Downloaded(target, sha, partial.size(), transfer.resumed()));
        }
    }

    private Downloaded accept(URI url, Path target, Expected expected, Partial partial, Downloaded result) {
        if (!matches(expected, partial.data(), result.sha256())) {
            partial.discard();
            throw wrongChecksum(url, expected, result.sha256());
        }
        partial.moveTo(target);
        return result;
    }

    private static DataFetchException wrongChecksum(URI url, Expected expected, String actual) {
        return new DataFetchException(
                url + " has the wrong checksum: sha256 " + actual + ", expected " + expected.sha256(),
                "the file was changed or damaged on the way and has been removed: try again, or, if the provider published a new"
                        + " version that you trust, give its sha256 in your data_sources.yaml",
                null);
    }

    /** Attempts until one succeeds; the count of failures starts anew as long as each round brings data. */
    private void retrying(URI url, Transfer transfer, Partial partial) throws InterruptedException {
        while (true) {
            long before = partial.size();
            try {
                Failsafe.with(patience.retries(url.toString())).run(transfer::attempt);
                return;
            } catch (FailsafeException e) {
                if (e.getCause() instanceof InterruptedException interrupted) {
                    throw interrupted;
                }
                if (partial.size() > before) {
                    continue;
                }
                String why = e.getCause() == null ? "unknown" : e.getCause().getMessage();
                throw new DataFetchException(
                        "cannot download " + url + " after " + (policy.retries() + 1) + " attempts: " + why,
                        "start again when there is a network: what has arrived is kept",
                        e.getCause());
            }
        }
    }

    private Downloaded copy(URI url, Path target, Expected expected) {
        Path from;
        try {
            from = Path.of(url);
        } catch (IllegalArgumentException e) {
            throw new DataFetchException("cannot read " + url + ": it names no local file", null, e);
        }
        try (AtomicFile file = AtomicFile.open(target)) {
            long size = copyLimited(from, file.temporary());
            String sha = Sha256.ofFile(file.temporary());
            if (!expected.matches(file.temporary(), sha)) {
                throw wrongChecksum(url, expected, sha);
            }
            file.commit();
            return new Downloaded(target, sha, size, false);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    private long copyLimited(Path from, Path to) throws IOException {
        if (!Files.isRegularFile(from)) {
            throw new DataFetchException("cannot read " + from + ": there is no such file");
        }
        if (Files.size(from) > policy.maxBytes()) {
            throw new DataFetchException(
                    from + " is too large: " + Files.size(from) + " bytes, and the limit is " + policy.maxBytes());
        }
        try (InputStream in = Files.newInputStream(from)) {
            return Files.copy(in, to);
        }
    }

    private static boolean matches(Expected expected, Path file, String sha) {
        try {
            return expected.matches(file, sha);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
