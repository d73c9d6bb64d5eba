/**
 * Tiles on Apache Spark: one task for each tile, each with its number of attempts. Spark decides where and when a tile is made; what a tile is,
 * and its files, are the job's own. A <i>master</i> is the process that hands out a cluster's machines, a <i>worker</i> is a machine of it, an
 * <i>executor</i> a process there that works for one run; the <i>driver</i> is the run itself.
 */
@NullMarked
package org.geoanomaly.gam.spark;

import org.jspecify.annotations.NullMarked;
