package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the rasters that a scene names beside its values. */
final class SideLayers {
    /** LiCSAR writes coherence as bytes. */
    private static final double BYTES = 255;

    private final SceneRead read;
    private final List<String> notes;

    SideLayers(SceneRead read, List<String> notes) {
        this.read = read;
        this.notes = notes;
    }

    RasterScene.Sides open(double metresPerRadian) throws IOException {
        Layer coherence = layer(SceneFiles.Role.COHERENCE);
        return new RasterScene.Sides(
                coherence,
                coherence != null && coherence.largest() > 1.001 ? BYTES : 1,
                layer(SceneFiles.Role.COMPONENTS),
                layer(SceneFiles.Role.MASK),
                layer(SceneFiles.Role.DEM),
                metresPerRadian);
    }

    private @Nullable Layer layer(SceneFiles.Role role) throws IOException {
        Path path = read.files().find(role);
        if (path == null) {
            return null;
        }
        Optional<Layer> layer = Layer.any(path, read.area());
        if (layer.isEmpty()) {
            notes.add(read.name() + ": " + path.getFileName() + " lies outside the area and was not used");
        }
        return layer.orElse(null);
    }
}
