package org.geoanomaly.gam.pipeline.visual.sheet;

import java.util.List;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;

/** Title, subtitle and footer of a sheet, and what room they leave. */
public final class Layout {
    public static final double LEFT = 150;
    public static final double RIGHT = 70;
    public static final double WIDTH = Sheet.WIDTH - LEFT - RIGHT;
    private static final double EDGE = 50;
    private static final int FOOTER_LINES = 3;

    private final String title;
    private final List<String> subtitle;
    private final List<String> footer;

    public Layout(String title, String subtitle, String footer) {
        double width = Sheet.WIDTH - 2 * EDGE;
        this.title = TextLines.fit(title, TextStyle.TITLE, width - (LEFT - EDGE));
        this.subtitle = TextLines.wrap(subtitle, TextStyle.SUBTITLE, width - (LEFT - EDGE), 2);
        this.footer = TextLines.wrap(footer, TextStyle.SMALL, width, FOOTER_LINES);
    }

    /** Where the content begins. */
    public double top() {
        return 96 + subtitle.size() * TextStyle.SUBTITLE.lineHeight() + 34;
    }

    /** A sheet for content that ends at {@code bottom}, with title and footer on it. */
    public Sheet sheet(double bottom) {
        int height = (int) Math.ceil(bottom + 34 + footer.size() * TextStyle.SMALL.lineHeight() + 24);
        Sheet sheet = new Sheet(height);
        sheet.text(title, LEFT, 82, TextStyle.TITLE, Anchor.START);
        double y = 96 + TextStyle.SUBTITLE.ascent() + 8;
        for (String line : subtitle) {
            sheet.text(line, LEFT, y, TextStyle.SUBTITLE, Anchor.START);
            y += TextStyle.SUBTITLE.lineHeight();
        }
        y = bottom + 34 + TextStyle.SMALL.ascent();
        for (String line : footer) {
            sheet.text(line, EDGE, y, TextStyle.SMALL, Anchor.START);
            y += TextStyle.SMALL.lineHeight();
        }
        return sheet;
    }
}
