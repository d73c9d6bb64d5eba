/**
 * The configuration of a run: one record for each section of the YAML file, every key with a default. {@link
 * org.geoanomaly.gam.pipeline.config.ConfigLoader} layers <em>defaults, file, environment, {@code --set}, dedicated options</em>, checks
 * every value, and remembers where each one came from; an error shows the line and what would have been right. {@link
 * org.geoanomaly.gam.pipeline.config.CanonicalJson} writes a configuration, or any slice of it, as text that is the same on every machine.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.config;

import org.jspecify.annotations.NullMarked;
