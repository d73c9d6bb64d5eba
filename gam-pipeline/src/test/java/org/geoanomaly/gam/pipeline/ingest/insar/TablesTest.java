package org.geoanomaly.gam.pipeline.ingest.insar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points from text: EGMS, and tables with the line of sight of each row. */
class TablesTest {
    private static final BoundingBox EARTH = new BoundingBox(-90, 90, -180, 180);

    @TempDir
    Path folder = Path.of("");

    @Test
    void named_vectors_are_taken_as_they_are() throws Exception {
        RawData.Points p = read("{path: %s}", """
                lon,lat,height,disp_cm,sigma,los_east,los_north,los_up
                12.0,45.0,10,1.5,0.2,-0.6,0.0,0.8
                12.1,45.1,11,-2.5,0.4,-0.6,0.0,0.8
                12.2,45.2,12,3.5,,0.0,0.0,2.0
                """);
        assertThat(p.rows()).as("a vector of length two is none").isEqualTo(2);
        assertThat(p.facts().unit()).isEqualTo(Unit.METRE);
        assertThat(p.column("value")).containsExactly(new double[] {0.015, -0.025}, within(1e-12));
        assertThat(p.column("uncertainty")[1]).isCloseTo(0.004, within(1e-12));
        assertThat(p.column("height")[1]).isEqualTo(11);
        assertThat(p.facts().notes())
                .anyMatch(n -> n.contains("1 rows have no possible place, value or line of sight"));
    }

    @Test
    void incidence_and_heading_make_the_vector_in_degrees_or_radians() throws Exception {
        RawData.Points degrees = read("{path: %s}", "lon,lat,inc,az,vel_mm/yr\n12,45,35,-11,-3\n13,45,35,-11,-3\n");
        RawData.Points radians = read(
                "{path: %s, unit: mm/yr}",
                "lon,lat,inc,az,vel\n12,45,0.610865,-0.191986,-3\n13,45,0.610865,-0.191986,-3\n");
        for (RawData.Points p : new RawData.Points[] {degrees, radians}) {
            assertThat(p.facts().quantity()).isEqualTo("los_velocity");
            assertThat(p.column("value")[0]).isEqualTo(-3);
            assertThat(p.column("los_east")[0])
                    .isCloseTo(-Math.sin(Math.toRadians(35)) * Math.cos(Math.toRadians(-11)), within(1e-5));
            assertThat(p.column("los_north")[0])
                    .isCloseTo(Math.sin(Math.toRadians(35)) * Math.sin(Math.toRadians(-11)), within(1e-5));
        }
        RawData.Points constant = read(
                "{path: %s, incidence: 35, heading: 190, unit: mm/yr, positive: away}",
                "lon,lat,vel\n12,45,4\n13,45,4\n");
        assertThat(constant.column("los_east")[0]).isPositive();
        assertThat(constant.column("value")[0]).isEqualTo(-4);
    }

