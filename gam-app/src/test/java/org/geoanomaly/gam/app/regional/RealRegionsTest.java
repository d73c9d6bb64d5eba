package org.geoanomaly.gam.app.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.app.cli.InProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The examples, smaller so that they are quick: what is known of these places must be in what they find. */
class RealRegionsTest {
    private static final double METRES_PER_DEGREE = 111_195;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_lobes_of_the_bushveld_complex_are_dense() throws Exception {
        Path out = run("bushveld", 2, "preprocessing.grid_res=0.1");
        // Rustenburg (western), eastern, and northern lobe
        List<JsonNode> lobes =
                RegionOracle.ask("near", out.toString(), "gravity", "-25.2,27.3,40", "-24.9,29.9,40", "-24.2,28.9,40");
        assertThat(lobes)
                .hasSize(3)
                .allSatisfy(lobe -> assertThat(lobe.get("most").asDouble())
                        .isGreaterThan(50)
                        .isLessThan(1000));
    }

    @Test
    void the_volcanic_centres_of_western_scotland_are_magnetic_either_way() throws Exception {
        // the example's own cells without their northern and eastern quarter, and without the gravity that adds nothing
        Path out = run("britain", 1, "data.bbox=[55.95, 57.3, -7.3, -5.6]", "data.modalities=[magnetic]");
        List<JsonNode> normal = RegionOracle.ask("near", out.toString(), "magnetic", "56.40,-5.85,8");
        assertThat(normal.get(0).get("most").asDouble()).as("Mull").isGreaterThan(0.02);
        // magnetised when the field was reversed: Rum, Ardnamurchan, Blackstones, the lavas west of Skye
        List<JsonNode> reversed = RegionOracle.ask(
                "near",
                out.toString(),
                "magnetic",
                "56.97,-6.35,10",
                "56.71,-6.15,10",
                "56.10,-7.12,12",
                "57.20,-6.55,12");
        assertThat(reversed)
                .hasSize(4)
                .allSatisfy(centre -> assertThat(centre.get("least").asDouble()).isLessThan(-0.005));
    }

    @Test
    void the_high_at_osborne_mine_is_the_strongest_body_around_and_shallow() throws Exception {
        // the example's own cells, which the mine needs, on a part of its area
        Path out = run("osborne", 1, "data.bbox=[-22.13, -22.06, 140.54, 140.62]", "modeling.mesh.max_depth_km=1.5");
        List<String[]> bodies = bodies(out);
        // PorterGeo's database
        String[] mine = nearest(bodies, -22.0953, 140.5794);
        assertThat(bodies.stream().max((a, b) -> Double.compare(number(a, 6), number(b, 6))))
                .containsSame(mine);
        assertThat(distance(mine, -22.0953, 140.5794)).isLessThan(1500);
        assertThat(mine[5]).isEqualTo("magnetic");
        // the ironstones lie below 25 to 40 m of cover and were mined to a kilometre
        assertThat(number(mine, mine.length - 2)).as("top").isLessThan(500);
        assertThat(number(mine, 3)).as("centre").isBetween(50.0, 1500.0);
    }

    /** Runs an example, and has other programs read what it wrote. */
    private Path run(String example, int modalities, String... settings) throws IOException, InterruptedException {
        String data = System.getenv("GAM_DATA_DIR");
        RegionOracle.require(data != null, "GAM_DATA_DIR does not say where the real data are");
        Path out = folder.resolve(example);
        List<String> line = new ArrayList<>(List.of(
                "run",
                RegionOracle.ROOT.resolve("examples/" + example + ".yaml").toString(),
                "--output",
                out.toString(),
                "--set",
                "data.cache_dir=" + folder.resolve("cache")));
        for (String setting : settings) {
            line.add("--set");
            line.add(setting);
        }
        InProcess run = InProcess.run(Map.of("GAM_DATA_DIR", String.valueOf(data)), line.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode read = RegionOracle.ask("files", out.toString()).get(0);
        assertThat(read.get("arrays").asInt()).isEqualTo(2 * modalities + 1);
        assertThat(RegionOracle.ask("images", out.toString()).get(0).asInt()).isEqualTo(modalities + 1);
        assertThat(read.get("maps").asInt()).isGreaterThanOrEqualTo(3 * modalities + 2);
        assertThat(read.get("anomalies").asInt()).isEqualTo(bodies(out).size()).isPositive();
        for (String name : List.of("report.html", "manifest.json", "maps/overview.png", "logs/gam.log")) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
        InProcess checked = InProcess.run(Map.of(), "validate", out.toString());
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
        return out;
    }

    private static List<String[]> bodies(Path out) throws IOException {
        return Files.readAllLines(out.resolve("anomalies.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .toList();
    }

    private static double number(String[] body, int column) {
        return Double.parseDouble(body[column]);
    }

    private static String[] nearest(List<String[]> bodies, double lat, double lon) {
        return bodies.stream()
                .min((a, b) -> Double.compare(distance(a, lat, lon), distance(b, lat, lon)))
                .orElseThrow();
    }

    private static double distance(String[] body, double lat, double lon) {
        double east = (number(body, 2) - lon) * Math.cos(Math.toRadians(lat));
        return METRES_PER_DEGREE * Math.hypot(number(body, 1) - lat, east);
    }
}
