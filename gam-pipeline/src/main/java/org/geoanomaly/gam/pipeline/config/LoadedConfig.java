package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A checked configuration and where its values came from.
 *
 * @param file the file it was read from, null if there was none
 * @param provenance of every value
 */
public record LoadedConfig(GamConfig config, @Nullable Path file, Provenance provenance) {}
