package org.geoanomaly.gam.pipeline.visual.map;

/** A finished picture with its words. */
public final class Figure {
    private final String subject;
    private final String name;
    private final String title;
    private final String caption;
    private final byte[] png;

    Figure(String subject, String name, String title, String caption, byte[] png) {
        this.subject = subject;
        this.name = name;
        this.title = title;
        this.caption = caption;
        this.png = png;
    }

    /** The modality that it is about, or nothing if it is about all of them. */
    public String subject() {
        return subject;
    }

    /** Such as {@code gravity_data}; the file's name without its ending. */
    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** What is to be seen, in one line. */
    public String caption() {
        return caption;
    }

    /** The picture; not to be changed. */
    public byte[] png() {
        return png;
    }
}
