package org.geoanomaly.gam.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * The fields of a log line: {@code timestamp level stage tile_id duration_ms message module}, then {@code extra} with any other
 * key-value pairs, then {@code stack_trace}. The first seven are always there; stage, tile and duration are null where they say nothing.
 */
final class LogFields extends AbstractJsonProvider<ILoggingEvent> {
    private static final String STAGE = "stage";
    private static final String TILE_ID = "tile_id";
    private static final String DURATION_MS = "duration_ms";
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public void writeTo(JsonGenerator json, ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        json.writeStringProperty("timestamp", TIMESTAMP.format(event.getInstant()));
        json.writeStringProperty("level", level(event.getLevel()));
        Object stage = find(pairs, STAGE);
        write(json, STAGE, stage == null ? null : LogStages.of(stage.toString()));
        write(json, TILE_ID, find(pairs, TILE_ID));
        write(json, DURATION_MS, find(pairs, DURATION_MS));
        json.writeStringProperty("message", event.getFormattedMessage());
        json.writeStringProperty("module", event.getLoggerName());
        writeExtra(json, pairs);
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            json.writeStringProperty("stack_trace", ThrowableProxyUtil.asString(thrown));
        }
    }

    private static String level(Level level) {
        return level.equals(Level.WARN) ? "WARNING" : level.toString();
    }

    private static @Nullable Object find(List<KeyValuePair> pairs, String key) {
        for (KeyValuePair pair : pairs) {
            if (pair.key.equals(key)) {
                return pair.value;
            }
        }
        return null;
    }

    private static void writeExtra(JsonGenerator json, List<KeyValuePair> pairs) {
        boolean open = false;
        for (KeyValuePair pair : pairs) {
            if (!pair.key.equals(STAGE) && !pair.key.equals(TILE_ID) && !pair.key.equals(DURATION_MS)) {
                if (!open) {
                    json.writeObjectPropertyStart("extra");
                    open = true;
                }
                write(json, pair.key, pair.value);
            }
        }
        if (open) {
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String key, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumberProperty(key, ((Number) value).longValue());
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            json.writeNumberProperty(key, number.doubleValue());
        } else if (value instanceof Boolean flag) {
            json.writeBooleanProperty(key, flag);
        } else {
            json.writeStringProperty(key, value.toString());
        }
    }
}
