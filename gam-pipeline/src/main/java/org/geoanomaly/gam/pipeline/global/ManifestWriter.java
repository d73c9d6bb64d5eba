package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.manifest.ConfigurationSnapshot;
import org.geoanomaly.gam.pipeline.manifest.InputRecord;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.manifest.OutputRecords;
import org.geoanomaly.gam.pipeline.manifest.RunManifest;
import org.geoanomaly.gam.pipeline.manifest.RunSummary;
import org.geoanomaly.gam.pipeline.manifest.SeamRecord;
import org.geoanomaly.gam.pipeline.seam.SeamStatistics;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.stac.Sidecar;
import org.geoanomaly.gam.pipeline.stac.SidecarReader;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** The run's manifest and one record for each input. It depends on inputs, settings and results, not on where or how fast they were made. */
final class ManifestWriter {
    private final GlobalRequest request;
    private final RunProvenance provenance;
    private final List<LayerInput> inputs;
    private final Workers workers;
    private final GlobalPaths paths;

    ManifestWriter(GlobalRequest request, RunProvenance provenance, List<LayerInput> inputs, Workers workers) {
        this.request = request;
        this.provenance = provenance;
        this.inputs = inputs;
        this.workers = workers;
        this.paths = request.paths();
    }

    /** Writes all records; {@code spanning} are the products besides the tiles. */
    List<Path> write(GlobalState state, Map<Layer, SeamStatistics> seams, List<Path> spanning) throws IOException {
        List<Path> written = new ArrayList<>();
        List<InputRecord> records = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            InputRecord record = record(inputs.get(i), provenance.origins().get(i));
            records.add(record);
            ManifestStore.writeInput(paths.root(), record);
            written.add(paths.root().resolve(ManifestStore.inputPath(record.layer())));
        }
        RunRef run = provenance.run();
        RunManifest manifest = new RunManifest(
                new RunManifest.Run(
                        run.id(), RunRef.SOFTWARE, run.softwareVersion(), RunClock.iso(run.start()), run.synthetic()),
                ConfigurationSnapshot.decisive(request.config()),
                records,
                outputs(state.completed(), spanning),
                summary(state, seams));
        ManifestStore.write(paths.root(), manifest);
        written.add(paths.manifest());
        return written;
    }

    private static InputRecord record(LayerInput input, LayerOrigin origin) {
        return new InputRecord(
                input.layer().id(),
                origin.source().id(),
                new InputRecord.Artifact(
                        origin.source().url(),
                        String.valueOf(input.file().getFileName()),
                        origin.source().sha256(),
                        input.size(),
                        RunClock.iso(input.acquiredAt())),
                origin.source().license(),
                origin.source().citation(),
                new InputRecord.Content(
                        origin.quantity(),
                        input.layer().unit().symbol(),
                        input.reading().height(),
                        origin.source().resolutionDeg()));
    }

    private List<OutputRecord> outputs(List<TileId> tiles, List<Path> spanning) throws IOException {
        List<List<OutputRecord>> parts = new ArrayList<>(Collections.nCopies(tiles.size(), List.of()));
        workers.forEach(tiles.size(), i -> parts.set(i, outputs(tiles.get(i))));
        List<OutputRecord> global = new ArrayList<>();
        for (ProductFile product : ProductLedger.describe(paths, spanning)) {
            global.add(OutputRecord.of(product));
        }
        parts.add(global);
        return OutputRecords.merge(parts);
    }

    /** What one tile's sidecars vouch for, and the sidecars. */
    private List<OutputRecord> outputs(TileId tile) {
        List<OutputRecord> outputs = new ArrayList<>();
        for (Layer layer : provenance.layers()) {
            Path file = paths.sidecar(layer, tile);
            byte[] content = bytes(file);
            Sidecar sidecar = SidecarReader.parse(file, content);
            outputs.add(OutputRecord.of(sidecar.data()));
            outputs.add(OutputRecord.of(new ProductFile(paths.relative(file), content.length, Sha256.of(content))));
            ProductFile quicklook = sidecar.quicklook();
            if (quicklook != null) {
                outputs.add(OutputRecord.of(quicklook));
            }
        }
        return outputs;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new OutputException("cannot read back " + file + ": " + e.getMessage(), null, e);
        }
    }

    private static RunSummary summary(GlobalState state, Map<Layer, SeamStatistics> seams) {
        List<RunSummary.FailedTile> failed = new ArrayList<>();
        state.tiles().forEach((tile, status) -> {
            if (status.failed()) {
                failed.add(new RunSummary.FailedTile(tile.name(), "validate", String.join("; ", status.failures())));
            }
        });
        List<SeamRecord> records = seams.entrySet().stream()
                .map(e -> SeamRecord.of(e.getKey().id(), e.getKey().unit().symbol(), e.getValue()))
                .toList();
        return new RunSummary(state.tiles().size(), state.completed().size(), failed, List.of(), records);
    }
}
