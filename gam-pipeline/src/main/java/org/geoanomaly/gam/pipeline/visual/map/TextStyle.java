package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.geoanomaly.gam.pipeline.visual.quicklook.BundledFont;

/**
 * How a text looks.
 *
 * @param font at its size in units of the sheet
 */
record TextStyle(Font font, Color color) {
    static final Color INK = new Color(0x17202a);
    static final Color FAINT = new Color(0x56636f);
    static final TextStyle TITLE = new TextStyle(BundledFont.BOLD.size(46), INK);
    static final TextStyle SUBTITLE = new TextStyle(BundledFont.REGULAR.size(29), FAINT);
    static final TextStyle PANEL = new TextStyle(BundledFont.BOLD.size(30), INK);
    static final TextStyle LABEL = new TextStyle(BundledFont.REGULAR.size(27), INK);
    static final TextStyle STRONG = new TextStyle(BundledFont.BOLD.size(27), INK);
    static final TextStyle SMALL = new TextStyle(BundledFont.REGULAR.size(23), FAINT);

    /** Outlines are drawn, never hinted bitmaps, so widths are those of the font's design at every resolution. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    static FontRenderContext exact() {
        return EXACT;
    }

    /** Advance of a text. */
    double width(String text) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    /** From the baseline to the top of capital letters, and a little more. */
    double ascent() {
        return font.getSize2D() * 0.76;
    }

    /** From the baseline to the foot of letters like g. */
    double descent() {
        return font.getSize2D() * 0.22;
    }

    double lineHeight() {
        return font.getSize2D() * 1.32;
    }
}
