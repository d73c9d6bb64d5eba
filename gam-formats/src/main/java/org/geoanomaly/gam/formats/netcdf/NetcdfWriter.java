package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import org.geoanomaly.gam.formats.hdf5.Hdf5Output;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Writes NetCDF-4 by the CF-1.10 conventions: latitudes and northings ascend, depth is positive down, no-data is NaN, the reference system
 * is in the variable {@code crs}. jHDF cannot write the references of HDF5 dimension scales; the NetCDF library then goes by
 * {@code _Netcdf4Dimid} and {@code _Netcdf4Coordinates}, which are written instead. Cell registration is marked by bounds for CF readers and
 * by {@code node_offset = 1} for GMT.
 */
public final class NetcdfWriter {
    private static final int CHUNK = 256;
    private static final int DEEPEST_CHUNK = 16;

    private final Hdf5Output out;
    private final NetcdfProduct product;
    private final GridGeometry geometry;
    private final boolean model;
    private final String y;
    private final String x;
    private final int firstHorizontal;

    private NetcdfWriter(Hdf5Output out, NetcdfProduct product) {
        this.out = out;
        this.product = product;
        this.geometry = product.geometry();
        this.model = product.depths().length > 0;
        boolean geographic = geometry.crs().geographic();
        this.y = geographic ? "lat" : model ? "northing" : "y";
        this.x = geographic ? "lon" : model ? "easting" : "x";
        this.firstHorizontal = model ? 1 : 0;
    }

    /** Writes a file atomically; an older one of that name is replaced. */
    public static void write(Path path, NetcdfProduct product) throws IOException {
        try (Hdf5Output out = Hdf5Output.create(path)) {
            new NetcdfWriter(out, product).write();
            out.commit();
        }
    }

    private void write() {
        out.attribute("", "Conventions", "CF-1.10");
        boolean cells = geometry.registration() == Registration.CELL;
        out.attribute("", "node_offset", new int[] {cells ? 1 : 0});
        product.attributes().forEach(a -> out.attribute("", a.name(), a.value()));
        if (model) {
            String below =
                    product.depthEdges().length > 0 ? "depth below the reference height" : "depth below the surface";
            coordinate("depth", product.depths(), 0, "depth", below, "m", "Z");
            out.attribute("/depth", "positive", "down");
        }
        double[] north = new double[geometry.rows()];
        for (int i = 0; i < north.length; i++) {
            north[i] = geometry.y(north.length - 1 - i);
        }
        double[] east = new double[geometry.columns()];
        for (int i = 0; i < east.length; i++) {
            east[i] = geometry.x(i);
        }
        if (geometry.crs().geographic()) {
            coordinate(y, north, firstHorizontal, "latitude", "latitude", "degrees_north", "Y");
            coordinate(x, east, firstHorizontal + 1, "longitude", "longitude", "degrees_east", "X");
        } else {
            coordinate(y, north, firstHorizontal, "projection_y_coordinate", "northing", "m", "Y");
            coordinate(x, east, firstHorizontal + 1, "projection_x_coordinate", "easting", "m", "X");
        }
        if (cells) {
            bounds(around(north, geometry.dy()), y, firstHorizontal);
            bounds(around(east, geometry.dx()), x, firstHorizontal + 1);
        }
        if (product.depthEdges().length > 0) {
            depthBounds(cells);
        }
        boolean mapped = CrsVariable.write(out, geometry.crs());
        product.layers().forEach(layer -> layer(layer, mapped));
    }

    private void coordinate(
            String name, double[] values, int id, String standardName, String longName, String units, String axis) {
        String path = "/" + name;
        out.dataset(path, values)
                .attribute(path, "CLASS", "DIMENSION_SCALE")
                .attribute(path, "NAME", name)
                .attribute(path, "_Netcdf4Dimid", id)
                .attribute(path, "standard_name", standardName)
                .attribute(path, "long_name", longName)
                .attribute(path, "units", units)
                .attribute(path, "axis", axis);
    }

