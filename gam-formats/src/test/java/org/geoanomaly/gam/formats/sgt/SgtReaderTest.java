package org.geoanomaly.gam.formats.sgt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SgtReaderTest {
    @TempDir
    Path dir;

    private SgtData read(String text) throws IOException {
        return SgtReader.read(Files.writeString(dir.resolve("a.sgt"), text));
    }

    private String complaint(String text) {
        return String.valueOf(
                assertThrows(DataFormatException.class, () -> read(text)).getMessage());
    }

    @Test
    void a_real_survey_is_read_whole() throws IOException {
        String data = System.getenv("GAM_DATA_DIR");
        Path file = Path.of(data == null ? "data" : data).resolve("seismic/koenigsee.sgt");
        if (!Files.exists(file)) {
            String message = file + " is missing: set GAM_DATA_DIR to the folder of real data";
            assertTrue(!"true".equals(System.getenv("CI")), message);
            Assumptions.abort(message);
        }
        SgtData survey = SgtReader.read(file);
        assertEquals(63, survey.sensors());
        assertEquals(714, survey.picks());
        assertEquals(-4.5, survey.x()[0]);
        assertEquals(1.55, survey.z()[62]);
        assertEquals(0, survey.shot()[0]);
        assertEquals(4, survey.geophone()[0]);
        assertEquals(0.00455, survey.time()[0]);
        assertEquals(62, survey.shot()[713]);
        assertEquals(60, survey.geophone()[713]);
        assertEquals(0.00565, survey.time()[713]);
        assertNull(survey.error());
    }

    @Test
    void columns_go_by_their_names() throws IOException {
        SgtData d = read(
                "2 # points\n#x z\n0 1\n5 2\n3 # data\n# g s valid t/ms err\n2 1 1 4 0.001\n1 2 0 9 0.1\n1 2 1 5 0.002\n");
        assertArrayEquals(new int[] {0, 1}, d.shot());
        assertArrayEquals(new int[] {1, 0}, d.geophone());
        assertArrayEquals(new double[] {0.004, 0.005}, d.time(), 1e-15);
        assertArrayEquals(new double[] {0.001, 0.002}, d.error());
        assertEquals(1, d.invalid());
    }

    @Test
    void three_coordinates_are_projected_onto_the_line() throws IOException {
        SgtData d = read("3\n#x y z\n0 0 7\n3 4 8\n6 8 9\n1\n#s g t\n1 3 0.5\n");
        assertArrayEquals(new double[] {0, 5, 10}, d.x(), 1e-12);
        assertArrayEquals(new double[] {7, 8, 9}, d.z());
        assertTrue(complaint("3\n#x y z\n0 0 7\n9 4 8\n6 8 9\n1\n#s g t\n1 3 0.5\n")
                .contains("along a line"));
    }

    @Test
    void damage_is_named_with_its_line() {
        assertTrue(complaint("2\n0 0\n").contains("line 2 is the last: the file is truncated before sensor 2"));
        assertTrue(
                complaint("2\n0 0\n1 x\n").contains("line 3 has coordinate 2 of sensor 2 'x', which is not a number"));
        assertTrue(complaint("2\n0 0\n1 NaN\n").contains("'NaN', which is not a number"));
        assertTrue(complaint("2\n0 0\n1 0\n1\n1 3 0.1\n").contains("line 5 has geophone 3"));
        assertTrue(complaint("2\n0 0\n1 0\n1\n1 2 -0.1\n").contains("negative time"));
        assertTrue(complaint("2\n0 0\n1 0\n5\n1 2 0.1\n").contains("truncated before measurement 2 of 5"));
        assertTrue(complaint("2\n0 0\n1 0\n1\n# a b m\n1 2 0.1\n").contains("s, g and t must be among them"));
        assertTrue(complaint("1999999999\n").contains("not a whole number"));
        assertTrue(complaint("").contains("line 0"));
        assertTrue(complaint("<html>\n").contains("line 1"));
    }
}
