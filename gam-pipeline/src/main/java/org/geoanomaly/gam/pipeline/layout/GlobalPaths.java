package org.geoanomaly.gam.pipeline.layout;

import java.nio.file.Path;
import org.geoanomaly.gam.grid.geometry.TileId;

/** Every file of a global run under its output directory. */
public record GlobalPaths(Path root) {
    public Path cog(Layer layer, TileId tile) {
        return cogFolder(layer).resolve(tile.name() + ".tif");
    }

    public Path cogFolder(Layer layer) {
        return root.resolve("cog").resolve(layer.id()).resolve("z0p1d").resolve("tiles");
    }

    public Path sidecar(Layer layer, TileId tile) {
        return root.resolve("metadata").resolve(tile.name() + "_" + layer.id() + ".json");
    }

    public Path quicklook(TileId tile) {
        return root.resolve("quicklook").resolve(tile.name() + "_fused.png");
    }

    public Path overview() {
        return root.resolve("quicklook").resolve("global_fused.png");
    }

    /** The figure for paper. */
    public Path figure() {
        return root.resolve("maps").resolve("fused_index.png");
    }

    /** How QGIS shall draw a mosaic. */
    public Path style(Layer layer) {
        return root.resolve("mosaic").resolve(layer.id() + ".qml");
    }

    public Path manifest() {
        return root.resolve("manifest").resolve("global_mvp_manifest.json");
    }

    public Path state() {
        return root.resolve("state").resolve("global_mvp_state.json");
    }

    public Path ledger() {
        return root.resolve("state").resolve("products.json");
    }

    public Path archive() {
        return root.resolve("pmtiles").resolve("fused_global_z0p1d_z0_z7.pmtiles");
    }

    public Path archiveDescription() {
        return root.resolve("pmtiles").resolve("fused_global_z0p1d_z0_z7.json");
    }

    /** Physical values as web tiles, for the viewer: codes of 16 bits, to the zoom at which every cell has a pixel. */
    public Path valueArchive(Layer layer) {
        return root.resolve("pmtiles").resolve(layer.id() + "_global_z0p1d_z0_z4.pmtiles");
    }

    public Path mosaic(Layer layer) {
        return root.resolve("mosaic").resolve(layer.id() + ".vrt");
    }

    public Path stac() {
        return root.resolve("stac");
    }

    public Path site() {
        return root.resolve("site");
    }

    public Path work() {
        return root.resolve("work");
    }

    /** A measured layer as the tiles of this run read it; there only while it makes tiles. */
    public Path prepared(Layer layer, String runId) {
        return work().resolve("prepared").resolve(runId + "_" + layer.id() + ".windows");
    }

    public Path log() {
        return root.resolve("logs").resolve("global_open_fusion_mvp.log");
    }

    /** A path as the products write it: relative to the output directory, with forward slashes. */
    public String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
