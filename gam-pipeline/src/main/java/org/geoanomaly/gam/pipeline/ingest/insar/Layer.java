package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfSelection;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.tiff.GeoTiffHeader;
import org.geoanomaly.gam.formats.tiff.Georeference;
import org.geoanomaly.gam.formats.tiff.ReadRequest;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.resample.PointTransform;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.reproject.FromWgs84;
import org.geoanomaly.gam.pipeline.reproject.ToWgs84;
import org.jspecify.annotations.Nullable;

/** The part of a raster around an area, in its own reference system, asked for by longitude and latitude. Not thread-safe. */
final class Layer {
    private static final int EDGE = 20;

    private final FloatGrid grid;
    private final @Nullable PointTransform toDegrees;
    private final @Nullable PointTransform fromDegrees;
    private final double[] at = new double[2];

    private Layer(FloatGrid grid) {
        this.grid = grid;
        Crs crs = grid.geometry().crs();
        this.toDegrees = crs.geographic() ? null : new ToWgs84(crs);
        this.fromDegrees = crs.geographic() ? null : new FromWgs84(crs);
    }

    /** The whole of a grid, cut to the area; empty if they do not meet. */
    static Optional<Layer> of(FloatGrid grid, BoundingBox area) {
        GridGeometry g = grid.geometry();
        return window(g, area).map(w -> {
            float[] part = new float[w.width() * w.height()];
            for (int r = 0; r < w.height(); r++) {
                for (int c = 0; c < w.width(); c++) {
                    part[r * w.width() + c] = grid.get(w.column() + c, w.row() + r);
                }
            }
            GridGeometry geometry = new GridGeometry(
                    g.crs(),
                    g.west() + w.column() * g.dx(),
                    g.north() - w.row() * g.dy(),
                    g.dx(),
                    g.dy(),
                    w.width(),
                    w.height(),
                    g.registration());
            return new Layer(new FloatGrid(geometry, grid.unit(), part));
        });
    }

    /** One band of a GeoTIFF in an area; empty if they do not meet. */
    static Optional<Layer> tiff(Path path, int band, BoundingBox area) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(path)) {
            GeoTiffHeader header = tiff.header();
            Georeference.Transform t = header.georeference()
                    .transform()
                    .orElseThrow(() ->
                            new DataFormatException(path, header.georeference().problem()));
            Crs crs = header.crs()
                    .orElseThrow(() -> new DataFormatException(
                            path, "states no reference system", "give it one, such as by gdal_edit.py -a_srs"));
            GridGeometry whole = new GridGeometry(
                    crs,
                    t.west(),
                    t.north(),
                    t.dx(),
                    t.dy(),
                    header.width(),
                    header.height(),
                    header.georeference().registration());
            Optional<ReadRequest.Window> window = window(whole, area);
            if (window.isEmpty()) {
                return Optional.empty();
            }
            if (band >= header.layout().bands()) {
                throw new DataFormatException(
                        path, "has " + header.layout().bands() + " bands, and band " + (band + 1) + " is wanted");
            }
            ReadRequest request = new ReadRequest(Unit.DIMENSIONLESS, band, 0, window, Optional.empty(), 1);
            return Optional.of(new Layer(tiff.read(request)));
        }
    }

    /** One variable of a NetCDF file in an area; empty if they do not meet. */
    static Optional<Layer> netcdf(Path path, String variable, BoundingBox area) throws IOException {
        try (NetcdfGrid file = NetcdfGrid.open(path)) {
            return of(file.read(NetcdfSelection.of(variable)), area);
        }
    }

    /** A raster of any kind; empty if it does not meet the area. */
    static Optional<Layer> any(Path path, BoundingBox area) throws IOException {
        return InsarFormat.isTiff(path) ? tiff(path, 0, area) : wholeNetcdf(path, area);
    }

    private static Optional<Layer> wholeNetcdf(Path path, BoundingBox area) throws IOException {
        try (NetcdfGrid file = NetcdfGrid.open(path)) {
            return of(file.read(NetcdfSelection.ONLY), area);
        }
    }

    /** The cells of a raster that may lie in an area. */
    private static Optional<ReadRequest.Window> window(GridGeometry g, BoundingBox area) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        PointTransform forward = g.crs().geographic() ? null : new FromWgs84(g.crs());
        double[] out = new double[2];
        double middle = 0.5 * (g.west() + g.east());
        for (int i = 0; i <= EDGE; i++) {
            for (int j = 0; j <= EDGE; j++) {
                double lon = area.west() + area.width() * i / EDGE;
                double lat = area.south() + area.height() * j / EDGE;
                if (forward == null) {
                    double first = area.west() + 0.5 * area.width();
                    out[0] = lon - 360 * Math.rint((first - middle) / 360);
                    out[1] = lat;
                } else if (!forward.transform(BoundingBox.normalizeLongitude(lon), lat, out)) {
                    continue;
                }
                box[0] = Math.min(box[0], out[0]);
                box[1] = Math.max(box[1], out[0]);
                box[2] = Math.min(box[2], out[1]);
                box[3] = Math.max(box[3], out[1]);
            }
        }
        long left = Math.max(0, (long) Math.floor((box[0] - g.west()) / g.dx()) - 1);
        long right = Math.min(g.columns(), (long) Math.ceil((box[1] - g.west()) / g.dx()) + 1);
        long top = Math.max(0, (long) Math.floor((g.north() - box[3]) / g.dy()) - 1);
        long bottom = Math.min(g.rows(), (long) Math.ceil((g.north() - box[2]) / g.dy()) + 1);
        return left < right && top < bottom
                ? Optional.of(new ReadRequest.Window((int) left, (int) top, (int) (right - left), (int) (bottom - top)))
                : Optional.empty();
    }

    FloatGrid grid() {
        return grid;
    }

    int columns() {
        return grid.geometry().columns();
    }

    int rows() {
        return grid.geometry().rows();
    }

    /** Longitude and latitude of a place in units of cells from the north-western corner; false if it has none. */
    boolean place(double column, double row, double[] out) {
        GridGeometry g = grid.geometry();
        double x = g.west() + column * g.dx();
        double y = g.north() - row * g.dy();
        if (toDegrees != null) {
            return toDegrees.transform(x, y, out);
        }
        out[0] = BoundingBox.normalizeLongitude(x);
        out[1] = y;
        return true;
    }

    /** The value of the cell in which a place lies; NaN outside. */
    double at(double longitude, double latitude) {
        GridGeometry g = grid.geometry();
        at[0] = longitude - 360 * Math.rint((longitude - 0.5 * (g.west() + g.east())) / 360);
        at[1] = latitude;
        if (fromDegrees != null && !fromDegrees.transform(longitude, latitude, at)) {
            return Double.NaN;
        }
        int column = (int) Math.floor((at[0] - g.west()) / g.dx());
        int row = (int) Math.floor((g.north() - at[1]) / g.dy());
        return column >= 0 && row >= 0 && column < g.columns() && row < g.rows() ? grid.get(column, row) : Double.NaN;
    }

    /** Largest value; NaN if there is none. */
    double largest() {
        double largest = Double.NaN;
        for (float v : grid.values()) {
            if (!Float.isNaN(v) && !(v <= largest)) {
                largest = v;
            }
        }
        return largest;
    }
}
