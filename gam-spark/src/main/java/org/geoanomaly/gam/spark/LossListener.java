package org.geoanomaly.gam.spark;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.TaskInfo;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the run's log which executors came and went, and which tiles were in their hands. */
final class LossListener extends SparkListener {
    private static final Logger LOG = LoggerFactory.getLogger(LossListener.class);
    private static final String STAGE = "stage";

    private final ProgressListener progress;
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private volatile List<?> tiles = List.of();
    private volatile boolean closing;

    LossListener(ProgressListener progress) {
        this.progress = progress;
    }

    /** The tiles of the job in hand, in the order of its tasks. */
    void follow(List<?> these) {
        tiles = List.copyOf(these);
    }

    /** From now on executors go because they are sent home. */
    void closing() {
        closing = true;
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
        TaskInfo task = event.taskInfo();
        if (atWork.add(task.executorId())) {
            LOG.atInfo()
                    .addKeyValue(STAGE, "spark")
                    .addKeyValue("executor", task.executorId())
                    .addKeyValue("host", task.host())
                    .log("executor at work");
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
        if (!closing) {
            progress.warn("spark", "executor " + event.executorId() + " is lost; its tiles are made elsewhere");
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        if (event.reason() instanceof TaskFailedReason reason && !(event.reason() instanceof TaskKilled)) {
            TaskInfo task = event.taskInfo();
            List<?> now = tiles;
            String tile = task.index() < now.size() ? now.get(task.index()).toString() : "task " + task.index();
            LOG.atWarn()
                    .addKeyValue(STAGE, "tiles")
                    .addKeyValue("tile_id", tile)
                    .addKeyValue("attempt", task.attemptNumber() + 1)
                    .addKeyValue("executor", task.executorId())
                    .log(
                            event.reason() instanceof ExecutorLostFailure
                                    ? "attempt lost with its executor"
                                    : "attempt failed: " + Sentence.of(reason.toErrorString()));
        }
    }
}
