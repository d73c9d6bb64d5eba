package org.geoanomaly.gam.pipeline.visual.quicklook;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Liberation Sans from the program's own resources, so that a picture does not depend on the fonts of the machine. */
public final class BundledFont {
    public static final BundledFont REGULAR = new BundledFont("LiberationSans-Regular.ttf");
    public static final BundledFont BOLD = new BundledFont("LiberationSans-Bold.ttf");

    private final String resource;
    private final Font font;

    private BundledFont(String resource) {
        this.resource = resource;
        try (InputStream in = open()) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + resource + " is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open() {
        InputStream in = BundledFont.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the font " + resource + " is missing from the program");
        }
        return in;
    }

    /** The TrueType file itself, for media that carry their letters with them. */
    public byte[] file() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font at a size in pixels of the picture. */
    public Font size(float points) {
        return font.deriveFont(points);
    }
}
