/**
 * What the stages of a regional run hand to each other: raw data, processed observations, models of one property, the fused model,
 * anomalies. Values only: nothing here reads, writes or computes. Arrays are shared, not copied, unless a method says so; who receives one
 * does not change it.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.data;

import org.jspecify.annotations.NullMarked;
