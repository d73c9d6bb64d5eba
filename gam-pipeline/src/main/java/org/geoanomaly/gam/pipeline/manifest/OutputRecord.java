package org.geoanomaly.gam.pipeline.manifest;

import org.geoanomaly.gam.pipeline.store.ProductFile;

/**
 * One file that the run wrote.
 *
 * @param path relative to the output directory, with {@code /}
 * @param sha256 of its content
 * @param sizeBytes of its content
 */
public record OutputRecord(String path, String sha256, long sizeBytes) {
    public static OutputRecord of(ProductFile file) {
        return new OutputRecord(file.path(), file.sha256(), file.size());
    }
}
