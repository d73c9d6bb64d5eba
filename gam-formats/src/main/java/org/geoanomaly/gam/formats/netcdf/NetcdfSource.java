package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.util.List;

/** Where variables and their stored numbers come from. */
sealed interface NetcdfSource extends AutoCloseable permits ClassicSource, Hdf5Source {
    /** Such as {@code NetCDF-4} or {@code NetCDF classic (64-bit offset)}. */
    String kind();

    List<NetcdfVariable> variables();

    /** Global attributes. */
    List<NetcdfAttribute> attributes();

    /**
     * The stored numbers of a numeric variable, row-major: all, or those at one place of each leading dimension.
     *
     * @return an array of byte, short, int, long, float or double; unsigned types widened so that the sign is right
     */
    Object read(NetcdfVariable variable, int... leading) throws IOException;

    @Override
    void close() throws IOException;
}
