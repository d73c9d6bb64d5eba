package org.geoanomaly.gam.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfSelection;
import org.geoanomaly.gam.formats.netcdf.NetcdfVariable;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.vtk.ImageData;
import org.geoanomaly.gam.formats.vtk.VtiReader;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What our own readers find in the files. */
class RegionExportsTest {
    @TempDir
    private Path folder;

    static List<Path> write(RegionResult result, Path directory) {
        try (Workers workers = new Workers(2)) {
            return RegionExports.write(result, directory, workers);
        }
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(directory.relativize(file).toString(), Sha256.ofFile(file));
            }
        }
        return sums;
    }

    @Test
    void every_product_has_its_place() throws IOException {
        List<Path> written = write(RegionFixture.western(), folder);
        assertThat(contents(folder).keySet())
                .containsExactlyInAnyOrder(
                        "anomalies.csv",
                        "anomalies.geojson",
                        "anomalies.parquet",
                        "anomalies.kmz",
                        "gam.gpkg",
                        "grids/gravity.nc",
                        "grids/magnetic.nc",
                        "models/gravity.nc",
                        "models/magnetic.nc",
                        "models/fused.nc",
                        "models/gravity.vti",
                        "models/magnetic.vti",
                        "models/fused.vti",
                        "models/anomalies.vtu",
                        "models/bodies.vtu",
                        "maps/gravity_data.tif",
                        "maps/gravity_data.qml",
                        "maps/gravity_uncertainty.tif",
                        "maps/gravity_uncertainty.qml",
                        "maps/gravity_residual.tif",
                        "maps/gravity_residual.qml",
                        "maps/magnetic_data.tif",
                        "maps/magnetic_data.qml",
                        "maps/magnetic_uncertainty.tif",
                        "maps/magnetic_uncertainty.qml",
                        "maps/magnetic_residual.tif",
                        "maps/magnetic_residual.qml",
                        "maps/fused_depth_125m.tif",
                        "maps/fused_depth_125m.qml",
                        "maps/fused_depth_375m.tif",
                        "maps/fused_depth_375m.qml",
                        "maps/fused_depth_750m.tif",
                        "maps/fused_depth_750m.qml",
                        "maps/fused_depth_1250m.tif",
                        "maps/fused_depth_1250m.qml",
                        "maps/fused_depth_2500m.tif",
                        "maps/fused_depth_2500m.qml",
                        "maps/fused_depth_3500m.tif",
                        "maps/fused_depth_3500m.qml",
                        "maps/fused_depth_4500m.tif",
                        "maps/fused_depth_4500m.qml",
                        "maps/fused_depth_5750m.tif",
                        "maps/fused_depth_5750m.qml",
                        "maps/anomaly_score.tif",
                        "maps/anomaly_score.qml");
        assertThat(written).hasSize(contents(folder).size()).allMatch(Files::isRegularFile);
    }

    @Test
    void bytes_depend_on_the_result_alone() throws IOException {
        try (Workers one = new Workers(1);
                Workers four = new Workers(4)) {
            RegionExports.write(RegionFixture.across(), folder.resolve("a"), one);
            RegionExports.write(RegionFixture.across(), folder.resolve("another place"), four);
            RegionExports.write(RegionFixture.across(), folder.resolve("another place"), four);
        }
        assertThat(contents(folder.resolve("a"))).isEqualTo(contents(folder.resolve("another place")));
    }

    @Test
    void only_what_is_asked_for_is_written() throws IOException {
        write(RegionFixture.with(RegionFixture.western(), ExportFormat.CSV, ExportFormat.PNG), folder);
        assertThat(contents(folder).keySet()).containsExactly("anomalies.csv");
    }

    @Test
    void a_directory_in_the_way_is_one_sentence_and_leaves_nothing() throws IOException {
        Files.createDirectories(folder.resolve("gam.gpkg/x"));
        RegionResult gpkg = RegionFixture.with(RegionFixture.western(), ExportFormat.GPKG);
        assertThatThrownBy(() -> write(gpkg, folder))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("gam.gpkg: a directory of that name is in the way");
        assertThat(contents(folder)).isEmpty();
    }

    @Test
    void grids_come_back_with_units_sources_and_gaps() throws IOException {
        RegionResult result = RegionFixture.western();
        write(result, folder);
        ModalityResult gravity = result.modalities().get(0);
        try (NetcdfGrid file = NetcdfGrid.open(folder.resolve("grids/gravity.nc"))) {
            gravity.grid().layers().forEach((name, layer) -> {
                FloatGrid read = read(file, name);
                assertThat(read.values()).as(name).isEqualTo(layer.values());
                assertThat(read.unit()).as(name).isEqualTo(layer.unit());
                assertThat(read.geometry().columns()).isEqualTo(12);
                assertThat(read.geometry().west()).isEqualTo(-71.5);
                assertThat(read.geometry().north()).isEqualTo(-30);
            });
            assertThat(file.text("quantity")).hasValue("gravity_disturbance");
            assertThat(file.text("grid_res")).hasValue("0.25 degrees");
            assertThat(file.text("processed_at")).hasValue("2026-01-02T03:04:05Z");
            assertThat(file.text("license")).hasValue("CC-BY-4.0");
            assertThat(file.text("references")).hasValue("Müller, Ø. (2020)");
            assertThat(file.text("source").orElseThrow())
                    .startsWith("gravity-survey: Survey <of> gravity  & more [sha256 abab");
            assertThat(file.text("ancillary_sources")).hasValue("topography-survey");
        }
    }

    private static FloatGrid read(NetcdfGrid file, String name) {
        try {
            return file.read(NetcdfSelection.of(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void models_carry_the_edges_of_their_layers() throws IOException {
        RegionResult result = RegionFixture.western();
        write(result, folder);
        try (NetcdfGrid file = NetcdfGrid.open(folder.resolve("models/fused.nc"))) {
            assertThat(file.grids().stream().map(NetcdfVariable::name))
                    .contains("data", "uncertainty", "contribution_gravity", "contribution_magnetic");
            assertThat(file.values(file.find(NetcdfSelection.of("depth"))))
                    .containsExactly(125, 375, 750, 1250, 1750, 2500, 3500, 4500, 5750);
            assertThat(file.values(file.find(NetcdfSelection.of("depth_bnds"))))
                    .startsWith(0, 250, 250, 500, 500, 1000)
                    .endsWith(5000, 6500);
            NetcdfVariable depth = file.find(NetcdfSelection.of("depth"));
            assertThat(depth.number("reference_height")).hasValue(812.5);
            assertThat(depth.text("positive")).hasValue("down");
            double[] data = file.values(file.find(NetcdfSelection.of("data")));
            float[] score = RegionFixture.values(result.fused(), "score");
            int rows = result.fused().geometry().rows();
            int columns = result.fused().geometry().columns();
            for (int i = 0; i < data.length; i++) {
                int k = i / (rows * columns);
                int row = rows - 1 - i / columns % rows;
                assertThat((float) data[i]).isEqualTo(Float.valueOf(score[(k * rows + row) * columns + i % columns]));
            }
        }
    }

    @Test
    void the_score_map_shows_the_strongest_value_of_each_column_with_its_sign() throws IOException {
        RegionResult result = RegionFixture.across();
        write(result, folder);
        float[] score = RegionFixture.values(result.fused(), "score");
        int size = result.fused().geometry().size();
        try (GeoTiff map = GeoTiff.open(folder.resolve("maps/anomaly_score.tif"))) {
            FloatGrid read = map.read(Unit.DIMENSIONLESS);
            assertThat(read.geometry().west()).isEqualTo(178.5);
            for (int cell = 0; cell < size; cell++) {
                float best = Float.NaN;
                for (int k = 0; k < 9; k++) {
                    float v = score[k * size + cell];
                    best = Float.isNaN(best) || Math.abs(v) > Math.abs(best) ? v : best;
                }
                assertThat(read.values()[cell]).isEqualTo(Float.valueOf(best));
            }
            assertThat(read.values()[3]).isNaN();
        }
    }

    @Test
    void images_have_the_values_of_the_cells_below_and_nothing_beyond() throws IOException {
        RegionResult result = RegionFixture.western();
        write(result, folder);
        ImageData image = VtiReader.read(folder.resolve("models/gravity.vti"));
        assertThat(image.fieldNames()).containsExactly("data", "uncertainty", "prior_uncertainty");
        float[] model = RegionFixture.values(result.modalities().get(0).model(), "data");
        float[] values = image.values("data");
        // 12 x 8 cells of the same size, 26 boxes of 250 m downwards; the middle of the box grid is the region's
        // middle.
        assertThat(image.size()).isEqualTo(values.length).isEqualTo(12 * 8 * 26);
        int nx = 12;
        int plane = nx * 8;
        for (int box = 0; box < 26; box++) {
            double depth = 6500 - (box + 0.5) * 250;
            int layer = depth < 1000
                    ? depth < 500 ? (int) (depth / 250) : 2
                    : depth < 2000 ? 3 + (int) ((depth - 1000) / 500) : Math.min(8, 5 + (int) ((depth - 2000) / 1000));
            int row = 4;
            int fromSouth = 3;
            for (int column = 4; column < 8; column++) {
                assertThat(values[box * plane + fromSouth * nx + column])
                        .isEqualTo(Float.valueOf(model[(layer * 8 + row) * 12 + column]));
            }
        }
    }
}
