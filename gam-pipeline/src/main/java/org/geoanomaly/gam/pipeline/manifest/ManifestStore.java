package org.geoanomaly.gam.pipeline.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes and reads {@code manifest/} of a global run's output directory, and the {@code manifest.json} of a regional one. */
public final class ManifestStore {
    /** Relative to the output directory. */
    public static final String PATH = "manifest/global_mvp_manifest.json";

    /** The same of a regional run. */
    public static final String REGION_PATH = "manifest.json";

    private static final long MAX_BYTES = 64L << 20;
    private static final Pattern LAYER = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private ManifestStore() {}

    /** Where the record of one input lies, relative to the output directory. */
    public static String inputPath(String layer) {
        if (!LAYER.matcher(layer).matches()) {
            throw new IllegalArgumentException("'" + layer + "' is not the name of a layer");
        }
        return "manifest/input_" + layer + ".json";
    }

    /** Writes the record of one input, as soon as it is known. */
    public static void writeInput(Path outputDir, InputRecord input) {
        AtomicFile.write(outputDir.resolve(inputPath(input.layer())), JsonProduct.bytes(input));
    }

    /** Writes the master manifest. */
    public static void write(Path outputDir, RunManifest manifest) {
        AtomicFile.write(outputDir.resolve(PATH), JsonProduct.bytes(manifest));
    }

    /**
     * Reads a master manifest and checks that it can be true: checksums well-formed, paths below the directory and unique, the
     * configuration unchanged. Whether the files are there is for the validation of a run.
     *
     * @throws DataFormatException if it is missing or cannot be true
     */
    public static RunManifest read(Path outputDir) {
        Path file = outputDir.resolve(PATH);
        RunManifest manifest = parse(file, RunManifest.class);
        return possible(file, manifest, manifest.summary());
    }

    /** Writes the manifest of a regional run. */
    public static void writeRegion(Path outputDir, RegionRecord manifest) {
        AtomicFile.write(outputDir.resolve(REGION_PATH), JsonProduct.bytes(manifest));
    }

    /**
     * Reads the manifest of a regional run; the same checks.
     *
     * @throws DataFormatException if it is missing or cannot be true
     */
    public static RegionRecord readRegion(Path outputDir) {
        Path file = outputDir.resolve(REGION_PATH);
        RegionRecord manifest = parse(file, RegionRecord.class);
        return possible(file, manifest, manifest.summary());
    }

    private static <M extends Manifest> M possible(Path file, M manifest, @Nullable Object summary) {
        List<String> problems = problems(manifest, summary);
        if (!problems.isEmpty()) {
            throw new DataFormatException(file, problems.get(0));
        }
        return manifest;
    }

    /** Reads the record of one input. */
    public static InputRecord readInput(Path outputDir, String layer) {
        Path file = outputDir.resolve(inputPath(layer));
        InputRecord input = parse(file, InputRecord.class);
        List<String> problems = new ArrayList<>();
        check(input, problems);
        if (!problems.isEmpty()) {
            throw new DataFormatException(file, problems.get(0));
        }
        return input;
    }

    private static <T> T parse(Path file, Class<T> type) {
        byte[] content = JsonProduct.read(file, MAX_BYTES);
        try {
            T value = JsonProduct.mapper().readValue(content, type);
            if (value == null) {
                throw new DataFormatException(file, "is empty");
            }
            return value;
        } catch (JacksonException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new DataFormatException(file.toString(), "is not a valid manifest: " + why, null, e);
        }
    }

    // Jackson fills absent components with null whatever the annotations promise, hence the comparisons with null.
    @SuppressWarnings("ConstantValue")
    private static List<String> problems(Manifest m, @Nullable Object summary) {
        List<String> problems = new ArrayList<>();
        if (m.run() == null
                || m.configuration() == null
                || summary == null
                || m.run().createdAt() == null) {
            return List.of("lacks run, configuration or summary");
        }
        if (RunClock.parseIso(m.run().createdAt()).isEmpty()) {
            problems.add("has an impossible created_at: " + m.run().createdAt());
        }
        if (m.configuration().values() == null || !m.configuration().isIntact()) {
            problems.add("contradicts itself: the configuration does not have the checksum beside it");
        }
        m.inputs().forEach(input -> check(input, problems));
        Set<String> paths = new HashSet<>();
        for (OutputRecord output : m.outputs()) {
            if (output.path() == null || !ProductFile.isInside(output.path()) || !paths.add(output.path())) {
                problems.add("lists an impossible or repeated output, '" + output.path() + "'");
            } else if (output.sha256() == null || !Sha256.isHex(output.sha256()) || output.sizeBytes() < 0) {
                problems.add("has an impossible checksum or size for " + output.path());
            }
        }
        return problems;
    }

    @SuppressWarnings("ConstantValue")
    private static void check(InputRecord input, List<String> problems) {
        InputRecord.Artifact a = input.artifact();
        if (a == null
                || a.sha256() == null
                || !Sha256.isHex(a.sha256())
                || a.sizeBytes() < 0
                || a.sourceUrl() == null) {
            problems.add("has an input without url, size or checksum: " + input.sourceId());
        } else if (a.acquiredAtIso() == null
                || RunClock.parseIso(a.acquiredAtIso()).isEmpty()) {
            problems.add("has an input with an impossible acquired_at_iso: " + input.sourceId());
        }
    }
}