    private static double[][] around(double[] centres, double step) {
        double[][] edges = new double[centres.length][2];
        for (int i = 0; i < centres.length; i++) {
            edges[i][0] = centres[i] - step / 2;
            edges[i][1] = centres[i] + step / 2;
        }
        return edges;
    }

    private void depthBounds(boolean declared) {
        double[] edges = product.depthEdges();
        double[][] pairs = new double[edges.length - 1][2];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k][0] = edges[k];
            pairs[k][1] = edges[k + 1];
        }
        if (!declared) {
            declareBounds();
        }
        bounds(pairs, "depth", 0);
        out.attribute("/depth", "reference_height", product.referenceHeight());
        out.attribute(
                "/depth",
                "comment",
                "depth 0 is " + product.referenceHeight() + " m above sea level everywhere, not the ground");
    }

    /** The dimension {@code bnds} of two, which has no variable of its own. */
    private void declareBounds() {
        out.dataset("/bnds", new float[2])
                .attribute("/bnds", "CLASS", "DIMENSION_SCALE")
                .attribute("/bnds", "NAME", "This is a netCDF dimension but not a netCDF variable.         2")
                .attribute("/bnds", "_Netcdf4Dimid", firstHorizontal + 2);
    }

    /** Cell edges, over the dimension {@code bnds}. */
    private void bounds(double[][] edges, String axis, int id) {
        if (axis.equals(y)) {
            declareBounds();
        }
        String path = "/" + axis + "_bnds";
        out.dataset(path, edges).attribute(path, "_Netcdf4Coordinates", new int[] {id, firstHorizontal + 2});
        out.attribute("/" + axis, "bounds", axis + "_bnds");
    }

    private void layer(NetcdfProduct.Layer layer, boolean mapped) {
        String path = "/" + layer.name;
        int rows = geometry.rows();
        int columns = geometry.columns();
        int tall = Math.min(CHUNK, rows);
        int wide = Math.min(CHUNK, columns);
        if (model) {
            int layers = product.depths().length;
            float[][][] stack = new float[layers][][];
            for (int k = 0; k < layers; k++) {
                stack[k] = southFirst(layer.values, k * geometry.size());
            }
            out.dataset(path, stack, Math.min(DEEPEST_CHUNK, layers), tall, wide)
                    .attribute(path, "_Netcdf4Coordinates", new int[] {0, 1, 2});
        } else {
            out.dataset(path, southFirst(layer.values, 0), tall, wide)
                    .attribute(path, "_Netcdf4Coordinates", new int[] {0, 1});
        }
        out.attribute(path, "long_name", layer.longName)
                .attribute(path, "units", cfUnits(layer.unit))
                .attribute(path, "_FillValue", new float[] {Float.NaN});
        boolean described = product.layers().stream().anyMatch(l -> l.name.equals("uncertainty"));
        if (layer.name.equals("data") && described) {
            out.attribute(path, "ancillary_variables", "uncertainty");
        }
        if (mapped) {
            out.attribute(path, "grid_mapping", CrsVariable.NAME);
        }
    }

    private float[][] southFirst(float[] values, int from) {
        int columns = geometry.columns();
        float[][] plane = new float[geometry.rows()][columns];
        for (int r = 0; r < plane.length; r++) {
            System.arraycopy(values, from + (plane.length - 1 - r) * columns, plane[r], 0, columns);
        }
        return plane;
    }

    /** The spelling of UDUNITS, which CF wants, where it differs from our symbol. */
    private static String cfUnits(Unit unit) {
        return switch (unit) {
            case MICROMETRE_PER_SECOND_SQUARED -> "um s-2";
            case METRE_PER_SECOND_SQUARED -> "m s-2";
            case SQUARE_METRE_PER_SECOND_SQUARED -> "m2 s-2";
            case KILOGRAM_PER_CUBIC_METRE -> "kg m-3";
            case KILOMETRE_PER_SECOND -> "km s-1";
            case DIMENSIONLESS -> "1";
            default -> unit.symbol();
        };
    }
}
