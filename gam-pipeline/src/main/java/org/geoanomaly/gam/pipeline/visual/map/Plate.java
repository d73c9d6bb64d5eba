package org.geoanomaly.gam.pipeline.visual.map;

/**
 * A figure being drawn.
 *
 * @param name of its file, without ending
 */
record Plate(String name, String title, String caption, Sheet sheet) implements AutoCloseable {
    private static final int MAX_NAME = 80;

    Plate {
        // Parts of it are names that a user or a plugin chose.
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
        int length = plain.length();
        name = length <= MAX_NAME ? plain : plain.substring(0, 40) + plain.substring(length - MAX_NAME + 40);
    }

    @Override
    public void close() {
        sheet.close();
    }
}
