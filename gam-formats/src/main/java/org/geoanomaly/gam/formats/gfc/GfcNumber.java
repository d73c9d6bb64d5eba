package org.geoanomaly.gam.formats.gfc;

/** Numbers as Fortran programs write them. */
final class GfcNumber {
    private GfcNumber() {}

    /** A real number, the exponent marked by e or d in either case; NaN if it is none. */
    static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > 60) {
            return Double.NaN;
        }
        boolean fortran = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean exponent = c == 'e' || c == 'E' || c == 'd' || c == 'D';
            if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '+' && !exponent) {
                return Double.NaN;
            }
            fortran |= c == 'd' || c == 'D';
        }
        char last = text.charAt(length - 1);
        if (last == 'd' || last == 'D') {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(fortran ? text.replace('D', 'E').replace('d', 'e') : text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A non-negative integer of at most six digits; −1 if it is none. */
    static int integer(String text) {
        if (text.isEmpty() || text.length() > 6) {
            return -1;
        }
        int out = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            out = 10 * out + c - '0';
        }
        return out;
    }
}
