package org.geoanomaly.gam.formats.egms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EgmsFileTest {
    private static final String HEADER =
            "pid,mp_type,latitude,longitude,easting,northing,height,rmse,los_east,los_north,los_up,"
                    + "mean_velocity,mean_velocity_std,20200103,20200109\n";
    private static final String ROW =
            "1a,0,38.69,13.17,4598603.43,1739722.18,-46.6,2.4,0.594,-0.12,0.795,-2.1,0.1,-1.6,-1.0\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void columns_are_found_by_name_whatever_the_release_called_them() throws IOException {
        EgmsFile file = EgmsFile.open(write("EGMS_L2b_1.csv", HEADER + ROW));
        assertThat(file.level()).isEqualTo(EgmsLevel.L2B);
        assertThat(file.header().dates()).containsExactly("20200103", "20200109");
        assertThat(rows(file, "height_ortho", "rmse_ts", "easting", "mean_velocity", "temporal_coherence")
                        .get(0))
                .containsExactly(-46.6, 2.4, 4598603.43, -2.1, Double.NaN);
    }

    @Test
    void a_zip_is_read_without_unpacking_and_its_description_tells_the_level() throws IOException {
        Path zip =
                zip("burst.zip", "t.csv", HEADER + ROW, "t.xml", "<BURST><product_level>L2a</product_level></BURST>");
        EgmsFile file = EgmsFile.open(zip);
        assertThat(file.level()).isEqualTo(EgmsLevel.L2A);
        assertThat(rows(file, "los_up")).hasSize(1);
        assertThat(folder)
                .isDirectoryContaining(p -> p.endsWith("burst.zip"))
                .isDirectoryNotContaining(p -> p.endsWith("t.csv"));
    }

    @Test
    void level_three_tells_east_from_up_by_its_name() throws IOException {
        String table = "pid,easting,northing,height,mean_velocity,mean_velocity_std\na,1,2,3,4,5\n";
        assertThat(EgmsFile.open(write("EGMS_L3_E45N17_100km_U_2020_2024_1.csv", table))
                        .level())
                .isEqualTo(EgmsLevel.L3_UP);
        assertThat(EgmsFile.open(write("EGMS_L3_E45N17_100km_E_2020_2024_1.csv", table))
                        .level())
                .isEqualTo(EgmsLevel.L3_EAST);
        assertThat(EgmsFile.open(write("ortho.csv", table)).level()).isEqualTo(EgmsLevel.L3);
    }

    @Test
    void empty_fields_are_missing_and_windows_line_ends_are_none_of_them() throws IOException {
        String row = ROW.replace("-46.6", "").replace(",0.1,", ",nan,");
        EgmsFile file =
                EgmsFile.open(write("a.csv", HEADER.replace("\n", "\r\n") + row.replace("\n", "\r\n") + "\r\n" + ROW));
        List<double[]> rows = rows(file, "height_ortho", "mean_velocity_std", "mean_velocity");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsExactly(Double.NaN, Double.NaN, -2.1);
        assertThat(rows.get(1)).containsExactly(-46.6, 0.1, -2.1);
    }

    @Test
    void many_rows_stream_across_buffers() throws IOException {
        Path path = folder.resolve("big.csv");
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20_000; i++) {
                out.write(ROW.replace("-2.1", Integer.toString(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        double[] sum = new double[2];
        EgmsFile.open(path).read(List.of("mean_velocity"), row -> {
            sum[0] += row[0];
            sum[1]++;
        });
        assertThat(sum).containsExactly(20_000 * 19_999.0 / 2, 20_000);
    }

    @Test
    void words_where_numbers_belong_are_named_with_their_line() throws IOException {
        EgmsFile file = EgmsFile.open(write("a.csv", HEADER + ROW + ROW.replace("-2.1", "fast")));
        assertThatThrownBy(() -> rows(file, "mean_velocity"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("line 3 has 'fast' for mean_velocity, which is no number");
    }

    @Test
    void a_line_cut_short_is_not_taken_for_a_row() throws IOException {
        EgmsFile early = EgmsFile.open(write("a.csv", HEADER + ROW + "1b,0,38.69,13.17,45986"));
        assertThatThrownBy(() -> rows(early, "mean_velocity")).hasMessageContaining("line 3 ends after 5 fields");
        EgmsFile late = EgmsFile.open(write("b.csv", HEADER + ROW + ROW.substring(0, ROW.length() - 8)));
        assertThatThrownBy(() -> rows(late, "mean_velocity")).hasMessageContaining("is cut short");
    }

    @Test
    void a_bomb_is_stopped_at_its_limit() throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        table.append(ROW.repeat(5000));
        Path zip = zip("bomb.zip", "t.csv", table.toString());
        EgmsFile file = EgmsFile.open(zip, new EgmsFile.Limits(100_000, 100));
        assertThatThrownBy(() -> rows(file, "mean_velocity")).hasMessageContaining("decompression bomb");
        EgmsFile endless = EgmsFile.open(write("line.csv", HEADER + "1".repeat(3 << 20)));
        assertThatThrownBy(() -> rows(endless, "mean_velocity")).hasMessageContaining("is longer than");
    }

    @Test
    void other_files_are_no_such_tables() throws IOException {
        assertThat(EgmsFile.matches(write("a.csv", "lon,lat,value\n1,2,3\n"))).isFalse();
        assertThat(EgmsFile.matches(write("b.csv", ""))).isFalse();
        assertThat(EgmsFile.matches(zip("c.zip", "readme.txt", "nothing"))).isFalse();
        assertThatThrownBy(() -> EgmsFile.open(folder.resolve("a.csv")))
                .hasMessageContaining("is no table of the European Ground Motion Service");
        Path two = zip("two.zip", "a.csv", HEADER + ROW, "b.csv", HEADER + ROW);
        assertThatThrownBy(() -> EgmsFile.open(two)).hasMessageContaining("holds 2 tables");
    }

    @Test
    void a_damaged_zip_is_told_as_one() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.zip", "t.csv", HEADER + ROW.repeat(200)));
        Path half = folder.resolve("half.zip");
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> EgmsFile.open(half))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("damaged or truncated zip");
        byte[] flipped = whole.clone();
        for (int i = 60; i < 200; i++) {
            flipped[i] ^= 0x55;
        }
        Path bad = folder.resolve("bad.zip");
        Files.write(bad, flipped);
        assertThatThrownBy(() -> rows(EgmsFile.open(bad), "mean_velocity")).isInstanceOf(DataFormatException.class);
    }

    @Test
    void real_bursts_have_their_points_and_unit_looks() throws IOException {
        String root = System.getenv("GAM_DATA_DIR");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(root)
                    .as("GAM_DATA_DIR must name the real data where CI is true")
                    .isNotNull();
        }
        assumeTrue(root != null, "GAM_DATA_DIR does not name a directory of real data");
        EgmsFile file = EgmsFile.open(Path.of(root).resolve("insar/egms/EGMS_L2b_022_0845_IW2_VV_2020_2024_1.zip"));
        assertThat(file.level()).isEqualTo(EgmsLevel.L2B);
        assertThat(file.header().dates()).hasSize(210);
        List<double[]> rows = rows(file, "los_east", "los_north", "los_up", "track_angle", "mean_velocity");
        assertThat(rows).hasSize(11_590);
        for (double[] r : rows) {
            assertThat(Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2])).isBetween(0.998, 1.002);
            // a descending track, so the satellite stands in the east
            assertThat(r[0]).isGreaterThan(0.5);
            assertThat(r[3]).isBetween(190.0, 193.0);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.writeString(path, text, StandardCharsets.UTF_8);
        return path;
    }

    private Path zip(String name, String... members) throws IOException {
        Path path = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (int i = 0; i < members.length; i += 2) {
                out.putNextEntry(new ZipEntry(members[i]));
                out.write(members[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return path;
    }

    private static List<double[]> rows(EgmsFile file, String... columns) throws IOException {
        List<double[]> rows = new ArrayList<>();
        file.read(List.of(columns), row -> rows.add(row.clone()));
        return rows;
    }
}
