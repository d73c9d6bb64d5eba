package org.geoanomaly.gam.formats.mseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniSeedTest {
    @TempDir
    Path dir;

    private static Path real(String name) {
        String data = System.getenv("GAM_DATA_DIR");
        Path path = Path.of(data == null ? "." : data, "seismic", "mseed").resolve(name);
        if (!Files.exists(path)) {
            String message = path + " is missing: set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return path;
    }

    @Test
    void a_service_answer_is_summarised() throws IOException {
        MiniSeedSummary s = MiniSeed.read(real("dataselect_example.mseed"));
        assertEquals(15360 / 512, s.records());
        assertTrue(s.channels().get(0).name().startsWith("IU.ANMO.00."), s.toString());
        assertEquals(0, s.notes().size());
    }

    @Test
    void gaps_are_counted() throws IOException {
        MiniSeedSummary s = MiniSeed.read(real("gaps.mseed"));
        assertEquals(1, s.channels().size());
        MiniSeedSummary.Channel c = s.channels().get(0);
        assertEquals("BW.BGLD..EHE", c.name());
        assertEquals(200, c.rate());
        assertEquals(3, c.gaps());
        assertEquals(Instant.parse("2007-12-31T23:59:59.915Z"), c.start());
    }

    @Test
    void damage_is_named_with_its_place() throws IOException {
        byte[] bytes = Files.readAllBytes(real("steim2.mseed"));
        Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 100));
        assertTrue(MiniSeed.read(cut).notes().get(0).contains("truncated"));
        byte[] broken = bytes.clone();
        broken[46] = 0;
        broken[47] = 1;
        Path bad = Files.write(dir.resolve("bad"), broken);
        assertTrue(String.valueOf(assertThrows(DataFormatException.class, () -> MiniSeed.read(bad))
                        .getMessage())
                .contains("first blockette"));
        Path text = Files.writeString(dir.resolve("text"), "hello");
        assertThrows(DataFormatException.class, () -> MiniSeed.read(text));
    }
}
