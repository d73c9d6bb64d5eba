package org.geoanomaly.gam.formats.icgem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.geoanomaly.gam.formats.tiff.GdalReference;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcgemGridTest {
    private static final int COLUMNS = 37;
    private static final int ROWS = 19;

    @TempDir
    Path directory;

    private static String header(String extra) {
        return """
                generating_institute     gfz-potsdam
                product_type     gravity_field
                body     earth
                modelname     TEST
                max_used_degree          18
                functional     gravity_anomaly_cl  (centrifugal term included)
                unit     mgal
                latlimit_north       90.000000000000
                latlimit_south      -90.000000000000
                longlimit_west       0.0000000000000
                longlimit_east       360.00000000000
                gridstep       10.000000000000
                height_over_ell       1.25D+02 m
                latitude_parallels     19
                longitude_parallels     37
                gapvalue        9999.0000
                """ + extra + "\n longitude latitude gravity_anomaly_cl\n [deg.] [deg.] [mgal]\nend_of_head ====\n";
    }

    private static float value(int column, int row) {
        return row * 100 + column % 36 + 0.125f;
    }

    private static List<String> lines(int turn, String middle) {
        String[] lines = new String[COLUMNS * ROWS];
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                int lon = c * 10 > 180 ? c * 10 - turn : c * 10;
                lines[r * COLUMNS + c] = String.format(
                        Locale.ROOT, "%12.4f%12.4f %s %19.6f", (double) lon, 90.0 - r * 10, middle, value(c, r));
            }
        }
        return Arrays.asList(lines);
    }

    private Path write(String header, List<String> lines, String end) throws IOException {
        return Files.writeString(
                directory.resolve("grid.gdf"),
                header.replace("\n", end) + lines.stream().collect(Collectors.joining(end, "", end)));
    }

    private static void assertGrid(FloatGrid grid) {
        assertThat(grid.geometry().registration()).isEqualTo(Registration.NODE);
        assertThat(grid.geometry().x(0)).isEqualTo(0);
        assertThat(grid.geometry().y(0)).isEqualTo(90);
        assertThat(grid.unit()).isEqualTo(Unit.MILLIGAL);
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                assertThat(grid.get(c, r)).isEqualTo(value(c, r));
            }
        }
    }

    @Test
    void nodes_are_placed_by_their_coordinates_whatever_the_order_columns_and_line_ends() throws IOException {
        assertGrid(IcgemGrid.open(write(header(""), lines(0, ""), "\n")).read());
        assertGrid(IcgemGrid.open(write(header(""), lines(0, " 12.5 "), "\r\n")).read());
        List<String> reversed = lines(0, "");
        Collections.reverse(reversed);
        assertGrid(IcgemGrid.open(write(header(""), reversed, "\n")).read());
    }

    @Test
    void the_header_is_understood_with_fortran_numbers_and_remarks() throws IOException {
        IcgemHeader h = IcgemGrid.open(write(header(""), lines(0, ""), "\n")).header();
        assertThat(h.functional()).isEqualTo("gravity_anomaly_cl");
        assertThat(h.centrifugalTermIncluded()).isTrue();
        assertThat(h.heightOverEllipsoid()).hasValue(125);
        assertThat(h.maxUsedDegree()).contains(18);
        assertThat(h.model()).isEqualTo("TEST");
        assertThat(h.columns()).containsExactly("longitude", "latitude", "gravity_anomaly_cl");
    }

    @Test
    void gaps_and_nan_are_no_data() throws IOException {
        List<String> lines = lines(0, "");
        lines.set(40, "  30.0 80.0 9999.0000");
        lines.set(41, "  40.0 80.0 NaN");
        FloatGrid grid = IcgemGrid.open(write(header(""), lines, "\n")).read();
        assertThat(grid.values()[40]).isNaN();
        assertThat(grid.values()[41]).isNaN();
        assertThat(grid.values()[42]).isEqualTo(value(5, 1));
    }

    @Test
    void longitudes_of_the_other_convention_find_their_place() throws IOException {
        String west = header("")
                .replace("longlimit_east       360.00000000000", "longlimit_east       350.0")
                .replace("_parallels     37", "_parallels     36");
        List<String> lines = lines(360, "").stream().toList();
        List<String> once = lines.stream().distinct().toList();
        FloatGrid grid = IcgemGrid.open(write(west, once, "\n")).read();
        assertThat(grid.get(19, 3)).isEqualTo(value(19, 3));
    }

    @Test
    void damage_is_reported_with_its_line() throws IOException {
        int head = (int) header("").lines().count();
        List<String> lines = lines(0, "");
        lines.set(100, " 260.0 70.0 abc");
        assertFails(lines, "grid.gdf line " + (head + 101) + " is not three or four numbers");
        lines = lines(0, "");
        lines.set(100, " 261.5 70.0 1.0");
        assertFails(lines, "line " + (head + 101) + " has longitude 261.5, latitude 70.0, which is no node");
        lines = lines(0, "");
        lines.set(100, lines.get(99));
        assertFails(lines, "line " + (head + 101) + " repeats the node");
        assertFails(lines(0, "").subList(0, 600), "has 600 of the 703 nodes");
    }

    private void assertFails(List<String> lines, String message) throws IOException {
        Path file = write(header(""), lines, "\n");
        assertThatThrownBy(() -> IcgemGrid.open(file).read(Optional.empty(), false, 3))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void headers_that_contradict_themselves_are_refused() throws IOException {
        for (String[] change : new String[][] {
            {"gridstep       10.000000000000", "gridstep 5", "contradicts itself"},
            {"latlimit_south      -90.000000000000", "", "lacks latlimit_south"},
            {"latitude_parallels     19", "latitude_parallels     x", "is not a number"},
            {"latitude_parallels     19", "latitude_parallels     2000000000", "not a possible number"},
            {"body     earth", "body     moon", "not of the Earth"},
            {"unit     mgal", "unit     furlong", "unknown unit 'furlong'"},
            {"gapvalue        9999.0000", "number_of_gridpoints 12", "number_of_gridpoints 12"},
        }) {
            Path file = write(header("").replace(change[0], change[1]), lines(0, ""), "\n");
            assertThatThrownBy(() -> IcgemGrid.open(file).read())
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining(change[2]);
        }
    }

    @Test
    void a_small_file_cannot_ask_for_a_large_array() throws IOException {
        String huge = header("")
                .replace("gridstep       10.000000000000", "gridstep 0.01")
                .replace("_parallels     19", "_parallels     18001")
                .replace("_parallels     37", "_parallels     36001");
        Path file = write(huge, lines(0, ""), "\n");
        assertThatThrownBy(() -> IcgemGrid.open(file).read()).hasMessageContaining("is truncated");
    }

    @Test
    void a_file_cut_anywhere_is_a_clear_error() throws IOException {
        byte[] whole = Files.readAllBytes(write(header(""), lines(0, ""), "\n"));
        for (int length = 0; length < whole.length - 4; length += 1024) {
            Path cut = Files.write(directory.resolve("cut.gdf"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> IcgemGrid.open(cut).read()).isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void random_damage_never_ends_in_anything_but_a_grid_or_a_clear_error() throws IOException {
        byte[] whole = Files.readAllBytes(write(header(""), lines(0, ""), "\n"));
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int run = 0; run < 500; run++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k < 4; k++) {
                bytes[random.nextInt(900)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(directory.resolve("fuzz.gdf"), bytes);
            try {
                assertThat(IcgemGrid.open(file)
                                .read(Optional.of(Unit.MILLIGAL), true, 1)
                                .values())
                        .isNotEmpty();
            } catch (GamException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void real_grids_agree_with_a_plain_reading_of_their_numbers() throws IOException {
        Path data = data();
        for (String name : List.of(
                "gravity/EGM2008PolandGravityAnomaly.gdf",
                "gravity/eigen-6c3stat-brasil.gdf",
                "gravity/eigen-6c3stat-havai.gdf",
                "gravity/icgem-sample-with-height.gdf",
                "gravity/icgem-sample.gdf",
                "topography/etopo1-brasil.gdf",
                "topography/etopo1-havai.gdf")) {
            float[] values = IcgemGrid.open(data.resolve(name)).read().values();
            List<String> lines = Files.readAllLines(data.resolve(name), StandardCharsets.ISO_8859_1);
            int first = 1;
            while (!lines.get(first - 1).startsWith("end_of_head")) {
                first++;
            }
            for (int i = 0; i < values.length; i++) {
                String line = lines.get(first + i).trim();
                float expected = (float) Double.parseDouble(
                        line.substring(line.replace('\t', ' ').lastIndexOf(' ') + 1));
                assertThat(values[i]).as(name + " node " + i).isEqualTo(expected);
            }
        }
    }

    private static Path data() {
        String dir = System.getenv("GAM_DATA_DIR");
        GdalReference.requireOnCi(dir != null, "GAM_DATA_DIR is not set");
        return Path.of(String.valueOf(dir));
    }
}
