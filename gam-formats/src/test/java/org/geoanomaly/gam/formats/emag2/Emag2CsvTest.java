package org.geoanomaly.gam.formats.emag2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Emag2CsvTest {
    private static final int COLUMNS = 180;
    private static final int ROWS = 90;

    @TempDir
    Path directory;

    /** Lines of a 2° grid from the south, longitudes from {@code first}; sea level is void over "land". */
    private static List<String> lines(int first) {
        List<String> lines = new ArrayList<>();
        for (int j = 0; j < ROWS; j++) {
            for (int i = 0; i < COLUMNS; i++) {
                double lon = first + 2 * i + 1;
                double lat = -90 + 2 * j + 1;
                String sea = i % 3 == 0 ? "99999" : String.format(Locale.ROOT, "%.3f", value(lon, lat) * 2);
                lines.add(String.format(
                        Locale.ROOT, "%d,%d,%.6f,%.6f,%s,%.3f,15,20", i + 1, j + 1, lon, lat, sea, value(lon, lat)));
            }
        }
        return lines;
    }

    private static double value(double lon, double lat) {
        return Math.rint(1000 * (Math.sin(Math.toRadians(lon)) * 100 + lat)) / 1000;
    }

    private Path write(List<String> lines) throws IOException {
        return Files.writeString(directory.resolve("emag2.csv"), String.join("\r\n", lines) + "\r\n");
    }

    private static void assertPlaced(FloatGrid grid) {
        assertThat(grid.geometry().registration()).isEqualTo(Registration.CELL);
        assertThat(grid.geometry().west()).isEqualTo(-180);
        assertThat(grid.geometry().columns()).isEqualTo(COLUMNS);
        assertThat(grid.geometry().rows()).isEqualTo(ROWS);
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                double expected = value(grid.geometry().x(c), grid.geometry().y(r));
                assertThat(grid.get(c, r)).isCloseTo((float) expected, org.assertj.core.api.Assertions.within(2e-3f));
            }
        }
    }

    @Test
    void cells_are_placed_by_coordinates_in_both_conventions_and_either_order() throws IOException {
        assertPlaced(Emag2Csv.read(write(lines(0)), Emag2Column.UP_CONT, 2).grid());
        assertPlaced(Emag2Csv.read(write(lines(-180)), Emag2Column.UP_CONT, 1).grid());
        List<String> northFirst = lines(0);
        Collections.reverse(northFirst);
        assertPlaced(Emag2Csv.read(write(northFirst), Emag2Column.UP_CONT, 3).grid());
        List<String> headed = new ArrayList<>(List.of("i,j,LON,LAT,SeaLevel,UpCont,Code,Error"));
        headed.addAll(lines(0));
        assertPlaced(Emag2Csv.read(write(headed), Emag2Column.UP_CONT, 1).grid());
    }

    @Test
    void sea_level_has_its_own_voids() throws IOException {
        FloatGrid grid =
                Emag2Csv.read(write(lines(-180)), Emag2Column.SEA_LEVEL, 1).grid();
        assertThat(grid.get(0, 5)).isNaN();
        assertThat(grid.get(1, 5))
                .isCloseTo((float) (2 * value(-177, 79)), org.assertj.core.api.Assertions.within(1e-3f));
    }

    @Test
    void code_999_is_void_and_code_888_is_kept_and_counted() throws IOException {
        List<String> lines = lines(-180);
        lines.set(0, "1,1,-179,-89,99999,99999,999,-999");
        lines.set(1, "2,1,-177,-89,1.0,12.5,888,-888");
        lines.set(2, "3,1,-175,-89,1.0,13.5,999,-999");
        Emag2Csv.Result result = Emag2Csv.read(write(lines), Emag2Column.UP_CONT, 1);
        assertThat(result.grid().get(0, ROWS - 1)).isNaN();
        assertThat(result.grid().get(1, ROWS - 1)).isEqualTo(12.5f);
        assertThat(result.grid().get(2, ROWS - 1)).isNaN();
        assertThat(result.ambiguous()).isEqualTo(1);
        assertThat(result.lines()).isEqualTo((long) COLUMNS * ROWS);
    }

    @Test
    void damage_is_reported_with_its_line() throws IOException {
        for (String[] bad : new String[][] {
            {"181,2,1.0,-87.0,1,2,15", "is not eight numbers"},
            {"181,2,x,-87.0,1,2,15,20", "is not eight numbers"},
            {"1,2,1.7,-87.0,1,2,15,20", "not the centre of a cell of 120.0 arc-minutes"},
            {"1,2,1.0,-97.0,1,2,15,20", "not the centre"},
            {"1,1,1.0,-89.0,1,2,15,20", "repeats the cell"},
        }) {
            List<String> lines = lines(0);
            lines.set(180, bad[0]);
            Path file = write(lines);
            assertThatThrownBy(() -> Emag2Csv.read(file, Emag2Column.UP_CONT, 2))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining("emag2.csv line 181 ")
                    .hasMessageContaining(bad[1]);
        }
    }

    @Test
    void a_file_cut_anywhere_loses_cells_or_is_a_clear_error() throws IOException {
        byte[] whole = Files.readAllBytes(write(lines(0)));
        for (int length = 0; length < 40_000; length += 1024) {
            Path cut = Files.write(directory.resolve("cut.csv"), Arrays.copyOf(whole, length));
            try {
                assertThat(Emag2Csv.read(cut, Emag2Column.UP_CONT, 1).lines()).isLessThan((long) COLUMNS * ROWS);
            } catch (DataFormatException e) {
                assertThat(e).hasMessageContaining("cut.csv");
            }
        }
    }

    @Test
    void other_tables_are_not_taken_for_emag2() throws IOException {
        assertThat(Emag2Csv.matches(write(List.of("1,2,3,4,5,6,7,8", "a,b")))).isFalse();
        assertThat(Emag2Csv.matches(write(List.of("longitude,latitude,g", "1,2,3"))))
                .isFalse();
        assertThat(Emag2Csv.matches(write(lines(0)))).isTrue();
    }

    @Test
    void errors_are_those_stated_and_flags_are_none() throws IOException {
        List<String> lines = lines(-180);
        lines.set(0, lines.get(0).replaceAll(",15,20$", ",888,-888"));
        FloatGrid errors = Emag2Csv.read(write(lines), Emag2Column.ERROR, 1).grid();
        assertThat(errors.get(0, ROWS - 1)).isNaN();
        assertThat(errors.get(1, ROWS - 1)).isEqualTo(20f);
    }
}
