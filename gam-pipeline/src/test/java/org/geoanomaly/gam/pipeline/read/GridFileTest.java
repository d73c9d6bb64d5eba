package org.geoanomaly.gam.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.geoanomaly.gam.formats.netcdf.NetcdfProduct;
import org.geoanomaly.gam.formats.netcdf.NetcdfWriter;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridFileTest {
    @TempDir
    Path directory;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.ISO_8859_1);
    }

    private static String xyz(String header) {
        StringBuilder text = new StringBuilder(header);
        for (int lat = 10; lat < 14; lat++) {
            for (int lon = 5; lon < 10; lon++) {
                text.append(lon)
                        .append(',')
                        .append(lat)
                        .append(',')
                        .append(lon == 7 ? -99999 : lon * lat)
                        .append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void other_files_are_named_for_what_they_are() throws IOException {
        for (Map.Entry<String, String> other : Map.of(
                        "<!DOCTYPE html><html>", "an HTML page",
                        "{\"a\": 1}", "a JSON document",
                        "\u0089PNG\r\n\u001a\n", "a PNG picture",
                        "\u00ff\u00d8\u00ff\u00e0", "a JPEG picture",
                        "", "is empty",
                        "once upon a time", "text that starts with 'once upon a time'",
                        "\u0001\u0002\u0003\u0004\u0000\u0000", "binary data that starts with the bytes 01 02",
                        "product_type gravity_field\nend_of_head\ngfc 2 0 1 1\n", "spherical-harmonic")
                .entrySet()) {
            Path file = write("some.tif", other.getKey());
            assertThatThrownBy(() -> GridFile.read(GridRequest.of(file)))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining(other.getValue());
            assertThat(GridFile.describe(file).problems()).anyMatch(p -> p.contains(other.getValue()));
        }
        assertThatThrownBy(() -> GridFile.read(GridRequest.of(directory.resolve("absent.nc"))))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void a_compressed_table_of_points_becomes_a_grid_and_scratch_is_left_clean() throws IOException {
        Path file = directory.resolve("g.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(xyz("longitude,latitude,gravity_mgal\n").getBytes(StandardCharsets.UTF_8));
        }
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        GridRead read = GridFile.read(GridRequest.of(file).withScratch(scratch));
        assertThat(read.grid().unit()).isEqualTo(Unit.MILLIGAL);
        assertThat(read.grid().get(0, 0)).isEqualTo(65f);
        assertThat(read.grid().get(2, 0)).isNaN();
        assertThat(read.facts().notes()).contains("20.0 % of the cells are void", "assembled from 20 points");
        assertThat(read.facts().resolution()).isEqualTo(1);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_is_stated_takes_the_place_of_what_the_file_says() throws IOException {
        Path file = write("p.xyz", xyz(""));
        GridRequest.Stated stated = new GridRequest.Stated(
                Optional.of(Unit.NANOTESLA), Optional.empty(), List.of(65.0), Optional.of("anomaly"));
        GridRead read = GridFile.read(GridRequest.of(file).withStated(stated));
        assertThat(read.grid().unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(read.grid().get(0, 0)).isNaN();
        assertThat(read.facts().quantity()).isEqualTo("anomaly");
        assertThat(GridFile.read(GridRequest.of(file)).facts().unitKnown()).isFalse();
    }

    @Test
    void netcdf_carries_quantity_unit_and_registration() throws IOException {
        GridGeometry g = new GridGeometry(Crs.WGS84, 0, 10, 1, 1, 20, 10, Registration.CELL);
        Path file = directory.resolve("any.name");
        NetcdfWriter.write(
                file, NetcdfProduct.ofPlane(g).layer("data", "gravity disturbance", Unit.MILLIGAL, new float[200]));
        GridRead read = GridFile.read(GridRequest.of(file));
        assertThat(read.facts().quantity()).isEqualTo("gravity disturbance");
        assertThat(read.facts().registration()).isEqualTo(Registration.CELL);
        assertThat(GridFile.format(file)).isEqualTo(GridFormat.NETCDF);
        assertThat(GridFile.describe(file).grid())
                .anyMatch(f -> f.name().equals("unit") && f.value().equals("mGal"));
    }

    @Test
    void emag2_tiffs_without_reference_system_or_no_data_tag_are_understood() throws IOException {
        Path file = Files.write(directory.resolve("EMAG2_V3_UpCont.tif"), tiff());
        GridRead read = GridFile.read(GridRequest.of(file));
        assertThat(read.grid().geometry().crs()).isEqualTo(Crs.WGS84);
        assertThat(read.grid().unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(read.grid().values()).containsExactly(1.5f, Float.NaN, Float.NaN, -2);
        assertThat(read.facts().height()).hasValue(4000);
        assertThat(read.facts().notes()).anyMatch(n -> n.contains("WGS84 is assumed"));
    }

    /** Two by two float cells of 180 x 90 degrees with ModelPixelScale and ModelTiepoint only. */
    private static byte[] tiff() {
        ByteBuffer b = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        int[][] entries = {
            {256, 3, 1, 2},
            {257, 3, 1, 2},
            {258, 3, 1, 32},
            {259, 3, 1, 1},
            {262, 3, 1, 1},
            {273, 4, 1, 300},
            {277, 3, 1, 1},
            {278, 3, 1, 2},
            {279, 4, 1, 16},
            {339, 3, 1, 3},
            {33550, 12, 3, 200},
            {33922, 12, 6, 224}
        };
        b.putShort((short) entries.length);
        for (int[] e : entries) {
            b.putShort((short) e[0]).putShort((short) e[1]).putInt(e[2]).putInt(e[3]);
        }
        b.putInt(0).position(200);
        for (double v : new double[] {180, 90, 0, 0, 0, 0, 0, 90, 0}) {
            b.putDouble(v);
        }
        b.position(300);
        b.putFloat(1.5f).putFloat(99999).putFloat(-3.4028235e38f).putFloat(-2);
        return java.util.Arrays.copyOf(b.array(), 316);
    }

    @Test
    void every_real_grid_is_read_with_its_facts() {
        String dir = System.getenv("GAM_DATA_DIR");
        if (dir == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("GAM_DATA_DIR is not set");
        }
        assumeTrue(dir != null, "GAM_DATA_DIR is not set");
        Path data = Path.of(String.valueOf(dir));
        SourceFacts gravity = facts(data, "gravity/earth-gravity-10arcmin.nc");
        assertThat(gravity.model()).isEqualTo("EIGEN-6C4");
        assertThat(gravity.height()).hasValue(10_000);
        assertThat(gravity.licence()).contains("Creative Commons");
        assertThat(gravity.unit()).isEqualTo(Unit.MILLIGAL);
        SourceFacts emag2 = facts(data, "magnetic/EMAG2_V2_1x1.grd");
        assertThat(emag2.unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(emag2.notes()).anyMatch(n -> n.endsWith("are void"));
        SourceFacts gdf = facts(data, "gravity/EGM2008PolandGravityAnomaly.gdf");
        assertThat(gdf.quantity()).isEqualTo("gravity_anomaly");
        assertThat(gdf.model()).isEqualTo("EGM2008");
        assertThatThrownBy(() -> facts(data, "gravity/southern-africa-gravity.csv.xz"))
                .hasMessageContaining("do not lie on a regular grid");
        assertThat(GridFile.describe(data.resolve("magnetic/britain-magnetic.csv.xz"))
                        .fields())
                .anyMatch(f -> f.name().equals("rows") && f.value().equals("541508"));
    }

    private static SourceFacts facts(Path data, String name) {
        return GridFile.read(GridRequest.of(data.resolve(name))).facts();
    }
}
