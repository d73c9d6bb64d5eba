package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.Sidecar;
import org.geoanomaly.gam.pipeline.stac.SidecarReader;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;

/** Which tiles on the disk are valid: sidecars readable, of this configuration, and files with the checksums they state. Thread-safe. */
final class TileInventory {
    private final GlobalPaths paths;
    private final List<Layer> layers;
    private final String configHash;

    TileInventory(GlobalPaths paths, List<Layer> layers, String configHash) {
        this.paths = paths;
        this.layers = List.copyOf(layers);
        this.configHash = configHash;
    }

    boolean isValid(TileId tile) {
        for (Layer layer : layers) {
            if (!isValid(tile, layer)) {
                return false;
            }
        }
        return true;
    }

    private boolean isValid(TileId tile, Layer layer) {
        Path file = paths.sidecar(layer, tile);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            Sidecar sidecar = SidecarReader.read(file);
            ProductFile quicklook = sidecar.quicklook();
            return sidecar.configHash().equals(configHash)
                    && sidecar.tile().equals(tile)
                    && sidecar.layer() == layer
                    && holds(sidecar.data(), paths.cog(layer, tile))
                    && (layer != Layer.FUSED || holds(quicklook, paths.quicklook(tile)));
        } catch (DataFormatException e) {
            return false;
        }
    }

    private boolean holds(@Nullable ProductFile stated, Path expected) {
        try {
            return stated != null
                    && stated.path().equals(paths.relative(expected))
                    && Files.isRegularFile(expected)
                    && Files.size(expected) == stated.size()
                    && Sha256.of(Files.readAllBytes(expected)).equals(stated.sha256());
        } catch (IOException e) {
            return false;
        }
    }
}
