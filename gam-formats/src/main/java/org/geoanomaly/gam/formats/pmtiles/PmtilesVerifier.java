package org.geoanomaly.gam.formats.pmtiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Checks what the specification demands of a whole archive and what its header claims, rule by rule. */
public final class PmtilesVerifier {
    private final List<PmtilesCheck> checks = new ArrayList<>();

    private PmtilesVerifier() {}

    /** All rules, in the order in which they were checked; a rule that cannot be checked because an earlier one failed is missing. */
    public static List<PmtilesCheck> verify(Path archive) throws IOException {
        PmtilesVerifier verifier = new PmtilesVerifier();
        String rule = "the header and the root directory are readable";
        try (PmtilesReader reader = PmtilesReader.open(archive)) {
            verifier.check(rule, Optional.empty());
            verifier.header(reader);
            rule = "metadata is a JSON object";
            verifier.metadata(rule, reader);
            rule = "directories are sound and ids ascend";
            EntrySurvey survey = new EntrySurvey();
            reader.forEachEntry(survey::add);
            verifier.check(rule, Optional.empty());
            verifier.entries(reader.header(), survey);
            rule = "contents are what the tile type says";
            verifier.contents(rule, reader, survey);
        } catch (DataFormatException e) {
            verifier.check(rule, Optional.of(String.valueOf(e.getMessage())));
        }
        return List.copyOf(verifier.checks);
    }

    private void check(String rule, Optional<String> problem) {
        checks.add(new PmtilesCheck(rule, problem));
    }

    private void require(String rule, boolean holds, String problem) {
        check(rule, holds ? Optional.empty() : Optional.of(problem));
    }

    private void header(PmtilesReader reader) {
        PmtilesHeader h = reader.header();
        List<Section> used = new ArrayList<>(List.of(
                new Section(0, PmtilesHeader.BYTES),
                h.rootDirectory(),
                h.metadata(),
                h.leafDirectories(),
                h.tileData()));
        used.removeIf(s -> s.length() == 0);
        used.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        boolean apart = true;
        for (int i = 1; i < used.size(); i++) {
            apart &= used.get(i).offset() >= used.get(i - 1).end();
        }
        require("sections do not overlap", apart, "two sections share bytes: " + used);
        Position sw = h.minPosition();
        Position ne = h.maxPosition();
        boolean sane = sw.longitude() >= -180
                && ne.longitude() <= 180
                && sw.latitude() >= -90
                && ne.latitude() <= 90
                && sw.longitude() <= ne.longitude()
                && sw.latitude() <= ne.latitude();
        require("bounds are on the globe", sane, "bounds are " + sw + " to " + ne);
    }

    private void metadata(String rule, PmtilesReader reader) throws IOException {
        String text = reader.metadata().strip();
        require(rule, JsonShape.isObject(text), "it is " + text.length() + " characters of something else");
    }

    private void entries(PmtilesHeader h, EntrySurvey s) {
        TileCounts c = h.counts();
        count("tiles", c.addressed(), s.addressed());
        count("entries", c.entries(), s.entries());
        count("contents", c.contents(), s.distinctContents());
        require(
                "tiles lie within the tile data",
                s.dataEnd() <= h.tileData().length(),
                "a tile ends at byte " + s.dataEnd() + " of " + h.tileData().length());
        require(
                "tiles span the zooms of the header",
                s.minZoom() == h.minZoom() && s.maxZoom() == h.maxZoom(),
                "tiles have zooms " + s.minZoom() + " to " + s.maxZoom() + ", the header says " + h.minZoom() + " to "
                        + h.maxZoom());
        require("every zoom has tiles", s.missingZoom() < 0, "zoom " + s.missingZoom() + " has none");
        if (h.clustered()) {
            require(
                    "contents lie in the order of ids, as the header says",
                    s.clustered(),
                    "tile " + s.firstUnclustered() + " does not follow the one before");
        }
    }

    private void count(String what, long claimed, long found) {
        require(
                "the header counts " + what + " rightly",
                claimed == 0 || claimed == found,
                "the header says " + claimed + " " + what + " but there are " + found);
    }

    private void contents(String rule, PmtilesReader reader, EntrySurvey survey) throws IOException {
        PmtilesHeader h = reader.header();
        if (h.tileType() != TileType.PNG || h.tileCompression() != Compression.NONE) {
            return;
        }
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G'};
        Optional<TileEntry> first = survey.first();
        if (first.isPresent()) {
            byte[] content = reader.content(first.get());
            require(
                    rule,
                    content.length > 4 && Arrays.equals(content, 0, 4, signature, 0, 4),
                    "tile " + first.get().tileId() + " is not a PNG picture");
        }
    }
}
