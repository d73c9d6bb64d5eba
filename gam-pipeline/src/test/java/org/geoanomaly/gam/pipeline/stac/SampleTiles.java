package org.geoanomaly.gam.pipeline.stac;

import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** Tiles as the global job makes them. */
final class SampleTiles {
    static final RunRef RUN = new RunRef(
            "20260101T000000Z-ab12", "0.1.0", Instant.parse("2026-01-01T00:00:00Z"), Sha256.of("config"), false);
    static final Statistics FULL =
            new Statistics(9_876, -212.5, 1461.891967773, 1.25, 60.341, 0.5, 23.75, -80.125, 91.5);
    static final SourceRef EMAG2 = new SourceRef(
            "emag2-v3",
            "https://www.ngdc.noaa.gov/geomag/data/EMAG2/EMAG2_V3_UpCont_DataTiff.tif",
            Sha256.of("emag2"),
            "public domain",
            "Meyer, Saltus, Chulliat (2017), doi:10.7289/V5H70CVX",
            1 / 30.0);
    static final SourceRef ICGEM = new SourceRef(
            "eigen", "https://example.org/eigen.nc", Sha256.of("eigen"), "CC-BY-4.0", "Förste et al. (2014)", 1 / 6.0);

    private SampleTiles() {}

    static TileProduct of(TileId tile, Layer layer, Statistics statistics) {
        GridGeometry geometry =
                new GridGeometry(Crs.WGS84, tile.west(), tile.south() + 10.0, 0.1, 0.1, 100, 100, Registration.CELL);
        boolean fused = layer == Layer.FUSED;
        TileProvenance provenance = new TileProvenance(
                fused ? List.of(EMAG2, ICGEM) : List.of(layer == Layer.MAG ? EMAG2 : ICGEM),
                List.of(
                        new ProcessingStep("resample", "0.1.0", "bilinear, kernel widened to 6'"),
                        new ProcessingStep("cog_write", "0.1.0", "deflate 9, predictor 2")),
                fused ? List.of(Layer.GRAV) : List.of(),
                fused
                        ? List.of(
                                new Normalization(Layer.MAG, "tile", 0.5, 23.75, true),
                                new Normalization(Layer.GRAV, "tile", Double.NaN, Double.NaN, false))
                        : List.of(),
                RUN);
        return new TileProduct(
                tile,
                layer,
                geometry,
                statistics,
                new ProductFile(
                        "cog/" + layer.id() + "/z0p1d/tiles/" + tile.name() + ".tif", 41_234, Sha256.of(tile.name())),
                fused ? new ProductFile("quicklook/" + tile.name() + "_fused.png", 5_000, Sha256.of("png")) : null,
                provenance);
    }
}
