package org.geoanomaly.gam.pipeline.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Entry;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (core schema) into nodes that know their place. Works on the events of the engine under Jackson's YAML module, because
 * that module gives back neither the quoting nor the exact place of a scalar. Tags, aliases, several documents, deep nesting and large
 * files are refused: a configuration needs none of them, and each is a way to make a small file cost much.
 */
final class YamlReader {
    static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 16;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,20}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,15}");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final String name;
    private final String[] lines;
    private final @Nullable Origin fixed;
    private final Iterator<Event> events;

    private YamlReader(String name, String text, @Nullable Origin fixed) {
        this.name = name;
        this.lines = text.split("\\R", -1);
        this.fixed = fixed;
        this.events = new Parse(LoadSettings.builder()
                        .setLabel(name)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .parseString(text)
                .iterator();
    }

    /** Reads a configuration file; an empty one is an empty mapping. */
    static Mapping readFile(Path file) {
        return readFile(file, "configuration", MAX_BYTES);
    }

    /** Reads a file of some kind, of at most {@code maxBytes}; an empty one is an empty mapping. */
    static Mapping readFile(Path file, String kind, int maxBytes) {
        ConfigNode root = parse(file.toString(), content(file, kind, maxBytes), null);
        boolean configuration = kind.equals("configuration");
        String contents = configuration ? "sections such as 'data:'" : "a mapping of keys";
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        if (root instanceof Scalar s && s.kind() == Kind.NULL) {
            return Mapping.empty(s.origin());
        }
        throw ConfigurationException.at(
                root.origin().excerpt(null),
                file + " is not a " + kind + ": expected " + contents + ", found " + root.found(),
                configuration ? "'gam check' without a file prints a complete configuration to start from" : null);
    }

    /** Reads the value of a variable or of {@code --set}; every part of it has the given origin. */
    static ConfigNode readValue(String text, Origin origin) {
        if (text.length() > MAX_BYTES) {
            throw ConfigurationException.at(origin.excerpt(null), "the value is longer than 1 MiB", null);
        }
        return parse(origin.describe(), text, origin);
    }

    private static String content(Path file, String kind, int maxBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new ConfigurationException(
                        file + " is larger than " + (maxBytes >> 20) + " MiB, so it is not a " + kind, null, null);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + " is not UTF-8 text, so it is not a " + kind, null, e);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("no " + kind + " file " + file, "check the path", e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
            throw new ConfigurationException("cannot read the " + kind + " " + file + ": " + why, null, e);
        }
    }

    private static ConfigNode parse(String name, String text, @Nullable Origin fixed) {
        YamlReader reader = new YamlReader(name, text, fixed);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            Origin place = reader.origin(mark, mark);
            String problem = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw ConfigurationException.at(place.excerpt(null), "not valid YAML: " + context + problem, null);
        } catch (YamlEngineException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new ConfigurationException(name + " is not valid YAML: " + why, null, e);
        }
    }

    private ConfigNode document() {
        ConfigNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                if (root != null) {
                    throw refused(event, "a second YAML document starts here", "keep one configuration in a file");
                }
                root = node(event, 0);
            }
        }
        return root != null ? root : new Scalar(Kind.NULL, "", false, origin(Optional.empty(), Optional.empty()));
    }

    private ConfigNode node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw refused(event, "nested deeper than " + MAX_DEPTH + " levels", null);
        }
        if (event instanceof AliasEvent) {
            throw refused(event, "YAML aliases are not accepted in a configuration", "write the value out");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), scalar);
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return resolve(scalar.getValue(), plain, origin(event));
        }
        if (event instanceof SequenceStartEvent start) {
            refuseTag(start.getTag(), start);
            List<ConfigNode> items = new ArrayList<>();
            Event next = events.next();
            while (next.getEventId() != Event.ID.SequenceEnd) {
                items.add(node(next, depth + 1));
                next = events.next();
            }
            return new Sequence(
                    items, start.isFlow() ? origin(start.getStartMark(), next.getEndMark()) : origin(start));
        }
        if (event instanceof MappingStartEvent start) {
            refuseTag(start.getTag(), start);
            return mapping(start, depth);
        }
        throw refused(event, "unexpected " + event.getEventId(), null);
    }

    private Mapping mapping(MappingStartEvent start, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            if (!(next instanceof ScalarEvent key)) {
                throw refused(next, "a key must be a plain word", null);
            }
            refuseTag(key.getTag(), key);
            Origin keyOrigin = origin(key);
            ConfigNode value = node(events.next(), depth + 1);
            Entry earlier = entries.putIfAbsent(key.getValue(), new Entry(keyOrigin, value));
            if (earlier != null) {
                throw refused(
                        key,
                        "key '" + key.getValue() + "' stands twice",
                        "the first one is at " + earlier.keyOrigin().describe() + "; keep one of them");
            }
            next = events.next();
        }
        return new Mapping(entries, start.isFlow() ? origin(start.getStartMark(), next.getEndMark()) : origin(start));
    }

    /** YAML 1.2 core schema: {@code no} is a word, {@code 010} is ten, {@code 0o10} is eight. */
    private static Scalar resolve(String text, boolean plain, Origin origin) {
        if (!plain) {
            return new Scalar(Kind.TEXT, text, true, origin);
        }
        if (OCTAL.matcher(text).matches()) {
            return new Scalar(Kind.INTEGER, String.valueOf(Long.parseLong(text.substring(2), 8)), false, origin);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return new Scalar(Kind.INTEGER, String.valueOf(Long.parseLong(text.substring(2), 16)), false, origin);
        }
        Kind kind =
                switch (text) {
                    case "", "~", "null", "Null", "NULL" -> Kind.NULL;
                    case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
                    default -> {
                        if (INTEGER.matcher(text).matches()) {
                            yield Kind.INTEGER;
                        }
                        boolean real = REAL.matcher(text).matches()
                                || NOT_FINITE.matcher(text).matches();
                        yield real ? Kind.REAL : Kind.TEXT;
                    }
                };
        return new Scalar(kind, text, false, origin);
    }

    private void refuseTag(Optional<?> tag, Event event) {
        if (tag.isPresent()) {
            throw refused(event, "YAML tags are not accepted in a configuration", "remove '" + tag.get() + "'");
        }
    }

    private ConfigurationException refused(Event event, String message, @Nullable String help) {
        return ConfigurationException.at(origin(event).excerpt(null), message, help);
    }

    private Origin origin(Event event) {
        return origin(event.getStartMark(), event.getEndMark());
    }

    private Origin origin(Optional<Mark> start, Optional<Mark> end) {
        if (fixed != null) {
            return fixed;
        }
        int line = start.map(Mark::getLine).orElse(0);
        int column = start.map(Mark::getColumn).orElse(0);
        String source = line < lines.length ? lines[line] : "";
        boolean sameLine = end.isPresent() && end.get().getLine() == line;
        int length = sameLine ? end.get().getColumn() - column : source.length() - column;
        return new Origin.InFile(name, line + 1, column, Math.max(1, length), source);
    }
}
