package org.geoanomaly.gam.pipeline.eastup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfSelection;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.export.ReferenceTools;
import org.geoanomaly.gam.pipeline.ingest.insar.Scenes;
import org.geoanomaly.gam.pipeline.reproject.ToWgs84;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks from two sides to motion east and up. */
class EastUpGridTest {
    private static final Crs LAEA = new Crs("EPSG:3035", false);
    private static final double[] FROM_EAST = {0.594, -0.12, 0.795};
    private static final double[] FROM_WEST = {-0.62, -0.10, 0.778};

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_motion_that_was_put_in_comes_out() {
        double[][] rows = {
            row(4_598_610, 1_739_710, FROM_EAST, 2, -5, 0.1),
            row(4_598_690, 1_739_790, FROM_WEST, 2, -5, 0.1),
            row(4_598_710, 1_739_790, FROM_WEST, 9, 9, 0.1),
            row(4_598_650, 1_739_650, FROM_EAST, -1, 3, 0.1),
            row(4_598_650, 1_739_660, FROM_WEST, -1, 3, 0.2),
        };
        EastUpGrid grid = EastUpGrid.of(points(rows), LAEA, 100, 0);
        assertThat(grid.cells()).as("one cell was seen from one side only").isEqualTo(2);
        assertThat(grid.geometry().west()).isEqualTo(4_598_600);
        assertThat(grid.geometry().north()).isEqualTo(1_739_800);
        FloatGrid east = grid.layers().get(0).grid();
        FloatGrid up = grid.layers().get(1).grid();
        assertThat((double) east.get(0, 0)).isCloseTo(2, within(1e-5));
        assertThat((double) up.get(0, 0)).isCloseTo(-5, within(1e-5));
        assertThat(east.get(1, 0)).isNaN();
        assertThat((double) east.get(0, 1)).isCloseTo(-1, within(1e-5));
        assertThat((double) up.get(0, 1)).isCloseTo(3, within(1e-5));
        // two looks of 0.1 at nearly right angles
        assertThat((double) grid.layers().get(3).grid().get(0, 0)).isBetween(0.08, 0.1);
    }

    @Test
    void scatter_beyond_the_stated_deviations_makes_them_larger() {
        double[][] rows = {
            row(4_598_610, 1_739_710, FROM_EAST, 0, 0, 0.1),
            row(4_598_620, 1_739_710, FROM_EAST, 0, 4, 0.1),
            row(4_598_690, 1_739_790, FROM_WEST, 0, 0, 0.1),
            row(4_598_680, 1_739_790, FROM_WEST, 0, 4, 0.1),
        };
        EastUpGrid grid = EastUpGrid.of(points(rows), LAEA, 100, 0);
        assertThat((double) grid.layers().get(1).grid().get(0, 0)).isCloseTo(2, within(1e-4));
        assertThat((double) grid.layers().get(3).grid().get(0, 0)).isGreaterThan(1);
    }

    @Test
    void motion_north_that_may_be_makes_up_less_certain() {
        double[][] rows = {
            row(4_598_610, 1_739_710, FROM_EAST, 2, -5, 0.1), row(4_598_690, 1_739_790, FROM_WEST, 2, -5, 0.1),
        };
        float without =
                EastUpGrid.of(points(rows), LAEA, 100, 0).layers().get(3).grid().get(0, 0);
        float with =
                EastUpGrid.of(points(rows), LAEA, 100, 3).layers().get(3).grid().get(0, 0);
        assertThat(with).isGreaterThan(3 * without);
    }

