/** Transforms between reference systems, by PROJ4J. */
@NullMarked
package org.geoanomaly.gam.pipeline.reproject;

import org.jspecify.annotations.NullMarked;
