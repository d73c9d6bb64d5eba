package org.geoanomaly.gam.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path dir;

    @Test
    void content_replaces_the_former_file_and_directories_appear() throws IOException {
        Path target = dir.resolve("a/b/out.json");
        AtomicFile.write(target, bytes("one"));
        AtomicFile.write(target, bytes("two"));
        assertThat(Files.readString(target)).isEqualTo("two");
        assertThat(names(dir.resolve("a/b"))).containsExactly("out.json");
    }

    @Test
    void a_failing_writer_leaves_the_former_file_and_nothing_else() throws IOException {
        Path target = dir.resolve("out.bin");
        AtomicFile.write(target, bytes("former"));
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write(bytes("half of the new"));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(OutputException.class)
                .hasMessage("cannot write " + target + ": the disk is full");
        assertThat(Files.readString(target)).isEqualTo("former");
        assertThat(names(dir)).containsExactly("out.bin");
    }

    @Test
    void a_really_full_device_is_named_as_such() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.exists(Path.of("/dev/full")), "/dev/full exists on Linux only");
        assertThatThrownBy(() -> {
                    try (var out = Files.newOutputStream(Path.of("/dev/full"))) {
                        out.write(1);
                    } catch (IOException e) {
                        throw WriteFailure.of(Path.of("x"), e);
                    }
                })
                .hasMessage("cannot write x: the disk is full");
    }

    @Test
    void an_uncommitted_file_vanishes_on_close() throws IOException {
        Path target = dir.resolve("out.tif");
        try (AtomicFile file = AtomicFile.open(target)) {
            Files.writeString(file.temporary(), "abc");
            assertThat(file.temporary().getParent())
                    .isEqualTo(target.toAbsolutePath().getParent());
        }
        assertThat(names(dir)).isEmpty();
    }

    @Test
    void a_file_in_place_of_a_directory_is_one_sentence() throws IOException {
        Files.writeString(dir.resolve("a"), "x");
        assertThatThrownBy(() -> AtomicFile.write(dir.resolve("a/b.txt"), bytes("y")))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("a part of this path is a file");
    }

    @Test
    void a_directory_in_the_way_is_one_sentence_and_leaves_no_temporary() throws IOException {
        Files.createDirectories(dir.resolve("t/inside"));
        assertThatThrownBy(() -> AtomicFile.write(dir.resolve("t"), bytes("y")))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("a directory of that name is in the way");
        assertThat(names(dir)).containsExactly("t");
    }

    @Test
    void sweep_removes_what_a_killed_run_left_and_nothing_else() throws IOException {
        Path deep = Files.createDirectories(dir.resolve("cog/mag"));
        Files.writeString(deep.resolve(".t.tif.gam-tmp-4711-12"), "half");
        Files.writeString(deep.resolve("t.tif"), "whole");
        Files.writeString(deep.resolve(".hidden"), "mine");
        Files.writeString(deep.resolve(".t.tif.gam-tmp-x"), "mine too");
        assertThat(AtomicFile.sweep(dir)).isEqualTo(1);
        assertThat(names(deep)).containsExactly(".hidden", ".t.tif.gam-tmp-x", "t.tif");
    }

    @Test
    void temporary_names_match_the_pattern_that_sweep_looks_for() {
        try (AtomicFile file = AtomicFile.open(dir.resolve("x"))) {
            assertThat(AtomicFile.isTemporary(file.temporary().getFileName().toString()))
                    .isTrue();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static java.util.List<String> names(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
