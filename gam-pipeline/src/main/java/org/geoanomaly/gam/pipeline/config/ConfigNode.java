package org.geoanomaly.gam.pipeline.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as written, with its origin: what lies between the text and the typed records. */
sealed interface ConfigNode {
    Origin origin();

    /** In words, for an error: {@code 'abc'}, {@code a list}. */
    String found();

    /** What a scalar is according to the core schema of YAML 1.2. */
    enum Kind {
        NULL,
        BOOLEAN,
        INTEGER,
        REAL,
        TEXT
    }

    record Scalar(Kind kind, String text, boolean quoted, Origin origin) implements ConfigNode {
        @Override
        public String found() {
            return kind == Kind.NULL ? "nothing" : quoted ? "the text '" + text + "'" : "'" + text + "'";
        }
    }

    record Sequence(List<ConfigNode> items, Origin origin) implements ConfigNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }
    }

    /** Keys in the order written. */
    record Mapping(Map<String, Entry> entries, Origin origin) implements ConfigNode {
        @Override
        public String found() {
            return "a mapping";
        }

        static Mapping empty(Origin origin) {
            return new Mapping(new LinkedHashMap<>(), origin);
        }

        /** This mapping with another laid over it: mappings are merged key by key, everything else is replaced. */
        Mapping overlaidBy(Mapping upper) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            upper.entries.forEach((key, entry) -> merged.merge(key, entry, Entry::overlaidBy));
            return new Mapping(merged, origin);
        }
    }

    /** A value and where its key stands. */
    record Entry(Origin keyOrigin, ConfigNode value) {
        private Entry overlaidBy(Entry upper) {
            if (value instanceof Mapping below && upper.value instanceof Mapping above) {
                return new Entry(keyOrigin, below.overlaidBy(above));
            }
            return upper;
        }
    }
}
