package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** A small diagram of y against x. */
final class Chart {
    static final Color CURVE = new Color(0x0b5f8a);
    static final Color BARS = new Color(0x7fb2cc);
    private static final Color CHOSEN = new Color(0xb4, 0x48, 0x10);
    private static final Color GRID = new Color(0xe3e7ea);

    private final Rectangle2D box;
    private final double[] xRange;
    private final double[] yRange;
    private final boolean logX;
    private final boolean logarithmic;

    /**
     * An empty diagram.
     *
     * @param logarithmic whether y is; its range is then positive
     */
    Chart(Rectangle2D box, double[] xRange, double[] yRange, boolean logarithmic) {
        this(box, xRange, yRange, false, logarithmic);
    }

    private Chart(Rectangle2D box, double[] xRange, double[] yRange, boolean logX, boolean logarithmic) {
        this.box = box;
        this.xRange = logX ? logarithms(xRange) : xRange.clone();
        this.yRange = logarithmic ? logarithms(yRange) : yRange.clone();
        this.logX = logX;
        this.logarithmic = logarithmic;
    }

    /** Both axes logarithmic. */
    static Chart logarithmic(Rectangle2D box, double[] xRange, double[] yRange) {
        return new Chart(box, xRange, yRange, true, true);
    }

    private static double[] logarithms(double[] range) {
        return new double[] {Math.log10(range[0]), Math.log10(range[1])};
    }

    double x(double value) {
        double at = logX ? Math.log10(value) : value;
        return box.getX() + (at - xRange[0]) / (xRange[1] - xRange[0]) * box.getWidth();
    }

    double y(double value) {
        double at = logarithmic ? Math.log10(value) : value;
        return box.getMaxY() - (at - yRange[0]) / (yRange[1] - yRange[0]) * box.getHeight();
    }

    /** Lines, numbers and the axis titles. */
    void axes(Sheet sheet, String xTitle, String yTitle, boolean yNumbers) {
        double below = box.getMaxY() + 10 + TextStyle.LABEL.ascent();
        if (logX) {
            xDecades(sheet, below);
        } else {
            xSteps(sheet, below);
        }
        double widest = 0;
        for (double tick : yTicks()) {
            sheet.line(box.getX(), y(tick), box.getMaxX(), y(tick), GRID, 1.5);
            if (yNumbers) {
                String text = yLabel(tick);
                widest = Math.max(widest, TextStyle.LABEL.width(text));
                double base = y(tick) + TextStyle.LABEL.ascent() / 2;
                sheet.text(text, box.getX() - 10, base, TextStyle.LABEL, Anchor.END);
            }
        }
        sheet.draw(box, TextStyle.INK, 2);
        sheet.text(xTitle, box.getCenterX(), below + TextStyle.LABEL.lineHeight(), TextStyle.LABEL, Anchor.MIDDLE);
        if (!yTitle.isEmpty()) {
            sheet.textUp(yTitle, box.getX() - widest - 26, box.getCenterY(), TextStyle.LABEL);
        }
    }

    /** The same around a picture that fills the box. */
    void frame(Sheet sheet, String xTitle, String yTitle) {
        double step = Ticks.step(xRange[1] - xRange[0], 8);
        double below = box.getMaxY() + 16 + TextStyle.LABEL.ascent();
        for (double tick : Ticks.between(xRange[0], xRange[1], step)) {
            sheet.line(x(tick), box.getMaxY(), x(tick), box.getMaxY() + 8, TextStyle.INK, 2);
            sheet.text(Ticks.label(tick, step), x(tick), below, TextStyle.LABEL, Anchor.MIDDLE);
        }
        double low = Math.min(yRange[0], yRange[1]);
        double high = Math.max(yRange[0], yRange[1]);
        double yStep = Ticks.step(high - low, 5);
        for (double tick : Ticks.between(low, high, yStep)) {
            sheet.line(box.getX() - 8, y(tick), box.getX(), y(tick), TextStyle.INK, 2);
            double base = y(tick) + TextStyle.LABEL.ascent() / 2;
            sheet.text(Ticks.label(tick, yStep), box.getX() - 14, base, TextStyle.LABEL, Anchor.END);
        }
        sheet.draw(box, TextStyle.INK, 2);
        sheet.text(xTitle, box.getCenterX(), below + TextStyle.LABEL.lineHeight(), TextStyle.LABEL, Anchor.MIDDLE);
        sheet.textUp(yTitle, box.getX() - 92, box.getCenterY(), TextStyle.LABEL);
    }

