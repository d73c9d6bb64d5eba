package org.geoanomaly.gam.pipeline.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The time that products carry: the start of the run, or the instant that {@code SOURCE_DATE_EPOCH} fixes (seconds since 1970, see
 * reproducible-builds.org). Whole seconds, UTC. A run that is resumed passes its recorded start on instead of asking again.
 */
public final class RunClock {
    public static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private final @Nullable Instant fixed;
    private final InstantSource source;

    public RunClock(Map<String, String> environment, InstantSource source) {
        this.fixed = parse(environment.get(VARIABLE));
        this.source = source;
    }

    /** The clock of this process and its environment. */
    public static RunClock system() {
        return new RunClock(System.getenv(), InstantSource.system());
    }

    /** The start of a run that begins now. */
    public Instant start() {
        return fixed != null ? fixed : source.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A file's own time in whole seconds, but never later than {@code SOURCE_DATE_EPOCH} where that is set. */
    public Instant clamp(Instant time) {
        Instant seconds = time.truncatedTo(ChronoUnit.SECONDS);
        return fixed != null && seconds.isAfter(fixed) ? fixed : seconds;
    }

    /** The form that files carry, such as {@code 2026-01-02T03:04:05Z}. */
    public static String iso(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Reads what {@link #iso} writes; empty if the text is no instant. */
    public static Optional<Instant> parseIso(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant time = Instant.ofEpochSecond(Long.parseLong(text.trim()));
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (NumberFormatException | DateTimeException e) {
            throw new ConfigurationException(
                    VARIABLE + "='" + text + "' is not a number of seconds since 1970",
                    "set it to a value such as " + VARIABLE + "=1767225600, or unset it",
                    e);
        }
    }
}
