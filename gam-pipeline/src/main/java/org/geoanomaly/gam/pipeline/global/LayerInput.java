package org.geoanomaly.gam.pipeline.global;

import java.nio.file.Path;
import java.time.Instant;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * An input file that is there and verified, and what the configuration or the catalogue says about it.
 *
 * @param layer which layer it feeds
 * @param file the file
 * @param source what products say about it
 * @param size of the file in bytes
 * @param acquiredAt when it came here
 * @param reading how to read it
 * @param synthetic whether its values are made up
 * @param model how to compute the layer if the file holds coefficients, null if it holds a grid
 */
public record LayerInput(
        Layer layer,
        Path file,
        SourceRef source,
        long size,
        Instant acquiredAt,
        ReadingHints reading,
        boolean synthetic,
        @Nullable ModelReading model) {

    /** A grid. */
    public LayerInput(
            Layer layer,
            Path file,
            SourceRef source,
            long size,
            Instant acquiredAt,
            ReadingHints reading,
            boolean synthetic) {
        this(layer, file, source, size, acquiredAt, reading, synthetic, null);
    }
}
