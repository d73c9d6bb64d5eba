/**
 * Forward modelling from files: a model of bodies in YAML and points in CSV give the fields at those points. See {@link
 * org.geoanomaly.gam.pipeline.forward.ForwardField} for names and units.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.forward;

import org.jspecify.annotations.NullMarked;
