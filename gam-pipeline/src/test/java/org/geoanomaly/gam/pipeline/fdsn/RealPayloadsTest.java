package org.geoanomaly.gam.pipeline.fdsn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.mseed.MiniSeed;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.read.SeismicFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real services sent, served again: whole, after a busy answer, and in the parts that a limit of the service asks for. */
class RealPayloadsTest {
    private static final DownloadPolicy QUICK = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(5), Duration.ofMillis(50), 1 << 20);
    private static final BoundingBox WORLD = new BoundingBox(-90, 90, -180, 180);
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-09-01T00:00:00Z");

    @TempDir
    Path dir;

    private FdsnServer server;
    private FdsnClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FdsnServer();
        client = new FdsnClient(QUICK, ProgressListener.SILENT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Path real(String name) {
        String data = System.getenv("GAM_DATA_DIR");
        Path file = Path.of(data == null ? "." : data, "seismic").resolve(name);
        if (!Files.isRegularFile(file)) {
            String message = file + " is missing: set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return file;
    }

    private List<Path> ask(FdsnService service, BoundingBox area, String suffix)
            throws IOException, InterruptedException {
        FdsnProvider own = FdsnProvider.of(server.base(), "provider");
        FdsnQuery query = new FdsnQuery(own.query(service), area, START, END, Map.of());
        return client.fetch(query, service != FdsnService.STATION, dir, suffix);
    }

    private static int read(FdsnService service, Path file, Path scratch) throws IOException {
        return switch (service) {
            case EVENT -> SeismicFile.events(file, scratch).events().size();
            case STATION -> SeismicFile.stations(file, scratch).stations().size();
            case DATASELECT -> MiniSeed.read(file).records();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "EVENT, quakeml/iris_events.xml, 2",
        "EVENT, quakeml/usgs_event.xml, 2",
        "EVENT, quakeml/neries_events.xml, 3",
        "EVENT, quakeml/minmag8_5.quakeml, 6",
        "EVENT, quakeml/quakeml_1.2_pick.xml, 1",
        "EVENT, fdsn_event_text_geofon.txt, 3",
        "STATION, stationxml/AU.MEEK.xml, 1",
        "STATION, stationxml/IU_ANMO_BH.xml, 1",
        "STATION, fdsn_station_text/station_level_fdsn.txt, 3",
        "STATION, fdsn_station_text/channel_level_fdsn.txt, 6",
        "DATASELECT, mseed/dataselect_example.mseed, 30",
        "DATASELECT, mseed/steim2.mseed, 1"
    })
    void every_kind_of_answer_comes_whole_after_a_busy_one(FdsnService service, String name, int content)
            throws Exception {
        Path payload = real(name);
        AtomicInteger asked = new AtomicInteger();
        server.at(
                "/fdsnws/" + service.path() + "/1/query",
                (q, x) -> FdsnServer.send(
                        x, asked.getAndIncrement() == 0 ? 503 : 200, Files.readAllBytes(payload), "Retry-After", "0"));
        List<Path> files = ask(service, WORLD, ".part");
        assertThat(files).hasSize(1);
        assertThat(files.get(0)).hasSameBinaryContentAs(payload);
        assertThat(asked).hasValue(2);
        assertThat(read(service, files.get(0), dir)).isEqualTo(content);
    }

    /** The header and those rows of a text that are wanted. */
    private static String rows(Path payload, Predicate<String[]> wanted) throws IOException {
        List<String> out = new ArrayList<>();
        for (String line : Files.readAllLines(payload)) {
            if (line.startsWith("#") || wanted.test(line.split("\\|", -1))) {
                out.add(line);
            }
        }
        return out.size() > 1 ? String.join("\n", out) + "\n" : "";
    }

    @Test
    void events_of_a_time_span_that_is_too_long_come_in_parts() throws Exception {
        Path payload = real("fdsn_event_text_geofon.txt");
        server.at("/fdsnws/event/1/query", (q, x) -> {
            Instant from = Instant.parse(q.get("starttime") + "Z");
            Instant to = Instant.parse(q.get("endtime") + "Z");
            if (Duration.between(from, to).toDays() > 20) {
                FdsnServer.send(x, 413, "Request Entity Too Large");
                return;
            }
            String text = rows(payload, f -> {
                Instant time = Instant.parse(f[1] + "Z");
                return !time.isBefore(from) && !time.isAfter(to);
            });
            FdsnServer.send(x, text.isEmpty() ? 204 : 200, text);
        });
        List<String> ids = new ArrayList<>();
        for (Path part : ask(FdsnService.EVENT, WORLD, ".txt")) {
            SeismicFile.events(part, dir).events().stream()
                    .map(SeismicEvent::id)
                    .forEach(ids::add);
        }
        assertThat(ids).containsExactly("gfz2026obse", "gfz2026oyxe", "gfz2026qprg");
        assertThat(server.requests).hasSize(7); // the whole, two halves, four quarters, of which one has nothing
    }

    @Test
    void stations_of_a_box_that_is_too_large_come_in_parts() throws Exception {
        Path payload = real("fdsn_station_text/station_level_fdsn.txt");
        server.at("/fdsnws/station/1/query", (q, x) -> {
            double west = Double.parseDouble(q.getOrDefault("minlongitude", "-180"));
            double east = Double.parseDouble(q.getOrDefault("maxlongitude", "180"));
            if (east - west > 100) {
                FdsnServer.send(x, 413, "Request Entity Too Large");
                return;
            }
            double south = Double.parseDouble(q.getOrDefault("minlatitude", "-90"));
            double north = Double.parseDouble(q.getOrDefault("maxlatitude", "90"));
            String text = rows(payload, f -> {
                double latitude = Double.parseDouble(f[2]);
                double longitude = Double.parseDouble(f[3]);
                return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
            });
            FdsnServer.send(x, text.isEmpty() ? 404 : 200, text);
        });
        List<Station> found = new ArrayList<>();
        for (Path part : ask(FdsnService.STATION, WORLD, ".txt")) {
            found.addAll(SeismicFile.stations(part, dir).stations());
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        SeismicFile.stations(payload, dir).stations());
    }

    @Test
    void a_service_without_data_answers_with_none_of_every_kind() throws Exception {
        for (FdsnService service : FdsnService.values()) {
            int status = service == FdsnService.DATASELECT ? 404 : 204;
            server.at("/fdsnws/" + service.path() + "/1/query", (q, x) -> FdsnServer.send(x, status, ""));
            assertThat(ask(service, WORLD, ".none")).isEmpty();
        }
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
