package org.geoanomaly.gam.pipeline.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.Sidecar;
import org.geoanomaly.gam.pipeline.stac.SidecarReader;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;

/** Runs the checkpoints that look at one tile at a time, on what the disk holds. Thread-safe. */
public final class TileChecks {
    /** The name under which missing, unreadable and altered files are reported. */
    public static final String CHECKSUMS = "checksums";

    private final GlobalPaths paths;
    private final List<TileCheckpoint> checkpoints;

    public TileChecks(GlobalPaths paths, List<TileCheckpoint> checkpoints) {
        this.paths = paths;
        this.checkpoints = List.copyOf(checkpoints);
    }

    /** The names of all checks, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(CHECKSUMS));
        checkpoints.forEach(c -> names.add(c.name()));
        return names;
    }

    /** Findings about one tile by the name of the check; checks without findings are absent. */
    public Map<String, List<Finding>> check(TileId tile, List<Layer> layers) {
        return check(tile, layers, files -> {});
    }

    /** The same, and shows every layer that can be read to {@code reader}, so that it need not be read again. */
    public Map<String, List<Finding>> check(TileId tile, List<Layer> layers, Consumer<TileFiles> reader) {
        Map<String, List<Finding>> findings = new TreeMap<>();
        for (Layer layer : layers) {
            check(tile, layer, findings, reader);
        }
        return findings;
    }

    private void check(TileId tile, Layer layer, Map<String, List<Finding>> findings, Consumer<TileFiles> reader) {
        String subject = tile.name() + "_" + layer.id();
        Path cog = paths.cog(layer, tile);
        try {
            Sidecar sidecar = SidecarReader.read(paths.sidecar(layer, tile));
            List<Finding> altered = new ArrayList<>();
            identity(subject, tile, layer, sidecar, altered);
            checksum(subject, sidecar.data(), cog, altered);
            if (layer == Layer.FUSED) {
                checksum(subject, sidecar.quicklook(), paths.quicklook(tile), altered);
            }
            add(findings, CHECKSUMS, altered);
            try (GeoTiff tiff = GeoTiff.open(cog)) {
                TileFiles files = new TileFiles(layer, tile, tiff, tiff.read(layer.unit()), sidecar);
                reader.accept(files);
                for (TileCheckpoint checkpoint : checkpoints) {
                    add(findings, checkpoint.name(), checkpoint.check(files));
                }
            }
        } catch (IOException | GamException e) {
            add(findings, CHECKSUMS, List.of(Finding.error(subject, "cannot be read: " + e.getMessage())));
        }
    }

    private static void identity(String subject, TileId tile, Layer layer, Sidecar sidecar, List<Finding> findings) {
        if (!sidecar.tile().equals(tile) || sidecar.layer() != layer) {
            findings.add(Finding.error(
                    subject,
                    "its sidecar describes " + sidecar.tile() + "_"
                            + sidecar.layer().id()));
        }
    }

    private void checksum(String subject, @Nullable ProductFile stated, Path file, List<Finding> findings)
            throws IOException {
        String name = paths.relative(file);
        if (stated == null || !stated.path().equals(name)) {
            findings.add(Finding.error(subject, "its sidecar does not state a checksum of " + name));
        } else if (!Files.isRegularFile(file)) {
            findings.add(Finding.error(subject, name + " is missing"));
        } else if (!Sha256.of(Files.readAllBytes(file)).equals(stated.sha256())) {
            findings.add(Finding.error(subject, name + " was altered: its sha256 is not the one in the sidecar"));
        }
    }

    private static void add(Map<String, List<Finding>> findings, String check, List<Finding> more) {
        if (!more.isEmpty()) {
            findings.computeIfAbsent(check, k -> new ArrayList<>()).addAll(more);
        }
    }
}
