/**
 * HDF5 files through jHDF, with the bounds checks and one-sentence errors that hostile files need. Numbers come out as they are stored;
 * what they mean (NetCDF-4, cache entries) is for the caller.
 */
@NullMarked
package org.geoanomaly.gam.formats.hdf5;

import org.jspecify.annotations.NullMarked;
