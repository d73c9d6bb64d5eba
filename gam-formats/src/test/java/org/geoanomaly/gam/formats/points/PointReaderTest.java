package org.geoanomaly.gam.formats.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointReaderTest {
    @TempDir
    Path directory;

    private PointTable read(String text) throws IOException {
        return PointReader.read(Files.writeString(directory.resolve("p.csv"), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lon,lat,h,g_mgal\n1,2,3,4.5\n-5,6,,7e1\n",
                "lon;lat;h;g_mgal\r\n1;2;3;4,5\r\n-5;6;;7e1\r\n",
                "# made by hand\n# lon lat h g_mgal\n1 2\t3  4.5\n  -5 6 NaN 70.0\n",
                "\"lon\",\"lat\",\"h\",\"g_mgal\"\n\"1\",2,3,4.5\n\n-5,6,NA,70",
                "2\n%x\nlon\tlat\th\tg_mgal\n1\t2\t3\t4.5\n-5\t6\t*\t70\n",
            })
    void one_table_in_many_dresses(String text) throws IOException {
        PointTable table = read(text.startsWith("2\n") ? text.substring(2) : text);
        assertThat(table.names()).containsExactly("lon", "lat", "h", "g_mgal");
        assertThat(table.column("LON")).containsExactly(1, -5);
        assertThat(table.column("2")).containsExactly(2, 6);
        assertThat(table.column("h")).containsExactly(3, Double.NaN);
        assertThat(table.column("g_mgal")).containsExactly(4.5, 70);
        assertThat(table.find(PointRole.LONGITUDE)).contains("lon");
        assertThat(table.find(PointRole.HEIGHT)).contains("h");
        assertThat(table.measured()).containsExactly("g_mgal");
        assertThat(PointTable.unit("g_mgal")).contains(Unit.MILLIGAL);
        assertThat(PointTable.unit("TMI (nT)")).contains(Unit.NANOTESLA);
    }

    @Test
    void columns_of_text_are_left_out_and_roles_found_in_long_names() throws IOException {
        PointTable t = read(
                "station,longitude,latitude,height_sea_level_m,longitude_error_m,velocity\nA,1,2,3,4,5\nB,1,2,3,4,5\n");
        assertThat(t.names()).doesNotContain("station");
        assertThat(t.find(PointRole.LONGITUDE)).contains("longitude");
        assertThat(t.find(PointRole.HEIGHT)).contains("height_sea_level_m");
    }

    @Test
    void a_bad_line_is_reported_with_its_number() {
        assertThatThrownBy(() -> read("x,y,z\n" + "1,2,3\n".repeat(300) + "1,2,zero\n"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("p.csv line 302 has 'zero' in the column z");
        assertThatThrownBy(() -> read("x,y,z\n" + "1,2,3\n".repeat(300) + "1,2\n"))
                .hasMessageContaining("line 302 has 2 fields where 3");
        assertThatThrownBy(() -> read("x,y,z\n" + "1,2,3\n".repeat(300) + "1,2,3,4\n"))
                .hasMessageContaining("line 302 has more than");
        assertThatThrownBy(() -> read("hello world\nthis is prose\n")).hasMessageContaining("not a table");
    }

    @Test
    void points_on_a_grid_become_a_grid_with_holes() {
        double[] x = {0.333, 0, 0.667, 1, 0, 0.333, 1};
        double[] y = {10, 10, 10, 10, 9.667, 9.667, 9.667};
        double[] v = {2, 1, 3, 4, 5, 6, 8};
        FloatGrid grid = PointGrid.assemble("p", x, y, v, Crs.WGS84, Unit.NANOTESLA);
        assertThat(grid.values()).containsExactly(1, 2, 3, 4, 5, 6, Float.NaN, 8);
        assertThat(grid.geometry().registration()).isEqualTo(Registration.NODE);
        assertThat(grid.geometry().dx()).isCloseTo(1.0 / 3, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(PointGrid.isRegular(new double[] {0, 1, 2.5, 3.1}, y)).isFalse();
        x[1] = 0.333;
        assertThatThrownBy(() -> PointGrid.assemble("p", x, y, v, Crs.WGS84, Unit.NANOTESLA))
                .hasMessageContaining("two points at");
    }
}
