package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** A file read at given positions, with its byte order; thread-safe. A read beyond the end says that the file is truncated. */
final class ByteFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final long size;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    ByteFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = channel.size();
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    ByteOrder order() {
        return order;
    }

    void setOrder(ByteOrder order) {
        this.order = order;
    }

    /** The bytes from {@code position} on; {@code what} names them in the message if they are not there. */
    ByteBuffer read(long position, long length, String what) throws IOException {
        require(position, length, what);
        byte[] bytes = new byte[(int) length];
        readInto(position, bytes, bytes.length, what);
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** Fails unless the file has all these bytes. */
    void require(long position, long length, String what) {
        if (position < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || position > size - length) {
            throw error("is truncated or damaged: " + what + " should lie at byte " + Long.toUnsignedString(position)
                    + ", but the file ends at byte " + size);
        }
    }

    void readInto(long position, byte[] out, int length, String what) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(out, 0, length);
        long at = position;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw error("is truncated: " + what + " is cut off at byte " + at);
            }
            at += n;
        }
    }

    DataFormatException error(String problem) {
        return new DataFormatException(path, problem);
    }

    DataFormatException error(String problem, String help) {
        return new DataFormatException(path, problem, help);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
