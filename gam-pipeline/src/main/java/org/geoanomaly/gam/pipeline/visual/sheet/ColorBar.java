package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;

/** The key to a colour scale: bar, numbers, what they mean, and arrows at ends beyond which there are values. */
public final class ColorBar {
    public static final double HEIGHT = 124;
    private static final double BAR = 30;
    private static final double TICK = 8;

    /** Least distance between numbers. */
    private static final double GAP = 10;

    private ColorBar() {}

    /** Draws below {@code top}, the bar between left and left + width. */
    public static void draw(Sheet sheet, ColorScale scale, String meaning, double left, double top, double width) {
        for (int i = 0; i < ColorMap.SIZE; i++) {
            double from = left + width * i / ColorMap.SIZE;
            double next = left + width * Math.min(ColorMap.SIZE, i + 1.5) / ColorMap.SIZE;
            sheet.fill(
                    new Rectangle2D.Double(from, top, next - from, BAR),
                    new Color(scale.colors().argb(i)));
        }
        Path2D outline = new Path2D.Double();
        outline.moveTo(left, top);
        outline.lineTo(left + width, top);
        if (scale.clampedHigh()) {
            outline.lineTo(left + width + BAR * 0.8, top + BAR / 2);
            arrow(sheet, left + width, top, BAR * 0.8, scale.colors().argb(ColorMap.SIZE - 1));
        }
        outline.lineTo(left + width, top + BAR);
        outline.lineTo(left, top + BAR);
        if (scale.clampedLow()) {
            outline.lineTo(left - BAR * 0.8, top + BAR / 2);
            arrow(sheet, left, top, -BAR * 0.8, scale.colors().argb(0));
        }
        outline.closePath();
        sheet.draw(outline, TextStyle.INK, 1.5);
        numbers(sheet, scale, left, top, width);
        String text = TextLines.fit(meaning, TextStyle.LABEL, Math.min(Sheet.WIDTH - 80.0, width + 500));
        double y = top + BAR + TICK + 2 * TextStyle.LABEL.lineHeight();
        sheet.text(text, left + width / 2, y, TextStyle.LABEL, Anchor.MIDDLE);
    }

    private static void numbers(Sheet sheet, ColorScale scale, double left, double top, double width) {
        double range = scale.high() - scale.low();
        double step = step(scale, width);
        for (double tick : Ticks.between(scale.low(), scale.high(), step)) {
            double x = left + (tick - scale.low()) / range * width;
            String text = text(scale, tick, step);
            sheet.line(x, top + BAR, x, top + BAR + TICK, TextStyle.INK, 1.5);
            sheet.text(text, x, top + BAR + TICK + 4 + TextStyle.LABEL.ascent(), TextStyle.LABEL, Anchor.MIDDLE);
        }
    }

    private static String text(ColorScale scale, double tick, double step) {
        return scale.signed() ? Ticks.signed(tick, step) : Ticks.label(tick, step);
    }

    /** Distance of the numbers below a bar: as fine as looks well, and so wide that no number touches the next. */
    static double step(ColorScale scale, double width) {
        double range = scale.high() - scale.low();
        boolean wide = width > 700;
        boolean fromZero = scale.signed() || scale.low() == 0;
        double step = fromZero ? Ticks.part(scale.high(), wide) : Ticks.step(range, wide ? 8 : 4);
        if (fromZero && !fits(scale, step, width)) {
            step = Ticks.part(scale.high(), false);
        }
        if (fromZero && !fits(scale, step, width)) {
            step = scale.high();
        }
        for (int most = 3; !fromZero && most > 0 && !fits(scale, step, width); most--) {
            step = Ticks.step(range, most);
        }
        return step;
    }

    private static boolean fits(ColorScale scale, double step, double width) {
        double range = scale.high() - scale.low();
        double end = Double.NEGATIVE_INFINITY;
        for (double tick : Ticks.between(scale.low(), scale.high(), step)) {
            double middle = (tick - scale.low()) / range * width;
            double half = TextStyle.LABEL.width(text(scale, tick, step)) / 2;
            if (middle - half < end + GAP) {
                return false;
            }
            end = middle + half;
        }
        return true;
    }

    private static void arrow(Sheet sheet, double x, double top, double length, int argb) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, top);
        arrow.lineTo(x + length, top + BAR / 2);
        arrow.lineTo(x, top + BAR);
        arrow.closePath();
        sheet.fill(arrow, new Color(argb));
    }
}
