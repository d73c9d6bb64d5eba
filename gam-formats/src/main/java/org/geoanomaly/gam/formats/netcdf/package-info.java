/**
 * NetCDF grids: classic files (CDF-1, CDF-2, CDF-5) by our own reader, NetCDF-4 through {@code hdf5}, CF conventions and the one-dimensional
 * layout of GMT 3 on top; and CF-1.10 NetCDF-4 out. A <em>grid</em> here is a variable over two regular horizontal axes.
 */
@NullMarked
package org.geoanomaly.gam.formats.netcdf;

import org.jspecify.annotations.NullMarked;
