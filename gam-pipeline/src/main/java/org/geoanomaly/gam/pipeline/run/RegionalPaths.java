package org.geoanomaly.gam.pipeline.run;

import java.nio.file.Path;

/**
 * Where a regional run writes.
 *
 * @param root {@code core.output_dir}
 */
public record RegionalPaths(Path root) {
    /** Lines of JSON about the course of the run. */
    public Path log() {
        return root.resolve("logs/gam.log");
    }

    public Path manifest() {
        return root.resolve("manifest.json");
    }

    public Path report() {
        return root.resolve("report.html");
    }

    public Path maps() {
        return root.resolve("maps");
    }

    /** Start of the run, kept when it is resumed. */
    Path state() {
        return root.resolve("work/run.json");
    }

    /** Products of single stages. */
    Path work() {
        return root.resolve("work");
    }

    /** What jobs elsewhere need besides raw data; there only while tiles are made. */
    Path sent() {
        return root.resolve("work/sent");
    }

    Path scratch() {
        return root.resolve("work/scratch");
    }
}
