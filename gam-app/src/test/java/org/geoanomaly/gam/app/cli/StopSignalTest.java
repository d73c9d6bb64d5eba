package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real signals to a real process. */
@DisabledOnOs(OS.WINDOWS)
class StopSignalTest {
    /** Works until told to stop, then either finishes or is stuck for long. */
    static final class Worker {
        public static void main(String[] arguments) throws InterruptedException {
            StopSignal signal = new StopSignal();
            signal.listen(() -> System.out.println("stopping"));
            System.out.println("working");
            while (!signal.getAsBoolean()) {
                Thread.sleep(10);
            }
            Thread.sleep(Long.parseLong(arguments[0]));
            System.exit(ExitCode.INTERRUPTED.code());
        }
    }

    @Test
    void the_first_signal_lets_work_finish() throws Exception {
        assertThat(exitAfter(0, 1)).isEqualTo(130);
    }

    @Test
    void the_second_signal_stops_at_once() throws Exception {
        assertThat(exitAfter(600_000, 2)).isEqualTo(130);
    }

    private static int exitAfter(long stuckMillis, int signals) throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        String.valueOf(stuckMillis))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("working");
            interrupt(worker);
            assertThat(out.readLine()).isEqualTo("stopping");
            if (signals == 2) {
                interrupt(worker);
            }
            assertThat(worker.waitFor(30, TimeUnit.SECONDS)).as("ends").isTrue();
            return worker.exitValue();
        } finally {
            worker.destroyForcibly();
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
