/**
 * A made-up region with bodies at known places: its measurements in the formats of real ones, the regional run over them, and truth against
 * found. Nothing in it is measured, and its files say so.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.demo.region;

import org.jspecify.annotations.NullMarked;
