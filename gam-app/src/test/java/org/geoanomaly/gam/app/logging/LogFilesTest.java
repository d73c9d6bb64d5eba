package org.geoanomaly.gam.app.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.LoggingLevel;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class LogFilesTest {
    private static final Logger LOG = LoggerFactory.getLogger("org.geoanomaly.gam.test");

    @TempDir
    Path folder;

    @Test
    void a_line_has_the_fields_in_order() throws IOException {
        Path file = folder.resolve("logs/gam.log");
        try (RunLog log = LogFiles.open(file, LoggingLevel.INFO, null)) {
            LOG.atInfo()
                    .addKeyValue("stage", "cog_write")
                    .addKeyValue("tile_id", "t_N30_E120")
                    .addKeyValue("duration_ms", 12L)
                    .addKeyValue("bytes", 4096)
                    .log("wrote {}", "x.tif");
            LOG.debug("not this");
            LOG.warn("careful");
            log.failure(new IllegalStateException("boom"));
        }
        List<JsonNode> lines = lines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).propertyNames())
                .containsExactly("timestamp", "level", "stage", "tile_id", "duration_ms", "message", "module", "extra");
        assertThat(lines.get(0).get("timestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(lines.get(0).get("message").asString()).isEqualTo("wrote x.tif");
        assertThat(lines.get(0).get("duration_ms").asLong()).isEqualTo(12);
        assertThat(lines.get(0).get("extra").get("bytes").asInt()).isEqualTo(4096);
        assertThat(lines.get(1).get("level").asString()).isEqualTo("WARNING");
        assertThat(lines.get(1).get("stage").isNull()).isTrue();
        assertThat(lines.get(2).get("stack_trace").asString()).contains("IllegalStateException: boom", "\tat ");
    }

    @Test
    void a_second_run_adds_to_the_log_and_a_closed_log_gets_nothing() throws IOException {
        Path file = folder.resolve("gam.log");
        for (int i = 0; i < 2; i++) {
            try (RunLog log = LogFiles.open(file, LoggingLevel.DEBUG, null)) {
                LOG.debug("run");
                assertThat(log.file()).isEqualTo(file);
            }
            LOG.error("after the end");
        }
        assertThat(lines(file)).hasSize(2);
    }

    @Test
    void only_warnings_of_libraries_are_kept() throws IOException {
        Path file = folder.resolve("gam.log");
        try (RunLog log = LogFiles.open(file, LoggingLevel.DEBUG, null)) {
            LoggerFactory.getLogger("io.jhdf").info("chatter");
            LoggerFactory.getLogger("io.jhdf.WritableHdfFile")
                    .warn("Writing files is in alpha. Check files carefully!");
            LoggerFactory.getLogger("io.jhdf").warn("trouble");
            assertThat(Files.size(log.file())).isPositive();
        }
        assertThat(lines(file)).hasSize(1);
    }

    @Test
    void progress_is_logged_with_its_duration_and_passed_on() throws IOException {
        Path file = folder.resolve("gam.log");
        List<String> console = new ArrayList<>();
        try (RunLog log = LogFiles.open(file, LoggingLevel.INFO, console::add)) {
            ProgressListener progress = new LoggedProgress(ProgressListener.SILENT);
            try (StageProgress stage = progress.begin("resample", 3)) {
                stage.advance(2);
                stage.advance(1);
            }
            progress.warn("fuse", "a gap");
            assertThat(Files.size(log.file())).isPositive();
        }
        List<JsonNode> lines = lines(file);
        assertThat(lines.get(0).get("stage").asString()).isEqualTo("resample");
        assertThat(lines.get(0).get("duration_ms").asLong()).isBetween(0L, 60_000L);
        assertThat(lines.get(0).get("extra").get("done").asInt()).isEqualTo(3);
        assertThat(lines.get(1).get("message").asString()).isEqualTo("a gap");
        assertThat(console).contains("    warn LoggedProgress: a gap");
    }

    @Test
    void a_log_that_cannot_be_written_is_one_sentence() throws IOException {
        Path blocker = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> LogFiles.open(blocker.resolve("gam.log"), LoggingLevel.INFO, null))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("cannot write the log " + blocker);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Files.readAllLines(file).stream().map(json::readTree).toList();
    }
}
