package org.geoanomaly.gam.pipeline.webtile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.formats.pmtiles.PmtilesReader;
import org.geoanomaly.gam.formats.pmtiles.TileCoordinate;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngDecoder;
import org.geoanomaly.gam.formats.png.PngImage;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysicalTilesTest {
    @ParameterizedTest
    @CsvSource({
        "-3000, 20000, 100, 0.5",
        "-350, 700, 30, 0.1",
        "-0.2, 0.3, 0, 1e-5",
        "5, 5, 0, 1e-5",
        "-1e6, 1e6, 1, 50",
    })
    void steps_are_round_hold_every_value_and_no_finer_than_the_spread_asks(
            double low, double high, double sigma, double step) {
        WebTileScale scale = WebTileScale.physical(low, high, sigma);
        assertThat(scale.scale()).isCloseTo(step, within(step * 1e-6));
        for (double v : new double[] {low, high, (low + high) / 2}) {
            assertThat(scale.value(scale.code(v))).isCloseTo(v, within(step * 0.5001));
        }
        assertThatThrownBy(() -> new WebTileScale(0, 1, 1000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_cell_is_found_again_at_the_highest_zoom(@TempDir Path folder) throws IOException {
        GridGeometry g = new GridGeometry(Crs.WGS84, 10, 60, 0.1, 0.1, 70, 50, Registration.CELL);
        float[] values = new float[g.size()];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 11 == 0 ? Float.NaN : (float) (random.nextGaussian() * 150);
        }
        FloatGrid grid = new FloatGrid(g, Unit.NANOTESLA, values);
        WebTileScale scale = WebTileScale.physical(-800, 800, 150);
        int zoom = WebTileOptions.zoomOfCells(0.1);
        assertThat(zoom).isEqualTo(4);
        Path archive = folder.resolve("mag.pmtiles");
        WebTilePyramid.write(
                grid,
                archive,
                new WebTileDescription("m", "", "", "1.0.0", List.of(), true),
                new WebTileOptions(0, zoom, 1, 2, scale, true),
                ProgressListener.SILENT);
        try (PmtilesReader reader = PmtilesReader.open(archive)) {
            assertThat(reader.metadata()).contains("code = 256 red + green", "blue 255");
            for (int row = 0; row < g.rows(); row++) {
                for (int column = 0; column < g.columns(); column++) {
                    float expected = grid.get(column, row);
                    double found = at(reader, scale, zoom, g.x(column), g.y(row));
                    if (Float.isNaN(expected)) {
                        assertThat(found).isNaN();
                    } else {
                        assertThat(found).isCloseTo(expected, within(scale.scale() * 0.501));
                    }
                }
            }
        }
    }

    /** What a viewer reads: the pixel under a place. */
    private static double at(PmtilesReader archive, WebTileScale scale, int zoom, double lon, double lat)
            throws IOException {
        double tiles = 1 << zoom;
        double x = (lon + 180) / 360 * tiles;
        double phi = Math.toRadians(lat);
        double y = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 * tiles;
        byte[] png = archive.tile(new TileCoordinate(zoom, (int) x, (int) y)).orElseThrow();
        PngImage picture = PngDecoder.decode("tile", png);
        assertThat(picture.colorType()).isEqualTo(PngColorType.RGB);
        int column = (int) (x % 1 * 256);
        int row = (int) (y % 1 * 256);
        return picture.sample(column, row, 2) == 255
                ? Double.NaN
                : scale.value(picture.sample(column, row, 0) * 256 + picture.sample(column, row, 1));
    }
}
