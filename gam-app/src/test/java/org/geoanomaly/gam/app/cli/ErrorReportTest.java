package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.grid.error.GamException;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final ErrorReport report = new ErrorReport(new Console(stream, stream, false, true, 100));

    @Test
    void a_failure_says_what_and_what_to_do() {
        assertThat(report.failure(new GamException("the grid is empty", "choose a larger box", null), false))
                .isEqualTo(1);
        assertThat(text()).isEqualTo("error[failed]: the grid is empty\n  help: choose a larger box\n");
    }

    @Test
    void input_and_output_failures_are_one_sentence() {
        report.failure(new NoSuchFileException("a.tif"), false);
        report.failure(
                new UncheckedIOException(new FileSystemException("b.tif", null, "No space left on device")), false);
        report.failure(new IOException("connection reset"), false);
        assertThat(text()).isEqualTo("""
                error[failed]: no such file: a.tif
                error[failed]: b.tif: No space left on device
                error[failed]: input or output failed: connection reset
                """);
    }

    @Test
    void a_fault_of_the_program_shows_its_stack_only_when_asked() {
        assertThat(report.failure(new IllegalStateException("boom"), false)).isEqualTo(1);
        assertThat(text()).contains("unexpected IllegalStateException: boom").doesNotContain("\tat ");
        report.failure(new IllegalStateException("boom"), true);
        assertThat(text()).contains("\tat ");
    }

    @Test
    void too_little_memory_and_too_deep_inputs_are_explained() {
        assertThat(report.failure(new OutOfMemoryError("Java heap space"), false))
                .isEqualTo(1);
        report.failure(new StackOverflowError(), false);
        assertThat(text()).contains("out of memory: the Java heap may grow to", "GAM_HEAP", "nested too deeply");
    }

    @Test
    void an_interrupted_run_ends_with_130() {
        assertThat(report.failure(new InterruptedException(), false)).isEqualTo(130);
    }

    @Test
    void messages_cannot_steer_the_terminal() {
        report.failure(new GamException("file \u001b[2Jx\rname"), false);
        assertThat(text()).isEqualTo("error[failed]: file ?[2Jx?name\n");
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
