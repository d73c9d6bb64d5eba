/**
 * The built-in preprocessor: from readings or grids as they were published to observations of an anomaly on the lattice of a tile. Each step is a
 * function of values in a package of its own; {@link org.geoanomaly.gam.pipeline.preprocess.StandardPreprocessor} says in which order they come.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess;

import org.jspecify.annotations.NullMarked;
