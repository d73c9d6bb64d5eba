package org.geoanomaly.gam.formats.netcdf;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * What is written to a file: one or more layers over the same cells, each a plane or a stack of planes by depth, and attributes. By
 * convention the first layer is {@code data} and its standard deviation {@code uncertainty}.
 */
public final class NetcdfProduct {
    private final GridGeometry geometry;
    private final double[] depths;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Text> attributes = new ArrayList<>();
    private double[] depthEdges = new double[0];
    private double referenceHeight = Double.NaN;

    private NetcdfProduct(GridGeometry geometry, double[] depths) {
        this.geometry = geometry;
        this.depths = depths;
    }

    /** One named field; values by depth, then from the north, then from the west. */
    static final class Layer {
        final String name;
        final String longName;
        final Unit unit;
        final float[] values;

        Layer(String name, String longName, Unit unit, float[] values) {
            this.name = name;
            this.longName = longName;
            this.unit = unit;
            this.values = values;
        }
    }

    record Text(String name, String value) {}

    /** Planes without depth. */
    public static NetcdfProduct ofPlane(GridGeometry geometry) {
        return new NetcdfProduct(geometry, new double[0]);
    }

    /**
     * A model.
     *
     * @param depths of the centres of its layers in metres, positive down, increasing
     */
    public static NetcdfProduct ofModel(GridGeometry geometry, double... depths) {
        for (int i = 0; i < depths.length; i++) {
            if (!(i == 0 || depths[i] > depths[i - 1])) {
                throw new IllegalArgumentException("depths must increase: " + depths[i - 1] + ", " + depths[i]);
            }
        }
        if (depths.length == 0) {
            throw new IllegalArgumentException("a model needs at least one depth");
        }
        return new NetcdfProduct(geometry, depths.clone());
    }

    /**
     * States where the layers of a model begin and end, and where depth 0 is.
     *
     * @param edges of the layers in metres, positive down, increasing, one more than there are layers
     * @param heightOfZero height of depth 0 above sea level in metres
     */
    public NetcdfProduct depthEdges(double[] edges, double heightOfZero) {
        if (depths.length == 0 || edges.length != depths.length + 1) {
            throw new IllegalArgumentException(edges.length + " edges for " + depths.length + " depths");
        }
        for (int i = 0; i < depths.length; i++) {
            if (!(edges[i] < depths[i] && depths[i] < edges[i + 1])) {
                throw new IllegalArgumentException(
                        "depth " + depths[i] + " is not between its edges " + edges[i] + " and " + edges[i + 1]);
            }
        }
        this.depthEdges = edges.clone();
        this.referenceHeight = heightOfZero;
        return this;
    }

    /** Adds a plane; it must lie on the geometry of the product. */
    public NetcdfProduct layer(String name, String longName, FloatGrid grid) {
        if (!grid.geometry().equals(geometry)) {
            throw new IllegalArgumentException(
                    "layer " + name + " lies on " + grid.geometry() + ", not on " + geometry);
        }
        return layer(name, longName, grid.unit(), grid.values());
    }

    /**
     * Adds a field.
     *
     * @param values by depth (if there are depths), then rows from the north, then columns from the west; NaN is no-data
     */
    public NetcdfProduct layer(String name, String longName, Unit unit, float[] values) {
        long wanted = (long) geometry.size() * Math.max(1, depths.length);
        if (values.length != wanted) {
            throw new IllegalArgumentException(values.length + " values for " + wanted + " cells of layer " + name);
        }
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*") || layers.stream().anyMatch(l -> l.name.equals(name))) {
            throw new IllegalArgumentException("'" + name + "' cannot name a layer, or already does");
        }
        layers.add(new Layer(name, longName, unit, values));
        return this;
    }

    /** Adds a global attribute, such as {@code title}, {@code source}, {@code grid_res} or {@code processed_at}. */
    public NetcdfProduct attribute(String name, String value) {
        attributes.add(new Text(name, value));
        return this;
    }

    /** The grid resolution as stated in the configuration, and the recorded start of the run in ISO 8601. */
    public NetcdfProduct processing(String gridRes, String processedAt) {
        return attribute("grid_res", gridRes).attribute("processed_at", processedAt);
    }

    GridGeometry geometry() {
        return geometry;
    }

    double[] depths() {
        return depths.clone();
    }

    /** Empty if they were not stated. */
    double[] depthEdges() {
        return depthEdges.clone();
    }

    double referenceHeight() {
        return referenceHeight;
    }

    List<Layer> layers() {
        return List.copyOf(layers);
    }

    List<Text> attributes() {
        return List.copyOf(attributes);
    }
}
