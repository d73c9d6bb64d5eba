/**
 * From observations of one modality to a model of a property below a tile: which mesh the data support, and the built-in inverters of gravity
 * and magnetic fields.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.model;

import org.jspecify.annotations.NullMarked;
