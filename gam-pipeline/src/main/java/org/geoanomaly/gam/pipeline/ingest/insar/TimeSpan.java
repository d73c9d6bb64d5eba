package org.geoanomaly.gam.pipeline.ingest.insar;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/** The two dates between which a displacement happened. */
record TimeSpan(LocalDate first, LocalDate second) {
    private static final double YEAR = 365.25;

    /** As in {@code 20180106-20180518}, {@code 20180106_20180518.geo.unw.tif} and {@code S1AA_20180106T004021_20180518T004023_…}. */
    private static final Pattern IN_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{6})(?:T\\d{6}Z?)?[-_]((?:19|20)\\d{6})(?!\\d)");

    /** From the tags that PyRate writes, else from the name of the file. */
    static Optional<TimeSpan> of(Map<String, String> tags, Path product) {
        Optional<LocalDate> first = date(tags.getOrDefault("FIRST_DATE", ""), DateTimeFormatter.ISO_LOCAL_DATE);
        Optional<LocalDate> second = date(tags.getOrDefault("SECOND_DATE", ""), DateTimeFormatter.ISO_LOCAL_DATE);
        Matcher name = IN_NAME.matcher(String.valueOf(product.getFileName()));
        if ((first.isEmpty() || second.isEmpty()) && name.find()) {
            first = date(name.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            second = date(name.group(2), DateTimeFormatter.BASIC_ISO_DATE);
        }
        return first.isPresent() && second.isPresent() && !first.get().equals(second.get())
                ? Optional.of(new TimeSpan(first.get(), second.get()))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter format) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Years from the first to the second date; negative if the second is the earlier. */
    double years() {
        return ChronoUnit.DAYS.between(first, second) / YEAR;
    }

    /**
     * Years over which a displacement is to be spread to give a velocity; empty if the configuration does not ask for one.
     *
     * @throws ConfigurationException if it asks, and the dates are unknown
     */
    static Optional<Double> asked(SourceSpec.Scene scene, Optional<TimeSpan> span, String name) {
        if (!"los_velocity".equals(scene.quantity())) {
            return Optional.empty();
        }
        if (span.isEmpty()) {
            throw new ConfigurationException(
                    "data.sources.insar: " + name + " is to be read as velocity, and its two dates are not known",
                    "keep the product's own name, which has them, or read it as los_displacement",
                    null);
        }
        return Optional.of(span.get().years());
    }
}
