package org.geoanomaly.gam.formats.hdf5;

import java.util.List;
import java.util.Optional;

/**
 * What a dataset is, without its values.
 *
 * @param path absolute path within the file, such as {@code /grids/data}
 * @param shape lengths of the dimensions, slowest first; empty for a scalar
 * @param type how the numbers are stored
 * @param attributes every attribute that is text or numbers
 * @param dimensionNames paths of the dimension scales, one for each dimension, empty where none is attached
 * @param dimensionScale whether this dataset is itself a dimension scale
 */
public record Hdf5Dataset(
        String path,
        List<Integer> shape,
        Type type,
        List<Hdf5Attribute> attributes,
        List<String> dimensionNames,
        boolean dimensionScale) {

    /** How values are stored. */
    public enum Type {
        INT8,
        UINT8,
        INT16,
        UINT16,
        INT32,
        UINT32,
        INT64,
        UINT64,
        FLOAT32,
        FLOAT64,
        TEXT,
        OTHER;

        public boolean numeric() {
            return this != TEXT && this != OTHER;
        }
    }

    public Hdf5Dataset {
        shape = List.copyOf(shape);
        attributes = List.copyOf(attributes);
        dimensionNames = List.copyOf(dimensionNames);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public long size() {
        long n = 1;
        for (int length : shape) {
            n *= length;
        }
        return n;
    }

    public Optional<Hdf5Attribute> attribute(String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}
