package org.geoanomaly.gam.grid.text;

/** A line of text that cannot be understood, known by its place in the file; readers turn it into a sentence with a line number. */
public final class BadLineException extends RuntimeException {
    private final long offset;

    /**
     * @param offset byte offset of the line (or of a place in it) within the file
     * @param problem what is wrong with the line, for example {@code "has 2 numbers where 3 are needed"}
     */
    public BadLineException(long offset, String problem) {
        super(problem, null, false, false);
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }

    /** What is wrong. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
