package org.geoanomaly.gam.formats.netcdf;

import java.util.List;

/**
 * The header of a classic file.
 *
 * @param version 1 (classic), 2 (64-bit offset) or 5 (64-bit data)
 * @param recordSize bytes from one record to the next
 */
record ClassicHeader(int version, long recordSize, List<NetcdfAttribute> attributes, List<Placed> variables) {
    /** A variable, where its first value lies, and whether its first dimension is the record dimension. */
    record Placed(NetcdfVariable variable, long begin, boolean record) {}

    ClassicHeader {
        attributes = List.copyOf(attributes);
        variables = List.copyOf(variables);
    }
}
