/**
 * What a plugin may supply: a data source, a preprocessor, an inverter, a fusion of models, a visualizer, an executor of tiles. All are found by {@link
 * java.util.ServiceLoader}, the built-in ones too, and chosen by the configuration through their {@code id}. Implementations need a public
 * constructor without parameters, keep no state between calls and may be called by several threads at once, one call for each tile or
 * modality. Failures that a user can mend are thrown as {@link org.geoanomaly.gam.grid.error.GamException}.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.spi;

import org.jspecify.annotations.NullMarked;
