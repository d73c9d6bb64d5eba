package org.geoanomaly.gam.formats.seismic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.formats.seismic.catalog.ComCatCsv;
import org.geoanomaly.gam.formats.seismic.catalog.Zmap;
import org.geoanomaly.gam.formats.seismic.fdsntext.EventText;
import org.geoanomaly.gam.formats.seismic.fdsntext.StationText;
import org.geoanomaly.gam.formats.seismic.quakeml.QuakeMl;
import org.geoanomaly.gam.formats.seismic.stationxml.StationXml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services really sent. */
class SeismicRealFilesTest {
    private static Origin origin(@Nullable Origin origin) {
        assertNotNull(origin);
        return origin;
    }

    @ParameterizedTest
    @CsvSource({
        "iris_events.xml, 2, 0",
        "usgs_event.xml, 2, 0",
        "neries_events.xml, 3, 0",
        "preferred.xml, 1, 0",
        "qml-example-1.2-RC3.xml, 1, 0",
        "quakeml_1.2_origin.xml, 1, 0",
        "quakeml_1.2_focalmechanism.xml, 1, 0",
        "quakeml_1.2_pick.xml, 1, 2",
        "quakeml_1.2_arrival.xml, 1, 0",
        "minmag8_5.quakeml, 6, 0"
    })
    void quakeml_of_every_service_is_read(String name, int events, int picks) throws IOException {
        Bulletin b = QuakeMl.read(RealSeismicData.file("quakeml/" + name));
        assertEquals(events, b.events().size());
        assertEquals(picks, b.picks());
    }

    @Test
    void the_preferred_origin_is_not_the_first() throws IOException {
        SeismicEvent event = QuakeMl.read(RealSeismicData.file("quakeml/preferred.xml"))
                .events()
                .get(0);
        assertEquals("smi:orig2", origin(event.origin()).id());
    }

    @Test
    void a_preferred_origin_may_follow_its_origin_and_depths_are_metres() throws IOException {
        SeismicEvent event = QuakeMl.read(RealSeismicData.file("quakeml/neries_events.xml"))
                .events()
                .get(0);
        Origin origin = origin(event.origin());
        assertEquals(Instant.parse("2012-04-04T14:21:42.3Z"), origin.time());
        assertEquals(41.818, origin.latitude());
        assertEquals(79.689, origin.longitude());
        assertEquals(1000, origin.depthM());
        assertEquals("KYRGYZSTAN", event.place());
        assertEquals(4.4, event.magnitude());
    }

    @Test
    void depths_that_look_like_kilometres_are_told() throws IOException {
        List<String> notes =
                QuakeMl.read(RealSeismicData.file("quakeml/iris_events.xml")).notes();
        assertTrue(notes.stream().anyMatch(n -> n.contains("may be kilometres")), notes.toString());
    }

    @Test
    void a_pick_has_the_mean_of_its_one_sided_uncertainties() throws IOException {
        List<Pick> picks = QuakeMl.read(RealSeismicData.file("quakeml/quakeml_1.2_pick.xml"))
                .events()
                .get(0)
                .picks();
        assertEquals(
                new Pick("BW", "FUR", "Pn", Instant.parse("2005-09-18T22:04:35Z"), 0.012, Double.NaN, Double.NaN),
                picks.get(0));
        assertEquals(0.05, picks.get(1).uncertainty());
        assertEquals("", picks.get(1).phase());
    }

    @Test
    void arrivals_without_their_pick_are_counted() throws IOException {
        Bulletin b = QuakeMl.read(RealSeismicData.file("quakeml/quakeml_1.2_arrival.xml"));
        assertTrue(
                b.notes().get(0).startsWith("2 arrivals name a pick that is not in the file"),
                b.notes().toString());
    }

