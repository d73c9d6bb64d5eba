package org.geoanomaly.gam.pipeline.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.TileArea;

/** From the planes of tiles to one grid of longitude and latitude: for the centre of each cell the tile that owns it and the place there. */
final class RegionSampling {
    private static final double SNAP = 1e-9;

    private final GridGeometry geometry;
    private final int[] owner;
    private final double[] easting;
    private final double[] northing;

    private RegionSampling(GridGeometry geometry) {
        this.geometry = geometry;
        this.owner = new int[geometry.size()];
        this.easting = new double[geometry.size()];
        this.northing = new double[geometry.size()];
    }

    /** The sampling of an area by cells of the given step, the first in its north-western corner. */
    static RegionSampling of(BoundingBox area, double step, List<TileArea> tiles, Workers workers) {
        int columns = Math.max(1, (int) Math.ceil(area.width() / step - SNAP));
        int rows = Math.max(1, (int) Math.ceil(area.height() / step - SNAP));
        RegionSampling sampling = new RegionSampling(
                new GridGeometry(Crs.WGS84, area.west(), area.north(), step, step, columns, rows, Registration.CELL));
        workers.forEach(rows, row -> sampling.place(row, tiles));
        return sampling;
    }

    private void place(int row, List<TileArea> tiles) {
        double[] out = new double[2];
        double lat = geometry.y(row);
        for (int column = 0; column < geometry.columns(); column++) {
            int cell = row * geometry.columns() + column;
            double lon = BoundingBox.normalizeLongitude(geometry.x(column));
            owner[cell] = -1;
            for (int t = 0; t < tiles.size() && owner[cell] < 0; t++) {
                if (tiles.get(t).owns(lon, lat)) {
                    tiles.get(t).frame().toLocal(lon, lat, out);
                    owner[cell] = t;
                    easting[cell] = out[0];
                    northing[cell] = out[1];
                }
            }
        }
    }

    GridGeometry geometry() {
        return geometry;
    }

    /** Values at the nodes of a tile's lattice. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: a pair on its way to the sampling
    record LatticeValues(Lattice lattice, float[] values) {}

    /** Values in the cells of a tile's mesh. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: a pair on its way to the sampling
    record MeshValues(RegularMesh mesh, float[] values) {}

    /** Values at the nodes of each tile's lattice to the cells: bilinear, NaN where the nearest node has none. */
    float[] ofLattices(List<Optional<LatticeValues>> tiles, Workers workers) {
        float[] out = new float[geometry.size()];
        workers.forEach(geometry.rows(), row -> {
            for (int cell = row * geometry.columns(); cell < (row + 1) * geometry.columns(); cell++) {
                int t = owner[cell];
                Optional<LatticeValues> found = t < 0 ? Optional.empty() : tiles.get(t);
                out[cell] = found.isPresent()
                        ? bilinear(found.get().lattice(), found.get().values(), easting[cell], northing[cell])
                        : Float.NaN;
            }
        });
        return out;
    }

    private static float bilinear(Lattice at, float[] values, double e, double n) {
        double x = (e - at.west()) / at.spacing();
        double y = (n - at.south()) / at.spacing();
        long nearestColumn = Math.round(x);
        long nearestRow = Math.round(y);
        boolean inside =
                nearestColumn >= 0 && nearestRow >= 0 && nearestColumn < at.columns() && nearestRow < at.rows();
        if (!inside || Float.isNaN(values[(int) (nearestRow * at.columns() + nearestColumn)])) {
            return Float.NaN;
        }
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double sum = 0;
        double weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            int a = i + (corner & 1);
            int b = j + (corner >> 1);
            if (a >= 0 && b >= 0 && a < at.columns() && b < at.rows()) {
                float v = values[b * at.columns() + a];
                double w = (1 - Math.abs(x - a)) * (1 - Math.abs(y - b));
                if (!Float.isNaN(v) && w > 0) {
                    sum += w * v;
                    weights += w;
                }
            }
        }
        return (float) (sum / weights);
    }

    /** Values in the cells of each tile's mesh to the cells of the region, layer by layer: that of the mesh cell below the centre. */
    float[] ofMeshes(List<Optional<MeshValues>> tiles, int layers, Workers workers) {
        float[] out = new float[layers * geometry.size()];
        Arrays.fill(out, Float.NaN);
        workers.forEach(geometry.rows(), row -> {
            for (int cell = row * geometry.columns(); cell < (row + 1) * geometry.columns(); cell++) {
                int t = owner[cell];
                if (t >= 0 && tiles.get(t).isPresent()) {
                    MeshValues found = tiles.get(t).get();
                    column(found.mesh(), found.values(), cell, out);
                }
            }
        });
        return out;
    }

    private void column(RegularMesh mesh, float[] values, int cell, float[] out) {
        int i = (int) Math.floor((easting[cell] - mesh.west(0)) / mesh.dx());
        int j = (int) Math.floor((northing[cell] - mesh.south(0)) / mesh.dy());
        if (i >= 0 && j >= 0 && i < mesh.nx() && j < mesh.ny()) {
            for (int k = 0; k < mesh.nz(); k++) {
                out[k * geometry.size() + cell] = values[mesh.index(i, j, k)];
            }
        }
    }
}
