package org.geoanomaly.gam.pipeline.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.TileArea;

/**
 * How a region is divided.
 *
 * @param tiles from the south-west, rows first
 * @param coarsenings columns that the data of each modality can tell apart, where more than one
 * @param stepDeg cells of the region's products
 * @param notes how resolution and depth were chosen
 */
record RegionMesh(List<TileArea> tiles, Map<String, Integer> coarsenings, double stepDeg, List<String> notes) {
    int coarsening(String modality) {
        return coarsenings.getOrDefault(modality, 1);
    }

    /** The cells of one modality below a tile: blocks of its columns. */
    RegularMesh cells(TileArea tile, String modality) {
        RegularMesh m = tile.mesh();
        int f = coarsening(modality);
        double[] thickness = new double[m.nz()];
        Arrays.setAll(thickness, m::thickness);
        return RegularMesh.of(
                new double[] {m.west(0), m.south(0), m.top()},
                m.nx() / f,
                m.ny() / f,
                new double[] {m.dx() * f, m.dy() * f},
                thickness);
    }

    /** Layers of every tile. */
    RegionModel.Depths depths() {
        RegularMesh m = tiles.get(0).mesh();
        double[] edges = new double[m.nz() + 1];
        Arrays.setAll(edges, m::depth);
        return new RegionModel.Depths(edges, m.top());
    }
}
