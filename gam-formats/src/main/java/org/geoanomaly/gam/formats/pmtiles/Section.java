package org.geoanomaly.gam.formats.pmtiles;

/**
 * A range of bytes.
 *
 * @param offset first byte, from the start of the file or of the enclosing section
 * @param length number of bytes
 */
public record Section(long offset, long length) {
    public Section {
        if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("impossible byte range: offset " + offset + ", length " + length);
        }
    }

    public long end() {
        return offset + length;
    }
}
