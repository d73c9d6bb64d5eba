package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.geoanomaly.gam.pipeline.visual.quicklook.BundledFont;

/**
 * How a text looks.
 *
 * @param font at its size in units of the sheet
 */
public record TextStyle(BundledFont face, Font font, Color color) {
    public static final Color INK = new Color(0x17202a);
    public static final Color FAINT = new Color(0x56636f);
    public static final TextStyle TITLE = of(BundledFont.BOLD, 46, INK);
    public static final TextStyle SUBTITLE = of(BundledFont.REGULAR, 29, FAINT);
    public static final TextStyle PANEL = of(BundledFont.BOLD, 30, INK);
    public static final TextStyle LABEL = of(BundledFont.REGULAR, 27, INK);
    public static final TextStyle STRONG = of(BundledFont.BOLD, 27, INK);
    public static final TextStyle SMALL = of(BundledFont.REGULAR, 23, FAINT);

    /** Outlines are drawn, never hinted bitmaps, so widths are those of the font's design at every resolution. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** A style of a size in units of the sheet. */
    public static TextStyle of(BundledFont face, float size, Color color) {
        return new TextStyle(face, face.size(size), color);
    }

    static FontRenderContext exact() {
        return EXACT;
    }

    double size() {
        return font.getSize2D();
    }

    /** Advance of a text. */
    public double width(String text) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    /** From the baseline to the top of capital letters, and a little more. */
    public double ascent() {
        return font.getSize2D() * 0.76;
    }

    /** From the baseline to the foot of letters like g. */
    public double descent() {
        return font.getSize2D() * 0.22;
    }

    public double lineHeight() {
        return font.getSize2D() * 1.32;
    }
}
