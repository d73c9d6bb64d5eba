package org.geoanomaly.gam.formats.gfc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GfcReaderTest {
    private static final String HEAD = """
            product_type                gravity_field
            modelname                   Test
            earth_gravity_constant      0.3986004415E+15
            radius                      0.6378136300D+07
            max_degree                  2
            errors                      formal
            tide_system                 tide_free
            """;

    private static GfcModel read(String text) {
        return GfcReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), "test.gfc");
    }

    private static double[] pair(GfcModel model, int degree, int order, double time) {
        double[] out = {Double.NaN, Double.NaN};
        model.forEach(time, (n, m, c, s) -> {
            if (n == degree && m == order) {
                out[0] = c;
                out[1] = s;
            }
        });
        return out;
    }

    private static Path edge(String name) {
        String data = System.getenv("GAM_DATA_DIR");
        Path path = Path.of(data == null ? "." : data, "gravity", "gfc_edge", name);
        if (!Files.exists(path)) {
            String message = path + " is missing: set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return path;
    }

    private static GfcModel readEdge(String name) throws IOException {
        try (InputStream in = Files.newInputStream(edge(name))) {
            return GfcReader.read(in, name);
        }
    }

    @Test
    void header_keys_may_be_missing_and_exponents_written_with_d() {
        GfcModel model = read(HEAD
                + "end_of_head\ngfc 0 0 1.0D+00 0.0d0\ngfc 2 2 .243914352398D-05 -.140016683654D-05 1D-10 1D-10\n");
        assertThat(model.header().radius()).isEqualTo(6378136.3);
        assertThat(model.header().normalized()).isTrue();
        assertThat(model.header().body()).isEqualTo("earth");
        assertThat(pair(model, 2, 2, Double.NaN)).containsExactly(2.43914352398e-6, -1.40016683654e-6);
    }

    @Test
    void unnormalised_coefficients_are_normalised() {
        GfcModel model = read(HEAD + "norm unnormalized\nend_of_head\ngfc 2 0 -1.08262668355e-3 0\ngfc 2 2 1 2\n");
        assertThat(pair(model, 2, 0, Double.NaN)[0]).isCloseTo(-1.08262668355e-3 / Math.sqrt(5), within(1e-18));
        // N22 = sqrt(2 * 5 * 0! / 4!) and C-bar = C / N22
        assertThat(pair(model, 2, 2, Double.NaN)[1]).isCloseTo(2 / Math.sqrt(10.0 / 24.0), within(1e-14));
    }

    @Test
    void version_one_terms_follow_their_formula() {
        GfcModel model = read(HEAD + """
                end_of_head
                gfct 2 2  2.43935818007e-06 -1.40028528390e-06 1.8060e-13 1.7953e-13 20050101
                trnd 2 2  2.64270248646e-13 -3.70169986147e-12 3.1405e-14 3.1373e-14
                asin 2 2  1.02121464558e-11 -3.01068425667e-11 1.7054e-13 1.6988e-13 1.0
                acos 2 2  1.77729432622e-11  4.65203150438e-11 1.6648e-13 1.6601e-13 1.0
                asin 2 2 -4.59036913656e-12  3.73609063085e-12 1.6698e-13 1.6664e-13 0.5
                acos 2 2 -1.14657993582e-11 -1.83016952664e-12 1.6564e-13 1.6506e-13 0.5
                """);
        // EIGEN-6C at 2023-06-19, checked values of SatelliteToolboxGravityModels.jl, test/icgem.jl
        double time = GfcEpoch.ofInstant(LocalDateTime.of(2023, 6, 19, 0, 0));
        assertThat(pair(model, 2, 2, time)[0]).isCloseTo(2.4393402707210633e-6, within(1e-19));
        assertThat(pair(model, 2, 2, time)[1]).isCloseTo(-1.4004093829317802e-6, within(1e-19));
        assertThat(pair(model, 2, 2, Double.NaN)[0])
                .isCloseTo(2.43935818007e-06 + 1.77729432622e-11 - 1.14657993582e-11, within(1e-20));
    }

    @Test
    void version_two_terms_hold_within_their_interval_and_the_outer_ones_beyond() {
        GfcModel model = read(HEAD + """
                format icgem2.0
                end_of_head
                gfct 2 0 -1e-3 0 0 0 20000101.1200 20100101.0000
                trnd 2 0  1e-4 0 0 0 20000101.1200 20100101.0000
                gfct 2 0 -2e-3 0 0 0 20100101.0000 20200101.0000
                trnd 2 0  5e-4 0 0 0 20100101.0000 20200101.0000
                """);
        double j2000 = 0.0;
        assertThat(pair(model, 2, 0, j2000 + 1)[0]).isCloseTo(-1e-3 + 1e-4, within(1e-15));
        double second = GfcEpoch.ofInstant(LocalDateTime.of(2010, 1, 1, 0, 0));
        assertThat(pair(model, 2, 0, second)[0]).isCloseTo(-2e-3, within(1e-15));
        assertThat(pair(model, 2, 0, second + 20)[0]).isCloseTo(-2e-3 + 5e-4 * 20, within(1e-15));
        assertThat(pair(model, 2, 0, -3)[0]).isCloseTo(-1e-3 - 3e-4, within(1e-15));
    }

    @Test
    void decimal_years_and_dates_agree() {
        assertThat(GfcEpoch.ofDecimalYear(2015.0))
                .isEqualTo(GfcEpoch.parse("20150101").getAsDouble());
        assertThat(GfcEpoch.ofDecimalYear(2016.5))
                .isEqualTo(GfcEpoch.parse("20160702.0000").getAsDouble());
        assertThat(GfcEpoch.parse("20151301")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jgm85f01.truncated, 4.28283763830e13, 3394200, 12, mars",
        "shgj180ua01.truncated, 3.248585920790e14, 6051000, 12, venus",
        "GrazLGM300c.truncated, 4.9028010560e12, 1738000, 12, moon",
        "g007_eigen_05c_coef, 3.986004415e14, 6378136.46, 8, earth",
        "eigen-6s-truncated, 3.986004415e14, 6378136.46, 20, earth",
        "EIGEN-6S4-v2-truncated, 3.986004415e14, 6378136.46, 3, earth"
    })
    void published_models_of_every_dialect_are_read(String name, double gm, double radius, int degree, String body)
            throws IOException {
        GfcModel model = readEdge(name);
        assertThat(model.header().gravityConstant()).isCloseTo(gm, within(1e-9 * gm));
        assertThat(model.header().radius()).isEqualTo(radius);
        assertThat(model.header().maxDegree()).isEqualTo(degree);
        assertThat(model.header().body()).isEqualTo(body);
        assertThat(model.size()).isBetween((degree + 1) * (degree + 2) / 2 - 3, (degree + 1) * (degree + 2) / 2);
    }

    @Test
    void drift_under_its_old_name_moves_the_coefficient() throws IOException {
        GfcModel model = readEdge("g007_eigen_05c_coef");
        double epoch = GfcEpoch.ofInstant(LocalDateTime.of(2004, 10, 1, 0, 0));
        assertThat(pair(model, 2, 1, epoch)).containsExactly(-.273478115204e-9, .144340021207e-8);
        assertThat(pair(model, 2, 1, epoch + 2)[1]).isCloseTo(.144340021207e-8 + 2 * .1606e-10, within(1e-22));
    }

    @Test
    void an_interval_of_a_published_model_is_chosen_by_date() throws IOException {
        GfcModel model = readEdge("EIGEN-6S4-v2-truncated");
        // at its start the trend and sines vanish and the cosines add fully
        double start = GfcEpoch.ofInstant(LocalDateTime.of(2003, 1, 1, 0, 0));
        assertThat(pair(model, 1, 0, start)[0])
                .isCloseTo(6.87432297897e-11 + 7.82241505823e-11 - 3.35798492155e-11, within(1e-22));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_data_line.gfc, line 18 ",
        "invalid_degree_and_order.gfc, line 18 has degree '2a'",
        "invalid_gfc_data_lines.gfc, line 17 ",
        "invalid_gfct_data_lines.gfc, line 22 ",
        "invalid_order.gfc, line 18 has order '0a'",
        "missing_mandatory_fields.gfc, has no radius"
    })
    void broken_published_fixtures_are_refused_with_their_line(String name, String message) {
        edge(name);
        assertThatThrownBy(() -> readEdge(name))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message.trim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gfc 2 0 nan 0 | line 9 has coefficient 'nan'",
                "gfc 2 3 1 1 | line 9 has order '3'",
                "gfc 3 0 1 1 | line 9 has degree 3 above",
                "gfc 2 -1 1 1 | line 9 has order '-1'",
                "gfc 2 0 1e999 0 | line 9 has coefficient '1e999'",
                "gfx 2 0 1 0 | line 9 starts with 'gfx'",
                "trnd 2 0 1 0 0 0 | without a gfct line",
                "gfct 2 0 1 0 0 0 | has no date",
                "gfct 2 0 1 0 0 0 20051301 | has no date",
                "gfc 1 0 1 0 | ends at degree 1 though its header says max_degree 2"
            })
    void damaged_lines_are_refused(String line, String message) {
        assertThatThrownBy(() -> read(HEAD + "end_of_head\n" + line + "\n"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void other_files_are_refused() {
        assertThatThrownBy(() -> read("<html><body>404</body></html>\n")).hasMessageContaining("no end_of_head");
        assertThatThrownBy(() -> read("\0\0\0")).hasMessageContaining("not text");
        assertThatThrownBy(() -> read("")).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> read(HEAD + "end_of_head\n")).hasMessageContaining("no coefficients");
        assertThatThrownBy(() -> read(HEAD.replace("max_degree                  2", "max_degree 2147483647")))
                .isInstanceOf(DataFormatException.class);
        String sparse =
                HEAD.replace("max_degree                  2", "max_degree 10800") + "end_of_head\ngfc 10800 0 1 0\n";
        assertThatThrownBy(() -> read(sparse)).hasMessageContaining("with only 1 coefficients");
        assertThatThrownBy(() -> read(HEAD + "end_of_head\ngfc 2 0 1 0\ngfc 2 0 1 0\n"))
                .hasMessageContaining("second time");
    }
}
