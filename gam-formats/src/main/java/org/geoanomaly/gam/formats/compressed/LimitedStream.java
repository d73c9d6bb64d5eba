package org.geoanomaly.gam.formats.compressed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Stops when more comes out of a compressed file than its limits allow. */
final class LimitedStream extends FilterInputStream {
    private final Path path;
    private final long allowed;
    private long seen;

    LimitedStream(Path path, InputStream in, long allowed) {
        super(in);
        this.path = path;
        this.allowed = allowed;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long n) {
        seen += n;
        if (seen > allowed) {
            throw new DataFormatException(
                    path,
                    "decompresses to more than " + allowed + " bytes, which looks like a decompression bomb",
                    "decompress it yourself if it is genuine");
        }
    }
}
