package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Values of a classic NetCDF file: big-endian, contiguous, or interleaved by record. */
final class ClassicSource implements NetcdfSource {
    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final ClassicHeader header;

    private ClassicSource(Path path, FileChannel channel, ClassicHeader header) {
        this.path = path;
        this.channel = channel;
        this.header = header;
    }

    static ClassicSource open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ClassicSource(path, channel, new ClassicHeaderReader(path, channel).read());
        } catch (IOException | RuntimeException e) {
            channel.close();
            if (e instanceof ArithmeticException) {
                throw new DataFormatException(path, "has a damaged NetCDF header: a record is larger than any file");
            }
            throw e;
        }
    }

    @Override
    public String kind() {
        return switch (header.version()) {
            case 1 -> "NetCDF classic";
            case 2 -> "NetCDF classic (64-bit offset)";
            default -> "NetCDF classic (64-bit data)";
        };
    }

    @Override
    public List<NetcdfVariable> variables() {
        return header.variables().stream().map(ClassicHeader.Placed::variable).toList();
    }

    @Override
    public List<NetcdfAttribute> attributes() {
        return header.attributes();
    }

    @Override
    public Object read(NetcdfVariable variable, int... leading) throws IOException {
        ClassicHeader.Placed placed = placed(variable);
        List<NetcdfDimension> dims = variable.dimensions();
        long perFirst = 1;
        for (int d = 1; d < dims.size(); d++) {
            perFirst = saturated(perFirst, dims.get(d).length());
        }
        int size = variable.type().size();
        if (!placed.record() || leading.length > 0) {
            long begin = placed.begin();
            long first = 0;
            long count = 1;
            for (int d = 0; d < dims.size(); d++) {
                boolean fixed = d < leading.length;
                if (d == 0 && placed.record()) {
                    begin += leading[0] * header.recordSize();
                } else {
                    first = saturated(first, dims.get(d).length()) + (fixed ? leading[d] : 0);
                    count = fixed ? count : saturated(count, dims.get(d).length());
                }
            }
            ClassicValues values = values(variable, count, begin + first * size);
            transfer(values, begin + first * size, count, size);
            return values.array();
        }
        int records = dims.get(0).length();
        long last = placed.begin() + Math.max(0, records - 1L) * header.recordSize();
        ClassicValues values =
                values(variable, saturated(perFirst, records), records == 0 ? 0 : last + perFirst * size - 1);
        for (int r = 0; r < records; r++) {
            transfer(values, placed.begin() + r * header.recordSize(), perFirst, size);
        }
        return values.array();
    }

    @Override
    public Object readRun(NetcdfVariable variable, int[] leading, int from, int count) throws IOException {
        ClassicHeader.Placed placed = placed(variable);
        List<NetcdfDimension> dims = variable.dimensions();
        int along = leading.length;
        int size = variable.type().size();
        long first = 0;
        long each = 1;
        for (int d = 0; d < dims.size(); d++) {
            boolean byRecord = d == 0 && placed.record();
            int index = d < along ? leading[d] : d == along ? from : 0;
            first = byRecord ? 0 : saturated(first, dims.get(d).length()) + index;
            each = d > along ? saturated(each, dims.get(d).length()) : each;
        }
        if (!placed.record()) {
            return contiguous(variable, placed.begin() + first * size, saturated(each, count));
        }
        if (along > 0) {
            long begin = placed.begin() + leading[0] * header.recordSize();
            return contiguous(variable, begin + first * size, saturated(each, count));
        }
        long begin = placed.begin() + from * header.recordSize();
        ClassicValues values =
                values(variable, saturated(each, count), begin + (count - 1) * header.recordSize() + each * size);
        for (int r = 0; r < count; r++) {
            transfer(values, begin + r * header.recordSize(), each, size);
        }
        return values.array();
    }

    private Object contiguous(NetcdfVariable variable, long begin, long count) throws IOException {
        ClassicValues values =
                values(variable, count, begin + count * variable.type().size());
        transfer(values, begin, count, variable.type().size());
        return values.array();
    }

    private ClassicHeader.Placed placed(NetcdfVariable variable) {
        return header.variables().stream()
                .filter(p -> p.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int blockLength(NetcdfVariable variable, int dimension) {
        return 1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Refuses what the file cannot hold before room for it is made. */
    private ClassicValues values(NetcdfVariable variable, long count, long lastByte) throws IOException {
        long size = variable.type().size();
        if (lastByte > channel.size() || count > (channel.size() / size) + 1) {
            throw truncated(variable);
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new DataFormatException(
                    path, "has " + count + " values of " + variable.name() + ", more than can be held");
        }
        return new ClassicValues(variable.type(), (int) count);
    }

    private void transfer(ClassicValues values, long from, long count, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(8, count * size)));
        long at = from;
        long end = from + count * size;
        while (at < end) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new DataFormatException(path, "is truncated: it ends before its values do");
                }
            }
            at += buffer.position();
            values.append(buffer.flip());
        }
    }

    private DataFormatException truncated(NetcdfVariable variable) {
        return new DataFormatException(
                path, "is truncated: the values of " + variable.name() + " reach beyond its end");
    }

    private static long saturated(long a, long b) {
        return b != 0 && a > Long.MAX_VALUE / 16 / b ? Long.MAX_VALUE / 16 : a * b;
    }
}
