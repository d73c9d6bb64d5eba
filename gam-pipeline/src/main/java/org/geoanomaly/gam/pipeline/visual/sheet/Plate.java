package org.geoanomaly.gam.pipeline.visual.sheet;

import java.time.Instant;

/**
 * A finished figure with its words.
 *
 * @param name of its file, without ending, such as {@code gravity_data}
 * @param caption what is to be seen, in one line
 */
public record Plate(String name, String title, String caption, Sheet sheet) {
    private static final int MAX_NAME = 80;

    public Plate {
        // Parts of it are names that a user or a plugin chose.
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
        int length = plain.length();
        name = length <= MAX_NAME ? plain : plain.substring(0, 40) + plain.substring(length - MAX_NAME + 40);
    }

    /** The figure as PNG; 1 is 300 dots an inch. */
    public byte[] png(double scale) {
        return sheet.png(scale);
    }

    public byte[] svg() {
        return sheet.svg(title + ": " + caption);
    }

    /** The figure as PDF made at a time. */
    public byte[] pdf(Instant time) {
        return sheet.pdf(title, time);
    }
}
