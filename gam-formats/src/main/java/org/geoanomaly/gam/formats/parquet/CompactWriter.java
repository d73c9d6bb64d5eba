package org.geoanomaly.gam.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Writes structures in the Thrift compact protocol. Fields of a structure are written in ascending order of their ids. */
final class CompactWriter {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    CompactWriter i32(int id, int value) {
        field(id, I32);
        varint(zigzag(value));
        return this;
    }

    CompactWriter i64(int id, long value) {
        field(id, I64);
        varint(zigzag(value));
        return this;
    }

    CompactWriter text(int id, String value) {
        field(id, BINARY);
        text(value);
        return this;
    }

    CompactWriter struct(int id, Consumer<CompactWriter> content) {
        field(id, STRUCT);
        struct(content);
        return this;
    }

    <T> CompactWriter structs(int id, List<T> items, Consumer<T> content) {
        list(id, STRUCT, items.size());
        items.forEach(item -> struct(w -> content.accept(item)));
        return this;
    }

    CompactWriter texts(int id, List<String> items) {
        list(id, BINARY, items.size());
        items.forEach(this::text);
        return this;
    }

    CompactWriter i32s(int id, List<Integer> items) {
        list(id, I32, items.size());
        items.forEach(item -> varint(zigzag(item)));
        return this;
    }

    /** Ends the outermost structure and answers its bytes. */
    byte[] end() {
        out.write(0);
        return out.toByteArray();
    }

    private void struct(Consumer<CompactWriter> content) {
        outer.push(last);
        last = 0;
        content.accept(this);
        out.write(0);
        last = outer.pop();
    }

    /** The distance of ids is never above 15 in what is written here. */
    private void field(int id, int type) {
        if (id <= last || id - last > 15) {
            throw new IllegalArgumentException("field " + id + " after " + last);
        }
        out.write(((id - last) << 4) | type);
        last = id;
    }

    private void list(int id, int type, int size) {
        field(id, LIST);
        if (size < SHORT_LIST) {
            out.write((size << 4) | type);
        } else {
            out.write((SHORT_LIST << 4) | type);
            varint(size);
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
