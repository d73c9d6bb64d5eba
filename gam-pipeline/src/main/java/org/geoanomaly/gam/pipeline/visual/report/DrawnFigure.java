package org.geoanomaly.gam.pipeline.visual.report;

import java.util.Base64;
import org.geoanomaly.gam.pipeline.visual.map.Figure;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;

/**
 * A figure as the page holds it.
 *
 * @param subject the modality that it is about, or nothing
 * @param png its pixels in base64
 */
record DrawnFigure(String subject, String title, String caption, String png) {
    static DrawnFigure of(Figure figure, double scale) {
        Plate plate = figure.plate();
        return new DrawnFigure(
                figure.subject(),
                plate.title(),
                plate.caption(),
                Base64.getEncoder().encodeToString(plate.png(scale)));
    }
}
