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

    /**
     * The same of a run along the dimension that follows the leading ones.
     *
     * @param from first index of the run
     * @param count its length
     */
    Object readRun(NetcdfVariable variable, int[] leading, int from, int count) throws IOException;

    /** How many indices of a dimension are stored and packed together: a run should begin and end at multiples of it. */
    int blockLength(NetcdfVariable variable, int dimension);

    @Override
    void close() throws IOException;
}
