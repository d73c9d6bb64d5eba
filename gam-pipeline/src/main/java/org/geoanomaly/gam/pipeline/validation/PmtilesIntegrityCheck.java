package org.geoanomaly.gam.pipeline.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.formats.pmtiles.PmtilesCheck;
import org.geoanomaly.gam.formats.pmtiles.PmtilesHeader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesReader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesVerifier;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.webtile.WebTileCheck;
import org.geoanomaly.gam.pipeline.webtile.WebTileComparison;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkpoint 6: the web archive is sound, covers its zooms, says how codes become values, and shows the fused grid: a sample of tiles is
 * compared with it, pixel by pixel. Archives of physical values are held to the same.
 */
public final class PmtilesIntegrityCheck {
    public static final String NAME = "PMTiles";
    /** Codes by which a pixel may be off: the rounding of one code. */
    private static final int TOLERANCE = 1;
    /** Every how many tiles one is compared, beyond the lowest zooms. */
    private static final int SAMPLE = 61;

    private PmtilesIntegrityCheck() {}

    /**
     * Checks the archive of a layer's physical values: codes of 16 bits whose scale its own metadata state.
     *
     * @param values the grid that it shows
     */
    public static CheckResult checkValues(Path archive, FloatGrid values, Workers workers) {
        String subject = String.valueOf(archive.getFileName());
        List<Finding> findings = new ArrayList<>();
        String summary = "";
        try {
            if (!Files.isRegularFile(archive)) {
                return new CheckResult(NAME, "", List.of(Finding.error(subject, "is missing")));
            }
            for (PmtilesCheck check : PmtilesVerifier.verify(archive)) {
                check.problem().ifPresent(p -> findings.add(Finding.error(subject, check.rule() + ": " + p)));
            }
            Optional<WebTileScale> scale;
            try (PmtilesReader reader = PmtilesReader.open(archive)) {
                summary = describe(reader);
                scale = scale(subject, reader.metadata(), findings);
            }
            if (findings.isEmpty() && scale.isPresent()) {
                compare(subject, archive, values, scale.get(), workers, findings);
            }
        } catch (IOException | GamException e) {
            findings.add(Finding.error(subject, "cannot be read: " + e.getMessage()));
        }
        return new CheckResult(NAME, summary, findings);
    }

    private static Optional<WebTileScale> scale(String subject, String json, List<Finding> findings) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            double step = root.path("scale").doubleValue(Double.NaN);
            double offset = root.path("offset").doubleValue(Double.NaN);
            if (step > 0 && Double.isFinite(offset + step * WebTileScale.LAST_OF_16_BITS)) {
                int last = WebTileScale.LAST_OF_16_BITS;
                return Optional.of(new WebTileScale(offset, offset + last * step, last));
            }
            findings.add(Finding.error(subject, "does not say how its codes become values"));
        } catch (JacksonException e) {
            findings.add(Finding.error(subject, "its metadata are no JSON: " + e.getOriginalMessage()));
        }
        return Optional.empty();
    }

    /**
     * Checks the archive of the fused index.
     *
     * @param fused the grid that it shows
     * @param minZoom lowest zoom asked for
     * @param maxZoom highest zoom asked for
     */
    public static CheckResult check(Path archive, FloatGrid fused, int minZoom, int maxZoom, Workers workers) {
        String subject = String.valueOf(archive.getFileName());
        List<Finding> findings = new ArrayList<>();
        String summary = "";
        try {
            if (!Files.isRegularFile(archive)) {
                return new CheckResult(NAME, "", List.of(Finding.error(subject, "is missing")));
            }
            for (PmtilesCheck check : PmtilesVerifier.verify(archive)) {
                check.problem().ifPresent(p -> findings.add(Finding.error(subject, check.rule() + ": " + p)));
            }
            try (PmtilesReader reader = PmtilesReader.open(archive)) {
                summary = describe(reader);
                zooms(subject, reader.header(), minZoom, maxZoom, findings);
                metadata(subject, reader.metadata(), findings);
            }
            if (findings.isEmpty()) {
                compare(subject, archive, fused, WebTileScale.FUSED_Z, workers, findings);
            }
        } catch (IOException | GamException e) {
            findings.add(Finding.error(subject, "cannot be read: " + e.getMessage()));
        }
        return new CheckResult(NAME, summary, findings);
    }

    private static String describe(PmtilesReader reader) throws IOException {
        PmtilesHeader h = reader.header();
        return String.format(
                Locale.ROOT,
                "z%d..%d, %,d tiles, %.0f MB",
                h.minZoom(),
                h.maxZoom(),
                h.counts().addressed(),
                reader.fileSize() / 1e6);
    }

    private static void zooms(String subject, PmtilesHeader header, int minZoom, int maxZoom, List<Finding> findings) {
        if (header.minZoom() != minZoom || header.maxZoom() != maxZoom) {
            findings.add(Finding.error(
                    subject,
                    "covers zooms " + header.minZoom() + ".." + header.maxZoom() + ", not " + minZoom + ".."
                            + maxZoom));
        }
    }

    private static void metadata(String subject, String json, List<Finding> findings) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            for (String key : List.of("scale", "offset", "min", "max")) {
                if (!root.path(key).isNumber()) {
                    findings.add(Finding.error(subject, "its metadata lack the number '" + key + "'"));
                }
            }
            double scale = root.path("scale").doubleValue(0);
            double offset = root.path("offset").doubleValue(0);
            if (Math.abs(offset + 6) > 1e-9 || Math.abs(255 * scale - 12) > 1e-9) {
                findings.add(Finding.error(
                        subject,
                        "says value = code * " + scale + " + " + offset + ", which does not map 0..255 to -6..6"));
            }
        } catch (JacksonException e) {
            findings.add(Finding.error(subject, "its metadata are no JSON: " + e.getOriginalMessage()));
        }
    }

    private static void compare(
            String subject, Path archive, FloatGrid grid, WebTileScale scale, Workers workers, List<Finding> findings)
            throws IOException {
        WebTileComparison c = WebTileCheck.compare(archive, grid, scale, SAMPLE, workers);
        if (!c.within(TOLERANCE)) {
            findings.add(Finding.error(
                    subject,
                    "does not show the " + (scale.equals(WebTileScale.FUSED_Z) ? "fused" : "layer's") + " grid: of "
                            + c.tiles() + " tiles compared " + c.missing()
                            + " are missing, "
                            + c.surplus() + " too many, " + c.holeDifferences()
                            + " pixels are holes in one only, and codes differ by up to "
                            + c.maxCodeDifference() + (c.worst().isEmpty() ? "" : " (" + c.worst() + ")")));
        }
    }
}
