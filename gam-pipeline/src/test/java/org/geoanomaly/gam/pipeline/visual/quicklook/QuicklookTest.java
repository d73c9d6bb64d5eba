package org.geoanomaly.gam.pipeline.visual.quicklook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.TextBoxes;
import org.junit.jupiter.api.Test;

class QuicklookTest {
    private static FloatGrid grid(int columns, int rows, double step, float... values) {
        GridGeometry g =
                new GridGeometry(Crs.WGS84, -180, rows * step / 2, step, step, columns, rows, Registration.CELL);
        return new FloatGrid(g, Unit.DIMENSIONLESS, values);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void cells_become_squares_of_their_colour_and_no_data_is_transparent() throws IOException {
        FloatGrid grid = grid(3, 2, 0.1f, -6, 0, 6, Float.NaN, -99, 99);
        BufferedImage image = read(Quicklook.render(grid, ColorMap.VIK, -6, 6, 2));
        assertThat(image.getWidth()).isEqualTo(6);
        assertThat(image.getHeight()).isEqualTo(4);
        int low = ColorMap.VIK.argb(0);
        int high = ColorMap.VIK.argb(255);
        int middle = ColorMap.VIK.argb(128);
        int[][] expected = {{low, middle, high}, {0, low, high}};
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                assertThat(image.getRGB(x, y)).as("%s,%s", x, y).isEqualTo(expected[y / 2][x / 2]);
            }
        }
    }

    @Test
    void the_same_grid_gives_the_same_bytes() {
        float[] values = new float[100 * 100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 17 == 0 ? Float.NaN : (float) Math.sin(i * 0.37) * 6;
        }
        FloatGrid grid = grid(100, 100, 0.1, values);
        byte[] first = Quicklook.render(grid, ColorMap.VIK, -6, 6, 2);
        assertThat(Quicklook.render(grid, ColorMap.VIK, -6, 6, 2)).isEqualTo(first);
    }

    @Test
    void impossible_sizes_and_ranges_are_refused() {
        FloatGrid grid = grid(1, 1, 0.1, 1);
        assertThatThrownBy(() -> Quicklook.render(grid, ColorMap.VIK, -6, 6, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quicklook.render(grid, ColorMap.VIK, 6, 6, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_overview_shows_the_globe_in_its_frame() throws IOException {
        float[] values = new float[360 * 180];
        Arrays.fill(values, 0, values.length / 2, 6);
        Arrays.fill(values, values.length / 2, values.length, -6);
        Arrays.fill(values, 0, 3600, Float.NaN);
        OverviewLabels labels = new OverviewLabels("Title", "z", "EPSG:4326");
        FloatGrid globe = grid(360, 180, 1, values);
        byte[] png = GlobalOverview.render(globe, ColorMap.VIK, -6, 6, labels);
        assertThat(GlobalOverview.render(globe, ColorMap.VIK, -6, 6, labels)).isEqualTo(png);
        BufferedImage image = read(png);
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1110);
        assertThat(image.getRGB(960, 76 + 300)).isEqualTo(ColorMap.VIK.argb(255));
        assertThat(image.getRGB(960, 76 + 600)).isEqualTo(ColorMap.VIK.argb(0));
        assertThat(image.getRGB(960, 76 + 20)).isIn(0xffe9ebed, 0xffd3d7da);
        assertThat(inkIn(image, 60, 20, 200, 34)).as("title").isPositive();
        assertThat(inkIn(image, 60, 1080, 200, 25)).as("footer").isPositive();
    }

    @Test
    void no_text_of_the_overview_leaves_it_or_touches_another() {
        FloatGrid globe = grid(360, 180, 1, new float[360 * 180]);
        String much = "a name that goes on and on ".repeat(20);
        for (OverviewLabels labels :
                List.of(new OverviewLabels("Title", "z", "EPSG:4326"), new OverviewLabels(much, much, much))) {
            GlobalOverview.Drawn drawn = GlobalOverview.draw(globe, ColorMap.VIK, -6000, 6000, labels);
            assertThat(drawn.texts()).hasSize(28);
            TextBoxes.requireApart(
                    "overview",
                    new Rectangle2D.Double(0, 0, 1920, 1110),
                    drawn.texts().stream()
                            .map(t -> new Sheet.Placed(t.text(), t.box()))
                            .toList());
        }
    }

    private static int inkIn(BufferedImage image, int left, int top, int width, int height) {
        int ink = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                ink += image.getRGB(x, y) != 0xffffffff ? 1 : 0;
            }
        }
        return ink;
    }
}
