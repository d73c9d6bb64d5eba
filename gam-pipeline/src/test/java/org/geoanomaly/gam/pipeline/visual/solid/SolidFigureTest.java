package org.geoanomaly.gam.pipeline.visual.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.map.SampleRegion;
import org.geoanomaly.gam.pipeline.visual.map.ScoreMap;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.TextBoxes;
import org.junit.jupiter.api.Test;

class SolidFigureTest {
    private static final int COLUMNS = 20;
    private static final int LAYERS = 10;

    /** Two balls of opposite sign: +1 in the south-west, −0.6 in the north-east. */
    private static RegionModel balls() {
        GridGeometry g = new GridGeometry(Crs.WGS84, 10, 2, 0.1, 0.1, COLUMNS, COLUMNS, Registration.CELL);
        float[] values = new float[COLUMNS * COLUMNS * LAYERS];
        for (int i = 0; i < values.length; i++) {
            int column = i % COLUMNS;
            int row = i / COLUMNS % COLUMNS;
            int layer = i / COLUMNS / COLUMNS;
            double warm = Math.hypot(Math.hypot(column - 5, row - 14), 2 * (layer - 4.0));
            double cold = Math.hypot(Math.hypot(column - 14, row - 5), 2 * (layer - 4.0));
            values[i] = (float) (Math.exp(-warm * warm / 12) - 0.6 * Math.exp(-cold * cold / 12));
        }
        double[] edges = new double[LAYERS + 1];
        for (int k = 0; k <= LAYERS; k++) {
            edges[k] = 2000.0 * k;
        }
        return new RegionModel(
                "fused",
                g,
                new RegionModel.Depths(edges, 0),
                Map.of("score", new RegionModel.Layer("fused score", Unit.DIMENSIONLESS, values)));
    }

    @Test
    void bodies_of_both_signs_are_seen_in_their_colours_and_places() {
        RegionModel model = balls();
        Solid solid = Solid.of(model, ScoreMap.main(model));
        Rectangle2D place = new Rectangle2D.Double(0, 0, 600, 400);
        Eye eye = new Eye(solid.box(), place);
        ColorScale colors = new ColorScale(ColorMap.VIK, -1, 1, false, false, true);
        double[][] none = {{}, {}, {}};
        BufferedImage picture = new RayPainter(solid, eye, colors, new double[] {0.4, -0.3}, new double[0], none)
                .paint(place, 600, 400);
        double[] warm = eye.see(5.5 / COLUMNS, 5.5 / COLUMNS, 0.55);
        double[] cold = eye.see(14.5 / COLUMNS, 14.5 / COLUMNS, 0.55);
        int hot = picture.getRGB((int) warm[0], (int) warm[1]);
        int blue = picture.getRGB((int) cold[0], (int) cold[1]);
        assertThat((hot >> 16 & 0xff) - (hot & 0xff)).as("red over blue").isGreaterThan(60);
        assertThat((blue & 0xff) - (blue >> 16 & 0xff)).as("blue over red").isGreaterThan(60);
        assertThat(picture.getRGB(1, 1)).isEqualTo(0xffffffff);
    }

    @Test
    void rays_go_where_places_are_seen() {
        double[] box = {1, 0.7, 0.4};
        Eye eye = new Eye(box, new Rectangle2D.Double(100, 50, 900, 500));
        double[] ray = new double[3];
        for (double x = 0.1; x < 1; x += 0.4) {
            double[] seen = eye.see(x, 0.3, 0.8);
            eye.ray(seen[0], seen[1], ray);
            double[] to = {(x - 0.5) * box[0], (0.3 - 0.5) * box[1], (0.8 - 0.5) * box[2]};
            double length = (to[0] - eye.from()[0]) / ray[0];
            for (int k = 0; k < 3; k++) {
                assertThat(eye.from()[k] + length * ray[k]).isCloseTo(to[k], within(1e-9));
            }
        }
    }

    @Test
    void slices_show_the_values_that_they_cut() {
        RegionModel model = balls();
        Solid solid = Solid.of(model, ScoreMap.main(model));
        assertThat(solid.strongest()).containsExactly(5.5 / COLUMNS, 5.5 / COLUMNS);
        assertThat(solid.at(5.5 / COLUMNS, 5.5 / COLUMNS, 0.55)).isCloseTo(1, within(0.02f));
        assertThat(solid.at(14.5 / COLUMNS, 14.5 / COLUMNS, 0.55)).isCloseTo(-0.6f, within(0.02f));
    }

    @Test
    void no_text_leaves_the_sheet_or_touches_another() throws IOException {
        List<String> names = new ArrayList<>();
        for (RegionResult result :
                List.of(SampleRegion.typical(), SampleRegion.hostile(), SampleRegion.acrossTheAntimeridian())) {
            for (Supplier<Plate> figure : SolidFigure.all(result, VisualizationSection.DEFAULT)) {
                Plate plate = figure.get();
                names.add(plate.name());
                TextBoxes.requireApart(plate);
            }
        }
        assertThat(names).contains("fused_3d_bodies", "fused_3d_slices").hasSize(18);
        Plate first = SolidFigure.all(SampleRegion.typical(), VisualizationSection.DEFAULT)
                .get(0)
                .get();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(first.png(0.2)));
        assertThat(image.getWidth()).isEqualTo(360);
    }
}
