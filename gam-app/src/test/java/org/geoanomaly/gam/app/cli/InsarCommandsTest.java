package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gam eastup}, {@code gam sources search} and what {@code gam info} says about tables of InSAR. */
class InsarCommandsTest {
    private static final String HEADER =
            "pid,easting,northing,height,los_east,los_north,los_up,mean_velocity,mean_velocity_std,20200103\n";
    private static final String SECRET = "s3cr3t-earthdata-token";

    @TempDir
    Path folder = Path.of("");

    @Test
    void two_tables_become_motion_east_and_up() throws Exception {
        Path descending = write("EGMS_L2b_022.csv", HEADER + "a,4598610,1739710,5,0.6,-0.1,0.794,-3.97,0.1,0\n");
        Path ascending = write("EGMS_L2b_117.csv", HEADER + "b,4598690,1739790,5,-0.6,-0.1,0.794,-3.97,0.1,0\n");
        Path out = folder.resolve("motion.nc");
        InProcess run = gam("eastup", ascending.toString(), descending.toString(), "-o", out.toString());
        assertThat(run.err()).doesNotContain("error");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("1 cells of 100 m, of 1 x 1, in EPSG:3035 from easting 4598600, northing 1739700")
                .contains("up    mean -5.00");
        assertThat(out).exists();
        InProcess json = gam(
                "eastup",
                ascending.toString(),
                descending.toString(),
                "-o",
                folder.resolve("m.tif").toString(),
                "--json");
        JsonNode summary = JsonMapper.shared().readTree(json.out());
        assertThat(summary.get("cells").asInt()).isEqualTo(1);
        assertThat(summary.get("files").get(1).asString()).endsWith("m_up.tif");
    }

    @Test
    void mistakes_of_eastup_are_told() throws Exception {
        Path one = write("EGMS_L2b_022.csv", HEADER + "a,4598610,1739710,5,0.6,-0.1,0.794,-3.97,0.1,0\n");
        String out = folder.resolve("a.nc").toString();
        assertThat(gam("eastup", one.toString(), "-o", out).err()).contains("seen from both sides");
        assertThat(gam("eastup", "-o", out).err()).contains("no product is named");
        assertThat(gam("eastup", folder.resolve("none.zip").toString(), "-o", out)
                        .err())
                .contains("no such file");
        assertThat(gam("eastup", one.toString(), "--crs", "EPSG:4326", "-o", out)
                        .err())
                .contains("projection in metres");
        assertThat(gam("eastup", one.toString(), "--crs", "EPSG:999999", "-o", out)
                        .err())
                .contains("is not known");
        assertThat(gam("eastup", one.toString(), "--cell", "0", "-o", out).code())
                .isEqualTo(2);
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void a_search_lists_scenes_and_what_fetching_them_takes() throws Exception {
        String scene = "{\"granuleName\":\"S1A_1\",\"startTime\":\"2018-01-06T00:40:21.000Z\",\"path\":5,"
                + "\"flightDirection\":\"ASCENDING\",\"sizeMB\":4400.0,\"productType\":\"SLC\","
                + "\"downloadUrl\":\"https://datapool.asf.alaska.edu/SLC/SA/S1A_1.zip\"}";
        HttpServer server = serve("{\"results\":[" + scene + "]}");
        try {
            String[] search = {
                "sources",
                "search",
                "insar",
                "--bbox",
                "19,20,-100,-98",
                "--start",
                "2018-01-01",
                "--end",
                "2018-02-01",
                "--endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/services/search/param"
            };
            InProcess table = InProcess.run(Map.of("EARTHDATA_TOKEN", SECRET), search);
            assertThat(table.code()).as(table.err()).isZero();
            assertThat(table.out())
                    .contains("2018-01-06T00:40:21      5 ascending  SLC        4,614 MB yes   S1A_1")
                    .contains("https://datapool.asf.alaska.edu/SLC/SA/S1A_1.zip")
                    .contains("1 scene", "EARTHDATA_TOKEN, which is set");
            assertThat(table.out() + table.err()).doesNotContain(SECRET);
            String[] json = java.util.Arrays.copyOf(search, search.length + 1);
            json[search.length] = "--json";
            InProcess machine = InProcess.run(Map.of(), json);
            JsonNode answer = JsonMapper.shared().readTree(machine.out());
            assertThat(answer.get("credential_set").asBoolean()).isFalse();
            assertThat(answer.get("scenes").get(0).get("needs_login").asBoolean())
                    .isTrue();
            assertThat(answer.get("scenes").get(0).get("track").asInt()).isEqualTo(5);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve(String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void a_search_that_lacks_something_says_what() {
        assertThat(gam("sources", "search").err()).contains("what for?");
        assertThat(gam("sources", "search", "gravity").err()).contains("has no catalogue to search");
        assertThat(gam("sources", "search", "insar").err()).contains("--bbox is missing");
        assertThat(gam("sources", "search", "insar", "--bbox", "19,20,-100,-98", "--start", "2018-01-01")
                        .err())
                .contains("--end is missing");
        assertThat(gam(
                                "sources",
                                "search",
                                "insar",
                                "--bbox",
                                "19,20,-100,-98",
                                "--start",
                                "yesterday",
                                "--end",
                                "2018-01-01")
                        .err())
                .contains("'yesterday' is no date");
        assertThat(gam(
                                "sources",
                                "search",
                                "insar",
                                "--bbox",
                                "19,20,-100,-98",
                                "--start",
                                "2018-01-01",
                                "--end",
                                "2018-02-01",
                                "--catalogue",
                                "nasa")
                        .err())
                .contains("there is no catalogue 'nasa'");
        assertThat(gam("sources").code()).isZero();
    }

    @Test
    void info_knows_tables_of_insar() throws Exception {
        Path egms = write("EGMS_L2b_022.csv", HEADER + "a,4598610,1739710,5,0.6,-0.1,0.794,-3.97,0.1,0\n");
        assertThat(gam("info", egms.toString()).out())
                .contains("EGMS L2b", "1, 20200103 to 20200103", "satellite in the east (descending)");
        Path los = write("los.csv", "lon,lat,inc,az,disp_m\n1,2,35,-11,0.1\n2,2,35,-11,0.1\n");
        assertThat(gam("info", los.toString()).out())
                .contains("line-of-sight points", "satellite in the west (ascending)");
    }

    private Path write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private static InProcess gam(String... arguments) {
        return InProcess.run(Map.of(), arguments);
    }
}
