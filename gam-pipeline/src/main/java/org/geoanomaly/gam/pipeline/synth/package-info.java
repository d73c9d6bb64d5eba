/**
 * Spherical harmonic synthesis as a job: opens a model file, compressed or not, makes the model of an epoch from it, and computes a quantity on
 * a grid or at points.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.synth;

import org.jspecify.annotations.NullMarked;
