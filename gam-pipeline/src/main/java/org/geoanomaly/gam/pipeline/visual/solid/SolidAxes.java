package org.geoanomaly.gam.pipeline.visual.solid;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Edges, kilometres and names of the axes around a solid. */
final class SolidAxes {
    /** The outline of the box as it is seen; nothing of the model lies in front of it. Edges behind are the painter's. */
    private static final double[][] EDGES = {
        {0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 1, 0}, {1, 0, 0, 1, 0, 1},
        {0, 1, 0, 0, 1, 1}, {1, 0, 1, 1, 1, 1}, {0, 1, 1, 1, 1, 1}
    };

    private static final double[][] NEAR = {{0, 0, 0, 0, 0, 1}, {0, 0, 1, 1, 0, 1}, {0, 0, 1, 0, 1, 1}};
    private static final double OUT = 40;
    private static final double NAME_OUT = 96;

    private final Solid solid;
    private final Eye eye;
    private final double[] steps = new double[3];

    SolidAxes(Solid solid, Eye eye) {
        this.solid = solid;
        this.eye = eye;
        for (int k = 0; k < 3; k++) {
            double range = solid.metres()[k] / 1000;
            double[] a = end(k, 0);
            double[] b = end(k, 1);
            double pixels = Math.hypot(b[0] - a[0], b[1] - a[1]);
            steps[k] = Ticks.step(range, (int) Math.max(2, Math.min(6, Math.floor(pixels / 90))));
        }
    }

    /** Where along its edge an axis has numbers, as shares of the box. */
    double[][] ticks() {
        double[][] out = new double[3][];
        for (int k = 0; k < 3; k++) {
            int axis = k;
            out[k] = Arrays.stream(kilometres(k)).map(km -> share(axis, km)).toArray();
        }
        return out;
    }

    private double[] kilometres(int axis) {
        double first = axis == 2 ? solid.top() / 1000 : 0;
        return Ticks.between(first, first + solid.metres()[axis] / 1000, steps[axis]);
    }

    private double share(int axis, double km) {
        double metres = km * 1000 - (axis == 2 ? solid.top() : 0);
        double share = metres / solid.metres()[axis];
        return axis == 2 ? 1 - share : share;
    }

    /** East along the southern edge, north along the western one, depth down the edge at the left. */
    private double[] end(int axis, double share) {
        return switch (axis) {
            case 0 -> eye.see(share, 0, 0);
            case 1 -> eye.see(0, share, 0);
            default -> eye.see(0, 1, share);
        };
    }

    void draw(Sheet sheet) {
        for (double[] e : EDGES) {
            edge(sheet, e, 2);
        }
        for (double[] e : NEAR) {
            edge(sheet, e, 1);
        }
        for (int axis = 0; axis < 3; axis++) {
            numbers(sheet, axis);
        }
        name(sheet, 0, "east (km)");
        name(sheet, 1, "north (km)");
        name(sheet, 2, "depth (km)");
    }

    private void edge(Sheet sheet, double[] e, double width) {
        double[] a = eye.see(e[0], e[1], e[2]);
        double[] b = eye.see(e[3], e[4], e[5]);
        sheet.line(
                a[0], a[1], b[0], b[1], width > 1 ? TextStyle.FAINT : new java.awt.Color(0x56, 0x63, 0x6f, 110), width);
    }

    /** Away from the box, as the axis sees it. */
    private double[] away(int axis) {
        double[] middle = eye.see(0.5, 0.5, axis == 2 ? 0.5 : 0);
        double[] p = end(axis, 0.5);
        double size = Math.hypot(p[0] - middle[0], p[1] - middle[1]);
        return new double[] {(p[0] - middle[0]) / size, (p[1] - middle[1]) / size};
    }

    private void numbers(Sheet sheet, int axis) {
        double[] away = away(axis);
        for (double km : kilometres(axis)) {
            double[] p = end(axis, share(axis, km));
            sheet.line(p[0], p[1], p[0] + 10 * away[0], p[1] + 10 * away[1], TextStyle.FAINT, 2);
            text(sheet, Ticks.label(km, steps[axis]), p[0] + OUT * away[0], p[1] + OUT * away[1]);
        }
    }

    private void name(Sheet sheet, int axis, String name) {
        double[] away = away(axis);
        double[] p = end(axis, 0.5);
        double wide = TextStyle.LABEL.width(name) / 2 * Math.abs(away[0]);
        double x = p[0] + (NAME_OUT + wide) * away[0];
        for (double more = 0; more < 80; more += 8) {
            if (text(sheet, name, x + more * away[0], p[1] + (NAME_OUT + more) * away[1])) {
                return;
            }
        }
    }

    /** A text with its middle at a place, unless another one is there. */
    private static boolean text(Sheet sheet, String text, double x, double y) {
        TextStyle style = TextStyle.LABEL;
        double height = style.ascent() + style.descent();
        Rectangle2D box = new Rectangle2D.Double(x - style.width(text) / 2, y - height / 2, style.width(text), height);
        boolean free = sheet.texts().stream().noneMatch(t -> t.box().intersects(box));
        if (free) {
            sheet.text(text, x, box.getY() + style.ascent(), style, Anchor.MIDDLE);
        }
        return free;
    }
}
