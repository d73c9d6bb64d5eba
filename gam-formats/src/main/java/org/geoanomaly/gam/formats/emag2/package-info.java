/**
 * The Earth Magnetic Anomaly Grid, version 3, as CSV: {@code i,j,LON,LAT,SeaLevel,UpCont,Code,Error} without a header. See Meyer, Saltus and
 * Chulliat (2017), "EMAG2: Earth Magnetic Anomaly Grid (2-arc-minute resolution) version 3", doi:10.7289/V5H70CVX.
 */
@NullMarked
package org.geoanomaly.gam.formats.emag2;

import org.jspecify.annotations.NullMarked;
