package org.geoanomaly.gam.pipeline.config;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;
import org.jspecify.annotations.Nullable;

/** Reads a box as {@code [south, north, west, east]} or with named keys, and guesses what was meant by an impossible one. */
final class BoundingBoxReader {
    private static final String ORDER = "order is south, north, west, east";
    private static final List<String> NAMES = List.of("south", "north", "west", "east");

    /** Orders that people write by habit, as indices of south, north, west, east in what they wrote. */
    private static final int[][] HABITS = {{1, 0, 2, 3}, {1, 3, 0, 2}, {2, 3, 0, 1}, {0, 2, 1, 3}, {0, 1, 3, 2}};

    private final SectionReader in;
    private final String key;

    private BoundingBoxReader(SectionReader in, String key) {
        this.in = in;
        this.key = key;
    }

    static @Nullable BoundingBox read(SectionReader in, String key) {
        BoundingBoxReader reader = new BoundingBoxReader(in, key);
        ConfigNode value = in.value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Mapping) {
            return in.section(key, s -> reader.named(s, value));
        }
        return reader.listed(value);
    }

    private @Nullable BoundingBox named(SectionReader s, ConfigNode whole) {
        double[] v = new double[4];
        boolean complete = true;
        for (int i = 0; i < 4; i++) {
            String name = NAMES.get(i);
            Double number = s.number(name, Limits.FINITE);
            if (s.value(name) == null) {
                s.missing(name, "a box needs south, north, west and east");
            }
            complete &= number != null;
            v[i] = number == null ? 0 : number;
        }
        return complete ? box(v, whole, true) : null;
    }

    private @Nullable BoundingBox listed(ConfigNode value) {
        if (!(value instanceof Sequence list)) {
            in.problem(value, key, "expected four numbers or named keys, found " + value.found(), ORDER, null);
            return null;
        }
        if (list.items().size() != 4) {
            in.problem(value, key, "needs four numbers, found " + list.items().size(), ORDER, null);
            return null;
        }
        double[] v = new double[4];
        for (int i = 0; i < 4; i++) {
            Double number = in.number(list.items().get(i), key, Limits.FINITE);
            if (number == null) {
                return null;
            }
            v[i] = number;
        }
        return box(v, value, false);
    }

    private @Nullable BoundingBox box(double[] v, ConfigNode at, boolean named) {
        String problem = problem(v);
        if (problem == null) {
            return new BoundingBox(v[0], v[1], v[2], v[3]);
        }
        in.problem(at, key, problem, named ? null : ORDER, guess(v, named));
        return null;
    }

    private static @Nullable String problem(double[] v) {
        for (int i = 0; i < 4; i++) {
            int limit = i < 2 ? 90 : 180;
            if (Math.abs(v[i]) > limit) {
                return NAMES.get(i) + " " + v[i] + " is not within -" + limit + ".." + limit;
            }
        }
        if (v[0] >= v[1]) {
            return "south " + v[0] + " is not below north " + v[1];
        }
        return v[2] == v[3] ? "west " + v[2] + " equals east, so the box is empty" : null;
    }

    private static @Nullable String guess(double[] v, boolean named) {
        for (int[] order : HABITS) {
            double[] meant = {v[order[0]], v[order[1]], v[order[2]], v[order[3]]};
            if (problem(meant) == null && meant[2] < meant[3]) {
                return named
                        ? String.format(
                                "did you mean {south: %s, north: %s, west: %s, east: %s}?",
                                meant[0], meant[1], meant[2], meant[3])
                        : "did you mean " + Arrays.toString(meant) + "?";
            }
        }
        return null;
    }
}
