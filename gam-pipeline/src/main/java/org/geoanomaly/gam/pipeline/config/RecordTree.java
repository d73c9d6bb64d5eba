package org.geoanomaly.gam.pipeline.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Entry;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;
import org.jspecify.annotations.Nullable;

/** Turns records into a tree of plain values: the way back from the typed configuration to text. */
final class RecordTree {
    private static final Origin DEFAULT = new Origin.Default();

    private RecordTree() {}

    /** A map whose entries stand beside the other components of the record. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Flat {}

    /**
     * The tree of a record, list, map with text keys, number, word, flag, enum or path. Names are written in snake
     * case.
     */
    static ConfigNode of(Object value) {
        if (value instanceof SourceSpec.Catalogued catalogued && catalogued.plain()) {
            return scalar(Kind.TEXT, catalogued.id());
        }
        if (value instanceof SourceSpec.Plugged plugged) {
            return plugged(plugged);
        }
        if (value instanceof Unit unit) {
            return scalar(Kind.TEXT, unit.symbol());
        }
        if (value instanceof Record record) {
            return mapping(record);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            map.forEach((k, v) -> entries.put(String.valueOf(k), new Entry(DEFAULT, of(v))));
            return new Mapping(entries, DEFAULT);
        }
        if (value instanceof Collection<?> items) {
            List<ConfigNode> nodes = new ArrayList<>();
            items.forEach(item -> nodes.add(of(item)));
            return new Sequence(nodes, DEFAULT);
        }
        if (value instanceof Boolean) {
            return scalar(Kind.BOOLEAN, value.toString());
        }
        if (value instanceof Integer || value instanceof Long) {
            return scalar(Kind.INTEGER, value.toString());
        }
        if (value instanceof Double number) {
            return scalar(Kind.REAL, real(number));
        }
        if (value instanceof Path path) {
            return scalar(Kind.TEXT, path.toString().replace('\\', '/'));
        }
        if (value instanceof String || value instanceof Enum<?>) {
            return scalar(Kind.TEXT, value.toString());
        }
        throw new IllegalArgumentException("no plain form of " + value.getClass());
    }

    private static ConfigNode plugged(SourceSpec.Plugged source) {
        Scalar id = scalar(Kind.TEXT, source.id());
        if (source.options().getClass().getRecordComponents().length == 0) {
            return id;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("id", new Entry(DEFAULT, id));
        entries.putAll(mapping(source.options()).entries());
        return new Mapping(entries, DEFAULT);
    }

    private static Scalar scalar(Kind kind, String text) {
        return new Scalar(kind, text, false, DEFAULT);
    }

    private static Mapping mapping(Record record) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component(record, component);
            ConfigNode node = value == null ? scalar(Kind.NULL, "null") : of(value);
            if (component.isAnnotationPresent(Flat.class) && node instanceof Mapping flat) {
                entries.putAll(flat.entries());
            } else {
                entries.put(snakeCase(component.getName()), new Entry(DEFAULT, node));
            }
        }
        return new Mapping(entries, DEFAULT);
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The shortest decimal that reads back as the same number; the same on every Java version, unlike {@code Double.toString}. */
    static String real(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number: " + value);
        }
        if (value == 0) {
            return "0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        double size = Math.abs(value);
        if (size >= 1e-6 && size < 1e15) {
            String plain = shortest.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        String digits = stripped.movePointLeft(exponent).toPlainString();
        return (digits.contains(".") ? digits : digits + ".0") + "e" + exponent;
    }
}
