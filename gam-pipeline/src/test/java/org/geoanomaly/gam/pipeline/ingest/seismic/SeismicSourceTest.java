package org.geoanomaly.gam.pipeline.ingest.seismic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.cache.RawDataCache;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.SeismicNames;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fdsn.FdsnServer;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeismicSourceTest {
    private static final BoundingBox AREA = new BoundingBox(40, 44, 10, 14);
    private static final DownloadPolicy QUICK = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 1, Duration.ofMillis(5), Duration.ofMillis(50), 1 << 20);
    private static final String STATIONS = """
            #Network | Station | Latitude | Longitude | Elevation | SiteName | StartTime | EndTime
            AA|ONE|41.0|11.0|100|x|2000-01-01T00:00:00|2010-01-01T00:00:00
            AA|ONE|41.5|11.0|200|x|2010-01-01T00:00:00|
            AA|TWO|42.0|12.0|300|x|2000-01-01T00:00:00|
            AA|FAR|60.0|12.0|300|x|2000-01-01T00:00:00|
            BB|DUP|41.0|11.0|1|x||
            CC|DUP|43.0|11.0|1|x||
            """;

    @TempDir
    Path dir;

    private final Workers workers = new Workers(1);
    private final SeismicSource source = new SeismicSource(QUICK, InstantSource.system());

    @AfterEach
    void close() {
        workers.close();
    }

    private FetchContext context(boolean online) {
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(Map.of(), List.of()),
                dir.resolve("cache"),
                online ? new Downloader(QUICK, ProgressListener.SILENT) : null,
                ProgressListener.SILENT,
                RunClock.system());
        return new FetchContext(SourceCatalogue.builtIn(), resolver, dir, workers, ProgressListener.SILENT);
    }

    private static DataRequest request(SourceSpec spec) {
        return new DataRequest("seismic", spec, AREA, 0.1);
    }

    private SourceSpec file(String name, String text, String stations) throws IOException {
        Path path = Files.writeString(dir.resolve(name), text);
        Path places = stations.isEmpty() ? null : Files.writeString(dir.resolve("stations.txt"), stations);
        return new SourceSpec.LocalFile(
                path, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                places);
    }

    private RawData.Points read(SourceSpec spec) throws IOException, InterruptedException {
        FetchContext context = context(false);
        return (RawData.Points) source.read(request(spec), source.locate(request(spec), context), context);
    }

    private static String pick(String id, String network, String station, String time) {
        return "<pick publicID=\"" + id + "\"><time><value>2019-05-05T10:00:" + time
                + "Z</value></time><waveformID networkCode=\"" + network + "\" stationCode=\"" + station
                + "\" locationCode=\"00\" channelCode=\"HHZ\"/></pick>";
    }

    private static String arrival(String pick, String phase, String more) {
        return "<arrival><pickID>" + pick + "</pickID><phase>" + phase + "</phase>" + more + "</arrival>";
    }

    private static String event(String id, String inner, String arrivals, String latitude) {
        return "<event publicID=\"" + id + "\">" + inner
                + "<origin publicID=\"o\"><time><value>2019-05-05T10:00:00Z</value></time><latitude><value>" + latitude
                + "</value></latitude><longitude><value>11.5</value></longitude><depth><value>8000</value></depth>"
                + arrivals
                + "</origin></event>";
    }

    private static String quakeml(String events) {
        return "<q:quakeml xmlns:q=\"http://quakeml.org/xmlns/quakeml/1.2\"><eventParameters>" + events
                + "</eventParameters></q:quakeml>";
    }

    private static String mixed() {
        String picks = pick("p1", "AA", "ONE", "05.5")
                + pick("p2", "AA", "ONE", "09.5")
                + pick("p3", "IR", "TWO", "12.25")
                + pick("p4", "AA", "NIL", "09")
                + pick("p5", "AA", "FAR", "09")
                + pick("p6", "AA", "TWO", "14")
                + pick("p7", "AA", "TWO", "20")
                + pick("p8", "ZZ", "DUP", "07")
                + pick("p9", "AA", "TWO", "00");
        String arrivals = arrival("p1", "Pg", "<timeResidual>0.2</timeResidual>")
                + arrival("p2", "Sn", "")
                + arrival("p3", "P", "")
                + arrival("p4", "P", "")
                + arrival("p5", "P", "")
                + arrival("p6", "Pn", "")
                + arrival("p7", "PKP", "")
                + arrival("p8", "P", "")
                + arrival("p9", "S", "");
        return quakeml(event("e1", picks, arrivals, "41.5") + event("e2", picks, arrivals, "10")
                + event("e3", "", "", "41.5") + "<event publicID=\"e4\"></event>");
    }

    @Test
    void picks_join_their_stations_and_what_does_not_join_is_counted() throws Exception {
        RawData.Points points = read(file("events.xml", mixed(), STATIONS));
        assertThat(points.column(RawData.Points.VALUE)).containsExactly(5.5, 9.5, 12.25);
        assertThat(points.column(RawData.Points.LATITUDE)).containsExactly(41.5, 41.5, 42);
        assertThat(points.column(RawData.Points.HEIGHT)).containsExactly(200, 200, 300);
        assertThat(points.column(SeismicNames.PHASE)).containsExactly(1, 2, 1);
        assertThat(points.column(SeismicNames.EVENT)).containsExactly(0, 0, 0);
        assertThat(points.column(SeismicNames.STATION)).containsExactly(0, 0, 1);
        assertThat(points.column(SeismicNames.EVENT_DEPTH)).containsOnly(8000);
        assertThat(points.column(RawData.Points.EVENT_LATITUDE)).containsOnly(41.5);
        assertThat(points.column(SeismicNames.RESIDUAL)[0]).isEqualTo(0.2);
        assertThat(points.facts().unit()).isEqualTo(Unit.SECOND);
        assertThat(points.facts().quantity()).isEqualTo("travel_time");
        assertThat(points.facts().notes())
                .contains(
                        "1 events have no origin and were left out with their picks",
                        "1 events lie outside the area and were left out with their picks",
                        "1 events in the area have no picks",
                        "1 picks have a phase that is no first P or S arrival, or none, and were left out",
                        "1 picks are not later than their event's origin time and were left out",
                        "1 picks are later arrivals of the same wave at the same station; the first is used",
                        "1 picks are at stations outside the area and were left out",
                        "1 picks are of stations whose place nobody states and were left out",
                        "1 picks are of stations with several places at their time and were left out",
                        "1 picks were joined with their station by its code alone, as the network is not stated or not known");
    }

    @Test
    void pick_csv_needs_no_other_file() throws Exception {
        RawData.Points points = read(file("picks.csv", """
                event_id,event_lat,event_lon,event_depth_km,station,station_lat,station_lon,station_elev_m,phase,travel_time_s,uncertainty_s
                1,41,11,5,A,41.2,11,50,P,4.5,0.05
                1,41,11,5,A,41.2,11,50,S,7.5,
                """, ""));
        assertThat(points.column(RawData.Points.VALUE)).containsExactly(4.5, 7.5);
        assertThat(points.column(RawData.Points.UNCERTAINTY)).containsExactly(0.05, Double.NaN);
        assertThat(points.column(SeismicNames.EVENT_DEPTH)).containsOnly(5000);
    }

    @ParameterizedTest
    @CsvSource({
        "P, P",
        "Pn, P",
        "PG, P",
        "P*, P",
        "Pb, P",
        "iP, P",
        "ePn, P",
        "S, S",
        "Sg, S",
        "SN, S",
        "PP, ''",
        "pP, ''",
        "PKPdf, ''",
        "Lg, ''",
        "'', ''",
        "PcP, ''",
        "x, ''"
    })
    void first_arrivals_are_known_in_every_spelling(String phase, String kind) {
        assertThat(PhaseKind.of(phase).map(Enum::name).orElse("")).isEqualTo(kind);
    }

    @Test
    void what_cannot_be_used_is_one_sentence() throws Exception {
        assertThatThrownBy(() -> read(file("a.xml", mixed(), "")))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("does not say where they are");
        assertThatThrownBy(() -> read(
                        file("b.txt", "#EventID|Time|Latitude|Longitude|Depth/km\na|2019-01-01|41|11|5\n", STATIONS)))
                .hasMessageContaining("events without picks");
        assertThatThrownBy(() -> read(file("c.xml", mixed().replace("41.5", "51.5"), STATIONS)))
                .hasMessageContaining("none of the 18 picks");
        assertThatThrownBy(() -> read(file("d.bin", "hello", STATIONS))).hasMessageContaining("no file of earthquakes");
        assertThatThrownBy(() -> source.locate(request(new SourceSpec.Catalogued("fdsn-isc")), context(false)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("needs to know which time");
        SourceSpec service = new SourceSpec.Service(
                "ISC", null, "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z", null, null, List.of("P"));
        assertThatThrownBy(() -> source.locate(request(service), context(false)))
                .hasMessageContaining("downloads are off");
    }

    @Test
    void services_are_asked_once_and_their_parts_merged_without_doubles() throws Exception {
        try (FdsnServer server = new FdsnServer()) {
            server.at("/fdsnws/event/1/query", (q, x) -> {
                boolean whole = q.getOrDefault("starttime", "").startsWith("2019-01-01")
                        && q.getOrDefault("endtime", "").startsWith("2020");
                FdsnServer.send(x, whole ? 413 : 200, whole ? "" : mixed());
            });
            server.at("/fdsnws/station/1/query", (q, x) -> FdsnServer.send(x, 200, STATIONS));
            SourceSpec spec = new SourceSpec.Service(
                    server.base(), null, "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z", 3.0, null, List.of("P"));
            FetchContext context = context(true);
            List<ResolvedSource> located = source.locate(request(spec), context);
            assertThat(located)
                    .hasSize(3)
                    .allSatisfy(f -> assertThat(f.sha256()).hasSize(64));
            assertThat(located.get(0).url()).contains("/fdsnws/event/1/query?");
            RawData.Points points = (RawData.Points) source.read(request(spec), located, context);
            assertThat(points.column(RawData.Points.VALUE)).containsExactly(5.5, 12.25);
            assertThat(points.facts().notes())
                    .contains(
                            "4 events are in several files or parts; the first of each is used",
                            "2 picks are of a phase that was not asked for");
            int asked = server.requests.size();
            List<ResolvedSource> again = source.locate(request(spec), context(false));
            assertThat(server.requests).hasSize(asked);
            assertThat(again)
                    .extracting(ResolvedSource::sha256)
                    .containsExactlyElementsOf(
                            located.stream().map(ResolvedSource::sha256).toList());
            RawDataCache cache =
                    new RawDataCache(dir.resolve("raw"), 0, InstantSource.system(), ProgressListener.SILENT);
            RawData first = cache.fetch(source, request(spec), located, context);
            RawData kept = cache.fetch(source, request(spec), again, context);
            assertThat(kept.facts().notes()).isEqualTo(first.facts().notes());
            assertThat(cache.list()).hasSize(1);
        }
    }

    @Test
    void picks_and_stations_may_be_entries_of_the_catalogue() throws Exception {
        Files.writeString(
                dir.resolve("local.pha"), "# 2019 5 5 10 0 0 41.5 11.5 8 2 0 0 0 1\nAAONE 5.5 1 P\nAATWO 9 -1 S\n");
        Files.writeString(dir.resolve("local.sta"), "AAONE 41.5 11 200\nAATWO 42 12 -9999\n");
        Path entries = Files.writeString(
                dir.resolve("catalogue.yaml"), """
                sources:
                  - {id: local-picks, modality: seismic, url: 'file:local.pha', filename: local.pha, format: hypodd, quantity: travel_time, unit: s}
                  - {id: local-stations, modality: seismic, url: 'file:local.sta', filename: local.sta, format: hypodd, quantity: travel_time, unit: s}
                """.replace("file:", dir.toUri().toString()));
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(Map.of(), List.of(dir)),
                dir.resolve("cache"),
                null,
                ProgressListener.SILENT,
                RunClock.system());
        FetchContext context = new FetchContext(
                SourceCatalogue.builtIn().with(entries), resolver, dir, workers, ProgressListener.SILENT);
        SourceSpec spec = new SourceSpec.Catalogued("local-picks", null, null, null, null, "local-stations");
        RawData.Points points =
                (RawData.Points) source.read(request(spec), source.locate(request(spec), context), context);
        assertThat(points.column(RawData.Points.VALUE)).containsExactly(5.5, 9);
        assertThat(points.column(RawData.Points.HEIGHT)).containsExactly(200, 0);
        assertThat(points.column(SeismicNames.PHASE)).containsExactly(1, 2);
        SourceSpec alone = new SourceSpec.Catalogued("local-picks");
        assertThatThrownBy(() -> source.read(request(alone), source.locate(request(alone), context), context))
                .hasMessageContaining("does not say where they are");
        SourceSpec wrong = new SourceSpec.Catalogued("local-picks", null, null, null, null, "egm96");
        assertThatThrownBy(() -> source.locate(request(wrong), context))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'egm96' is a source of gravity");
    }

    @Test
    void the_plugin_is_found_for_seismic_sources_of_every_kind() {
        Plugins plugins = Plugins.of(SeismicSource.class.getClassLoader());
        List<SourceSpec> specs = new ArrayList<>(List.of(
                SourceSpec.LocalFile.of(Path.of("picks.csv")),
                new SourceSpec.Service(
                        "ISC", null, "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z", null, null, List.of("P"))));
        for (SourceSpec spec : specs) {
            assertThat(plugins.source(request(spec)).id()).isEqualTo("fdsn");
        }
        assertThat(plugins.preprocessor("seismic", "standard").id()).isEqualTo("picks");
    }
}
