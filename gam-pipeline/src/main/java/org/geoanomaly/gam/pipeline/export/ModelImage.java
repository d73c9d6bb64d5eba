package org.geoanomaly.gam.pipeline.export;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.geoanomaly.gam.formats.vtk.ImageData;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.RegionModel;

/**
 * A model as equal boxes in metres: x east and y north of the region's centre in the Lambert azimuthal equal-area plane that touches there,
 * z = −depth. Each box has the values of the cell of the model at its centre, and NaN outside the model; nothing is interpolated.
 */
final class ModelImage {
    /** Boxes of one field at most: 32 MiB of values. */
    private static final long MAX_BOXES = 8L << 20;

    private static final int MAX_LAYERS = 256;
    /** Points along each edge of the region where its extent in the plane is looked for. */
    private static final int EDGE = 33;

    private final RegionModel model;
    private final GridGeometry geometry;
    private final LocalFrame frame;
    private final double[] extent;
    private final int nx;
    private final int ny;
    private final int nz;

    private ModelImage(RegionModel model) {
        this.model = model;
        this.geometry = model.geometry();
        double latitude = 0.5 * (geometry.south() + geometry.north());
        this.frame = frame(geometry);
        this.extent = extent();
        double degree = Math.toRadians(1) * 6_371_007.0;
        double dx = geometry.dx() * degree * Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        double dy = geometry.dy() * degree;
        double coarser =
                Math.max(1, Math.sqrt((extent[1] - extent[0]) / dx * (extent[3] - extent[2]) / dy / MAX_BOXES));
        this.nx = boxes(extent[1] - extent[0], dx * coarser);
        this.ny = boxes(extent[3] - extent[2], dy * coarser);
        this.nz = layers();
    }

    /** The image of a model; the first field is {@code data}. */
    static ImageData of(RegionModel model) {
        return new ModelImage(model).image();
    }

    /** The plane of a region. */
    static LocalFrame frame(GridGeometry geometry) {
        double latitude = 0.5 * (geometry.south() + geometry.north());
        return new LocalFrame(latitude, BoundingBox.normalizeLongitude(0.5 * (geometry.west() + geometry.east())));
    }

    private static int boxes(double length, double step) {
        return (int) Math.max(1, Math.round(length / step));
    }

    /** As many as the thinnest layer asks for, as long as the size stays sane. */
    private int layers() {
        RegionModel.Depths depths = model.depths();
        double thinnest = IntStream.range(0, depths.count())
                .mapToDouble(k -> depths.bottom(k) - depths.top(k))
                .min()
                .orElseThrow();
        // A little more than a whole number is that number: edges are sums of thicknesses.
        long wanted = (long) Math.ceil(height() / thinnest - 1e-6);
        long room = Math.max(1, MAX_BOXES / ((long) nx * ny));
        return (int) Math.max(1, Math.min(Math.min(wanted, MAX_LAYERS), room));
    }

    private double height() {
        return model.depths().bottom(model.depths().count() - 1)
                - model.depths().top(0);
    }

    /** West, east, south, north in the plane. */
    private double[] extent() {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        double[] p = new double[2];
        for (int i = 0; i < EDGE; i++) {
            double lon = geometry.west() + i * (geometry.east() - geometry.west()) / (EDGE - 1);
            double lat = geometry.south() + i * (geometry.north() - geometry.south()) / (EDGE - 1);
            widen(box, lon, geometry.south(), p);
            widen(box, lon, geometry.north(), p);
            widen(box, geometry.west(), lat, p);
            widen(box, geometry.east(), lat, p);
        }
        return box;
    }

    private void widen(double[] box, double lon, double lat, double[] p) {
        frame.toLocal(lon, Math.max(-90, Math.min(90, lat)), p);
        box[0] = Math.min(box[0], p[0]);
        box[1] = Math.max(box[1], p[0]);
        box[2] = Math.min(box[2], p[1]);
        box[3] = Math.max(box[3], p[1]);
    }

    private ImageData image() {
        RegionModel.Depths depths = model.depths();
        double dx = (extent[1] - extent[0]) / nx;
        double dy = (extent[3] - extent[2]) / ny;
        double dz = height() / nz;
        double bottom = depths.bottom(depths.count() - 1);
        ImageData image = new ImageData(
                        new int[] {nx, ny, nz}, new double[] {extent[0], extent[2], -bottom}, new double[] {dx, dy, dz})
                .constant("origin_latitude", frame.latitude())
                .constant("origin_longitude", frame.longitude())
                .constant("reference_height", depths.referenceHeight());
        int[] columns = columns(dx, dy);
        int[] layers = new int[nz];
        for (int k = 0; k < nz; k++) {
            layers[k] = layerAt(bottom - (k + 0.5) * dz);
        }
        for (Map.Entry<String, RegionModel.Layer> e : ModelLayers.named(model).entrySet()) {
            image.field(e.getKey(), fill(e.getValue().values(), columns, layers));
        }
        return image;
    }

    /** For each column of boxes the cell of the model's plane below its centre, −1 outside. */
    private int[] columns(double dx, double dy) {
        int[] cells = new int[nx * ny];
        double[] p = new double[2];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                frame.toGeographic(extent[0] + (i + 0.5) * dx, extent[2] + (j + 0.5) * dy, p);
                double east = p[0] - geometry.west();
                east -= 360 * Math.floor(east / 360);
                double column = Math.floor(east / geometry.dx());
                double row = Math.floor((geometry.north() - p[1]) / geometry.dy());
                boolean inside = column >= 0 && column < geometry.columns() && row >= 0 && row < geometry.rows();
                cells[j * nx + i] = inside ? ((int) row) * geometry.columns() + (int) column : -1;
            }
        }
        return cells;
    }

    private int layerAt(double depth) {
        int k = 0;
        while (k < model.depths().count() - 1 && depth >= model.depths().bottom(k)) {
            k++;
        }
        return k;
    }

    private float[] fill(float[] values, int[] columns, int[] layers) {
        float[] out = new float[nx * ny * nz];
        Arrays.fill(out, Float.NaN);
        for (int k = 0; k < nz; k++) {
            int from = layers[k] * geometry.size();
            for (int c = 0; c < columns.length; c++) {
                if (columns[c] >= 0) {
                    out[k * columns.length + c] = values[from + columns[c]];
                }
            }
        }
        return out;
    }
}
