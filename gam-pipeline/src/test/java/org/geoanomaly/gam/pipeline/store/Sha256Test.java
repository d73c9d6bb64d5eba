package org.geoanomaly.gam.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void equals_the_standards_example(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("abc");
        Files.writeString(file, "abc");
        assertThat(Sha256.of("abc")).isEqualTo(ABC);
        assertThat(Sha256.ofFile(file)).isEqualTo(ABC);
        assertThat(Sha256.ofFile(file, "MD5")).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(Sha256.multihash(ABC)).isEqualTo("1220" + ABC);
    }

    @Test
    void only_its_own_form_is_accepted() {
        assertThat(Sha256.isHex(ABC.toUpperCase(java.util.Locale.ROOT))).isFalse();
        assertThatThrownBy(() -> Sha256.multihash("12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void source_date_epoch_fixes_the_start_and_caps_file_times() {
        InstantSource now = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00.123Z"));
        RunClock free = new RunClock(Map.of(), now);
        RunClock fixed = new RunClock(Map.of("SOURCE_DATE_EPOCH", "1767225600"), now);
        assertThat(RunClock.iso(free.start())).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(RunClock.iso(fixed.start())).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(fixed.clamp(Instant.parse("2026-05-05T00:00:00Z"))).isEqualTo(fixed.start());
        assertThat(fixed.clamp(Instant.parse("2020-05-05T00:00:00.5Z"))).isEqualTo("2020-05-05T00:00:00Z");
        assertThat(free.clamp(Instant.parse("2030-05-05T00:00:00Z"))).isEqualTo("2030-05-05T00:00:00Z");
    }

    @Test
    void nonsense_in_source_date_epoch_is_an_error() {
        for (String text : new String[] {"yesterday", "-5", "99999999999999", "9999999999999999999"}) {
            assertThatThrownBy(() -> new RunClock(Map.of("SOURCE_DATE_EPOCH", text), InstantSource.system()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(text);
        }
    }
}
