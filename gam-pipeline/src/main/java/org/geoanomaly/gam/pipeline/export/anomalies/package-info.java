/**
 * Anomalies as a table: the same columns, in the same order and with the same digits, as CSV and as GeoJSON, written and read back.
 * Coordinates are kept to 1e-7 degrees (a centimetre), lengths to a centimetre, volumes to a cubic metre, all other numbers to 1e-6.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.export.anomalies;

import org.jspecify.annotations.NullMarked;
