package org.geoanomaly.gam.formats.compressed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressedFileTest {
    private static final byte[] CONTENT = "1 2 3\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Path gzip(byte[] content) throws IOException {
        Path file = directory.resolve("a.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    private Path zip(String... names) throws IOException {
        Path file = directory.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(CONTENT);
            }
        }
        return file;
    }

    private Path tarXz(String... names) throws IOException {
        Path file = directory.resolve("a.tar.xz");
        try (TarArchiveOutputStream out =
                new TarArchiveOutputStream(new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0)))) {
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(CONTENT.length);
                out.putArchiveEntry(entry);
                out.write(CONTENT);
                out.closeArchiveEntry();
            }
        }
        return file;
    }

    private Path expand(Path file, CompressedFile.Limits limits, String... member) throws IOException {
        Path to = Files.createDirectories(directory.resolve("out"));
        return CompressedFile.detect(file, limits)
                .orElseThrow()
                .expand(to, Arrays.stream(member).findFirst());
    }

    @Test
    void every_wrapper_gives_back_what_went_in() throws IOException {
        for (Path file : new Path[] {gzip(CONTENT), zip("d/a.txt", "README.md"), tarXz("d/b.txt")}) {
            assertThat(expand(file, CompressedFile.Limits.DEFAULT)).hasBinaryContent(CONTENT);
        }
        assertThat(expand(zip("a.txt", "b.txt"), CompressedFile.Limits.DEFAULT, "b.txt"))
                .hasFileName("b.txt");
        Path plain = Files.write(directory.resolve("plain.txt"), CONTENT);
        assertThat(CompressedFile.detect(plain, CompressedFile.Limits.DEFAULT)).isEmpty();
    }

    @Test
    void names_that_climb_out_stay_in_the_directory() throws IOException {
        Path written = expand(tarXz("../../../evil.txt"), CompressedFile.Limits.DEFAULT);
        assertThat(written.toRealPath().getParent())
                .isEqualTo(directory.resolve("out").toRealPath());
        assertThat(expand(zip("..\\..\\evil2.txt"), CompressedFile.Limits.DEFAULT))
                .hasFileName("evil2.txt");
    }

    @Test
    void several_members_need_a_choice() throws IOException {
        Path file = zip("a.csv", "b.csv");
        assertThatThrownBy(() -> expand(file, CompressedFile.Limits.DEFAULT))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("several files: [a.csv, b.csv]");
        assertThatThrownBy(() -> expand(file, CompressedFile.Limits.DEFAULT, "c.csv"))
                .hasMessageContaining("no member 'c.csv'");
    }

    @Test
    void bombs_are_stopped_and_leave_nothing() throws IOException {
        CompressedFile.Limits small = new CompressedFile.Limits(100_000, 2000);
        Path bomb = gzip(new byte[1_000_000]);
        assertThatThrownBy(() -> expand(bomb, small))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("bomb");
        CompressedFile.Limits ratio = new CompressedFile.Limits(Long.MAX_VALUE, 2);
        Path large = gzip(new byte[70 << 20]);
        assertThatThrownBy(() -> expand(large, ratio)).hasMessageContaining("bomb");
        try (Stream<Path> left = Files.list(directory.resolve("out"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_wrapper_cut_anywhere_is_a_clear_error() throws IOException {
        for (Path file : new Path[] {gzip(CONTENT), zip("a.txt"), tarXz("a.txt")}) {
            byte[] whole = Files.readAllBytes(file);
            Files.createDirectories(directory.resolve("out"));
            for (int length = 8; length < whole.length - 8; length += 7) {
                Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
                Optional<CompressedFile> detected = CompressedFile.detect(cut, CompressedFile.Limits.DEFAULT);
                assertThatThrownBy(() -> detected.orElseThrow().expand(directory.resolve("out"), Optional.empty()))
                        .as(file + " cut at " + length)
                        .isInstanceOf(DataFormatException.class);
            }
        }
    }
}
