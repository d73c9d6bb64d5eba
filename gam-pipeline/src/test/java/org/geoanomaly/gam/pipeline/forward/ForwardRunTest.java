package org.geoanomaly.gam.pipeline.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardRunTest {
    private static final String MODEL = """
            prisms:
              - {west: -100, east: 100, south: -150, north: 150, top_depth: 50, bottom_depth: 250, density: 400}
            spheres:
              - {easting: 0, northing: 0, depth: 1000, radius: 100, density: -200, susceptibility: 0.02}
            field: {intensity: 50000, inclination: 90, declination: 0}
            mogi:
              - {easting: 0, northing: 0, depth: 2000, volume_change: 1e6}
            okada:
              - {easting: 0, northing: 0, depth: 5000, strike: 0, dip: 90, length: 8000, width: 4000, strike_slip: 0}
            los: {incidence: 0, heading: 0}
            """;

    @TempDir
    private Path folder;

    @Test
    void columns_follow_the_points_in_the_order_asked() throws IOException {
        String answer = run(
                MODEL,
                "name,easting,northing,height\na,0,0,0\nb,100.5,-3,20\n",
                "gz",
                "potential",
                "gxx",
                "gyy",
                "gzz");
        List<String> lines = answer.lines().toList();
        assertThat(lines.get(0)).isEqualTo("name,easting,northing,height,gz,potential,gxx,gyy,gzz");
        assertThat(lines.get(2)).startsWith("b,100.5,-3,20,");
        String[] cells = lines.get(1).split(",", -1);
        assertThat(cells).hasSize(9);
        assertThat(cells[4]).matches("-?\\d\\.\\d{16}e[+-]\\d\\d");
        double[] v =
                Arrays.stream(cells).skip(4).mapToDouble(Double::parseDouble).toArray();
        assertThat(v[0]).isBetween(0.5, 2.0);
        assertThat(v[2] + v[3] + v[4]).isCloseTo(0, within(1e-12 * v[4]));
        assertThat(v[4]).isPositive();
    }

    @Test
    void units_and_signs_are_those_of_the_contract() throws IOException {
        String sphere = """
                spheres: [{easting: 0, northing: 0, depth: 1000, radius: 100, density: 500, susceptibility: 0.02}]
                field: {intensity: 50000, inclination: 90, declination: 0}
                """;
        double mass = 500 * 4e6 / 3 * Math.PI;
        double[] v = values(run(sphere, "easting,northing,height\n0,0,0\n", "gz", "gzz", "tmi", "bu", "gxz", "ge"));
        assertThat(v[0]).isCloseTo(6.6743e-11 * mass / 1e6 * 1e5, within(1e-12));
        assertThat(v[1]).isCloseTo(2 * 6.6743e-11 * mass / 1e9 * 1e9, within(1e-12));
        assertThat(v[2]).isCloseTo(2 * 0.02 * 50_000 * (4e6 / 3 * Math.PI) / (4 * Math.PI) / 1e9, within(1e-12));
        assertThat(v[3]).isCloseTo(-v[2], within(1e-14));
        double[] east =
                values(run(sphere, "easting,northing,height\n500,0,0\n", "gz", "gzz", "tmi", "bu", "gxz", "ge"));
        assertThat(east[5]).isNegative();
        // going east, away from the mass, gz falls
        assertThat(east[4]).isNegative();
    }

    @Test
    void displacement_is_up_over_inflation_and_los_sees_it() throws IOException {
        double[] v = values(run(MODEL, "easting,northing,height\n0,0,0\n", "uz", "los", "ux"));
        assertThat(v[0]).isCloseTo(0.75e6 / Math.PI / 4e6, within(1e-12));
        assertThat(v[1]).isCloseTo(v[0], within(1e-15));
        assertThat(v[2]).isCloseTo(0, within(1e-15));
    }

    @Test
    void remanent_adds_to_induced_magnetisation() throws IOException {
        String box = "west: -10, east: 10, south: -10, north: 10, top_depth: 20, bottom_depth: 40";
        String field = "field: {intensity: 50000, inclination: 60, declination: 0}\n";
        String points = "easting,northing,height\n5,2,1\n";
        double induced = values(run("prisms: [{" + box + ", susceptibility: 0.1}]\n" + field, points, "tmi"))[0];
        double remanent = values(run("prisms: [{" + box + ", magnetization: [1, 2, 3]}]\n" + field, points, "tmi"))[0];
        double both = values(
                run("prisms: [{" + box + ", susceptibility: 0.1, magnetization: [1, 2, 3]}]\n" + field, points, "tmi"))[
                0];
        assertThat(both).isCloseTo(induced + remanent, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prisms: [{west: 0, east: 1, south: 0, north: 1, top_depth: 5, bottom_depth: 5, density: 1}] | top_depth 5.0 must be less",
                "prisms: [{west: 0, east: 1, south: 0, north: 1, top_depth: 5, density: 1}] | prisms[0].bottom_depth: is missing",
                "prisms: [{west: 0, east: 1, south: 0, north: 1, top_depth: 5, bottom_depth: 9, densty: 1}] | unknown key 'prisms[0].densty'",
                "prisms: [{west: 0, east: .nan, south: 0, north: 1, top_depth: 5, bottom_depth: 9, density: 1}] | must be a finite number",
                "prisms: [{west: 1, east: 0, south: 0, north: 1, top_depth: 5, bottom_depth: 9, density: 1}] | west < east",
                "prisms: [{west: 0, east: 1, south: 0, north: 1, top_depth: 5, bottom_depth: 9}] | no physical property",
                "prisms: [{west: 0, east: 1, south: 0, north: 1, top_depth: 5, bottom_depth: 9, susceptibility: 1}] | needs the inducing field",
                "prisms: {west: 0} | expected a list",
                "spheres: [{easting: 0, northing: 0, depth: 9, radius: -1, density: 1}] | radius of a sphere",
                "spheres: [{easting: 0, northing: 0, depth: 9, radius: 1, magnetization: [1, 2]}] | list of 3 numbers",
                "okada: [{easting: 0, northing: 0, depth: 9, strike: 0, dip: 90, length: 10, width: 100}] | above the surface",
                "prism: [] | unknown key 'prism'",
            })
    void a_wrong_model_is_told_with_file_and_line(String model, String message) {
        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> run("# a model\n" + model + "\n", "", "gz"));
        assertThat(e.all())
                .anySatisfy(problem -> assertThat(problem.getMessage()).contains(message));
        assertThat(e.where()).isNotNull();
        assertThat(String.valueOf(e.where())).contains("model.yaml:2");
    }

    @Test
    void unknown_keys_and_fields_name_the_nearest() {
        ConfigurationException key = catchThrowableOfType(
                ConfigurationException.class, () -> run("sphere: [{easting: 0}]\n", "easting,northing,height\n", "gz"));
        assertThat(key.help()).contains("spheres");
        assertThatThrownBy(() -> ForwardField.parse("gzx")).hasMessageContaining("gzx");
        assertThat(ForwardField.parse("TMI")).isEqualTo(ForwardField.TMI);
    }

    @Test
    void what_a_field_needs_must_be_in_the_model() {
        String model = "prisms: [{west: 0, east: 1, south: 0, north: 1, top_depth: 5, bottom_depth: 9, density: 1}]\n";
        assertThatThrownBy(() -> run(model, "easting,northing,height\n", "tmi")).hasMessageContaining("ambient field");
        assertThatThrownBy(() -> run(model, "easting,northing,height\n", "los")).hasMessageContaining("satellite");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "easting,northing | has no column 'height'",
                "easting,northing,heigth | has no column 'height'",
                "'easting,northing,height\n1,2' | points.csv:2 has 2 columns",
                "'easting,northing,height\n1,2,3\n1,x,3' | points.csv:3 has no finite number in column 'northing': 'x'",
                "'easting,northing,height\n1,2,NaN' | points.csv:2 has no finite number",
                "'easting,northing,height,gz\n1,2,3,4' | already has a column 'gz'",
            })
    void wrong_points_are_told_with_file_and_line(String points, String message) {
        assertThatThrownBy(() -> run(MODEL, points, "gz")).hasMessageContaining(message);
    }

    @Test
    void an_empty_table_and_a_missing_one_are_told() {
        assertThatThrownBy(() -> run(MODEL, "", "gz"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> PointTable.read(folder.resolve("none.csv"))).hasMessageContaining("does not exist");
    }

    @Test
    void threads_do_not_change_a_byte_and_a_file_gets_the_same() throws IOException {
        StringBuilder points = new StringBuilder("easting,northing,height\n");
        for (int i = 0; i < 1000; i++) {
            points.append(i * 7 % 311)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(i % 13)
                    .append('\n');
        }
        String one = run(MODEL, points.toString(), "gz", "tmi", "uz");
        Path out = folder.resolve("out/answer.csv");
        List<ForwardField> fields = List.of(ForwardField.GZ, ForwardField.TMI, ForwardField.UZ);
        ForwardRun.write(folder.resolve("model.yaml"), folder.resolve("points.csv"), fields, 4, out);
        assertThat(Files.readString(out)).isEqualTo(one);
    }

    private String run(String model, String points, String... fields) throws IOException {
        Path modelFile = Files.writeString(folder.resolve("model.yaml"), model);
        Path pointFile = Files.writeString(folder.resolve("points.csv"), points);
        StringBuilder out = new StringBuilder();
        List<ForwardField> parsed =
                Arrays.stream(fields).map(ForwardField::parse).toList();
        ForwardRun.write(modelFile, pointFile, parsed, 1, out);
        return out.toString();
    }

    private static double[] values(String answer) {
        String[] cells = answer.lines().skip(1).findFirst().orElseThrow().split(",", -1);
        return Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray();
    }
}
