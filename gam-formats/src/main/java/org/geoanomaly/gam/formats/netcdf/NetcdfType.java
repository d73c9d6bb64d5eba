package org.geoanomaly.gam.formats.netcdf;

/** External types of values. */
public enum NetcdfType {
    BYTE(1, -127),
    CHAR(1, Double.NaN),
    SHORT(2, -32767),
    INT(4, -2147483647),
    FLOAT(4, 0x1.ep122f),
    DOUBLE(8, 0x1.ep122),
    UBYTE(1, 255),
    USHORT(2, 65535),
    UINT(4, 4294967295.0),
    INT64(8, -0x1p63),
    UINT64(8, 0x1p64),
    STRING(0, Double.NaN),
    OTHER(0, Double.NaN);

    private final int size;
    private final double defaultFill;

    NetcdfType(int size, double defaultFill) {
        this.size = size;
        this.defaultFill = defaultFill;
    }

    /** Bytes of one value in a classic file. */
    int size() {
        return size;
    }

    /** The value that the NetCDF library leaves in unwritten places (NC_FILL_*). */
    double defaultFill() {
        return defaultFill;
    }

    public boolean numeric() {
        return size > 0 && this != CHAR;
    }

    boolean singleByte() {
        return size == 1;
    }
}
