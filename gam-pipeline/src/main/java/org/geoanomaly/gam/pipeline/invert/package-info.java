/** The inversion alone: a table of observations in, a model with its standard deviation and a report of the fit out. */
@NullMarked
package org.geoanomaly.gam.pipeline.invert;

import org.jspecify.annotations.NullMarked;
