package org.geoanomaly.gam.pipeline.fetch;

import java.nio.file.Path;

/**
 * A file that arrived whole.
 *
 * @param file where it is
 * @param sha256 of its content
 * @param size bytes
 * @param resumed whether a part of it came in an earlier attempt
 */
public record Downloaded(Path file, String sha256, long size, boolean resumed) {}
