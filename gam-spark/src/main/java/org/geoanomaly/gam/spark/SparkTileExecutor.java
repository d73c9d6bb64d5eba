package org.geoanomaly.gam.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;

/** Tiles on a Spark cluster, or on Spark inside this process if no master is named. */
public final class SparkTileExecutor implements TileExecutor {
    @Override
    public String id() {
        return "spark";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public TileSession open(TileResources resources) {
        JavaSparkContext context = new Connection(resources).open();
        LossListener losses = new LossListener(resources.progress());
        context.sc().addSparkListener(losses);
        return new SparkTileSession(context, losses);
    }
}
