package org.geoanomaly.gam.pipeline.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads a source that is a web service. */
final class ServiceReader {
    /** Modalities that no FDSN service has. */
    private static final Set<String> OTHERS = Set.of("gravity", "magnetic", "insar", "topography", "main_field");

    private static final List<String> PHASES = List.of("P", "S");
    private static final double DEEPEST_KM = 800;

    private ServiceReader() {}

    static SourceSpec read(String modality, SectionReader s) {
        ConfigNode at = s.value("provider");
        if (OTHERS.contains(modality) && at != null) {
            s.problem(at, "provider", "services of earthquakes and stations have no " + modality, null, null);
        }
        @Nullable Instant start = time(s, "start");
        @Nullable Instant end = time(s, "end");
        ConfigNode endAt = s.value("end");
        if (start != null && end != null && !end.isAfter(start) && endAt != null) {
            s.problem(endAt, "end", "must be after start, " + start + "; found " + end, null, null);
        }
        List<String> phases = s.list("phases", item -> phase(s, item));
        return new SourceSpec.Service(
                s.text("provider", ""),
                s.text("station_provider"),
                String.valueOf(start),
                String.valueOf(end),
                s.number("min_magnitude", Limits.between(-5, 10)),
                s.number("max_depth_km", Limits.upTo(DEEPEST_KM)),
                phases == null || phases.isEmpty()
                        ? PHASES
                        : phases.stream().distinct().sorted().toList());
    }

    private static @Nullable String phase(SectionReader s, ConfigNode item) {
        String word = item instanceof Scalar scalar ? scalar.text().toUpperCase(Locale.ROOT) : "";
        if (PHASES.contains(word)) {
            return word;
        }
        s.problem(item, "phases", "must be of P and S, found " + item.found(), null, null);
        return null;
    }

    /** A date, or a date and time; UTC unless it names a zone. */
    private static @Nullable Instant time(SectionReader s, String key) {
        ConfigNode at = s.value(key);
        String text = s.text(key);
        if (at == null) {
            s.missing(key, "a service needs the time from start to end, such as " + key + ": 2019-01-01");
            return null;
        }
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            s.problem(
                    at,
                    key,
                    "expected a date such as 2019-01-31 or 2019-01-31T12:00:00Z, found " + at.found(),
                    null,
                    null);
            return null;
        }
    }
}
