package org.geoanomaly.gam.formats.tiff;

/**
 * One entry of a directory.
 *
 * @param type the field type's number, which may be unknown
 * @param count how many values
 * @param position where the values start in the file
 */
record TiffField(int tag, int type, long count, long position) {

    /** Bytes of one value of a field type, 0 if the type is unknown. */
    static int sizeOf(int type) {
        return switch (type) {
            case 1, 2, 6, 7 -> 1;
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> 0;
        };
    }
}
