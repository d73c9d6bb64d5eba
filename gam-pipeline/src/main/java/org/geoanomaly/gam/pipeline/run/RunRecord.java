package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.RunClock;
import tools.jackson.core.JacksonException;

/**
 * What a run remembers of itself, so that a resumed run writes the same times.
 *
 * @param key hash of everything that decides the result
 * @param startedAt when it began first, UTC
 */
record RunRecord(String key, String startedAt) {
    private static final int ID_DIGITS = 8;

    /** The record of this run: the one on disk if it is of the same key, else a new one, which is written. */
    static RunRecord of(String key, Path file, RunClock clock) {
        Optional<RunRecord> former = read(file).filter(r -> r.key().equals(key));
        if (former.isPresent()) {
            return former.get();
        }
        RunRecord begun = new RunRecord(key, RunClock.iso(clock.start()));
        AtomicFile.write(file, JsonProduct.bytes(begun));
        return begun;
    }

    // Jackson fills absent components with null whatever the annotations promise, hence the comparisons with null.
    @SuppressWarnings("ConstantValue")
    private static Optional<RunRecord> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            RunRecord record = JsonProduct.mapper().readValue(Files.readAllBytes(file), RunRecord.class);
            boolean usable = record != null
                    && record.key() != null
                    && record.startedAt() != null
                    && RunClock.parseIso(record.startedAt()).isPresent();
            return usable ? Optional.of(record) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty(); // a new record is as good, only the times differ
        }
    }

    /** Short name of the run. */
    String id() {
        return key.substring(0, ID_DIGITS);
    }

    Instant start() {
        return RunClock.parseIso(startedAt).orElseThrow();
    }
}
