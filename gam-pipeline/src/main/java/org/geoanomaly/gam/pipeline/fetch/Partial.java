package org.geoanomaly.gam.pipeline.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.WriteFailure;
import org.jspecify.annotations.Nullable;

/** The {@code .part} file of one download and, beside it, the URL and validator that it came from. */
final class Partial {
    private final Path data;
    private final Path origin;

    Partial(Path target) {
        String name = target.getFileName().toString();
        this.data = target.resolveSibling(name + ".part");
        this.origin = target.resolveSibling(name + ".part.origin");
    }

    Path data() {
        return data;
    }

    long size() {
        try {
            return Files.exists(data) ? Files.size(data) : 0;
        } catch (IOException e) {
            throw WriteFailure.of(data, e);
        }
    }

    /** The validator under which the bytes so far came from this URL: empty if the server gave none, null if they did not. */
    @Nullable
    String validatorFor(URI url) {
        try {
            if (!Files.isRegularFile(origin) || Files.size(origin) > 10_000) {
                return null;
            }
            List<String> lines = Files.readAllLines(origin, StandardCharsets.UTF_8);
            return lines.size() == 2 && lines.get(0).equals(url.toString()) ? lines.get(1) : null;
        } catch (IOException e) {
            return null;
        }
    }

    void remember(URI url, String validator) {
        AtomicFile.write(origin, (url + "\n" + validator + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void discard() {
        delete(data);
        delete(origin);
    }

    /** Gives the complete, forced data the target's name. */
    void moveTo(Path target) {
        try {
            AtomicFile.replace(data, target);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
        delete(origin);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
