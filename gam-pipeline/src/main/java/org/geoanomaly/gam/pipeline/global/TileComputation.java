package org.geoanomaly.gam.pipeline.global;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.fusion.FusedIndex;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/** What a tile is before it is written: the windows of the layers, their scores, and the scores fused. Thread-safe. */
final class TileComputation {
    private final List<LayerWindows> layers;

    TileComputation(List<LayerWindows> layers) {
        this.layers = List.copyOf(layers);
    }

    /** The measured layers in their order, then the fused one. */
    List<LayerTile> compute(TileId tile) {
        List<LayerTile> result = new ArrayList<>(layers.size() + 1);
        List<float[]> scores = new ArrayList<>(layers.size());
        double[] weights = new double[layers.size()];
        for (int k = 0; k < weights.length; k++) {
            LayerWindows layer = layers.get(k);
            FloatGrid values = layer.read(tile);
            Statistics statistics = RobustStatistics.of(values.values());
            scores.add(layer.normalizer().scores(tile, values.values(), statistics));
            weights[k] = layer.weight();
            result.add(new LayerTile(
                    layer.layer(), values, statistics, layer.normalizer().scale(tile, statistics)));
        }
        float[] fused = FusedIndex.fuse(scores, weights);
        result.add(new LayerTile(
                Layer.FUSED,
                new FloatGrid(GlobalGrid.geometry(tile), Layer.FUSED.unit(), fused),
                RobustStatistics.of(fused),
                RobustScale.UNDEFINED));
        return result;
    }
}
