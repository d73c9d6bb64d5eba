package org.geoanomaly.gam.pipeline.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Binds a mapping to a plugin's record of options. The record tells everything: names and types of the keys by its components, ranges by
 * {@link Key}, defaults by the instance, what belongs together by its constructor.
 */
final class OptionsReader {
    private static final String TYPES =
            "boolean, int, long, double, their boxes, String, Path, Unit, an enum, a record, or a List of String, Path, Integer, Double";

    private final InputPaths paths;

    OptionsReader(InputPaths paths) {
        this.paths = paths;
    }

    /**
     * Whether a record can be bound at all.
     *
     * @throws IllegalArgumentException if not, saying which component is in the way
     */
    static void check(Record defaults) {
        checkTypes(defaults);
        RecordTree.of(defaults);
    }

    private static void checkTypes(Record defaults) {
        for (RecordComponent c : defaults.getClass().getRecordComponents()) {
            Object value = value(defaults, c);
            if (value instanceof Record inner) {
                checkTypes(inner);
            } else if (Record.class.isAssignableFrom(c.getType())) {
                throw new IllegalArgumentException("its option '" + c.getName() + "' needs a default that is not null");
            } else if (!known(c)) {
                throw new IllegalArgumentException("its option '" + c.getName() + "' is a "
                        + c.getGenericType().getTypeName() + ", which has no form in YAML; use " + TYPES);
            }
        }
    }

    private static boolean known(RecordComponent c) {
        Class<?> type = c.getType();
        List<Class<?>> plain = List.of(
                boolean.class,
                Boolean.class,
                int.class,
                Integer.class,
                long.class,
                Long.class,
                double.class,
                Double.class,
                String.class,
                Path.class,
                Unit.class);
        if (type == List.class) {
            return List.of(String.class, Path.class, Integer.class, Double.class)
                    .contains(item(c));
        }
        return plain.contains(type) || type.isEnum();
    }

    private static @Nullable Type item(RecordComponent c) {
        return c.getGenericType() instanceof ParameterizedType p && p.getActualTypeArguments().length == 1
                ? p.getActualTypeArguments()[0]
                : null;
    }

    /** The record with what the mapping says in place of its defaults. */
    Record read(SectionReader in, Record defaults) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        int before = in.problems();
        for (int i = 0; i < components.length; i++) {
            values[i] = read(in, components[i], value(defaults, components[i]));
        }
        return in.problems() > before ? defaults : construct(in, defaults, components, values);
    }

    private static Record construct(
            SectionReader in, Record defaults, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            String told = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
            in.wrong(told == null ? "is refused by the plugin: " + cause : told);
            return defaults;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot make a " + defaults.getClass().getName(), e);
        }
    }

    private @Nullable Object read(SectionReader in, RecordComponent c, @Nullable Object otherwise) {
        String key = RecordTree.snakeCase(c.getName());
        Key limits = c.getAnnotation(Key.class);
        ConfigNode written = in.value(key);
        if (written == null) {
            if (limits != null && limits.required()) {
                in.missing(key, limits.help().isEmpty() ? null : limits.help());
            }
            if (otherwise instanceof Record inner) {
                return in.section(key, s -> read(s, inner));
            }
            return otherwise;
        }
        if (otherwise instanceof Record inner) {
            return in.section(key, s -> read(s, inner));
        }
        return scalar(in, c, key, written, limits, otherwise);
    }

    private @Nullable Object scalar(
            SectionReader in,
            RecordComponent c,
            String key,
            ConfigNode written,
            @Nullable Key limits,
            @Nullable Object otherwise) {
        Class<?> type = c.getType();
        if (type == boolean.class || type == Boolean.class) {
            return in.flag(key, Boolean.TRUE.equals(otherwise));
        }
        if (type == int.class || type == Integer.class) {
            return (int) whole(in, key, otherwise, limits, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return whole(in, key, otherwise, limits, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            Double number = in.number(key, limits(limits));
            return number == null ? otherwise : number;
        }
        if (type == String.class) {
            String text = in.text(key);
            return text == null ? otherwise : text;
        }
        if (type == Path.class) {
            Path path = paths.resolve(in, written, key);
            return path == null ? otherwise : path;
        }
        if (type == Unit.class) {
            Unit unit = DataReader.unit(in);
            return unit == null ? otherwise : unit;
        }
        return type == List.class ? list(in, c, key, limits, otherwise) : word(in, type, key, written, otherwise);
    }

    private @Nullable Object list(
            SectionReader in, RecordComponent c, String key, @Nullable Key limits, @Nullable Object otherwise) {
        Type item = item(c);
        List<?> read = null;
        if (item == Path.class) {
            read = in.list(key, node -> paths.resolve(in, node, key));
        } else if (item == Integer.class) {
            long[] range = range(limits, Integer.MIN_VALUE, Integer.MAX_VALUE);
            read = in.integers(key, List.of(), (int) range[0], (int) range[1]);
        } else if (item == Double.class) {
            read = in.list(key, node -> in.number(node, key, limits(limits)));
        } else {
            read = in.texts(key, List.of());
        }
        return read == null ? otherwise : read;
    }

    private static @Nullable Object word(
            SectionReader in, Class<?> type, String key, ConfigNode written, @Nullable Object otherwise) {
        Object[] all = type.getEnumConstants();
        List<String> names = Arrays.stream(all)
                .map(o -> o.toString().toLowerCase(Locale.ROOT).replace('-', '_'))
                .toList();
        String text = written instanceof ConfigNode.Scalar s ? s.text().replace('-', '_') : "";
        for (int i = 0; i < all.length; i++) {
            if (names.get(i).equalsIgnoreCase(text)) {
                return all[i];
            }
        }
        String help = NearestName.of(text, names)
                .map(n -> "did you mean '" + n + "'?")
                .orElse(null);
        in.problem(
                written, key, "must be one of " + String.join(", ", names) + "; found " + written.found(), null, help);
        return otherwise;
    }

    private static long whole(
            SectionReader in, String key, @Nullable Object otherwise, @Nullable Key limits, long least, long most) {
        long[] range = range(limits, least, most);
        long usual = otherwise instanceof Number n ? n.longValue() : range[0];
        return in.whole(key, usual, range[0], range[1]);
    }

    private static long[] range(@Nullable Key limits, long least, long most) {
        if (limits == null) {
            return new long[] {least, most};
        }
        double min = limits.above() ? Math.floor(limits.min()) + 1 : Math.ceil(limits.min());
        return new long[] {Math.max(least, (long) min), Math.min(most, (long) Math.floor(limits.max()))};
    }

    private static Limits limits(@Nullable Key key) {
        return key == null ? Limits.FINITE : new Limits(key.min(), key.max(), key.above());
    }

    private static @Nullable Object value(Record record, RecordComponent c) {
        try {
            Method accessor = c.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + c, e);
        }
    }
}
