package org.geoanomaly.gam.pipeline.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;

/** A directory of kept products, named by stage, label and hash. Not for several processes at once. */
public final class KeptProducts {
    private static final int HASH_DIGITS = 16;
    private static final String SUFFIX = ".h5";

    private final Path directory;
    private final boolean fresh;
    private final ProgressListener progress;
    private final Set<Path> used = new HashSet<>();

    /**
     * The products in a directory.
     *
     * @param fresh whether what is there counts as absent
     */
    public KeptProducts(Path directory, boolean fresh, ProgressListener progress) {
        this.directory = directory;
        this.fresh = fresh;
        this.progress = progress;
    }

    /** Makes a product. */
    @FunctionalInterface
    public interface Maker<P> {
        P make() throws InterruptedException;
    }

    /**
     * A product: the kept one, or made now and kept.
     *
     * @param stage such as {@code invert}
     * @param label what it is of, such as {@code r00c00_gravity}
     * @param key hash of everything that decides it
     */
    public <P> P get(String stage, String label, String key, ProductCodec<P> codec, Maker<P> maker)
            throws InterruptedException {
        Optional<P> kept = find(stage, label, key, codec);
        if (kept.isPresent()) {
            return kept.get();
        }
        P product = maker.make();
        codec.encode(product).write(file(directory, stage, label, key));
        return product;
    }

    /** The kept product, nothing if there is none or what is there counts as absent. The run asked for it, so it stays. */
    public <P> Optional<P> find(String stage, String label, String key, ProductCodec<P> codec) {
        Path file = file(directory, stage, label, key);
        used.add(file);
        Optional<P> kept = fresh ? Optional.empty() : read(stage, file, codec);
        kept.ifPresent(p -> progress.info(stage, "kept: " + file.getFileName()));
        return kept;
    }

    /**
     * A product that was just made and written, here or by another process.
     *
     * @throws CacheException if it is not there as it was written
     */
    public <P> P made(String stage, String label, String key, ProductCodec<P> codec) {
        Path file = file(directory, stage, label, key);
        used.add(file);
        return read(stage, file, codec)
                .orElseThrow(() -> new CacheException(
                        "the product " + file + " is not there as it was written",
                        "core.output_dir must lie on storage that every worker sees under the same name",
                        null));
    }

    /** Where a product is kept. */
    public static Path file(Path directory, String stage, String label, String key) {
        return directory.resolve(stage).resolve(label + "-" + key.substring(0, HASH_DIGITS) + SUFFIX);
    }

    private <P> Optional<P> read(String stage, Path file, ProductCodec<P> codec) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.decode(HdfArrays.read(file)));
        } catch (GamException | IllegalArgumentException e) {
            progress.warn(stage, file.getFileName() + " cannot be used and is made again: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Removes products that this run did not ask for: those of other settings. */
    public void prune() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(f -> f.toString().endsWith(SUFFIX)).toList();
        }
        for (Path file : files) {
            if (!used.contains(file)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
