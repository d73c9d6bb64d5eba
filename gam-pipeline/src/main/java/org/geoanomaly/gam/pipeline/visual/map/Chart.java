package org.geoanomaly.gam.pipeline.visual.map;

import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;

/** A small diagram of y against x. */
final class Chart {
    static final Color CURVE = new Color(0x0b5f8a);
    static final Color BARS = new Color(0x7fb2cc);
    private static final Color GRID = new Color(0xe3e7ea);

    private final Rectangle2D box;
    private final double[] xRange;
    private final double[] yRange;
    private final boolean logarithmic;

    /**
     * An empty diagram.
     *
     * @param logarithmic whether y is; its range is then positive
     */
    Chart(Rectangle2D box, double[] xRange, double[] yRange, boolean logarithmic) {
        this.box = box;
        this.xRange = xRange.clone();
        this.yRange = logarithmic ? new double[] {Math.log10(yRange[0]), Math.log10(yRange[1])} : yRange.clone();
        this.logarithmic = logarithmic;
    }

    double x(double value) {
        return box.getX() + (value - xRange[0]) / (xRange[1] - xRange[0]) * box.getWidth();
    }

    double y(double value) {
        double at = logarithmic ? Math.log10(value) : value;
        return box.getMaxY() - (at - yRange[0]) / (yRange[1] - yRange[0]) * box.getHeight();
    }

    /** Lines, numbers and the axis titles. */
    void axes(Sheet sheet, String xTitle, String yTitle, boolean yNumbers) {
        double step = Ticks.step(xRange[1] - xRange[0], 6);
        step = Math.abs(xRange[1] - xRange[0]) > 1 ? Math.max(1, step) : step;
        double below = box.getMaxY() + 10 + TextStyle.LABEL.ascent();
        for (double tick : Ticks.between(xRange[0], xRange[1], step)) {
            sheet.line(x(tick), box.getY(), x(tick), box.getMaxY(), GRID, 1.5);
            sheet.text(Ticks.label(tick, step), x(tick), below, TextStyle.LABEL, Anchor.MIDDLE);
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

    /** What numbers and title below a diagram take. */
    static double labelHeight() {
        return 10 + 2.2 * TextStyle.LABEL.lineHeight();
    }

    private String yLabel(double tick) {
        if (!logarithmic) {
            return Ticks.label(tick, Ticks.step(yRange[1] - yRange[0], 5));
        }
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
        double decades = yRange[1] - yRange[0];
        if (decades < 2.6) {
            double[] all = new double[60];
            int n = 0;
            for (int power = (int) Math.floor(yRange[0]); power <= Math.ceil(yRange[1]) && n < 57; power++) {
                for (int lead : new int[] {1, 2, 5}) {
                    double tick = lead * Math.pow(10, power);
                    if (Math.log10(tick) >= yRange[0] - 1e-9 && Math.log10(tick) <= yRange[1] + 1e-9) {
                        all[n++] = tick;
                    }
                }
            }
            return Arrays.copyOf(all, n);
        }
        return Arrays.stream(Ticks.between(yRange[0], yRange[1], Math.max(1, Math.ceil(decades / 6))))
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

    void bar(Sheet sheet, double from, double to, double value) {
        double top = y(value);
        sheet.fill(
                new Rectangle2D.Double(x(from) + 1, top, Math.max(1, x(to) - x(from) - 2), box.getMaxY() - top), BARS);
    }

    /** A dashed line across, with its name above its right end. */
    void level(Sheet sheet, double value, String name) {
        double at = y(value);
        sheet.dashed(new java.awt.geom.Line2D.Double(box.getX(), at, box.getMaxX(), at), TextStyle.FAINT, 2);
        sheet.text(name, box.getX() + 14, at - 9, TextStyle.SMALL, Anchor.START);
    }
}
