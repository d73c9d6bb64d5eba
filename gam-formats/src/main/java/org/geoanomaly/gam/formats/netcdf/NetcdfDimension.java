package org.geoanomaly.gam.formats.netcdf;

/** A named axis length; {@code unlimited} for the record dimension. */
public record NetcdfDimension(String name, int length, boolean unlimited) {}
