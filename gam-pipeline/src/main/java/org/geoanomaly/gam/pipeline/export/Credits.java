package org.geoanomaly.gam.pipeline.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.store.RunClock;

/** What every raster says about where it comes from: run, sources, licences, citations. */
final class Credits {
    /** Inputs that serve several modalities instead of being one. */
    private static final Set<String> SHARED = Set.of("topography", "main_field");

    private final RegionResult result;

    Credits(RegionResult result) {
        this.result = result;
    }

    /** Items for a product of one modality. */
    Map<String, String> of(String modality) {
        return items(List.of(modality));
    }

    /** Items for a product of all modalities. */
    Map<String, String> ofAll() {
        return items(result.modalities().stream().map(ModalityResult::modality).toList());
    }

    private Map<String, String> items(List<String> modalities) {
        Map<String, String> items = new LinkedHashMap<>();
        add(
                items,
                "source",
                join(modalities, r -> r.source().id() + ": " + r.source().title() + " [sha256 " + r.sha256() + "]"));
        add(items, "source_url", join(modalities, ResolvedSource::url));
        add(items, "license", join(modalities, ResolvedSource::license));
        add(items, "references", join(modalities, ResolvedSource::citation));
        add(
                items,
                "ancillary_sources",
                join(
                        List.copyOf(SHARED.stream().sorted().toList()),
                        r -> r.source().id()));
        items.put("run_id", result.run().id());
        items.put("processed_at", RunClock.iso(result.run().start()));
        items.put("software", "GeoAnomalyMapper " + ProgramVersion.text());
        return items;
    }

    private static void add(Map<String, String> items, String name, String text) {
        if (!text.isEmpty()) {
            items.put(name, text);
        }
    }

    private String join(List<String> modalities, Function<ResolvedSource, String> part) {
        return modalities.stream()
                .flatMap(m ->
                        result.run().inputs().stream().filter(i -> i.modality().equals(m)))
                .map(i -> plain(part.apply(i.source())))
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** One line without characters that XML or a terminal cannot bear; sources are described by their users. */
    private static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE
                                || (c & 0xFFFE) == 0xFFFE
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
