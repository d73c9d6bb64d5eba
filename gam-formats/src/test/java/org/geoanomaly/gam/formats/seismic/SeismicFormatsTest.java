package org.geoanomaly.gam.formats.seismic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.formats.seismic.catalog.ComCatCsv;
import org.geoanomaly.gam.formats.seismic.catalog.Zmap;
import org.geoanomaly.gam.formats.seismic.fdsntext.EventText;
import org.geoanomaly.gam.formats.seismic.fdsntext.StationText;
import org.geoanomaly.gam.formats.seismic.isf.IsfBulletin;
import org.geoanomaly.gam.formats.seismic.picks.PickCsv;
import org.geoanomaly.gam.formats.seismic.quakeml.QuakeMl;
import org.geoanomaly.gam.formats.seismic.stationxml.StationXml;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeismicFormatsTest {
    private static final String HEADER =
            "event_id,event_lat,event_lon,event_depth_km,origin_time,station,station_lat,station_lon,station_elev_m,phase,arrival_time,uncertainty_s\n";

    @TempDir
    Path dir;

    private interface Reader {
        Object read(Path file) throws IOException;
    }

    private Path file(String text) {
        try {
            return Files.writeString(dir.resolve("file"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String complaint(Reader reader, String text) {
        Path file = file(text);
        String message = String.valueOf(
                assertThrows(DataFormatException.class, () -> reader.read(file)).getMessage());
        assertTrue(message.startsWith(file.toString()), message);
        return message.substring(file.toString().length() + 1);
    }

    private static String quakeml(String inner) {
        return "<?xml version=\"1.0\"?>\n<q:quakeml xmlns=\"http://quakeml.org/xmlns/bed/1.2\""
                + " xmlns:q=\"http://quakeml.org/xmlns/quakeml/1.2\">\n<eventParameters>\n" + inner
                + "\n</eventParameters></q:quakeml>";
    }

    private static String origin(String id, String seconds) {
        return "<origin publicID=\"" + id + "\"><time><value>2016-11-13T11:02:" + seconds
                + "Z</value></time><latitude><value>-42.66</value></latitude><longitude><value>173.05</value></longitude>"
                + "<depth><value>11000</value></depth>";
    }

    private static String pick(int id, String station, String seconds) {
        return "<pick publicID=\"p" + id + "\"><time><value>2016-11-13T11:03:" + seconds
                + "</value></time><waveformID networkCode=\"NZ\" stationCode=\"" + station
                + "\"/><phaseHint>P</phaseHint></pick>";
    }

    @Test
    void arrivals_of_the_preferred_origin_choose_and_name_the_picks() throws IOException {
        Bulletin b = QuakeMl.read(file(quakeml("<event publicID=\"e\">" + pick(1, "KHZ", "10.5") + pick(2, "WEL", "20")
                + pick(3, "BKZ", "30") + origin("a", "50") + "</origin>" + origin("b", "56.9")
                + "<arrival><pickID>p1</pickID><phase>Pg</phase><timeResidual>0.3</timeResidual></arrival>"
                + "<arrival><pickID>p2</pickID><phase>S</phase><timeWeight>0</timeWeight></arrival>"
                + "<arrival><pickID>p9</pickID><phase>S</phase></arrival>"
                + "</origin><preferredOriginID>b</preferredOriginID></event>")));
        SeismicEvent event = b.events().get(0);
        Origin origin = event.origin();
        assertNotNull(origin);
        assertEquals(Instant.parse("2016-11-13T11:02:56.9Z"), origin.time());
        assertEquals(List.of("Pg", "S"), event.picks().stream().map(Pick::phase).toList());
        assertEquals(0.3, event.picks().get(0).residual());
        assertEquals(0, event.picks().get(1).weight());
        assertEquals(
                13.6, SeismicTime.seconds(origin.time(), event.picks().get(0).time()), 1e-9);
        assertEquals(
                List.of(
                        "1 arrivals name a pick that is not in the file and were left out",
                        "1 picks are named by no arrival of the preferred origin and were left out"),
                b.notes());
    }

    @Test
    void the_real_time_variant_has_origins_and_picks_beside_the_events() throws IOException {
        String text = quakeml("<event publicID=\"e\"><originReference><originID>o</originID></originReference>"
                        + "<preferredOriginID>o</preferredOriginID></event>" + origin("o", "50")
                        + "<arrival><pickID>p1</pickID><phase>P</phase></arrival></origin>" + pick(1, "KHZ", "10"))
                .replace("bed/1.2", "bed-rt/1.2")
                .replace("quakeml/1.2", "quakeml-rt/1.2");
        SeismicEvent event = QuakeMl.read(file(text)).events().get(0);
        assertNotNull(event.origin());
        assertEquals("KHZ", event.picks().get(0).station());
    }

    @Test
    void entities_are_refused() {
        String bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE quakeml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n"
                + "<quakeml><eventParameters><event><description><text>&b;</text></description></event></eventParameters></quakeml>";
        assertTrue(complaint(QuakeMl::read, bomb).contains("document type declaration"));
        String external =
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<FDSNStationXML>&a;</FDSNStationXML>";
        assertTrue(complaint(StationXml::read, external).contains("document type declaration"));
    }

    @Test
    void damaged_xml_is_named_with_its_line() {
        String good = quakeml("<event publicID=\"e\">" + origin("o", "50") + "</origin></event>");
        assertTrue(
                complaint(QuakeMl::read, good.substring(0, good.length() - 40)).contains("truncated"));
        assertTrue(complaint(QuakeMl::read, good.replace("-42.66", "-142")).startsWith("line 4 has latitude -142"));
        assertTrue(complaint(QuakeMl::read, good.replace("-42.66", "NaN")).contains("'NaN', which is not a number"));
        assertTrue(complaint(QuakeMl::read, good.replace("11-13", "13-13")).contains("not a date and time"));
        assertTrue(complaint(QuakeMl::read, "<html><body/></html>").contains("root element html, not QuakeML"));
        assertTrue(complaint(QuakeMl::read, "hello").contains("is not XML"));
        assertTrue(complaint(QuakeMl::read, "").contains("is"));
        assertTrue(complaint(QuakeMl::read, "<quakeml>" + "<a>".repeat(1000)).contains("nested deeper"));
        assertTrue(complaint(QuakeMl::read, "<quakeml></quakeml>").contains("without eventParameters"));
    }

    @Test
    void an_isf_bulletin_has_its_prime_origin_and_phases() throws IOException {
        Bulletin b = IsfBulletin.read(file(isf("01:20:28.70", "01:20:44.0")));
        assertEquals(2, b.events().size());
        SeismicEvent event = b.events().get(0);
        assertEquals("840268", event.id());
        assertEquals("Western Caucasus", event.place());
        Origin origin = event.origin();
        assertNotNull(origin);
        assertEquals("ISC", origin.author());
        assertEquals(Instant.parse("1967-01-30T01:20:28.70Z"), origin.time());
        assertEquals(41.09, origin.latitude());
        assertEquals(44.31, origin.longitude());
        assertEquals(11_000, origin.depthM());
        assertEquals(2, event.picks().size());
        Pick pick = event.picks().get(0);
        assertEquals("TIF", pick.station());
        assertEquals("P*", pick.phase());
        assertEquals(1.1, pick.residual());
        assertEquals(1, pick.weight());
        assertEquals(Instant.parse("1967-01-30T01:20:44Z"), pick.time());
        Origin second = b.events().get(1).origin();
        assertNotNull(second);
        assertEquals("LAST", second.author());
        assertEquals(List.of("1 phase lines have no time and were left out"), b.notes());
    }

    @Test
    void phases_after_midnight_belong_to_the_next_day() throws IOException {
        Bulletin b = IsfBulletin.read(file(isf("23:59:50.00", "00:00:05.0")));
        assertEquals(
                Instant.parse("1967-01-31T00:00:05Z"),
                b.events().get(0).picks().get(0).time());
    }

    @Test
    void a_damaged_bulletin_is_named_with_its_line() {
        assertTrue(
                complaint(IsfBulletin::read, isf("25:20:28.70", "01:20:44.0")).startsWith("line 7 has origin time"));
        assertTrue(
                complaint(IsfBulletin::read, isf("01:20:28.70", "01:20:4x.0")).contains("is no phase line"));
        assertTrue(complaint(IsfBulletin::read, "hello\n").contains("has no block of origins"));
        String whole = isf("01:20:28.70", "01:20:44.0");
        assertTrue(complaint(IsfBulletin::read, whole.substring(0, whole.indexOf("44.3100")))
                .contains("truncated"));
    }

    private static String isf(String time, String arrival) {
        String head =
                "   Date       Time        Err   RMS Latitude Longitude  Smaj  Smin  Az Depth   Err Ndef Nsta Gap  mdist  Mdist Qual   Author      OrigID\n";
        String iasp =
                "1967/01/30 01:20:28.17   0.15        41.0502   44.2685 4.091 2.719  49   5.0f        76   70                       ke IASPEI     9093437\n";
        return "DATA_TYPE BULLETIN IMS1.0:short\nISC Bulletin\nEvent   840268 Western Caucasus\n\n" + head + iasp
                + "1967/01/30 "
                + time
                + "   0.20 1.850  41.0900   44.3100   3.7 2.510   0  11.0d       150  153  21   1.00 120.00 m i uk ISC        1838613\n"
                + " (#PRIME)\n" + iasp
                + "\nMagnitude  Err Nsta Author      OrigID\nmb     5.0       15 ISC        1838613\n\n"
                + "Sta     Dist  EvAz Phase        Time      TRes  Azim AzRes   Slow   SRes Def   SNR       Amp   Per Qual Magnitude    ArrID\n"
                + "TIF     0.73  30.0 P*       " + arrival
                + "     1.1                           T__                        __            27631110\n"
                + "TIF     0.73       S        01:20:54.0                                   ___                        __            27631111\n"
                + "TIF     0.73       S                                                     ___                        __            27631112\n"
                + "\nEvent   840269 Elsewhere\n\n" + head + iasp + iasp.replace("IASPEI", "LAST  ")
                + "\nSTOP\nrubbish\n";
    }

    @Test
    void pick_csv_goes_by_its_header() throws IOException {
        Bulletin b = PickCsv.read(file("""
                phase;station;event_id;event_lat;event_lon;event_depth_km;travel_time_s;station_lat;station_lon
                P;AA.ONE..HHZ;1;10;20;5;2.5;10.1;20
                S;TWO;1;10;20;5;4;10.2;20
                P;ONE;2;11;21;;;10.1;20
                """));
        assertEquals(2, b.events().size());
        Origin origin = b.events().get(0).origin();
        assertNotNull(origin);
        assertEquals(5000, origin.depthM());
        Pick pick = b.events().get(0).picks().get(0);
        assertEquals("AA", pick.network());
        assertEquals("ONE", pick.station());
        assertEquals(2.5, SeismicTime.seconds(origin.time(), pick.time()), 1e-9);
        assertEquals(2, b.stations().size());
        assertEquals(List.of("1 rows have no event, station or time and were left out"), b.notes());
    }

    @Test
    void pick_csv_takes_arrival_times_too() throws IOException {
        Bulletin b = PickCsv.read(
                file(HEADER + "a,10,20,5,2020-01-01T00:00:00Z,N.S,10.5,20,100,P,2020-01-01T00:00:10.25Z,0.05\n"));
        Pick pick = b.events().get(0).picks().get(0);
        assertEquals(0.05, pick.uncertainty());
        assertEquals(Instant.parse("2020-01-01T00:00:10.25Z"), pick.time());
        assertEquals(100, b.stations().get(0).elevation());
    }

    @Test
    void damaged_pick_csv_is_named_with_its_line() {
        String row = "a,10,20,5,2020-01-01T00:00:00Z,N.S,10.5,20,100,P,2020-01-01T00:00:10.25Z,0.05\n";
        assertTrue(complaint(PickCsv::read, HEADER + row.replace("10.5", "110.5"))
                .startsWith("line 2 has latitude 110.5"));
        assertTrue(complaint(PickCsv::read, HEADER + row.replace("-01-01T00:00:10", "-02-30T00:00:10"))
                .contains("has arrival_time '2020-02-30"));
        assertTrue(complaint(PickCsv::read, HEADER + row + row.replace("a,10,", "a,11,"))
                .contains("places event a at 11"));
        assertTrue(complaint(PickCsv::read, HEADER + row + row.replace("10.5", "10.6"))
                .contains("places station S"));
        assertTrue(
                complaint(PickCsv::read, HEADER.replace("phase", "fase") + row).contains("has no column phase"));
        assertTrue(complaint(PickCsv::read, "").contains("is empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gfz1|2026-08-25T06:19:54.11|93.176|47.599|10.0|||GFZ|gfz|mb|4.3||Iran",
                "gfz1|2026-08-25T06:79:54.11|33.176|47.599|10.0|||GFZ|gfz|mb|4.3||Iran",
                "gfz1|2026-08-25T06:19:54.11|33.176|x|10.0|||GFZ|gfz|mb|4.3||Iran",
                "gfz1|2026-08-25T06:19:54.11|33.1"
            })
    void damaged_event_text_is_named_with_its_line(String row) {
        assertTrue(complaint(EventText::read, "#EventID|Time|Latitude|Longitude|Depth/km|Author\n\n" + row + "\n")
                .startsWith("line 3 has "));
    }

    @Test
    void other_damage_is_named_with_its_line() {
        assertTrue(complaint(
                        StationText::read,
                        "#Network|Station|Latitude|Longitude|Elevation|SiteName|StartTime|EndTime\nTA|A|1|2\n")
                .startsWith("line 2 has 4 fields instead of 8"));
        assertTrue(complaint(StationText::read, "Error 404: nothing\n").contains("no header"));
        assertTrue(complaint(ComCatCsv::read, "time,latitude,longitude\n2020-01-01,1,500\n")
                .startsWith("line 2 has longitude"));
        assertTrue(complaint(Zmap::read, "1 2 2012.2 13 4 4 1 14 21 42\n").startsWith("line 1 has month 13"));
        assertTrue(complaint(Zmap::read, "1 2 2011.2 2 30 4 1 14 21 42\n").contains("no possible date"));
        assertTrue(complaint(Zmap::read, "a\0b\n").contains("is not text"));
    }

    @Test
    void times_are_read_in_every_spelling() {
        Instant t = Instant.parse("2011-03-11T05:46:24.12Z");
        for (String text : List.of(
                "2011-03-11T05:46:24.120000Z",
                "2011-03-11T05:46:24.12",
                "2011/03/11 05:46:24.12",
                "2011-03-11T07:46:24.12+02:00")) {
            assertEquals(t, SeismicTime.parse(text).orElseThrow(), text);
        }
        assertEquals(
                Instant.parse("2017-01-01T00:00:00Z"),
                SeismicTime.parse("2016-12-31T23:59:60").orElseThrow());
        for (String text : List.of(
                "", "2011", "2011-02-29", "2011-03-11T25:00:00", "2011-03-11T05:46:24.12Zx", "0000-01-01T00:00:00")) {
            assertTrue(SeismicTime.parse(text).isEmpty(), text);
        }
    }
}
