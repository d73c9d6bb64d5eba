package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What one map shows.
 *
 * @param grid the values, NaN is hatched
 * @param light whether to shade
 * @param anomalies to be ringed
 * @param relief that lights the map instead of its own slopes, null for none
 */
record MapContent(
        FloatGrid grid,
        ColorScale colors,
        boolean light,
        List<Anomaly> anomalies,
        @Nullable FieldPainter relief) {
    private static final Color COAST = new Color(0x20, 0x28, 0x30, 210);
    private static final Color BORDER = new Color(0x50, 0x28, 0x30, 150);

    MapContent(FloatGrid grid, ColorScale colors, boolean light, List<Anomaly> anomalies) {
        this(grid, colors, light, anomalies, null);
    }

    Extent extent() {
        return Extent.of(grid.geometry());
    }

    /** Draws into a frame, everything but the degrees around it. */
    void draw(Sheet sheet, MapFrame frame, boolean scaleBar) {
        Axis columns = Axis.even(grid.geometry().columns());
        Axis rows = Axis.even(grid.geometry().rows());
        FieldPainter painter = new FieldPainter(columns, rows, grid.values());
        painter.paint(sheet, frame.box(), colors, relief != null ? relief : light ? painter : null);
        sheet.clip(frame.box());
        sheet.dashed(CoastLines.borders().path(frame), BORDER, 2);
        sheet.draw(CoastLines.coast().path(frame), COAST, 2.5);
        new Graticule(frame).drawLines(sheet);
        sheet.unclip();
        List<Rectangle2D> occupied = List.of();
        ScaleBar bar = ScaleBar.of(frame, anomalies);
        if (scaleBar && bar.fits()) {
            bar.draw(sheet);
            occupied = List.of(bar.panel());
        }
        new AnomalyMarks(frame, anomalies, occupied).draw(sheet);
    }
}
