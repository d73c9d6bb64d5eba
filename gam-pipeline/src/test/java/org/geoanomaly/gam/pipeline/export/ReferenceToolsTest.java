package org.geoanomaly.gam.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What GDAL, OGR, ncdump and VTK find in the files. */
class ReferenceToolsTest {
    @TempDir
    private Path folder;

    private static float[] floats(JsonNode list) {
        List<Float> values = new ArrayList<>();
        list.forEach(v -> values.add(v.isNull() ? Float.NaN : (float) v.doubleValue()));
        float[] out = new float[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.get(i);
        }
        return out;
    }

    private static double[] doubles(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    @Test
    void gdal_finds_valid_cogs_with_our_values() throws IOException {
        RegionResult result = RegionFixture.across();
        List<Path> maps = RegionExportsTest.write(result, folder).stream()
                .filter(p -> p.toString().endsWith(".tif"))
                .toList();
        List<JsonNode> seen = ReferenceTools.ask("cog", "osgeo.gdal", maps);
        assertThat(seen).hasSize(15);
        for (int i = 0; i < seen.size(); i++) {
            JsonNode map = seen.get(i);
            assertThat(map.path("errors")).as("%s", maps.get(i)).isEmpty();
            assertThat(map.path("warnings")).as("%s", maps.get(i)).isEmpty();
            assertThat(map.path("epsg").stringValue()).isEqualTo("4326");
            assertThat(map.path("nodata").stringValue()).isEqualTo("nan");
            assertThat(doubles(map.path("transform"))).containsExactly(178.5, 0.25, 0, 52, 0, -0.25);
            assertThat(map.path("metadata").path("run_id").stringValue()).isEqualTo("7f3a9c1e");
            assertThat(map.path("metadata").path("source").stringValue()).contains("Survey <of> ");
        }
        FloatGrid data = RegionFixture.data(result);
        JsonNode gravity = seen.get(indexOf(maps, "gravity_data.tif"));
        assertThat(floats(gravity.path("values"))).isEqualTo(data.values());
        assertThat(gravity.path("unit").stringValue()).isEqualTo("mGal");
        float[] score = RegionFixture.values(result.fused(), "score");
        int size = result.fused().geometry().size();
        assertThat(floats(seen.get(indexOf(maps, "fused_depth_2500m.tif")).path("values")))
                .isEqualTo(Arrays.copyOfRange(score, 5 * size, 6 * size));
    }

    private static int indexOf(List<Path> files, String name) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).endsWith(name)) {
                return i;
            }
        }
        throw new AssertionError("there is no " + name);
    }

    @Test
    void vtk_reads_peaks_and_bodies_in_the_metres_of_the_model() throws IOException {
        RegionResult result = RegionFixture.western();
        RegionExportsTest.write(result, folder);
        List<JsonNode> seen = ReferenceTools.ask(
                "vtu", "vtk", List.of(folder.resolve("models/anomalies.vtu"), folder.resolve("models/bodies.vtu")));
        JsonNode peaks = seen.get(0);
        int count = result.anomalies().size();
        assertThat(peaks.path("cells").intValue()).isEqualTo(count);
        assertThat(peaks.path("type").intValue()).isEqualTo(1);
        assertThat(peaks.path("fields").path("score").path(0).doubleValue())
                .isCloseTo(result.anomalies().get(0).score(), within(1e-6));
        assertThat(peaks.path("bounds").path(4).doubleValue())
                .isEqualTo(-result.anomalies().stream()
                        .mapToDouble(a -> a.peak().depth())
                        .max()
                        .orElseThrow());
        JsonNode bodies = seen.get(1);
        assertThat(bodies.path("type").intValue()).isEqualTo(12);
        assertThat(bodies.path("cells").intValue()).isPositive();
        // A wrong order of corners makes volumes negative.
        assertThat(bodies.path("smallest").doubleValue()).isPositive();
        assertThat(bodies.path("constants").path("origin_latitude").doubleValue())
                .isEqualTo(peaks.path("constants").path("origin_latitude").doubleValue());
    }

    @Test
    void the_globe_file_shows_anomalies_and_maps_in_their_places() throws IOException {
        RegionResult west = RegionFixture.western();
        RegionResult across = RegionFixture.across();
        RegionExportsTest.write(west, folder.resolve("west"));
        RegionExportsTest.write(across, folder.resolve("across"));
        List<JsonNode> seen = ReferenceTools.ask(
                "kmz",
                "osgeo.ogr",
                List.of(folder.resolve("west/anomalies.kmz"), folder.resolve("across/anomalies.kmz")));
        JsonNode first = seen.get(0).path("places").path(0);
        assertThat(first.path("name").stringValue()).isEqualTo("A001");
        assertThat(first.path("x").doubleValue()).isEqualTo(-70.25);
        assertThat(first.path("y").doubleValue()).isEqualTo(-31.25);
        var g = west.fused().geometry();
        JsonNode box = seen.get(0).path("boxes").path(0);
        assertThat(doubles(box)).containsExactly(g.north(), g.south(), g.east(), g.west());
        // Two halves on both sides of the antimeridian, edge to edge.
        assertThat(doubles(seen.get(1).path("boxes").path(0))).containsExactly(52, 50, 180, 178.5);
        assertThat(seen.get(1).path("boxes").path(1).path(3).doubleValue()).isEqualTo(-180);
        for (JsonNode file : seen) {
            assertThat(file.path("missing")).isEmpty();
        }
    }

    @Test
    void another_reader_finds_the_rows_of_the_geoparquet() throws IOException {
        Path node = Path.of(System.getProperty("gam.root", ".."), "gam-pipeline/src/test/node");
        ReferenceTools.require("node", "-e", "require.resolve('hyparquet',{paths:['" + node + "']})");
        RegionExportsTest.write(RegionFixture.western(), folder.resolve("some"));
        RegionExportsTest.write(RegionFixture.withoutAnomalies(), folder.resolve("none"));
        String script = node.resolve("read-parquet.mjs").toString();
        JsonNode some = JsonMapper.shared()
                .readTree(ReferenceTools.run(
                        "node", script, folder.resolve("some/anomalies.parquet").toString()));
        JsonNode first = some.path("rows").path(0);
        assertThat(some.path("count").intValue())
                .isEqualTo(RegionFixture.western().anomalies().size());
        assertThat(first.path("anomaly_id").stringValue()).isEqualTo("A001");
        assertThat(first.path("lat").doubleValue()).isEqualTo(-31.25);
        assertThat(first.path("contribution_gravity").doubleValue()).isEqualTo(5.4);
        assertThat(doubles(first.path("geometry").path("coordinates"))).containsExactly(-70.25, -31.25);
        JsonNode geo = JsonMapper.shared()
                .readTree(some.path("texts").path(0).path("value").stringValue());
        assertThat(geo.path("version").stringValue()).isEqualTo("1.1.0");
        assertThat(geo.path("columns").path("geometry").path("encoding").stringValue())
                .isEqualTo("WKB");
        JsonNode none = JsonMapper.shared()
                .readTree(ReferenceTools.run(
                        "node", script, folder.resolve("none/anomalies.parquet").toString()));
        assertThat(none.path("count").intValue()).isZero();
    }

    @Test
    void the_geopackage_meets_the_standard_and_shows_the_anomalies() throws IOException {
        List<Path> files = new ArrayList<>();
        for (RegionResult result : List.of(
                RegionFixture.western(),
                RegionFixture.across(),
                RegionFixture.withoutAnomalies(),
                RegionFixture.ofOneModality())) {
            Path directory = folder.resolve(Integer.toString(files.size()));
            RegionExportsTest.write(result, directory);
            files.add(directory.resolve("gam.gpkg"));
        }
        List<JsonNode> seen = ReferenceTools.ask("gpkg", "osgeo.ogr", files);
        seen.forEach(s -> assertThat(s.path("problems")).isEmpty());
        JsonNode anomalies = seen.get(0).path("layers").path("anomalies");
        assertThat(anomalies.path("geometry").stringValue()).isEqualTo("Point");
        assertThat(anomalies.path("epsg").stringValue()).isEqualTo("4326");
        JsonNode first = anomalies.path("rows").path(0);
        assertThat(first.path("id").stringValue()).isEqualTo("A001");
        assertThat(first.path("x").doubleValue()).isEqualTo(-70.25);
        assertThat(first.path("y").doubleValue()).isEqualTo(-31.25);
        assertThat(first.path("lat").doubleValue()).isEqualTo(-31.25);
        assertThat(first.path("lon").doubleValue()).isEqualTo(-70.25);
        assertThat(first.path("depth").doubleValue()).isEqualTo(750);
        assertThat(first.path("anomaly_type").stringValue()).isEqualTo("dense, magnetic \"body\"");
        assertThat(first.path("modality_contributions").stringValue()).isEqualTo("{\"gravity\":5.4,\"magnetic\":3.5}");
        assertThat(first.path("created_at").stringValue()).isEqualTo("2026/01/02 03:04:05+00");
        assertThat(seen.get(1)
                        .path("layers")
                        .path("anomalies")
                        .path("rows")
                        .path(1)
                        .path("x")
                        .doubleValue())
                .isEqualTo(-179.125);
        assertThat(seen.get(2).path("layers").path("anomalies").path("rows")).isEmpty();
        JsonNode metadata = seen.get(0).path("layers").path("metadata").path("rows");
        assertThat(metadata).hasSize(5);
        assertThat(metadata.path(1).path("anomaly_id").stringValue()).isEqualTo("A001");
        assertThat(metadata.path(1).path("modality").stringValue()).isEqualTo("magnetic");
        assertThat(metadata.path(1).path("source").stringValue()).isEqualTo("magnetic-survey");
    }

    @Test
    void ogrinfo_reads_both_tables_of_anomalies() throws IOException {
        ReferenceTools.require("ogrinfo", "--version");
        RegionExportsTest.write(RegionFixture.across(), folder);
        JsonNode json = JsonMapper.shared()
                .readTree(ReferenceTools.run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", folder + "/anomalies.geojson"));
        assertThat(json.path("features")).hasSize(3);
        assertThat(json.path("features")
                        .path(0)
                        .path("properties")
                        .path("contribution_magnetic")
                        .doubleValue())
                .isEqualTo(3.5);
        assertThat(ReferenceTools.run("ogrinfo", "-al", "-so", folder + "/gam.gpkg"))
                .contains("Layer name: anomalies")
                .contains("Layer name: metadata")
                .contains("modality_contributions: String")
                .contains("created_at: DateTime");
        assertThat(ReferenceTools.run("ogrinfo", "-al", folder + "/anomalies.csv"))
                .contains("Feature Count: 3");
    }

    @Test
    void ncdump_and_gdal_read_models_and_grids() throws IOException {
        RegionResult result = RegionFixture.western();
        RegionExportsTest.write(result, folder);
        ReferenceTools.require("ncdump", "-k", folder + "/grids/gravity.nc");
        assertThat(ReferenceTools.run("ncdump", "-h", folder + "/models/fused.nc"))
                .contains("float data(depth, lat, lon) ;")
                .contains("float contribution_magnetic(depth, lat, lon) ;")
                .contains("depth:positive = \"down\" ;")
                .contains("depth:bounds = \"depth_bnds\" ;")
                .contains("depth:reference_height = 812.5 ;")
                .contains("double depth_bnds(depth, bnds) ;")
                .contains("data :grid_mapping = \"crs\" ;")
                .contains(":Conventions = \"CF-1.10\" ;")
                .contains(":grid_res = \"0.25 degrees\" ;")
                .contains(":processed_at = \"2026-01-02T03:04:05Z\" ;");
        assertThat(ReferenceTools.run("ncdump", "-h", folder + "/grids/gravity.nc"))
                .contains("float residual(lat, lon) ;")
                .contains("data :units = \"mGal\" ;")
                .contains("height:units = \"m\" ;");
        JsonNode model = ReferenceTools.ask(
                        "netcdf", "osgeo.gdal", List.of(Path.of("data@" + folder + "/models/gravity.nc")))
                .get(0);
        assertThat(model.path("bands").intValue()).isEqualTo(9);
        assertThat(doubles(model.path("transform")))
                .containsExactly(new double[] {-71.5, 0.25, 0, -30, 0, -0.25}, within(1e-9));
        float[] values = RegionFixture.values(result.modalities().get(0).model(), "data");
        assertThat(floats(model.path("first")))
                .isEqualTo(Arrays.copyOf(values, result.fused().geometry().size()));
    }

    @Test
    void paraview_sees_metres_around_the_centre_with_z_up() throws IOException {
        RegionResult result = RegionFixture.across();
        RegionExportsTest.write(result, folder);
        JsonNode image = ReferenceTools.ask("vti", "vtk", List.of(folder.resolve("models/fused.vti")))
                .get(0);
        double[] bounds = doubles(image.path("bounds"));
        // 3 degrees along 50° N, 2 degrees along a meridian, 6.5 km of depth.
        assertThat(bounds[1]).isCloseTo(-bounds[0], within(1.0)).isCloseTo(107_550, offset(300.0));
        assertThat(bounds[3] - bounds[2]).isCloseTo(222_500 + 1_100, offset(1200.0));
        assertThat(bounds[4]).isEqualTo(-6500);
        assertThat(bounds[5]).isEqualTo(0);
        assertThat(image.path("scalars").stringValue()).isEqualTo("data");
        assertThat(image.path("constants").path("origin_latitude").doubleValue())
                .isEqualTo(51);
        assertThat(image.path("constants").path("origin_longitude").doubleValue())
                .isEqualTo(-180);
        assertThat(image.path("constants").path("reference_height").doubleValue())
                .isEqualTo(812.5);
        RegionModel fused = result.fused();
        float[] score = RegionFixture.values(fused, "score");
        int nx = image.path("dimensions").path(0).intValue() - 1;
        int ny = image.path("dimensions").path(1).intValue() - 1;
        int nz = image.path("dimensions").path(2).intValue() - 1;
        float[] values = floats(image.path("fields").path("data"));
        assertThat(values).hasSize(nx * ny * nz);
        assertThat(nz).isEqualTo(26);
        // Just east of the centre, second box from the bottom: layer 8; top box: layer 0. The centre is an edge of
        // cells.
        int east = nx / 2 + 1;
        int north = ny / 2 + 1;
        double x = bounds[0] + (east + 0.5) * (bounds[1] - bounds[0]) / nx;
        double y = bounds[2] + (north + 0.5) * (bounds[3] - bounds[2]) / ny;
        int column = (int) Math.floor(6 + x / (0.25 * 111_195 * Math.cos(Math.toRadians(51 + y / 111_195))));
        int row = (int) Math.floor(4 - y / (0.25 * 111_300));
        int cell = row * 12 + column;
        assertThat(values[(nz - 1) * nx * ny + north * nx + east]).isEqualTo(Float.valueOf(score[cell]));
        assertThat(values[nx * ny + north * nx + east]).isEqualTo(Float.valueOf(score[8 * 96 + cell]));
        assertThat(image.path("fields").properties().stream().map(e -> e.getKey()))
                .containsExactlyInAnyOrder("data", "uncertainty", "contribution_gravity", "contribution_magnetic");
    }
}
