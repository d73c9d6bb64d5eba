package org.geoanomaly.gam.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir
    Path dir;

    /** Another process that takes the lock, says so, and waits to be killed. */
    public static final class Holder {
        public static void main(String[] args) throws InterruptedException {
            try (DirectoryLock lock = DirectoryLock.acquire(Path.of(args[0]))) {
                System.out.println("held by " + ProcessHandle.current().pid() + (lock == null ? "?" : ""));
                Thread.sleep(60_000);
            } catch (OutputException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void a_second_run_in_this_process_is_refused_and_the_first_keeps_its_lock() throws Exception {
        try (DirectoryLock lock = DirectoryLock.acquire(dir)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.acquire(dir))
                    .isInstanceOf(OutputException.class)
                    .hasMessage("another run (pid " + ProcessHandle.current().pid() + ") is working in " + dir);
            Process other = start();
            try (BufferedReader out = reader(other)) {
                assertThat(out.readLine())
                        .startsWith(
                                "another run (pid " + ProcessHandle.current().pid() + ")");
            } finally {
                other.destroyForcibly();
            }
        }
        assertThat(dir.resolve(DirectoryLock.FILE_NAME)).doesNotExist();
        DirectoryLock.acquire(dir).close();
    }

    @Test
    void a_killed_process_leaves_no_stale_lock() throws Exception {
        Process other = start();
        try (BufferedReader out = reader(other)) {
            assertThat(out.readLine()).isEqualTo("held by " + other.pid());
            assertThatThrownBy(() -> DirectoryLock.acquire(dir))
                    .hasMessage("another run (pid " + other.pid() + ") is working in " + dir);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(dir.resolve(DirectoryLock.FILE_NAME)).exists();
        try (DirectoryLock lock = DirectoryLock.acquire(dir)) {
            assertThat(lock).isNotNull();
            assertThat(FileLease.holder(dir.resolve(DirectoryLock.FILE_NAME)))
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void nonsense_in_the_lock_file_does_no_harm() throws IOException {
        Files.writeString(dir.resolve(DirectoryLock.FILE_NAME), "pid 99999999999999999999999\0");
        assertThat(FileLease.holder(dir.resolve(DirectoryLock.FILE_NAME))).isEmpty();
        DirectoryLock.acquire(dir).close();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
