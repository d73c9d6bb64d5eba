package org.geoanomaly.gam.pipeline.visual.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.FusionMvpSection.FigureOptions;
import org.geoanomaly.gam.pipeline.config.GlobeProjection;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.TextBoxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldFigureTest {
    private static final double SCALE = 0.5;
    private static final WorldFigure.Lettering WORDS =
            new WorldFigure.Lettering("world", "The world", "one degree", "nothing (no unit)", "GAM");

    private static FloatGrid flat() {
        GridGeometry geometry = new GridGeometry(Crs.WGS84, -180, 90, 1, 1, 360, 180, Registration.CELL);
        float[] values = new float[geometry.size()];
        Arrays.fill(values, 4);
        return new FloatGrid(geometry, Unit.DIMENSIONLESS, values);
    }

    private static Plate draw(GlobeProjection projection, boolean plates, WorldFigure.Lettering words) {
        ColorScale colors = new ColorScale(ColorMap.VIK, -6, 6, true, true, true);
        return WorldFigure.draw(flat(), colors, new FigureOptions(projection, plates), words);
    }

    @ParameterizedTest
    @EnumSource
    void no_text_leaves_the_sheet_or_touches_another(GlobeProjection projection) {
        TextBoxes.requireApart(draw(projection, false, WORDS));
        String much = "a name that goes on and on ".repeat(20);
        Plate plate = draw(projection, true, new WorldFigure.Lettering("world", much, much, much, much));
        TextBoxes.requireApart(plate);
        assertThat(plate.sheet().texts()).anyMatch(t -> t.text().contains("Bird (2003)"));
    }

    /** On the ridge south-west of Iceland, where nothing else is drawn. */
    @ParameterizedTest
    @EnumSource
    void plate_boundaries_lie_where_they_are_known(GlobeProjection projection) throws IOException {
        Plate with = draw(projection, true, WORDS);
        assertThat(purple(with, projection, -33.54, 57.09)).isTrue();
        assertThat(purple(with, projection, -45, 40)).isFalse();
        assertThat(purple(draw(projection, false, WORDS), projection, -33.54, 57.09))
                .isFalse();
    }

    private static boolean purple(Plate plate, GlobeProjection projection, double lon, double lat) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(plate.png(SCALE)));
        FlatGlobe globe = FlatGlobe.of(projection);
        double[] p = globe.place(lon, lat);
        double left = 110;
        double width = 1630;
        double top = new Layout("t", "s", "f").top() + 6;
        int x = (int) (SCALE * (left + width * (1 + p[0]) / 2));
        int y = (int) (SCALE * (top + width * globe.aspect() * (1 - p[1]) / 2));
        boolean found = false;
        for (int i = 0; i < 25; i++) {
            int rgb = image.getRGB(x - 2 + i % 5, y - 2 + i / 5);
            found |= (rgb & 0xff) - (rgb >> 8 & 0xff) > 50 && (rgb >> 16 & 0xff) - (rgb >> 8 & 0xff) > 50;
        }
        return found;
    }

    @Test
    void robinson_is_lower_at_the_poles_and_wider_there() {
        FlatGlobe robinson = FlatGlobe.of(GlobeProjection.ROBINSON);
        assertThat(robinson.halfWidth(1)).isBetween(0.53, 0.54);
        assertThat(FlatGlobe.of(GlobeProjection.MOLLWEIDE).halfWidth(1)).isZero();
    }
}
