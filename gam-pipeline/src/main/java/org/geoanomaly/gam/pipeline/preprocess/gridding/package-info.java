/** From stations and grids to values, uncertainties and heights at the nodes of a tile's lattice. */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.gridding;

import org.jspecify.annotations.NullMarked;
