package org.geoanomaly.gam.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in the making. The same columns give the same bytes. */
public final class ParquetTable {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    /** {@code Type} of parquet.thrift. */
    private static final int DOUBLE = 5;

    private static final int BYTE_ARRAY = 6;
    /** {@code Encoding} of parquet.thrift. */
    private static final int PLAIN = 0;

    private static final int RLE = 3;
    private static final int UNCOMPRESSED = 0;
    private static final int UTF8 = 0;
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int VERSION = 1;

    private final int rows;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    /** A column with its values as they stand in the page: presence bits first if there may be gaps. */
    private static final class Column {
        private final String name;
        private final int type;
        private final boolean text;
        private final boolean optional;
        private final byte[] page;

        Column(String name, int type, boolean text, boolean optional, byte[] page) {
            this.name = name;
            this.type = type;
            this.text = text;
            this.optional = optional;
            this.page = page;
        }
    }

    /** Where a column stands in the file. */
    private record Chunk(Column column, long offset, int size) {}

    public ParquetTable(int rows) {
        this.rows = rows;
    }

    /** Adds a column of texts. */
    public ParquetTable texts(String name, List<String> values) {
        return byteArrays(
                name,
                values.stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList(),
                true);
    }

    /** Adds a column of bytes. */
    public ParquetTable binaries(String name, List<byte[]> values) {
        return byteArrays(name, values, false);
    }

    private ParquetTable byteArrays(String name, List<byte[]> values, boolean text) {
        check(name, values.size());
        int size = values.stream().mapToInt(v -> 4 + v.length).sum();
        ByteBuffer page = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(v -> page.putInt(v.length).put(v));
        columns.add(new Column(name, BYTE_ARRAY, text, false, page.array()));
        return this;
    }

    /** Adds a column of numbers; NaN is a gap. */
    public ParquetTable numbers(String name, double[] values) {
        check(name, values.length);
        int groups = (values.length + 7) / 8;
        byte[] present = new byte[groups];
        ByteBuffer numbers = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                present[i / 8] |= (byte) (1 << (i % 8));
                numbers.putDouble(values[i]);
            }
        }
        byte[] levels = levels(present);
        ByteBuffer page = ByteBuffer.allocate(4 + levels.length + numbers.position())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(levels.length)
                .put(levels)
                .put(numbers.flip());
        columns.add(new Column(name, DOUBLE, false, true, page.array()));
        return this;
    }

    /** One bit-packed run of the hybrid encoding, one bit for each row. */
    private static byte[] levels(byte[] present) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int header = (present.length << 1) | 1;
        while ((header & ~0x7f) != 0) {
            out.write((header & 0x7f) | 0x80);
            header >>>= 7;
        }
        out.write(header);
        out.writeBytes(present);
        return out.toByteArray();
    }

    private void check(String name, int count) {
        if (count != rows || columns.stream().anyMatch(c -> c.name.equals(name))) {
            throw new IllegalArgumentException(count + " values of " + name + " in a table of " + rows + " rows");
        }
    }

    /** Adds a text about the table as a whole. */
    public ParquetTable metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** The file. */
    public byte[] bytes(String createdBy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        List<Chunk> chunks = new ArrayList<>();
        for (Column column : columns) {
            long offset = out.size();
            out.writeBytes(pageHeader(column));
            out.writeBytes(column.page);
            chunks.add(new Chunk(column, offset, (int) (out.size() - offset)));
        }
        byte[] footer = footer(chunks, createdBy);
        out.writeBytes(footer);
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        out.writeBytes(MAGIC);
        return out.toByteArray();
    }

    private byte[] pageHeader(Column column) {
        return new CompactWriter()
                .i32(1, 0)
                .i32(2, column.page.length)
                .i32(3, column.page.length)
                .struct(5, data -> data.i32(1, rows).i32(2, PLAIN).i32(3, RLE).i32(4, RLE))
                .end();
    }

    private byte[] footer(List<Chunk> chunks, String createdBy) {
        CompactWriter w = new CompactWriter();
        List<@Nullable Column> schema = new ArrayList<>();
        schema.add(null);
        schema.addAll(columns);
        w.i32(1, VERSION).structs(2, schema, column -> element(w, column)).i64(3, rows);
        long size = chunks.stream().mapToLong(Chunk::size).sum();
        w.structs(
                4,
                rows == 0 ? List.<List<Chunk>>of() : List.of(chunks),
                group -> w.structs(1, group, chunk -> chunk(w, chunk))
                        .i64(2, size)
                        .i64(3, rows));
        w.structs(
                5, List.copyOf(metadata.entrySet()), e -> w.text(1, e.getKey()).text(2, e.getValue()));
        return w.text(6, createdBy).end();
    }

    /** The first element of a schema is its root. */
    private void element(CompactWriter w, @Nullable Column column) {
        if (column == null) {
            w.text(4, "schema").i32(5, columns.size());
            return;
        }
        w.i32(1, column.type).i32(3, column.optional ? OPTIONAL : REQUIRED).text(4, column.name);
        if (column.text) {
            w.i32(6, UTF8).struct(10, type -> type.struct(1, string -> {}));
        }
    }

    private void chunk(CompactWriter w, Chunk chunk) {
        w.i64(2, chunk.offset())
                .struct(
                        3,
                        m -> m.i32(1, chunk.column().type)
                                .i32s(2, List.of(PLAIN, RLE))
                                .texts(3, List.of(chunk.column().name))
                                .i32(4, UNCOMPRESSED)
                                .i64(5, rows)
                                .i64(6, chunk.size())
                                .i64(7, chunk.size())
                                .i64(9, chunk.offset()));
    }
}
