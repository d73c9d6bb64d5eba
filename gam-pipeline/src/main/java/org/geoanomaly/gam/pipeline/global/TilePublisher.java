package org.geoanomaly.gam.pipeline.global;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.cog.CogEncoder;
import org.geoanomaly.gam.formats.png.PngText;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.StacItem;
import org.geoanomaly.gam.pipeline.stac.TileProduct;
import org.geoanomaly.gam.pipeline.stac.TileProvenance;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.quicklook.Quicklook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a computed tile: the COGs, the quicklook, and last the sidecars, whose checksums make the tile valid. Thread-safe for different
 * tiles.
 */
final class TilePublisher {
    private static final int QUICKLOOK_SCALE = 2;

    private final GlobalPaths paths;
    private final GlobalSettings settings;
    private final RunProvenance provenance;

    TilePublisher(GlobalPaths paths, GlobalSettings settings, RunProvenance provenance) {
        this.paths = paths;
        this.settings = settings;
        this.provenance = provenance;
    }

    void publish(TileId tile, List<LayerTile> layers) {
        List<ProductFile> cogs = new ArrayList<>(layers.size());
        for (LayerTile layer : layers) {
            byte[] cog = CogEncoder.encode(
                    layer.values(),
                    settings.cog(),
                    TileTags.of(tile, layer, provenance.of(layer, layers), provenance.synthetic()));
            cogs.add(write(paths.relative(paths.cog(layer.layer(), tile)), cog));
        }
        FloatGrid fused = layers.get(layers.size() - 1).values();
        byte[] picture = Quicklook.render(fused, ColorMap.VIK, -RobustScale.CLAMP, RobustScale.CLAMP, QUICKLOOK_SCALE);
        ProductFile quicklook = write(
                paths.relative(paths.quicklook(tile)),
                provenance.synthetic() ? PngText.insert(picture, "Comment", "SYNTHETIC DATA, not measured") : picture);
        for (int k = 0; k < cogs.size(); k++) {
            LayerTile layer = layers.get(k);
            sidecar(
                    tile,
                    layer,
                    cogs.get(k),
                    layer.layer() == Layer.FUSED ? quicklook : null,
                    provenance.of(layer, layers));
        }
    }

    private void sidecar(
            TileId tile, LayerTile layer, ProductFile cog, @Nullable ProductFile quicklook, TileProvenance made) {
        StacItem.write(
                paths.root(),
                new TileProduct(
                        tile, layer.layer(), layer.values().geometry(), layer.statistics(), cog, quicklook, made));
    }

    private ProductFile write(String path, byte[] content) {
        AtomicFile.write(paths.root().resolve(path), content);
        return new ProductFile(path, content.length, Sha256.of(content));
    }
}
