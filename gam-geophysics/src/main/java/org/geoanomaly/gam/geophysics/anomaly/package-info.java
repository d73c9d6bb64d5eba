/** Unusual bodies in a model of cells: what counts as unusual, which cells hang together, how large and how certain a body is. */
@NullMarked
package org.geoanomaly.gam.geophysics.anomaly;

import org.jspecify.annotations.NullMarked;