    @Test
    void stationxml_of_every_level_is_read() throws IOException {
        StationList networks = StationXml.read(RealSeismicData.file("stationxml/fdsnstation_network.xml"));
        assertEquals(0, networks.stations().size());
        assertTrue(
                networks.networks().size() > 400,
                "networks: " + networks.networks().size());
        StationList anmo = StationXml.read(RealSeismicData.file("stationxml/IU_ANMO_BH.xml"));
        Station station = anmo.stations().get(0);
        assertEquals("IU", station.network());
        assertEquals("ANMO", station.code());
        assertEquals(34.9459, station.latitude(), 1e-4);
        assertEquals(-106.4572, station.longitude(), 1e-4);
        assertEquals(1820, station.elevation(), 30);
        assertTrue(anmo.channels() > 0);
        Station meek = StationXml.read(RealSeismicData.file("stationxml/AU.MEEK.xml"))
                .stations()
                .get(0);
        assertEquals("Meekatharra, Western Australia", meek.name());
        assertEquals(Instant.parse("2008-05-12T00:00:00Z"), meek.end());
        assertTrue(meek.stoodAt(Instant.parse("2005-01-01T00:00:00Z")));
        assertTrue(!meek.stoodAt(Instant.parse("2010-01-01T00:00:00Z")));
    }

    @Test
    void station_text_of_every_level_is_read() throws IOException {
        StationList stations = StationText.read(RealSeismicData.file("fdsn_station_text/station_level_fdsn.txt"));
        assertEquals(3, stations.stations().size());
        assertEquals(
                "Legoe Bay, Lummi Island, WA, USA", stations.stations().get(0).name());
        StationList networks = StationText.read(RealSeismicData.file("fdsn_station_text/network_level_fdsn.txt"));
        assertEquals("TC", networks.networks().get(1).code());
        StationList channels = StationText.read(RealSeismicData.file("fdsn_station_text/channel_level_fdsn.txt"));
        assertEquals(6, channels.channels());
        assertEquals(1301, channels.stations().get(4).elevation());
        StationList faulty =
                StationText.read(RealSeismicData.file("fdsn_station_text/channel_level_fdsn_faulty_header.txt"));
        assertEquals(channels.stations(), faulty.stations());
        StationList unicode = StationText.read(RealSeismicData.file("fdsn_station_text/unicode_example_fdsn.txt"));
        assertEquals("CATA\u00bfO DEFENSA CIVIL", unicode.stations().get(0).name());
    }

    @Test
    void event_text_may_have_empty_fields_and_comments() throws IOException {
        Bulletin b = EventText.read(RealSeismicData.file("fdsn_event_text_geofon.txt"));
        assertEquals(3, b.events().size());
        SeismicEvent event = b.events().get(1);
        assertEquals("gfz2026oyxe", event.id());
        assertEquals(4.48, event.magnitude());
        assertEquals("Iraq", event.place());
        assertEquals(55_000, origin(event.origin()).depthM());
        assertEquals(
                Instant.parse("2026-08-01T20:27:43.07Z"), origin(event.origin()).time());
    }

    @Test
    void comcat_csv_is_read_by_its_header() throws IOException {
        Bulletin b = ComCatCsv.read(RealSeismicData.file("usgs_quakes_22.txt"));
        assertEquals(1197, b.events().size());
        SeismicEvent event = b.events().get(0);
        assertEquals("us2000ahv0", event.id());
        assertEquals("87km SW of Pijijiapan, Mexico", event.place());
        assertEquals(69_650, origin(event.origin()).depthM(), 1e-9);
        assertEquals(8.1, event.magnitude());
    }

    @Test
    void zmap_has_its_time_in_columns() throws IOException {
        SeismicEvent event =
                Zmap.read(RealSeismicData.file("zmap_events.txt")).events().get(1);
        assertEquals(
                Instant.parse("2012-04-04T14:21:42Z"), origin(event.origin()).time());
        assertEquals(5.1, event.magnitude());
        assertEquals(1000, origin(event.origin()).depthM());
        assertEquals(79.684, origin(event.origin()).longitude());
    }
}
