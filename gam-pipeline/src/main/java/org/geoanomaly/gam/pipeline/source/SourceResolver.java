package org.geoanomaly.gam.pipeline.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.Downloaded;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.ResolvedSource.Origin;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Finds a verified local file for a source: in a mirror, else in the cache, else by a download into it. A file of the right name and the
 * wrong checksum is never used. Thread-safe.
 */
public final class SourceResolver {
    private static final String STAGE = "download";

    private final Mirrors mirrors;
    private final Path sourcesDir;
    private final @Nullable Downloader downloader;
    private final ProgressListener listener;
    private final RunClock clock;
    private final ChecksumCache checksums;
    private final FirstUse firstUse;

    /**
     * @param cacheDir {@code data.cache_dir}; downloads go below {@code sources/} in it
     * @param downloader null to work offline
     */
    public SourceResolver(
            Mirrors mirrors,
            Path cacheDir,
            @Nullable Downloader downloader,
            ProgressListener listener,
            RunClock clock) {
        this.mirrors = mirrors;
        this.sourcesDir = cacheDir.resolve("sources");
        this.downloader = downloader;
        this.listener = listener;
        this.clock = clock;
        this.checksums = new ChecksumCache(sourcesDir.resolve("checksums.json"));
        this.firstUse = new FirstUse(sourcesDir.resolve("first-use.json"));
    }

    /**
     * The file of a source.
     *
     * @throws DataFetchException if it cannot be had, saying what to do
     */
    public ResolvedSource resolve(DataSource source) {
        Optional<ResolvedSource> local = find(source);
        return local.isPresent() ? local.get() : download(source);
    }

    /** The file of a source if it is already on this machine; never touches the network. */
    public Optional<ResolvedSource> find(DataSource source) {
        Expected expected = effective(source);
        for (Path candidate : mirrors.candidates(source.file().filename())) {
            Optional<ResolvedSource> found = verified(source, expected, candidate, Origin.MIRROR);
            if (found.isPresent()) {
                return found;
            }
        }
        Path cached = cachePath(source);
        return Files.isRegularFile(cached) ? verified(source, expected, cached, Origin.CACHE) : Optional.empty();
    }

    /**
     * A user's own file.
     *
     * @throws DataFetchException if it is not there
     */
    public ResolvedSource local(DataSource description, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataFetchException("there is no data file " + file, "check the path in data.sources", null);
        }
        try {
            return resolved(description, file, checksums.sha256(file), Origin.LOCAL);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Directory below which the answers of web services are kept. */
    public Path services() {
        return sourcesDir.resolve("services");
    }

    /** Whether the network may be used. */
    public boolean online() {
        return downloader != null;
    }

    /**
     * An answer of a web service that is kept as a file.
     *
     * @throws DataFetchException if it cannot be read
     */
    public ResolvedSource answer(DataSource description, Path file, Origin origin) {
        try {
            return resolved(description, file, checksums.sha256(file), origin);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Where a download of this source lies. */
    public Path cachePath(DataSource source) {
        String sha = source.file().expected().sha256();
        return sourcesDir
                .resolve(sha == null ? source.id() : sha)
                .resolve(source.file().filename());
    }

    /** The catalogue's checksum, or what was recorded at the first use. */
    private Expected effective(DataSource source) {
        Expected stated = source.file().expected();
        if (stated.sha256() != null) {
            return stated;
        }
        return firstUse.of(source.id())
                .map(sha -> new Expected(sha, stated.alternatives(), stated.size()))
                .orElse(stated);
    }

    private Optional<ResolvedSource> verified(DataSource source, Expected expected, Path file, Origin origin) {
        try {
            boolean plausible = expected.onlySize() < 0 || Files.size(file) == expected.onlySize();
            String sha = plausible ? checksums.sha256(file) : "";
            if (!plausible || !expected.matches(file, sha)) {
                listener.warn(
                        STAGE,
                        mismatch(source, expected, file, plausible ? "sha256 " + sha : Files.size(file) + " bytes"));
                return Optional.empty();
            }
            trust(source, expected, sha, file.toString());
            return Optional.of(resolved(source, file, sha, origin));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String mismatch(DataSource source, Expected expected, Path file, String actual) {
        String basis = source.file().expected().sha256() == null
                ? "the sha256 of its first use, " + expected.sha256() + " (recorded in " + firstUse.store() + ")"
                : actual.startsWith("sha256") ? "sha256 " + expected.sha256() : expected.onlySize() + " bytes";
        return file + " is not used for " + source.id() + ": it has " + actual + ", the catalogue says " + basis;
    }

    private void trust(DataSource source, Expected expected, String sha, String where) {
        if (expected.sha256() == null) {
            firstUse.record(source.id(), sha);
            listener.info(
                    STAGE,
                    "the provider of " + source.id() + " states no checksum: " + where
                            + " is trusted and recorded with sha256 " + sha);
        }
    }

    private ResolvedSource download(DataSource source) {
        if (source.terms().updates() == DataSource.UpdatePolicy.MANUAL) {
            throw new DataFetchException(
                    source.id() + " must be fetched by hand from "
                            + source.file().url() + " and is not on this machine",
                    source.notes() + " Then " + placeIt(source),
                    null);
        }
        if (source.terms().updates() == DataSource.UpdatePolicy.SERVICE) {
            throw new DataFetchException(
                    source.id() + " is a service, which is asked for an area and a time and is no file",
                    source.notes(),
                    null);
        }
        if (downloader == null) {
            throw new DataFetchException(
                    source.id() + " is not on this machine and downloads are off; it is published at "
                            + source.file().url(),
                    placeIt(source),
                    null);
        }
        Expected expected = effective(source);
        Downloaded result = fromAnyAddress(downloader, source, expected);
        trust(source, expected, result.sha256(), result.file().toString());
        try {
            return resolved(source, result.file(), result.sha256(), Origin.DOWNLOADED);
        } catch (IOException e) {
            throw unreadable(result.file(), e);
        }
    }

    private Downloaded fromAnyAddress(Downloader from, DataSource source, Expected expected) {
        List<URI> urls = source.file().urls();
        DataFetchException first = null;
        for (URI url : urls) {
            try {
                return from.download(url, cachePath(source), expected);
            } catch (DataFetchException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                first = first == null ? e : first;
                if (urls.size() > 1) {
                    listener.warn(STAGE, e.getMessage() == null ? "download failed" : e.getMessage());
                }
            }
        }
        String why = first == null ? "the catalogue has no address for it" : String.valueOf(first.getMessage());
        throw new DataFetchException(
                source.id() + " could not be obtained: " + why,
                (first == null || first.help() == null ? "" : first.help() + "; or ") + placeIt(source),
                first);
    }

    private String placeIt(DataSource source) {
        String sha = source.file().expected().sha256();
        return "put the file " + source.file().filename() + (sha == null ? "" : " (sha256 " + sha + ")")
                + " into a directory that "
                + Mirrors.VARIABLE + " or data.mirrors names";
    }

    private ResolvedSource resolved(DataSource source, Path file, String sha, Origin origin) throws IOException {
        if (!Sha256.isHex(sha)) {
            throw new IllegalStateException(sha);
        }
        return new ResolvedSource(
                source,
                file,
                sha,
                Files.size(file),
                clock.clamp(Files.getLastModifiedTime(file).toInstant()),
                origin);
    }

    private static DataFetchException unreadable(Path file, IOException e) {
        return new DataFetchException("cannot read " + file + ": " + e.getMessage(), null, e);
    }
}