    @Test
    void one_side_alone_and_grids_without_end_are_refused() {
        double[][] one = {row(4_598_610, 1_739_710, FROM_EAST, 2, -5, 0.1)};
        assertThatThrownBy(() -> EastUpGrid.of(points(one), LAEA, 100, 0))
                .isInstanceOf(PreprocessingException.class)
                .hasMessageContaining("no cell of 100.0 m was seen from both sides");
        double[][] far = {
            row(4_000_000, 1_739_710, FROM_EAST, 2, -5, 0.1), row(5_000_000, 2_739_710, FROM_WEST, 2, -5, 0.1)
        };
        assertThatThrownBy(() -> EastUpGrid.of(points(far), LAEA, 0.1, 0)).hasMessageContaining("is too large");
        assertThatThrownBy(() -> EastUpOutput.write(
                        folder.resolve("a.xyz"), EastUpGrid.of(points(pair()), LAEA, 100, 0), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("its ending says no format");
    }

    private static double[][] pair() {
        return new double[][] {
            row(4_598_610, 1_739_710, FROM_EAST, 2, -5, 0.1), row(4_598_690, 1_739_790, FROM_WEST, 2, -5, 0.1)
        };
    }

    @Test
    void files_are_read_by_gdal_in_their_place_and_the_same_every_time() throws Exception {
        EastUpGrid grid = EastUpGrid.of(
                points(new double[][] {
                    row(4_598_610, 1_739_710, FROM_EAST, 2, -5, 0.1),
                    row(4_598_690, 1_739_790, FROM_WEST, 2, -5, 0.1),
                    row(4_598_910, 1_739_910, FROM_EAST, 2, -5, 0.1)
                }),
                LAEA,
                100,
                0);
        Path nc = folder.resolve("a.nc");
        assertThat(EastUpOutput.write(nc, grid, List.of("x.zip"))).containsExactly(nc);
        Path again = folder.resolve("b.nc");
        EastUpOutput.write(again, grid, List.of("x.zip"));
        assertThat(Files.readAllBytes(nc)).isEqualTo(Files.readAllBytes(again));
        try (NetcdfGrid file = NetcdfGrid.open(nc)) {
            FloatGrid up = file.read(NetcdfSelection.of("up_velocity"));
            assertThat(up.geometry()).isEqualTo(grid.geometry());
            assertThat(up.get(0, 2)).isCloseTo(-5, within(1e-5f));
        }
        List<Path> tiffs = EastUpOutput.write(folder.resolve("a.tif"), grid, List.of("x.zip"));
        assertThat(tiffs).containsExactly(folder.resolve("a_east.tif"), folder.resolve("a_up.tif"));
        ReferenceTools.require("gdalinfo", "--version");
        assertThat(ReferenceTools.run("gdalinfo", "NETCDF:" + nc + ":up_velocity"))
                .contains("Lambert Azimuthal Equal Area", "Origin = (4598600.0", "Pixel Size = (100.0");
        assertThat(ReferenceTools.run("gdalinfo", tiffs.get(1).toString()))
                .contains("ID[\"EPSG\",3035]", "Origin = (4598600.0", "Unit Type: mm/yr");
    }

    /** The figures of the Ortho product that a public implementation makes of the same two bursts, and that EGMS rounds to 0.1 mm/yr. */
    @Test
    void the_two_real_bursts_give_what_the_ortho_product_of_the_same_data_has() throws Exception {
        Path real = Scenes.real().resolve("egms");
        RawData.Points points = Scenes.read(
                folder,
                new BoundingBox(38, 39, 13, 13.5),
                "{scenes: [{path: " + real.resolve("EGMS_L2b_022_0845_IW2_VV_2020_2024_1.zip") + "}, {path: "
                        + real.resolve("EGMS_L2b_117_0227_IW2_VV_2020_2024_1.zip") + "}]}");
        assertThat(points.rows()).isEqualTo(23_349);
        EastUpGrid grid = EastUpGrid.of(points, LAEA, 100, 0);
        assertThat(grid.cells()).isEqualTo(640);
        FloatGrid east = grid.layers().get(0).grid();
        FloatGrid up = grid.layers().get(1).grid();
        int inside = 0;
        double sumEast = 0;
        double sumUp = 0;
        for (int r = 0; r < grid.geometry().rows(); r++) {
            for (int c = 0; c < grid.geometry().columns(); c++) {
                // the product ends at the edge of its 100 km tile
                if (!Float.isNaN(up.get(c, r)) && grid.geometry().x(c) < 4_600_000) {
                    inside++;
                    sumEast += east.get(c, r);
                    sumUp += up.get(c, r);
                }
            }
        }
        assertThat(inside).isEqualTo(522);
        assertThat(sumEast / inside).isCloseTo(-0.765, within(0.05));
        assertThat(sumUp / inside).isCloseTo(-1.554, within(0.05));
    }

    /** Longitude, latitude, value, deviation, look. */
    private static double[] row(double e, double n, double[] look, double east, double up, double deviation) {
        double[] place = new double[2];
        new ToWgs84(LAEA).transform(e, n, place);
        double value = east * look[0] + up * look[2];
        return new double[] {place[0], place[1], value, deviation, look[0], look[1], look[2], look[0] > 0 ? 0 : 1};
    }

    private static RawData.Points points(double[][] rows) {
        String[] names = {"longitude", "latitude", "value", "uncertainty", "los_east", "los_north", "los_up", "track"};
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.length; c++) {
            double[] column = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                column[i] = rows[i][c];
            }
            columns.put(names[c], column);
        }
        return new RawData.Points(
                new RawData.Facts("insar", "los_velocity", Unit.MILLIMETRE_PER_YEAR, true, null, null, null, List.of()),
                columns);
    }
}
