package org.geoanomaly.gam.pipeline.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.formats.vtk.CellMesh;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;

/**
 * Anomalies and the bodies around them for ParaView, in the metres of {@link ModelImage}. A body is what hangs together with the cell at an
 * anomaly's peak, face to face, and has at least half of its score; a cell belongs to the most certain anomaly that reaches it.
 */
final class BodyMeshes {
    private static final double SHARE = 0.5;
    private static final int MOST_CELLS = 1 << 20;

    private final RegionResult result;
    private final RegionModel model;
    private final GridGeometry geometry;
    private final LocalFrame frame;

    BodyMeshes(RegionResult result) {
        this.result = result;
        this.model = result.fused();
        this.geometry = model.geometry();
        this.frame = ModelImage.frame(geometry);
    }

    /** A vertex for each anomaly at its peak. */
    CellMesh peaks() {
        List<Anomaly> all = result.anomalies();
        double[] points = new double[3 * all.size()];
        double[] p = new double[2];
        for (int i = 0; i < all.size(); i++) {
            Anomaly.Place peak = all.get(i).peak();
            frame.toLocal(peak.lon(), peak.lat(), p);
            points[3 * i] = p[0];
            points[3 * i + 1] = p[1];
            points[3 * i + 2] = -peak.depth();
        }
        CellMesh mesh = new CellMesh(CellMesh.Shape.VERTEX, points)
                .field("score", values(all, Anomaly::score))
                .field("confidence", values(all, Anomaly::confidence))
                .field("anomaly", numbers(all.size()))
                .field("depth_min", values(all, a -> a.body().depthMin()))
                .field("depth_max", values(all, a -> a.body().depthMax()))
                .field("extent_m", values(all, a -> a.body().extentM()))
                .field("volume_m3", values(all, a -> a.body().volumeM3()));
        return placed(mesh);
    }

    private static float[] values(List<Anomaly> all, java.util.function.ToDoubleFunction<Anomaly> of) {
        float[] out = new float[all.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) of.applyAsDouble(all.get(i));
        }
        return out;
    }

    private static float[] numbers(int n) {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = i + 1;
        }
        return out;
    }

    /** A box for each cell of each body; {@code anomaly} counts from 1 in the order of the tables. */
    CellMesh bodies() {
        float[] score = ModelLayers.data(model).values();
        int[] owner = new int[score.length];
        List<Integer> cells = new ArrayList<>();
        List<Anomaly> all = result.anomalies();
        for (int i = 0; i < all.size(); i++) {
            grow(score, owner, i + 1, cellAt(all.get(i).peak()), cells);
        }
        double[] points = new double[24 * cells.size()];
        float[] number = new float[cells.size()];
        float[] value = new float[cells.size()];
        float[] confidence = new float[cells.size()];
        for (int c = 0; c < number.length; c++) {
            int cell = cells.get(c);
            corners(cell, points, 24 * c);
            number[c] = owner[cell];
            value[c] = score[cell];
            confidence[c] = (float) all.get(owner[cell] - 1).confidence();
        }
        return placed(new CellMesh(CellMesh.Shape.HEXAHEDRON, points)
                .field("score", value)
                .field("anomaly", number)
                .field("confidence", confidence));
    }

    private CellMesh placed(CellMesh mesh) {
        return mesh.constant("origin_latitude", frame.latitude())
                .constant("origin_longitude", frame.longitude())
                .constant("reference_height", model.depths().referenceHeight());
    }

    /** −1 outside the model. */
    private int cellAt(Anomaly.Place place) {
        double east = place.lon() - geometry.west();
        east -= 360 * Math.floor(east / 360);
        int column = (int) Math.floor(east / geometry.dx());
        int row = (int) Math.floor((geometry.north() - place.lat()) / geometry.dy());
        RegionModel.Depths depths = model.depths();
        int k = 0;
        while (k < depths.count() - 1 && place.depth() >= depths.bottom(k)) {
            k++;
        }
        boolean inside = column < geometry.columns() && row >= 0 && row < geometry.rows();
        return inside ? (k * geometry.rows() + row) * geometry.columns() + column : -1;
    }

    private void grow(float[] score, int[] owner, int number, int peak, List<Integer> cells) {
        if (peak < 0 || Float.isNaN(score[peak]) || score[peak] == 0 || owner[peak] != 0) {
            return;
        }
        float sign = Math.signum(score[peak]);
        double least = SHARE * Math.abs(score[peak]);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        owner[peak] = number;
        open.add(peak);
        int[] next = new int[6];
        while (!open.isEmpty() && cells.size() < MOST_CELLS) {
            int cell = open.remove();
            cells.add(cell);
            neighbours(cell, next);
            for (int n : next) {
                if (n >= 0 && owner[n] == 0 && sign * score[n] >= least) {
                    owner[n] = number;
                    open.add(n);
                }
            }
        }
    }

    private void neighbours(int cell, int[] out) {
        int columns = geometry.columns();
        int size = geometry.size();
        int column = cell % columns;
        int row = cell % size / columns;
        int k = cell / size;
        Arrays.fill(out, -1);
        out[0] = column > 0 ? cell - 1 : -1;
        out[1] = column < columns - 1 ? cell + 1 : -1;
        out[2] = row > 0 ? cell - columns : -1;
        out[3] = row < geometry.rows() - 1 ? cell + columns : -1;
        out[4] = k > 0 ? cell - size : -1;
        out[5] = k < model.depths().count() - 1 ? cell + size : -1;
    }

    private void corners(int cell, double[] points, int at) {
        int column = cell % geometry.columns();
        int row = cell % geometry.size() / geometry.columns();
        int k = cell / geometry.size();
        double west = geometry.west() + column * geometry.dx();
        double south = geometry.north() - (row + 1) * geometry.dy();
        double[] p = new double[2];
        for (int corner = 0; corner < 4; corner++) {
            boolean east = corner == 1 || corner == 2;
            boolean north = corner >= 2;
            frame.toLocal(west + (east ? geometry.dx() : 0), south + (north ? geometry.dy() : 0), p);
            for (int level = 0; level < 2; level++) {
                int i = at + 3 * (corner + 4 * level);
                points[i] = p[0];
                points[i + 1] = p[1];
                points[i + 2] =
                        -(level == 0 ? model.depths().bottom(k) : model.depths().top(k));
            }
        }
    }
}
