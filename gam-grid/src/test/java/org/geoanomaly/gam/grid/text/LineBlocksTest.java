package org.geoanomaly.gam.grid.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineBlocksTest {
    private static final int LINES = 200_000;

    @TempDir
    Path directory;

    private Path numberedLines() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("header\n");
        for (int i = 0; i < LINES; i++) {
            text.append(i).append(' ').append("x".repeat(random.nextInt(60))).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        return Files.writeString(directory.resolve("lines.txt"), text.substring(0, text.length() - 1));
    }

    private static LineBlocks.Reader counter(AtomicIntegerArray seen, int bad) {
        return (bytes, from, to, offset) -> {
            int at = from;
            while (at < to) {
                int end = at;
                while (end < to && bytes[end] != '\n') {
                    end++;
                }
                String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
                int number = Integer.parseInt(line.substring(0, line.indexOf(' ')));
                if (bad > 0 && number >= bad) {
                    throw new BadLineException(offset + at - from, "is bad: " + number);
                }
                seen.incrementAndGet(number);
                at = end + 1;
            }
        };
    }

    @Test
    void every_line_is_seen_once_with_any_number_of_threads() throws IOException {
        Path file = numberedLines();
        for (int threads : new int[] {1, 2, 5}) {
            AtomicIntegerArray seen = new AtomicIntegerArray(LINES);
            try (FileChannel channel = FileChannel.open(file)) {
                List<LineBlocks.Reader> readers = LineBlocks.walk(channel, 7, threads, () -> counter(seen, 0));
                assertThat(readers).hasSizeLessThanOrEqualTo(threads);
            }
            for (int i = 0; i < LINES; i++) {
                assertThat(seen.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void the_first_bad_line_of_the_file_is_reported_whoever_finds_it() throws IOException {
        Path file = numberedLines();
        try (FileChannel channel = FileChannel.open(file)) {
            for (int run = 0; run < 5; run++) {
                assertThatThrownBy(() ->
                                LineBlocks.walk(channel, 7, 4, () -> counter(new AtomicIntegerArray(LINES), 99_990)))
                        .isInstanceOfSatisfying(BadLineException.class, e -> {
                            assertThat(e.problem()).isEqualTo("is bad: 99990");
                            try {
                                assertThat(LineBlocks.lineNumber(channel, e.offset()))
                                        .isEqualTo(99_992);
                            } catch (IOException io) {
                                throw new AssertionError(io);
                            }
                        });
            }
        }
    }
}
