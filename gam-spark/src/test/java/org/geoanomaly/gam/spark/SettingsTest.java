package org.geoanomaly.gam.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.geoanomaly.gam.pipeline.config.CoreSection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static SparkConf conf(@Nullable String master, int workers) {
        return Settings.of("test", new CoreSection(Path.of("out"), workers, 10, "spark", master, false, "3g", 1));
    }

    @Test
    void without_a_master_spark_runs_in_this_process_on_loopback_and_tries_four_times() {
        assertThat(conf(null, -1).get("spark.master")).isEqualTo("local[*,4]");
        assertThat(conf(null, 3).get("spark.master")).isEqualTo("local[3,4]");
        assertThat(conf("local", -1).get("spark.master")).isEqualTo("local[1,4]");
        assertThat(conf("local[2]", -1).get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(conf("local[2]", -1).get("spark.task.maxFailures")).isEqualTo("4");
    }

    @Test
    void a_cluster_gets_memory_cores_and_the_classes() {
        SparkConf conf = conf("spark://host:7077", 5);
        assertThat(conf.get("spark.master")).isEqualTo("spark://host:7077");
        assertThat(conf.get("spark.executor.memory")).isEqualTo("3g");
        assertThat(conf.get("spark.cores.max")).isEqualTo("5");
        assertThat(conf.contains("spark.jars") || conf.contains("spark.executor.extraClassPath"))
                .isTrue();
    }

    @Test
    void of_a_failed_job_the_user_reads_the_tile_and_the_reason() {
        String message = "Job aborted due to stage failure: Task 7 in stage 0.0 failed 4 times, most recent failure:"
                + " Lost task 7.3 in stage 0.0 (TID 12) (10.0.0.1 executor 1):"
                + " org.geoanomaly.gam.pipeline.error.CacheException: cannot read /x: gone\n\tat a.b(C.java:1)";
        assertThat(Sentence.task(message)).isEqualTo(7);
        assertThat(Sentence.cause(message)).isEqualTo("cannot read /x: gone");
        assertThat(Sentence.task("shut down")).isEqualTo(-1);
        assertThat(Sentence.cause("shut down\nat x")).isEqualTo("shut down");
    }
}
