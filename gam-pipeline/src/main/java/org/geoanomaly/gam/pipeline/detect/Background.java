package org.geoanomaly.gam.pipeline.detect;

import java.util.List;
import org.geoanomaly.gam.geophysics.anomaly.LayerBackground;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.TileArea;

/**
 * Collects what is usual over a whole region from the cores of its tiles, so that a cell is judged alike in whichever tile it lies. The
 * order of tiles does not matter. Not thread-safe.
 */
public final class Background {
    private final LayerBackground.Collector collector;

    /** For models of so many layers. */
    public Background(int layers) {
        collector = new LayerBackground.Collector(layers);
    }

    /** The usual values of one region from all its tiles. */
    public static LayerBackground of(List<FusedModel> models, List<TileArea> tiles) {
        Background background = new Background(models.get(0).mesh().nz());
        for (int t = 0; t < models.size(); t++) {
            background.add(models.get(t), tiles.get(t));
        }
        return background.build();
    }

    /**
     * Takes the cells whose centre lies in the tile's core.
     *
     * @throws IllegalArgumentException if the model has another number of layers
     */
    public void add(FusedModel model, TileArea tile) {
        RegularMesh mesh = model.mesh();
        if (mesh.nz() != collector.layers()) {
            throw new IllegalArgumentException(
                    "a model of " + mesh.nz() + " layers among those of " + collector.layers());
        }
        double[] place = new double[2];
        for (int j = 0; j < mesh.ny(); j++) {
            for (int i = 0; i < mesh.nx(); i++) {
                tile.frame().toGeographic(mesh.west(i) + 0.5 * mesh.dx(), mesh.south(j) + 0.5 * mesh.dy(), place);
                if (tile.owns(place[0], place[1])) {
                    for (int k = 0; k < mesh.nz(); k++) {
                        collector.add(k, model.score()[mesh.index(i, j, k)]);
                    }
                }
            }
        }
    }

    /** What is usual in all tiles added. */
    public LayerBackground build() {
        return collector.build();
    }
}