    @Test
    void units_that_nobody_states_are_told_by_size_and_said() throws Exception {
        RawData.Points p = read("{path: %s}", "lon,lat,inc,az,velocity\n12,45,35,-11,-3\n13,45,35,-11,25\n");
        assertThat(p.column("value")[1]).isEqualTo(25);
        assertThat(p.facts().unitStated()).isFalse();
        assertThat(p.facts().notes()).anyMatch(n -> n.contains("nobody states the unit"));
        assertThatThrownBy(() -> read(
                        "{path: %s, unit: m, quantity: los_velocity}", "lon,lat,inc,az,v\n1,2,35,1,3\n2,2,35,1,3\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("m is no unit of los_velocity");
    }

    @Test
    void tables_that_leave_open_what_they_hold_are_refused() {
        assertThatThrownBy(() -> read("{path: %s}", "lon,lat,disp,velocity,inc,az\n1,2,3,4,35,1\n2,2,3,4,35,1\n"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("has several: disp, velocity")
                .hasMessageContaining("columns are lon, lat");
        assertThatThrownBy(() -> read("{path: %s}", "lon,lat,disp\n1,2,3\n2,2,3\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no line of sight");
        assertThatThrownBy(() -> read("{path: %s, format: los}", "1 2 3\n2 2 3\n"))
                .hasMessageContaining("has 3 columns without names");
        assertThatThrownBy(() -> read("{path: %s}", "lon,lat,inc,az,disp\n1,95,35,1,0.1\n2,95,35,1,0.1\n"))
                .hasMessageContaining("2 rows have no possible place");
    }

    @Test
    void displacements_and_velocities_do_not_mix() throws Exception {
        Path a = write("a.csv", "lon,lat,inc,az,disp_m\n1,2,35,1,0.1\n2,2,35,1,0.1\n");
        Path b = write("b.csv", "lon,lat,inc,az,v_mm/yr\n1,2,35,1,3\n2,2,35,1,4\n");
        assertThatThrownBy(() -> Scenes.read(folder, EARTH, "{scenes: [{path: " + a + "}, {path: " + b + "}]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mixes displacements and velocities");
    }

    @Test
    void quadtree_points_of_unimak_have_heading_incidence_velocity_and_variance() throws Exception {
        Path real = Scenes.real();
        RawData.Points p = Scenes.read(
                folder,
                EARTH,
                "{unit: m/yr, scenes: [{path: " + real.resolve("unimak_asc_ref.csv") + "}, {path: "
                        + real.resolve("unimak_des_ref.csv") + "}]}");
        assertThat(p.rows()).isEqualTo(800 + 895);
        assertThat(p.column("value")[0]).isCloseTo(-0.517, within(1e-9));
        assertThat(p.column("uncertainty")[0]).isCloseTo(1000 * Math.sqrt(2.7e-7), within(1e-9));
        assertThat(p.column("los_east")[0])
                .as("ascending: the satellite in the west")
                .isNegative();
        assertThat(p.column("los_east")[1694]).as("descending: in the east").isPositive();
        assertThat(p.column("track")[1694]).isEqualTo(1);
    }

    @Test
    void egms_bursts_keep_their_own_looks_and_ortho_tables_get_theirs() throws Exception {
        String header =
                "pid,easting,northing,height_ortho,temporal_coherence,los_east,los_north,los_up,mean_velocity,mean_velocity_std\n";
        RawData.Points p = read(
                "{path: %s}",
                header
                        + "a,4598603.43,1739722.18,-46.6,0.86,0.594,-0.12,0.795,-2.1,0.1\n"
                        + "b,4598594.94,1739723.52,-43.0,0.92,0.594,-0.12,0.795,-2.0,0.0\n"
                        + "c,4598594.94,1739723.52,-43.0,0.92,0.594,-0.12,2.795,-2.0,0.1\n"
                        + "d,4598594.94,1739723.52,-43.0,0.92,0.594,-0.12,0.795,,0.1\n");
        assertThat(p.rows()).isEqualTo(2);
        assertThat(p.facts().unit()).isEqualTo(Unit.MILLIMETRE_PER_YEAR);
        // the file's own latitude and longitude of this point
        assertThat(p.column("longitude")[0]).isCloseTo(13.171103, within(2e-6));
        assertThat(p.column("latitude")[0]).isCloseTo(38.690708, within(2e-6));
        assertThat(p.column("uncertainty")).containsExactly(0.1, 0.05);
        assertThat(p.facts().notes()).anyMatch(n -> n.contains("2 points have no possible place"));
        Path up = write(
                "EGMS_L3_E45N17_100km_U_2020_2024_1.csv",
                "pid,easting,northing,height,mean_velocity,mean_velocity_std\na,4597550,1739750,3,-1.7,0.1\n");
        RawData.Points ortho = Scenes.read(folder, EARTH, "{path: " + up + "}");
        assertThat(Arrays.asList(ortho.column("los_east")[0], ortho.column("los_up")[0]))
                .containsExactly(0.0, 1.0);
        Path unknown = write("ortho.csv", Files.readString(up));
        assertThatThrownBy(() -> Scenes.read(folder, EARTH, "{path: " + unknown + "}"))
                .hasMessageContaining("eastward or upward");
    }

    @Test
    void tables_are_described_for_people() throws Exception {
        Path los = write("a.csv", "lon,lat,inc,az,disp_m\n1,2,35,-11,0.1\n2,2,35,-11,0.1\n");
        assertThat(InsarDescription.of(los)).hasValueSatisfying(d -> {
            assertThat(d.kind()).isEqualTo("line-of-sight points");
            assertThat(d.fields())
                    .anyMatch(f -> f.name().equals("look") && f.value().contains("ascending"));
        });
        assertThat(InsarDescription.of(write("g.csv", "lon,lat,gravity_mgal\n1,2,35\n2,2,35\n")))
                .isEmpty();
        assertThat(InsarDescription.of(write("n.txt", "nothing"))).isEmpty();
    }

    private Path write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private RawData.Points read(String insar, String table) throws Exception {
        return Scenes.read(
                folder, EARTH, insar.replace("%s", write("table.csv", table).toString()));
    }
}
