package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.pipeline.config.NoOptions;

/** What every plugin says about itself. Each answer is the same whenever it is asked, and costs nothing. */
public interface Plugin {
    /** Version of these interfaces; it grows when an implementation compiled against an older one would no longer work. */
    int VERSION = 2;

    /** Name by which the configuration chooses it: lower-case letters, digits and hyphens. Unique among plugins of one kind. */
    String id();

    /**
     * The version of these interfaces that it was compiled against: {@code return Plugin.VERSION;}. Written by every plugin itself, because
     * only then the compiler puts the number of that time into the plugin.
     */
    int spiVersion();

    /**
     * Its options at their defaults: a public record of its own, each component a key of the configuration in snake case, of type boolean,
     * int, long, double, their boxes, String, {@link java.nio.file.Path}, {@link org.geoanomaly.gam.grid.unit.Unit}, an enum, a record, or a
     * list of String, Path, Integer or Double; {@link org.geoanomaly.gam.pipeline.config.Key} narrows the range. A default of null means
     * that the key may be absent. What the user writes is bound to a record of the same class, with the same messages as the program's own
     * keys, and comes back in the context or the request of each call.
     */
    default Record options() {
        return NoOptions.NONE;
    }
}
