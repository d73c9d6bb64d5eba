package org.geoanomaly.gam.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    @Test
    void plain_lines_come_each_five_percent_but_at_most_each_second() {
        ConsoleProgress progress = new PlainProgress(console(false), now::get, ConsoleProgress.Detail.FULL);
        try (StageProgress tiles = progress.begin("tiles", 236)) {
            for (int i = 0; i < 236; i++) {
                now.addAndGet(50);
                tiles.note("now t_S10_W170");
                tiles.advance(1);
            }
        }
        progress.warn("t_S80_E010", "grav: 41 % valid");
        assertThat(text().lines().toList())
                .hasSize(13)
                .startsWith("0:00:01 INF tiles      [ 20/236   8% 20.0/s ] now t_S10_W170 eta 0:11")
                .endsWith(
                        "0:00:11 INF tiles      [ 236/236 100% 20.0/s ] in 11.8 s",
                        "0:00:11 WRN t_S80_E010 grav: 41 % valid");
        assertThat(text()).matches("\\p{ASCII}*").doesNotContain("\r");
    }

    @Test
    void slow_stages_report_each_five_seconds() {
        ConsoleProgress progress = new PlainProgress(console(false), now::get, ConsoleProgress.Detail.FULL);
        StageProgress stage = progress.begin("invert", 1000);
        for (int i = 0; i < 11; i++) {
            now.addAndGet(1000);
            stage.advance(1);
        }
        assertThat(text().lines()).hasSize(2);
    }

    @Test
    void quiet_shows_warnings_only_and_no_progress_shows_lines_only() {
        for (ConsoleProgress.Detail detail : List.of(ConsoleProgress.Detail.QUIET, ConsoleProgress.Detail.LINES)) {
            err.reset();
            ConsoleProgress progress = ConsoleProgress.on(console(true), detail);
            StageProgress stage = progress.begin("tiles", 2);
            stage.advance(1);
            progress.info("seams", "mean 0.21");
            progress.warn("mag", "no data");
            stage.close();
            boolean quiet = detail == ConsoleProgress.Detail.QUIET;
            assertThat(text().lines()).hasSize(quiet ? 1 : 2);
            assertThat(text()).contains("no data").doesNotContain("\u001b");
        }
    }

    @Test
    void terminal_draws_at_most_ten_times_a_second_and_keeps_finished_stages() {
        ConsoleProgress progress = new TerminalProgress(console(true), now::get);
        try (StageProgress tiles = progress.begin("tiles", 100)) {
            for (int i = 0; i < 100; i++) {
                now.addAndGet(20);
                tiles.advance(1);
            }
        }
        progress.close();
        assertThat(text().split("\\u001b\\[2K", -1).length).isLessThan(24);
        assertThat(text())
                .contains("  ⠋ tiles      ━━━━━━━━━━────────── ", " 50 %  50/100  50.0/s", "eta 1.0 s")
                .endsWith("2.0 s\n");
        assertThat(text().substring(text().lastIndexOf('\r'))).contains("✓ tiles      100 ");
    }

    @Test
    void what_stays_on_the_terminal_is_each_line_once() {
        ConsoleProgress progress = new TerminalProgress(console(true), now::get);
        StageProgress a = progress.begin("fetch", 2);
        now.addAndGet(500);
        StageProgress b = progress.begin("grid", -1);
        progress.info("fetch", "cached");
        now.addAndGet(500);
        a.advance(1);
        b.close();
        progress.warn("fetch", "slow");
        a.close();
        progress.close();
        assertThat(screen(text()))
                .containsExactly(
                        "    fetch      cached",
                        "  ✓ grid                                                         0.5 s",
                        "  ! fetch      slow",
                        "  · fetch      1 of 2                                            1.0 s");
    }

    @Test
    void many_threads_lose_no_unit() throws InterruptedException {
        ConsoleProgress progress = new PlainProgress(console(false), now::get, ConsoleProgress.Detail.FULL);
        StageProgress stage = progress.begin("tiles", 8000);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 1000; i++) {
                    stage.advance(1);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        stage.close();
        assertThat(text()).contains("[ 8000/8000 100%");
    }

    @Test
    void durations_read_naturally() {
        assertThat(List.of(100L, 39_200L, 59_970L, 72_000L, 3_599_600L, 7_500_000L))
                .extracting(DurationText::words)
                .containsExactly("0.1 s", "39.2 s", "1 min 00 s", "1 min 12 s", "1 h 00 min", "2 h 05 min");
        assertThat(DurationText.clock(3_661_000)).isEqualTo("1:01:01");
        assertThat(DurationText.countdown(33_400)).isEqualTo("0:33");
    }

    /** What a terminal shows in the end: line feeds, carriage returns, "erase line" and "line up" carried out. */
    private static List<String> screen(String output) {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        int row = 0;
        for (int i = 0; i < output.length(); i++) {
            if (output.startsWith("\u001b[2K", i)) {
                lines.get(row).setLength(0);
                i += 3;
            } else if (output.startsWith("\u001b[1A", i)) {
                row--;
                i += 3;
            } else if (output.charAt(i) == '\n') {
                row++;
                if (row == lines.size()) {
                    lines.add(new StringBuilder());
                }
            } else if (output.charAt(i) != '\r') {
                lines.get(row).append(output.charAt(i));
            }
        }
        return lines.stream()
                .map(StringBuilder::toString)
                .filter(l -> !l.isBlank())
                .toList();
    }

    private Console console(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Console(stream, stream, terminal, true, 100);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
