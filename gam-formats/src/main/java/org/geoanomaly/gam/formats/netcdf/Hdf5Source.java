package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.formats.hdf5.Hdf5Attribute;
import org.geoanomaly.gam.formats.hdf5.Hdf5Dataset;
import org.geoanomaly.gam.formats.hdf5.Hdf5File;

/**
 * A NetCDF-4 file seen as variables. Dimensions come from attached dimension scales ({@code DIMENSION_LIST}), else from
 * {@code _Netcdf4Coordinates}; a plain HDF5 file has none, and dimensions of one length are then taken for the same.
 */
final class Hdf5Source implements NetcdfSource {
    private static final Set<String> INTERNAL = Set.of(
            "CLASS",
            "NAME",
            "DIMENSION_LIST",
            "REFERENCE_LIST",
            "DIMENSION_LABELS",
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "_NCProperties",
            "_nc3_strict");
    private static final String NOT_A_VARIABLE = "This is a netCDF dimension but not a netCDF variable";

    private final Hdf5File file;
    private final Map<NetcdfVariable, Hdf5Dataset> datasets = new LinkedHashMap<>();
    private final Map<Integer, Hdf5Dataset> scaleById = new HashMap<>();

    private Hdf5Source(Hdf5File file) {
        this.file = file;
        for (Hdf5Dataset d : file.datasets()) {
            if (d.dimensionScale() && d.shape().size() == 1) {
                d.attribute("_Netcdf4Dimid")
                        .filter(a -> a.numbers().length == 1)
                        .ifPresent(a -> scaleById.put((int) a.numbers()[0], d));
            }
        }
        for (Hdf5Dataset d : file.datasets()) {
            boolean variable = d.attribute("NAME").stream()
                    .flatMap(a -> a.texts().stream())
                    .noneMatch(t -> t.startsWith(NOT_A_VARIABLE));
            if (variable) {
                datasets.put(
                        new NetcdfVariable(name(d.path()), type(d.type()), dimensions(d), attributes(d.attributes())),
                        d);
            }
        }
    }

    static Hdf5Source open(Path path) throws IOException {
        return new Hdf5Source(Hdf5File.open(path));
    }

    @Override
    public String kind() {
        return "NetCDF-4";
    }

    @Override
    public List<NetcdfVariable> variables() {
        return List.copyOf(datasets.keySet());
    }

    @Override
    public List<NetcdfAttribute> attributes() {
        return attributes(file.attributes());
    }

    @Override
    public Object read(NetcdfVariable variable, int... leading) {
        return file.read(dataset(variable), leading);
    }

    @Override
    public Object readRun(NetcdfVariable variable, int[] leading, int from, int count) {
        return file.readRun(dataset(variable), leading, from, count);
    }

    @Override
    public int blockLength(NetcdfVariable variable, int dimension) {
        return file.chunkLength(dataset(variable), dimension);
    }

    private Hdf5Dataset dataset(NetcdfVariable variable) {
        Hdf5Dataset dataset = datasets.get(variable);
        if (dataset == null) {
            throw new IllegalArgumentException("no variable of this file: " + variable.name());
        }
        return dataset;
    }

    @Override
    public void close() {
        file.close();
    }

    private List<NetcdfDimension> dimensions(Hdf5Dataset d) {
        List<NetcdfDimension> dimensions = new ArrayList<>();
        double[] ids =
                d.attribute("_Netcdf4Coordinates").map(Hdf5Attribute::numbers).orElse(new double[0]);
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i < d.shape().size(); i++) {
            int length = d.shape().get(i);
            String name = d.dimensionNames().get(i);
            if (name.isEmpty() && d.dimensionScale() && d.shape().size() == 1) {
                name = d.path();
            }
            if (name.isEmpty() && ids.length == d.shape().size()) {
                Hdf5Dataset scale = scaleById.get((int) ids[i]);
                name = scale == null ? "" : scale.path();
            }
            if (name.isEmpty()) {
                int repeat = seen.merge(length, 1, Integer::sum);
                name = "length " + length + (repeat > 1 ? " (" + repeat + ")" : "");
            }
            dimensions.add(new NetcdfDimension(name(name), length, false));
        }
        return dimensions;
    }

    private static String name(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static List<NetcdfAttribute> attributes(List<Hdf5Attribute> attributes) {
        List<NetcdfAttribute> list = new ArrayList<>();
        for (Hdf5Attribute a : attributes) {
            if (!INTERNAL.contains(a.name())) {
                boolean text = !a.texts().isEmpty();
                list.add(
                        text
                                ? NetcdfAttribute.ofText(a.name(), String.join(" ", a.texts()))
                                : NetcdfAttribute.ofNumbers(a.name(), a.numbers()));
            }
        }
        return list;
    }

    private static NetcdfType type(Hdf5Dataset.Type type) {
        return switch (type) {
            case INT8 -> NetcdfType.BYTE;
            case UINT8 -> NetcdfType.UBYTE;
            case INT16 -> NetcdfType.SHORT;
            case UINT16 -> NetcdfType.USHORT;
            case INT32 -> NetcdfType.INT;
            case UINT32 -> NetcdfType.UINT;
            case INT64 -> NetcdfType.INT64;
            case UINT64 -> NetcdfType.UINT64;
            case FLOAT32 -> NetcdfType.FLOAT;
            case FLOAT64 -> NetcdfType.DOUBLE;
            case TEXT -> NetcdfType.STRING;
            case OTHER -> NetcdfType.OTHER;
        };
    }
}
