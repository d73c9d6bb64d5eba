package org.geoanomaly.gam.pipeline.config;

import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;

/** For each leaf of a configuration where its value came from. */
public final class Provenance {
    private static final Origin DEFAULT = new Origin.Default();
    private final Map<String, Origin> origins = new TreeMap<>();

    Provenance(Mapping written) {
        collect(written, "");
    }

    private void collect(Mapping mapping, String prefix) {
        mapping.entries().forEach((key, entry) -> {
            String path = prefix + key;
            if (entry.value() instanceof Mapping inner) {
                collect(inner, path + ".");
            } else if (!(entry.value() instanceof Scalar s && s.kind() == Kind.NULL)) {
                origins.put(path, entry.value().origin());
            }
        });
    }

    /** Where the value at a path such as {@code core.seed} came from; a part of a list or box has the origin of the whole. */
    public Origin of(String path) {
        for (String p = path; !p.isEmpty(); p = p.substring(0, Math.max(0, p.lastIndexOf('.')))) {
            Origin origin = origins.get(p);
            if (origin != null) {
                return origin;
            }
        }
        return DEFAULT;
    }

    /** How many values somebody gave. */
    public int given() {
        return origins.size();
    }
}
