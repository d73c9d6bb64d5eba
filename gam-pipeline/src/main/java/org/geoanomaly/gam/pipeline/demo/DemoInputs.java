package org.geoanomaly.gam.pipeline.demo;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.global.LayerInput;
import org.geoanomaly.gam.pipeline.global.ReadingHints;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** The synthetic globe as input files of a global run. Files of the same seed that are there already are used again. */
public final class DemoInputs {
    private static final String LICENCE = "none: synthetic demonstration data";

    private final SyntheticInputs synthetic;
    private final long seed;
    private final Path folder;

    public DemoInputs(long seed, Path folder) {
        this.synthetic = new SyntheticInputs(seed);
        this.seed = seed;
        this.folder = folder;
    }

    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes an EMAG2-v3-like CSV and an ICGEM grid, and describes them as inputs. */
    public List<LayerInput> write(ProgressListener progress) {
        progress.info("demo", "SYNTHETIC inputs, seed " + seed + ": nothing in the products is measured");
        Path magnetic = file("emag2-v3-synthetic-" + seed + ".csv", synthetic::writeEmag2);
        Path gravity = file("gravity-anomaly-synthetic-" + seed + ".gdf", synthetic::writeGdf);
        return List.of(
                input(
                        Layer.MAG,
                        magnetic,
                        0.25,
                        new ReadingHints("emag2", null, null, Unit.NANOTESLA, null, null, null)),
                input(Layer.GRAV, gravity, 0.5, new ReadingHints("icgem", null, null, null, null, null, null)));
    }

    private Path file(String name, Content content) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            AtomicFile.write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
                content.writeTo(writer);
                writer.flush();
            });
        }
        return file;
    }

    private LayerInput input(Layer layer, Path file, double resolution, ReadingHints reading) {
        try {
            Instant made =
                    RunClock.system().clamp(Files.getLastModifiedTime(file).toInstant());
            return new LayerInput(
                    layer,
                    file,
                    new SourceRef(
                            "synthetic-" + layer.id(),
                            "urn:gam:synthetic:" + layer.id() + ":" + seed,
                            Sha256.ofFile(file),
                            LICENCE,
                            "Synthetic demonstration data of GeoAnomalyMapper, seed " + seed,
                            resolution),
                    Files.size(file),
                    made,
                    reading,
                    true);
        } catch (IOException e) {
            throw new OutputException("cannot read back " + file + ": " + e.getMessage(), null, e);
        }
    }
}
