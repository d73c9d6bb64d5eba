package org.geoanomaly.gam.pipeline.validation;

/**
 * Something a check noticed.
 *
 * @param severity whether the product is wrong, or only worth a look
 * @param subject what it is about: a tile and layer, a file
 * @param message one sentence
 */
public record Finding(Severity severity, String subject, String message) {
    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Finding error(String subject, String message) {
        return new Finding(Severity.ERROR, subject, message);
    }

    public static Finding warning(String subject, String message) {
        return new Finding(Severity.WARNING, subject, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
