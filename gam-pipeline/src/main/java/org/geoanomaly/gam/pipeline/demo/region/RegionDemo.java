package org.geoanomaly.gam.pipeline.demo.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ConfigLoader;
import org.geoanomaly.gam.pipeline.config.ConfigRequest;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.run.RegionalRequest;
import org.geoanomaly.gam.pipeline.run.RegionalRun;
import org.geoanomaly.gam.pipeline.run.RegionalSummary;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;

/**
 * The demonstration of the regional run: writes the measurements of a {@link RegionScene} and a configuration that a user can edit, runs that, and
 * compares what was found with what was planted.
 */
public final class RegionDemo {
    private final RegionScene scene;
    private final Path folder;

    /**
     * A demonstration.
     *
     * @param folder where everything goes
     */
    public RegionDemo(RegionScene scene, Path folder) {
        this.scene = scene;
        this.folder = folder;
    }

    /** The configuration that it writes. */
    public Path configuration() {
        return folder.resolve("demo.yaml");
    }

    /** The products of the run. */
    public Path result() {
        return folder.resolve("result");
    }

    /** Where the comparison goes. */
    public Path score() {
        return folder.resolve("score.json");
    }

    /** The table of planted bodies. */
    public Path truth() {
        return folder.resolve("truth.csv");
    }

    /** Writes measurements, truth and configuration. */
    public void write(int workers, ProgressListener progress) {
        progress.info("demo", "SYNTHETIC region, seed " + scene.seed() + ": nothing in it is measured");
        SceneFiles files = new SceneFiles(scene, folder.resolve("inputs"));
        try (Workers threads = new Workers(workers)) {
            files.write(Parallelism.of(threads.executor(), threads.count()));
        }
        AtomicFile.write(truth(), truthTable().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(
                configuration(),
                new SceneConfiguration(scene, files, result(), folder.resolve("cache"))
                        .text()
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The configuration as {@code gam run} would read it. */
    public GamConfig config(List<String> assignments) {
        return ConfigLoader.load(new ConfigRequest(configuration(), Map.of(), assignments, List.of()))
                .config();
    }

    /** Runs it. */
    public RegionalSummary run(
            GamConfig config,
            Map<String, String> environment,
            boolean fresh,
            Plugins plugins,
            ProgressListener progress,
            BooleanSupplier stop)
            throws IOException, InterruptedException {
        return new RegionalRun(
                        new RegionalRequest(config, environment, ProgramVersion.text(), fresh), plugins, progress, stop)
                .run();
    }

    /** Compares, and writes the comparison. */
    public ScoreCard compare(RegionalSummary summary) {
        ScoreCard card = new Scoring(scene).of(summary.anomalies());
        AtomicFile.write(score(), JsonProduct.bytes(card));
        return card;
    }

    private String truthTable() {
        DetectionLimit limit = new DetectionLimit(scene);
        StringBuilder csv = new StringBuilder("name,anomaly_type,lat,lon,depth_top_m,depth_bottom_m,width_east_m,"
                + "width_north_m,density_kg_m3,susceptibility_si,velocity_contrast,volume_change_m3,"
                + "signal_to_noise,above_limit\n");
        for (PlantedBody b : scene.bodies()) {
            double s = limit.signalToNoise(b);
            csv.append(String.format(
                    Locale.ROOT,
                    "synthetic %s,%s,%.4f,%.4f,%.0f,%.0f,%.0f,%.0f,%.0f,%.3f,%.3f,%.3g,%.1f,%s\n",
                    b.name(),
                    b.type(),
                    b.latitude(),
                    b.longitude(),
                    b.size().top(),
                    b.size().bottom(),
                    b.size().east(),
                    b.size().north(),
                    b.contrast().density(),
                    b.contrast().susceptibility(),
                    b.contrast().velocity(),
                    b.contrast().volumeChange(),
                    s,
                    s >= DetectionLimit.NEEDED ? "yes" : "no"));
        }
        return csv.toString();
    }
}