    private void xSteps(Sheet sheet, double below) {
        double step = Ticks.step(xRange[1] - xRange[0], 6);
        step = Math.abs(xRange[1] - xRange[0]) > 1 ? Math.max(1, step) : step;
        for (double tick : Ticks.between(xRange[0], xRange[1], step)) {
            sheet.line(x(tick), box.getY(), x(tick), box.getMaxY(), GRID, 1.5);
            sheet.text(Ticks.label(tick, step), x(tick), below, TextStyle.LABEL, Anchor.MIDDLE);
        }
    }

    /** Numbers as far as each has room beside the one before. */
    private void xDecades(Sheet sheet, double below) {
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : decadeTicks(xRange)) {
            String text = decadeLabel(tick);
            double half = TextStyle.LABEL.width(text) / 2;
            sheet.line(x(tick), box.getY(), x(tick), box.getMaxY(), GRID, 1.5);
            if (x(tick) - half > free) {
                sheet.text(text, x(tick), below, TextStyle.LABEL, Anchor.MIDDLE);
                free = x(tick) + half + 14;
            }
        }
    }

    /** What numbers and title below a diagram take. */
    static double labelHeight() {
        return 10 + 2.2 * TextStyle.LABEL.lineHeight();
    }

    private String yLabel(double tick) {
        if (!logarithmic) {
            return Ticks.label(tick, Ticks.step(yRange[1] - yRange[0], 5));
        }
        return decadeLabel(tick);
    }

    private static String decadeLabel(double tick) {
        int power = (int) Math.floor(Math.log10(tick) + 1e-9);
        boolean plain = tick >= 0.01 - 1e-9 && power < 4;
        return plain
                ? Ticks.label(tick, Math.min(1, Math.pow(10, power)))
                : Math.round(tick / Math.pow(10, power)) + "e" + power;
    }

    private double[] yTicks() {
        if (!logarithmic) {
            return Ticks.between(yRange[0], yRange[1], Ticks.step(yRange[1] - yRange[0], 5));
        }
        return decadeTicks(yRange);
    }

    private static double[] decadeTicks(double[] range) {
        double decades = range[1] - range[0];
        if (decades < 2.6) {
            double[] all = new double[60];
            int n = 0;
            for (int power = (int) Math.floor(range[0]); power <= Math.ceil(range[1]) && n < 57; power++) {
                for (int lead : new int[] {1, 2, 5}) {
                    double tick = lead * Math.pow(10, power);
                    if (Math.log10(tick) >= range[0] - 1e-9 && Math.log10(tick) <= range[1] + 1e-9) {
                        all[n++] = tick;
                    }
                }
            }
            return Arrays.copyOf(all, n);
        }
        return Arrays.stream(Ticks.between(range[0], range[1], Math.max(1, Math.ceil(decades / 6))))
                .map(p -> Math.pow(10, p))
                .toArray();
    }

    void curve(Sheet sheet, double[] xs, double[] ys, Color color, boolean dots) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(x(xs[i]), y(ys[i]));
            } else {
                path.lineTo(x(xs[i]), y(ys[i]));
            }
        }
        sheet.clip(new Rectangle2D.Double(box.getX() - 8, box.getY() - 8, box.getWidth() + 16, box.getHeight() + 16));
        sheet.draw(path, color, 4);
        for (int i = 0; dots && i < xs.length; i++) {
            sheet.fill(new Ellipse2D.Double(x(xs[i]) - 7, y(ys[i]) - 7, 14, 14), color);
        }
        sheet.unclip();
    }

    /** A large dot that stands out. */
    void mark(Sheet sheet, double x, double y) {
        sheet.fill(new Ellipse2D.Double(x(x) - 13, y(y) - 13, 26, 26), Color.WHITE);
        sheet.fill(new Ellipse2D.Double(x(x) - 11, y(y) - 11, 22, 22), CHOSEN);
    }

    void bar(Sheet sheet, double from, double to, double value) {
        double top = y(value);
        sheet.fill(
                new Rectangle2D.Double(x(from) + 1, top, Math.max(1, x(to) - x(from) - 2), box.getMaxY() - top), BARS);
    }

    /** A dashed line across, with its name in the corner above, where curves that fall leave room. */
    void level(Sheet sheet, double value, String name) {
        double at = y(value);
        sheet.dashed(new java.awt.geom.Line2D.Double(box.getX(), at, box.getMaxX(), at), TextStyle.FAINT, 2);
        sheet.text("dashed: " + name, box.getMaxX() - 16, box.getY() + 34, TextStyle.SMALL, Anchor.END);
    }
}
