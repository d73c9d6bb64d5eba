package org.geoanomaly.gam.formats.seismic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdPhases;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdStations;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phase and station files as the manual of hypoDD describes them, and as networks write them. */
class HypoDdFilesTest {
    private static final String FIRST =
            "# 1987 11 17  4 11 59.995  35.9727 -120.5353   10.15 2.08  0.19  0.28  0.06   10085435\n";
    private static final String SECOND = "#1988 2 28 23 59 60.0 -35.97 179.5 -0.5 1.0 0 0 0 7\n";
    private static final String PICKS = "NCPMM       2.640   1.000   P\nNCPVC       4.230  -0.200   S\n";

    @TempDir
    Path dir;

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("file"), text);
    }

    @Test
    void events_have_their_picks_relative_to_the_origin_time() throws IOException {
        Bulletin b = HypoDdPhases.read(file(FIRST + PICKS + "\n" + SECOND + "ABC -0.11 0 P\r\n"));
        assertEquals(2, b.events().size());
        SeismicEvent first = b.events().get(0);
        Origin origin = first.origin();
        assertNotNull(origin);
        assertEquals("10085435", first.id());
        assertEquals(2.08, first.magnitude());
        assertEquals(Instant.parse("1987-11-17T04:11:59.995Z"), origin.time());
        assertEquals(
                List.of(35.9727, -120.5353, 10150.0), List.of(origin.latitude(), origin.longitude(), origin.depthM()));
        Pick s = first.picks().get(1);
        assertEquals(
                new Pick("", "NCPVC", "S", Instant.parse("1987-11-17T04:12:04.225Z"), Double.NaN, Double.NaN, 0.2), s);
        Origin second = b.events().get(1).origin();
        assertNotNull(second);
        assertEquals(Instant.parse("1988-02-29T00:00:00Z"), second.time());
        assertEquals(-500, second.depthM());
        assertEquals(
                -0.11,
                SeismicTime.seconds(
                        second.time(), b.events().get(1).picks().get(0).time()),
                1e-9);
    }

    @Test
    void stations_have_an_elevation_or_none() throws IOException {
        StationList list = HypoDdStations.read(
                file(
                        "NCAAR 39.2759 -121.0270 911\nNCAAR 39.2759 -121.0270 911\nB2 1 2\nC3 1.5 2.5 -9999\nD4 1 -2 12.5 0.1 P\n"));
        assertEquals(
                List.of("NCAAR", "B2", "C3", "D4"),
                list.stations().stream().map(Station::code).toList());
        assertEquals(911, list.stations().get(0).elevation());
        assertTrue(Double.isNaN(list.stations().get(1).elevation()));
        assertTrue(Double.isNaN(list.stations().get(2).elevation()));
        assertEquals(12.5, list.stations().get(3).elevation());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11 17  4 11| 13 17  4 11|line 1 has date or time 13",
                "11 17  4 11| 2 30  4 11|line 1 has no possible date",
                "11 17  4 11| 2 1.5  4 11|line 1 has the date or time 1.5, which is no whole number",
                "35.9727|95.9|line 1 has latitude 95.9",
                "35.9727|x|line 1 has latitude 'x'",
                "0.06|0.06 9|line 1 has 16 fields instead of the 15",
                "0.06||line 1 has 14 fields instead of the 15",
                "NCPVC       4.230|NCPVC|line 3 has 3 fields instead of the 4",
                "4.230|nan|line 3 has a pick without a travel time",
                "4.230|1e9|line 3 has travel time 1e9",
                "4.230|4..2|line 3 has travel time '4..2'"
            })
    void damage_is_named_with_its_line(String good, String bad, String complaint) throws IOException {
        Path file = file((FIRST + PICKS).replace(good, bad == null ? "" : bad));
        String message = assertThrows(DataFormatException.class, () -> HypoDdPhases.read(file))
                .getMessage();
        assertTrue(String.valueOf(message).contains(complaint), message);
    }

    @Test
    void what_is_none_of_them_is_refused() throws IOException {
        assertTrue(HypoDdPhases.matches(FIRST, "NCPMM 2.640 1.000 P"));
        assertTrue(HypoDdPhases.matches(SECOND, "A 2 1. S"));
        assertFalse(HypoDdPhases.matches("# s g t", "1 2 0.1 0.2"));
        assertFalse(HypoDdPhases.matches(FIRST, FIRST));
        assertTrue(HypoDdStations.matches("NCAAR         39.2759   -121.0270   911"));
        assertFalse(HypoDdStations.matches("1 39.2759 -121.0270 911"));
        assertFalse(HypoDdStations.matches("Station latitude longitude"));
        for (String text : List.of("", "\n\n", PICKS)) {
            Path file = file(text);
            assertThrows(DataFormatException.class, () -> HypoDdPhases.read(file));
        }
        for (String text : List.of("", "A 1", "A 1 nan", "A 91 0", "A 1 400")) {
            Path file = file(text);
            assertThrows(DataFormatException.class, () -> HypoDdStations.read(file));
        }
    }
}
