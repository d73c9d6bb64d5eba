/** The built-in inverter of travel times: velocity below stations and earthquakes, relative to a model of depth alone. */
@NullMarked
package org.geoanomaly.gam.pipeline.model.seismic;

import org.jspecify.annotations.NullMarked;
