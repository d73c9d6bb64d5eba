package org.geoanomaly.gam.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are something else or lie about themselves: one clear sentence each, and no great allocation. */
class HostileFilesTest {
    private static final int ENTRY = 12;

    @TempDir
    Path directory;

    /** The entries (LONG, one value each) of a valid 4 x 4 float32 file in one strip behind its directory. */
    private static Map<Integer, Integer> entries() {
        Map<Integer, Integer> entries = new TreeMap<>();
        entries.put(TiffTags.IMAGE_WIDTH, 4);
        entries.put(TiffTags.IMAGE_LENGTH, 4);
        entries.put(TiffTags.BITS_PER_SAMPLE, 32);
        entries.put(TiffTags.COMPRESSION, TiffTags.COMPRESSION_NONE);
        entries.put(TiffTags.STRIP_OFFSETS, 512);
        entries.put(TiffTags.STRIP_BYTE_COUNTS, 64);
        entries.put(TiffTags.SAMPLE_FORMAT, 3);
        return entries;
    }

    /** A little-endian classic file of 640 bytes: directory at 8, georeference at 400, data at 512. */
    private Path write(Map<Integer, Integer> entries) throws IOException {
        ByteBuffer b = ByteBuffer.allocate(640).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        b.putShort((short) (entries.size() + 2));
        for (Map.Entry<Integer, Integer> e : entries.entrySet()) {
            b.putShort(e.getKey().shortValue()).putShort((short) 4).putInt(1).putInt(e.getValue());
        }
        b.putShort((short) TiffTags.MODEL_PIXEL_SCALE)
                .putShort((short) 12)
                .putInt(3)
                .putInt(400);
        b.putShort((short) TiffTags.MODEL_TIEPOINT)
                .putShort((short) 12)
                .putInt(6)
                .putInt(424);
        b.putInt(0);
        b.putDouble(400, 1).putDouble(408, 1);
        for (int i = 0; i < 16; i++) {
            b.putFloat(512 + 4 * i, i);
        }
        return Files.write(directory.resolve("file.tif"), b.array());
    }

    private static void read(Path file) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            tiff.read(Unit.METRE);
        }
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void the_honest_file_is_read() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(write(entries()))) {
            assertThat(tiff.read(Unit.METRE).get(3, 3)).isEqualTo(15);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "256, 0, claims a width of 0",
        "256, -1, claims a width of",
        "256, 2147483639, too large to be decoded",
        "256, 40, where",
        "257, 2000000000, cannot hold",
        "258, 12, values of 12 bits",
        "259, 7, compressed by method 7 (JPEG)",
        "259, 8, is no valid DEFLATE stream",
        "259, 5, DEFLATE",
        "259, 50000, is no valid ZSTD stream",
        "259, 32773, ends too early",
        "273, 630, should lie at byte 630",
        "273, -2, should lie at byte",
        "279, 63, has 63 bytes where 64 are needed",
        "277, 0, claims 0 bands",
        "277, 70000, claims 70000 bands",
        "278, 0, strips of 0 rows",
        "322, 0, claims a tile width of 0",
        "339, 6, complex",
        "339, 99, not supported",
        "266, 2, fill order",
    })
    void refuses_impossible_entries(int tag, int value, String reason) throws IOException {
        Map<Integer, Integer> entries = entries();
        entries.put(tag, value);
        assertRefused(write(entries), reason.equals("DEFLATE") ? "is damaged" : reason);
    }

    @Test
    void refuses_an_expansion_that_no_stream_can_have() throws IOException {
        Map<Integer, Integer> entries = entries();
        entries.put(TiffTags.COMPRESSION, TiffTags.COMPRESSION_ADOBE_DEFLATE);
        entries.put(TiffTags.IMAGE_WIDTH, 4000);
        entries.put(TiffTags.IMAGE_LENGTH, 4000);
        assertRefused(write(entries), "claims to expand from 64 to 64000000 bytes");
    }

    @Test
    void refuses_a_loop_of_directories() throws IOException {
        Path file = write(entries());
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(10 + ENTRY * (entries().size() + 2), 8);
        Files.write(file, bytes);
        assertRefused(file, "form a loop");
    }

    @Test
    void refuses_a_directory_beyond_the_end() throws IOException {
        Path file = write(entries());
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0x7FFFFFFF);
        Files.write(file, bytes);
        assertRefused(file, "is truncated or damaged");
    }

    @Test
    void refuses_a_bigtiff_with_an_absurd_number_of_entries() throws IOException {
        ByteBuffer b = ByteBuffer.allocate(64).order(ByteOrder.BIG_ENDIAN);
        b.put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 43)
                .putShort((short) 8)
                .putShort((short) 0)
                .putLong(16)
                .putLong(-1);
        assertRefused(Files.write(directory.resolve("file.tif"), b.array()), "claims 18446744073709551615 entries");
    }

    @Test
    void names_what_an_empty_file_is() throws IOException {
        assertRefused(Files.write(directory.resolve("file.tif"), new byte[0]), "is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>404</body></html>|is an HTML page",
                "\n  <HTML><head>|is an HTML page",
                "<?xml version='1.0'?><Error>AccessDenied</Error>|is an XML document",
                "{\"error\": \"not found\"}|is a JSON document",
                "\u0089PNG\r\n\u001A\n0000|is a PNG picture",
                "\u00FF\u00D8\u00FF\u00E00000|is a JPEG picture",
                "\u001F\u008B\b0000000|is a gzip archive",
                "PK\u0003\u000400000|is a zip archive",
                "\u0089HDF\r\n\u001A\n|is an HDF5 or NetCDF-4 file",
                "CDF\u000100000000|is a NetCDF file",
                "version https://git-lfs.github.com/spec/v1|is a Git LFS pointer",
                "II|is truncated",
                "something else entirely|is not a TIFF file"
            })
    void names_what_another_file_is(String contentAndReason) throws IOException {
        String[] parts = contentAndReason.split("\\|", -1);
        Path file = Files.write(directory.resolve("file.tif"), parts[0].getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, parts[1]);
    }

    @Test
    void metadata_cannot_reach_other_files() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "treasure");
        String xml = "<!DOCTYPE m [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'>]><GDALMetadata><Item name='a'>&x;</Item></GDALMetadata>";
        ByteFile file = new ByteFile(secret);
        assertThatThrownBy(() -> GdalMetadata.parse(file, xml)).isInstanceOf(DataFormatException.class);
        file.close();
    }

    @Test
    void half_precision_values_are_exact() {
        assertThat(CellConverter.half((short) 0x3C00)).isEqualTo(1f);
        assertThat(CellConverter.half((short) 0xC500)).isEqualTo(-5f);
        assertThat(CellConverter.half((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(CellConverter.half((short) 0x7BFF)).isEqualTo(65504f);
        assertThat(Float.floatToRawIntBits(CellConverter.half((short) 0x8000))).isEqualTo(0x80000000);
        assertThat(CellConverter.half((short) 0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(CellConverter.half((short) 0x7E00)).isNaN();
    }
}
