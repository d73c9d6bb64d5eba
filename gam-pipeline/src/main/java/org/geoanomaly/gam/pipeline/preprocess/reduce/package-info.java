/**
 * From what was measured to an anomaly: which quantity the values are, the reference field that is taken off them, the attraction of the terrain.
 * Gravity is in mGal, positive down; the magnetic field in nT; heights in metres above sea level, which stands for the ellipsoid too.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.preprocess.reduce;

import org.jspecify.annotations.NullMarked;
