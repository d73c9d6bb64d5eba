package org.geoanomaly.gam.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfArraysTest {
    private static final String HEADER = "{\"name\": \"Übung\", \"unit\": \"mGal\"}\n";

    @TempDir
    Path folder;

    private Path sample(String name) {
        Path file = folder.resolve(name);
        double[] doubles = new Random(3).doubles(150_000, -1e5, 1e5).toArray();
        doubles[7] = Double.longBitsToDouble(0x7ff8dead_beef0001L);
        doubles[8] = -0.0;
        float[] floats = {1.5f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, -0f, 3f};
        HdfArrays.builder(HEADER)
                .attribute("modality", "gravity")
                .add("value", doubles)
                .add("grid", floats, 2, 3)
                .add("counts", new int[] {Integer.MIN_VALUE, -1, Integer.MAX_VALUE})
                .add("nothing", new float[0], 0, 4)
                .write(file);
        return file;
    }

    @Test
    void brings_every_bit_back() {
        HdfArrays read = HdfArrays.read(sample("a.h5"));

        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.names()).containsExactly("counts", "grid", "nothing", "value");
        double[] expected = new Random(3).doubles(150_000, -1e5, 1e5).toArray();
        expected[7] = Double.longBitsToDouble(0x7ff8dead_beef0001L);
        expected[8] = -0.0;
        for (int i = 0; i < expected.length; i++) {
            assertThat(Double.doubleToRawLongBits(read.doubles("value")[i]))
                    .as("value %d", i)
                    .isEqualTo(Double.doubleToRawLongBits(expected[i]));
        }
        assertThat(read.floats("grid"))
                .containsExactly(1.5f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, -0f, 3f);
        assertThat(read.shape("grid")).isEqualTo(List.of(2, 3));
        assertThat(read.ints("counts")).containsExactly(Integer.MIN_VALUE, -1, Integer.MAX_VALUE);
        assertThat(read.floats("nothing")).isEmpty();
        assertThat(read.shape("nothing")).isEqualTo(List.of(0, 4));
    }

    @Test
    void brings_an_empty_header_back() {
        Path file = folder.resolve("empty.h5");
        HdfArrays.builder("").write(file);

        HdfArrays read = HdfArrays.read(file);

        assertThat(read.header()).isEmpty();
        assertThat(read.names()).isEmpty();
    }

    @Test
    void same_content_is_same_bytes() throws IOException {
        assertThat(Files.mismatch(sample("a.h5"), sample("b.h5"))).isEqualTo(-1);
    }

    @Test
    void leaves_nothing_beside_the_file() throws IOException {
        sample("a.h5");
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("a.h5");
        }
    }

    @Test
    void says_what_it_does_not_hold() {
        HdfArrays read = HdfArrays.read(sample("a.h5"));

        assertThatThrownBy(() -> read.floats("value"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("no float values in array value");
        assertThatThrownBy(() -> read.doubles("heights")).hasMessageContaining("no array heights among [counts, grid");
    }

    @Test
    void every_damaged_byte_is_noticed_or_harmless() throws IOException {
        Path file = folder.resolve("small.h5");
        HdfArrays.builder(HEADER)
                .add("value", new Random(5).doubles(300).toArray())
                .write(file);
        byte[] whole = Files.readAllBytes(file);
        HdfArrays before = HdfArrays.read(file);
        Path damaged = folder.resolve("damaged.h5");
        int noticed = 0;
        for (int at = 0; at < whole.length; at += 7) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x55;
            Files.write(damaged, bytes);
            try {
                HdfArrays read = HdfArrays.read(damaged);
                assertThat(read.has("value")).as("byte %d", at).isTrue();
                assertThat(read.doubles("value")).as("byte %d", at).isEqualTo(before.doubles("value"));
                assertThat(read.header()).as("byte %d", at).isEqualTo(HEADER);
            } catch (DataFormatException e) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(whole.length / 7 / 4);
    }

    @Test
    void a_shorter_file_is_noticed() throws IOException {
        byte[] whole = Files.readAllBytes(sample("a.h5"));
        Path shorter = folder.resolve("short.h5");
        for (int length : new int[] {0, 1, 8, 100, whole.length / 2, whole.length * 9 / 10}) {
            Files.write(shorter, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> HdfArrays.read(shorter), "%d bytes", length)
                    .isInstanceOf(DataFormatException.class);
        }
        assertThatThrownBy(() -> HdfArrays.read(folder.resolve("none.h5"))).hasMessageContaining("is missing");
    }

    @Test
    void names_and_shapes_must_make_sense() {
        HdfArrays.Builder builder = HdfArrays.builder("").add("a", new int[2]);

        assertThatThrownBy(() -> builder.add("a", new int[2])).hasMessageContaining("two arrays called a");
        assertThatThrownBy(() -> builder.add("../a", new int[2])).hasMessageContaining("is not a name");
        assertThatThrownBy(() -> builder.add("b", new float[6], 2, 4)).hasMessageContaining("has the shape [2, 4]");
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> HdfArrays.builder("").write(file.resolve("a.h5")))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("a.h5");
    }
}
