package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Parses the header of a classic NetCDF file (NetCDF User's Guide, "The NetCDF Classic Format Specification"). Every count is checked
 * against the bytes that are left before anything is allocated.
 */
final class ClassicHeaderReader {
    private static final int DIMENSION_TAG = 10;
    private static final int VARIABLE_TAG = 11;
    private static final int ATTRIBUTE_TAG = 12;
    private static final int WINDOW = 1 << 16;
    private static final int LONGEST_NAME = 4096;
    /** nc_type 1 to 11. */
    private static final List<NetcdfType> BY_NUMBER = List.of(
            NetcdfType.BYTE,
            NetcdfType.CHAR,
            NetcdfType.SHORT,
            NetcdfType.INT,
            NetcdfType.FLOAT,
            NetcdfType.DOUBLE,
            NetcdfType.UBYTE,
            NetcdfType.USHORT,
            NetcdfType.UINT,
            NetcdfType.INT64,
            NetcdfType.UINT64);

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;
    private int version;

    ClassicHeaderReader(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
    }

    private record Shape(
            String name, NetcdfType type, List<Integer> dimensions, List<NetcdfAttribute> attributes, long begin) {}

    ClassicHeader read() throws IOException {
        int magic = int32();
        version = magic & 0xff;
        if (magic >>> 8 != 0x434446 || (version != 1 && version != 2 && version != 5)) {
            throw new DataFormatException(path, "is not a classic NetCDF file");
        }
        long records = version == 5 ? int64() : int32();
        List<NetcdfDimension> dimensions = dimensions();
        List<NetcdfAttribute> attributes = attributes();
        List<Shape> shapes = variables(dimensions.size());
        long recordSize = recordSize(shapes, dimensions);
        return new ClassicHeader(version, recordSize, attributes, place(shapes, dimensions, records, recordSize));
    }

    private List<ClassicHeader.Placed> place(
            List<Shape> shapes, List<NetcdfDimension> dimensions, long records, long recordSize) {
        int stated = (int) Math.max(-1, Math.min(records, Integer.MAX_VALUE));
        List<ClassicHeader.Placed> placed = new ArrayList<>();
        for (Shape shape : shapes) {
            boolean record = isRecord(shape, dimensions);
            List<NetcdfDimension> own = new ArrayList<>();
            for (int id : shape.dimensions) {
                NetcdfDimension d = dimensions.get(id);
                if (d.unlimited()) {
                    // -1 (STREAMING) means: as many as the file holds
                    long inFile = recordSize == 0 ? 0 : Math.max(0, (size - shape.begin) / recordSize);
                    d = new NetcdfDimension(
                            d.name(), stated >= 0 ? stated : (int) Math.min(inFile, Integer.MAX_VALUE), true);
                }
                own.add(d);
            }
            placed.add(new ClassicHeader.Placed(
                    new NetcdfVariable(shape.name, shape.type, own, shape.attributes), shape.begin, record));
        }
        return placed;
    }

    private static boolean isRecord(Shape shape, List<NetcdfDimension> dimensions) {
        return !shape.dimensions.isEmpty()
                && dimensions.get(shape.dimensions.get(0)).unlimited();
    }

    /** Each record variable is padded to four bytes, unless it is the only one. */
    private long recordSize(List<Shape> shapes, List<NetcdfDimension> dimensions) {
        long sum = 0;
        long only = 0;
        int count = 0;
        for (Shape shape : shapes) {
            if (isRecord(shape, dimensions)) {
                only = shape.type.size();
                for (int id : shape.dimensions.subList(1, shape.dimensions.size())) {
                    only = Math.multiplyExact(only, dimensions.get(id).length());
                }
                sum += (only + 3) & ~3L;
                count++;
            }
        }
        return count == 1 ? only : sum;
    }

    private List<NetcdfDimension> dimensions() throws IOException {
        int count = list(DIMENSION_TAG, "dimensions");
        List<NetcdfDimension> dimensions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name();
            long length = nonNegative();
            if (length > Integer.MAX_VALUE) {
                throw bad("dimension " + name + " has the length " + length + ", more than can be held");
            }
            dimensions.add(new NetcdfDimension(name, (int) length, length == 0));
        }
        if (dimensions.stream().filter(NetcdfDimension::unlimited).count() > 1) {
            throw bad("more than one dimension is unlimited");
        }
        return dimensions;
    }

    private List<NetcdfAttribute> attributes() throws IOException {
        int count = list(ATTRIBUTE_TAG, "attributes");
        List<NetcdfAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name();
            NetcdfType type = type();
            long n = nonNegative();
            if (n > (size - position()) / type.size()) {
                throw truncated("attribute " + name);
            }
            attributes.add(
                    type == NetcdfType.CHAR
                            ? NetcdfAttribute.ofText(name, text((int) n))
                            : numbers(name, type, (int) n));
        }
        return attributes;
    }

    private NetcdfAttribute numbers(String name, NetcdfType type, int n) throws IOException {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = number(type);
        }
        skipPadding((long) n * type.size());
        return NetcdfAttribute.ofNumbers(name, values);
    }

    private double number(NetcdfType type) throws IOException {
        return switch (type) {
            case BYTE -> need(1).get();
            case UBYTE -> need(1).get() & 0xff;
            case SHORT -> need(2).getShort();
            case USHORT -> need(2).getShort() & 0xffff;
            case INT -> int32();
            case UINT -> int32() & 0xffff_ffffL;
            case FLOAT -> need(4).getFloat();
            case DOUBLE -> need(8).getDouble();
            default -> int64();
        };
    }

    private List<Shape> variables(int dimensionCount) throws IOException {
        int count = list(VARIABLE_TAG, "variables");
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name();
            long rank = nonNegative();
            if (rank > 1024) {
                throw bad("variable " + name + " has " + rank + " dimensions");
            }
            List<Integer> ids = new ArrayList<>();
            for (int d = 0; d < rank; d++) {
                long id = nonNegative();
                if (id >= dimensionCount) {
                    throw bad("variable " + name + " has a dimension that does not exist");
                }
                ids.add((int) id);
            }
            List<NetcdfAttribute> attributes = attributes();
            NetcdfType type = type();
            nonNegativeOrUnknown();
            long begin = version == 1 ? int32() : int64();
            if (begin < 0) {
                throw bad("variable " + name + " starts before the file");
            }
            shapes.add(new Shape(name, type, ids, attributes, begin));
        }
        return shapes;
    }

    private int list(int tag, String what) throws IOException {
        int found = int32();
        long count = nonNegative();
        if (found == 0 && count == 0) {
            return 0;
        }
        if (found != tag) {
            throw bad("its list of " + what + " is damaged");
        }
        if (count > (size - position()) / 8) {
            throw truncated("its list of " + what);
        }
        return (int) count;
    }

    private String name() throws IOException {
        long length = nonNegative();
        if (length > LONGEST_NAME) {
            throw bad("a name of " + length + " bytes is not possible");
        }
        return text((int) length);
    }

    private String text(int length) throws IOException {
        if (length > size - position()) {
            throw truncated("a text");
        }
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int n = Math.min(length - at, WINDOW);
            need(n).get(bytes, at, n);
            at += n;
        }
        skipPadding(length);
        int end = length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private void skipPadding(long length) throws IOException {
        int padding = (int) (-length & 3);
        ByteBuffer b = need(padding);
        b.position(b.position() + padding);
    }

    private NetcdfType type() throws IOException {
        int code = int32();
        if (code < 1 || code > (version == 5 ? 11 : 6)) {
            throw bad("type number " + code + " does not exist");
        }
        return BY_NUMBER.get(code - 1);
    }

    private long nonNegative() throws IOException {
        long v = version == 5 ? int64() : int32();
        if (v < 0) {
            throw bad("a length is negative");
        }
        return v;
    }

    /** The size of a variable in bytes; -1 if it does not fit, and never needed: type and dimensions say it. */
    private void nonNegativeOrUnknown() throws IOException {
        if (version == 5) {
            int64();
        } else {
            int32();
        }
    }

    private int int32() throws IOException {
        return need(4).getInt();
    }

    private long int64() throws IOException {
        return need(8).getLong();
    }

    private long position() {
        return windowStart + window.position();
    }

    /** The window, with at least {@code bytes} bytes left in it. */
    private ByteBuffer need(int bytes) throws IOException {
        if (window.remaining() < bytes) {
            windowStart += window.position();
            window.clear();
            int n = 0;
            while (window.hasRemaining() && n >= 0) {
                n = channel.read(window, windowStart + window.position());
            }
            window.flip();
            if (window.remaining() < bytes) {
                throw truncated("its header");
            }
        }
        return window;
    }

    private DataFormatException truncated(String where) {
        return new DataFormatException(path, "is truncated: the file ends within " + where);
    }

    private DataFormatException bad(String problem) {
        return new DataFormatException(path, "has a damaged NetCDF header: " + problem);
    }
}
