package org.geoanomaly.gam.pipeline.source;

import java.util.Collection;
import org.geoanomaly.gam.pipeline.config.NearestName;

/** What the user probably meant, as the end of a sentence. */
final class NameHint {
    private NameHint() {}

    /** {@code "; did you mean 'x'?"} for a slip of the pen or the beginning of a name, or empty if nothing is near. */
    static String of(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .or(() ->
                        known.stream().filter(k -> k.startsWith(name)).sorted().findFirst())
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
    }
}
