/**
 * What was read before, kept so that the next run need not read it again: raw data by their content, in HDF5 files with a list in SQLite.
 * Also the small codec for named arrays that those files and the products between stages share.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.cache;

import org.jspecify.annotations.NullMarked;
