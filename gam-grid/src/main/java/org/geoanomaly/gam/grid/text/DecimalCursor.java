package org.geoanomaly.gam.grid.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Scans decimal numbers out of bytes without making strings. The result is the double nearest to the text, as {@link Double#parseDouble}
 * gives it: up to 2^53 and ten to the power of ±22, both mantissa and power are exact doubles, so one multiplication or division rounds once
 * (Clinger 1990, "How to read floating point numbers accurately"); everything else goes through the JDK. Fortran's {@code D} exponents and
 * the word {@code nan} are understood. Not thread-safe; reuse one for each thread.
 */
public final class DecimalCursor {
    private static final long EXACT = 1L << 53;
    private static final long ROOM_FOR_A_DIGIT = Long.MAX_VALUE / 10 - 1;
    private static final double[] TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final byte delimiter;
    private byte[] bytes = {};
    private int position;
    private int limit;
    private boolean valid;

    private boolean negative;
    private long mantissa;
    private int exponent;
    private boolean tooLong;

    /** Numbers are separated by blanks (spaces and tabs). */
    public DecimalCursor() {
        this(' ');
    }

    /** Numbers are separated by the given character, with blanks around it ignored. */
    public DecimalCursor(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    /** Points this cursor at {@code bytes[from, to)}. */
    public DecimalCursor over(byte[] text, int from, int to) {
        bytes = text;
        position = from;
        limit = to;
        return this;
    }

    public int position() {
        return position;
    }

    /** Whether the last number asked for was one. */
    public boolean valid() {
        return valid;
    }

    public boolean atEnd() {
        return position >= limit;
    }

    /** Skips blanks and says whether nothing is left on the line. */
    public boolean atLineEnd() {
        skipBlanks();
        return position >= limit || bytes[position] == '\n' || bytes[position] == '\r';
    }

    /** Moves behind the next line feed. */
    public void nextLine() {
        int p = position;
        while (p < limit && bytes[p] != '\n') {
            p++;
        }
        position = Math.min(p + 1, limit);
    }

    /** Moves over one field and its delimiter without looking at it. */
    public void skipField() {
        skipBlanks();
        int p = position;
        while (p < limit && !endsToken(bytes[p])) {
            p++;
        }
        position = p;
        skipDelimiter();
    }

    /** The next number, or NaN with {@link #valid()} false if there is none. */
    public double number() {
        int start = scan();
        if (start < 0) {
            return Double.NaN;
        }
        double value;
        if (!tooLong && mantissa <= EXACT && exponent >= -22 && exponent <= 22) {
            value = exponent < 0 ? mantissa / TEN[-exponent] : mantissa * TEN[exponent];
            value = negative ? -value : value;
        } else {
            value = byJdk(start);
        }
        skipDelimiter();
        return value;
    }

    /**
     * The next number as {@code (float) number()}. Longer mantissas stay on the quick path: their double is wrong by at most two units in
     * the last place, which matters only beside the midpoint of two floats.
     */
    public float numberAsFloat() {
        int start = scan();
        if (start < 0) {
            return Float.NaN;
        }
        if (tooLong || exponent < -22 || exponent > 0) {
            float value = (float) byJdk(start);
            skipDelimiter();
            return value;
        }
        double value = mantissa / TEN[-exponent];
        if (mantissa > EXACT) {
            int below = (int) Double.doubleToRawLongBits(value) & 0x1fffffff;
            if (Math.abs(below - 0x10000000) < 8) {
                value = Math.abs(byJdk(start));
            }
        }
        skipDelimiter();
        return (float) (negative ? -value : value);
    }

    /** Scans one token into sign, mantissa and exponent; its start, or -1 if it is not an ordinary number (then NaN is the value). */
    private int scan() {
        skipBlanks();
        byte[] b = bytes;
        int end = limit;
        int start = position;
        int p = start;
        negative = false;
        if (p < end && (b[p] == '-' || b[p] == '+')) {
            negative = b[p] == '-';
            p++;
        }
        long m = 0;
        int shift = 0;
        boolean overflow = false;
        int firstDigit = p;
        int c;
        while (p < end && (c = b[p] - '0') >= 0 && c <= 9) {
            if (m < ROOM_FOR_A_DIGIT) {
                m = m * 10 + c;
            } else {
                overflow = true;
            }
            p++;
        }
        int digits = p - firstDigit;
        if (p < end && b[p] == '.') {
            int firstDecimal = ++p;
            while (p < end && (c = b[p] - '0') >= 0 && c <= 9) {
                if (m < ROOM_FOR_A_DIGIT) {
                    m = m * 10 + c;
                } else {
                    overflow = true;
                }
                p++;
            }
            shift = firstDecimal - p;
            digits -= shift;
        }
        mantissa = m;
        tooLong = overflow;
        exponent = shift;
        position = p;
        valid = digits > 0;
        if (p < end && !endsToken(b[p])) {
            return exponentOrWord(start);
        }
        return valid ? start : -1;
    }

    /** What follows the digits: an exponent, or letters that make the token a word. */
    private int exponentOrWord(int start) {
        byte[] b = bytes;
        int p = position;
        int letter = b[p] | 0x20;
        if (valid && (letter == 'e' || letter == 'd')) {
            p++;
            boolean minus = p < limit && b[p] == '-';
            if (p < limit && (b[p] == '-' || b[p] == '+')) {
                p++;
            }
            int first = p;
            int e = 0;
            while (p < limit && b[p] >= '0' && b[p] <= '9') {
                e = Math.min(e * 10 + b[p] - '0', 9999);
                p++;
            }
            if (p > first && (p == limit || endsToken(b[p]))) {
                exponent += minus ? -e : e;
                position = p;
                return start;
            }
        }
        while (p < limit && !endsToken(b[p])) {
            p++;
        }
        position = p;
        valid = token(start).toLowerCase(Locale.ROOT).matches("[-+]?nan");
        if (valid) {
            skipDelimiter();
        }
        return -1;
    }

    private double byJdk(int start) {
        return Double.parseDouble(token(start).replace('d', 'e').replace('D', 'e'));
    }

    private String token(int start) {
        return new String(bytes, start, position - start, StandardCharsets.ISO_8859_1);
    }

    private boolean endsToken(byte c) {
        return c == delimiter || c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void skipBlanks() {
        int p = position;
        while (p < limit && (bytes[p] == ' ' || bytes[p] == '\t')) {
            p++;
        }
        position = p;
    }

    private void skipDelimiter() {
        if (delimiter != ' ') {
            skipBlanks();
            if (position < limit && bytes[position] == delimiter) {
                position++;
            }
        }
    }
}
