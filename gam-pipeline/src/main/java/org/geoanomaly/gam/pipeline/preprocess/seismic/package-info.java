/** From travel times as bulletins give them to observations below a tile: selection, unit check, outliers, uncertainties. */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.seismic;

import org.jspecify.annotations.NullMarked;
