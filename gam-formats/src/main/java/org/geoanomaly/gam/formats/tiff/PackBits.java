package org.geoanomaly.gam.formats.tiff;

import java.util.Arrays;

/** Run-length coding (TIFF 6.0, section 9). */
final class PackBits {
    private PackBits() {}

    /**
     * Decodes until {@code wanted} bytes are there or the input ends.
     *
     * @return the number of bytes decoded
     */
    static int decode(byte[] in, int inLength, byte[] out, int wanted) {
        int at = 0;
        int done = 0;
        while (done < wanted && at < inLength) {
            int n = in[at++];
            if (n >= 0) {
                int count = Math.min(Math.min(n + 1, wanted - done), inLength - at);
                System.arraycopy(in, at, out, done, count);
                at += n + 1;
                done += count;
            } else if (n != -128 && at < inLength) {
                int count = Math.min(1 - n, wanted - done);
                Arrays.fill(out, done, done + count, in[at++]);
                done += count;
            }
        }
        return done;
    }
}
