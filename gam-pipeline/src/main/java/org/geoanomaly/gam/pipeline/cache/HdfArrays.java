package org.geoanomaly.gam.pipeline.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Named arrays of doubles, floats and ints with a text in front, in one HDF5 file (shuffle and deflate). Everything comes back bit for bit,
 * the bits of NaN included; every array carries its CRC-32C, so that damage does not pass for data. Same content, same bytes.
 *
 * <p>The text is the dataset {@code /header} in UTF-8, the arrays are flat datasets below {@code /arrays} with the attribute {@code shape}.
 */
public final class HdfArrays {
    private final Path path;
    private final String header;
    private final List<NamedArray> arrays;
    private final Map<String, String> attributes;

    HdfArrays(Path path, String header, List<NamedArray> arrays, Map<String, String> attributes) {
        this.path = path;
        this.header = header;
        this.arrays = List.copyOf(arrays);
        this.attributes = Map.copyOf(attributes);
    }

    /** Gathers what a file will hold; arrays are neither copied nor changed. */
    public static final class Builder {
        private final String header;
        private final List<NamedArray> arrays = new ArrayList<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private Builder(String header) {
            this.header = header;
        }

        /**
         * Adds an array under a name of letters, digits, {@code _}, {@code -} and {@code .}.
         *
         * @param shape lengths of its dimensions, slowest first, whose product is the length; none for one dimension
         */
        public Builder add(String name, double[] values, int... shape) {
            return add(new NamedArray(name, values, shape));
        }

        /** Adds an array of floats, as {@link #add(String, double[], int...)} does. */
        public Builder add(String name, float[] values, int... shape) {
            return add(new NamedArray(name, values, shape));
        }

        /** Adds an array of ints, as {@link #add(String, double[], int...)} does. */
        public Builder add(String name, int[] values, int... shape) {
            return add(new NamedArray(name, values, shape));
        }

        private Builder add(NamedArray array) {
            if (arrays.stream().anyMatch(a -> a.name().equals(array.name()))) {
                throw new IllegalArgumentException("there are two arrays called " + array.name());
            }
            arrays.add(array);
            return this;
        }

        /** Adds a short text that other programs see as an attribute of the file. */
        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        /**
         * Writes the file wholly or not at all; missing directories are made.
         *
         * @throws org.geoanomaly.gam.pipeline.error.OutputException if it cannot be written
         */
        public void write(Path file) {
            HdfArrayFile.write(file, header.getBytes(StandardCharsets.UTF_8), arrays, attributes);
        }
    }

    /**
     * Begins a file.
     *
     * @param header what the arrays are, such as a JSON document; may be empty
     */
    public static Builder builder(String header) {
        return new Builder(header);
    }

    /**
     * Reads a whole file.
     *
     * @throws DataFormatException if it is missing, damaged or another kind of file
     */
    public static HdfArrays read(Path file) {
        return HdfArrayFile.read(file);
    }

    /** The text in front. */
    public String header() {
        return header;
    }

    /** A short text that {@link Builder#attribute} put in, or empty if there is none of this name. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Names of all arrays in alphabetical order. */
    public List<String> names() {
        return arrays.stream().map(NamedArray::name).toList();
    }

    public boolean has(String name) {
        return arrays.stream().anyMatch(a -> a.name().equals(name));
    }

    /**
     * An array of doubles, not a copy.
     *
     * @throws DataFormatException if there is none of this name and type
     */
    public double[] doubles(String name) {
        if (find(name).values() instanceof double[] values) {
            return values;
        }
        throw otherType(name, "double");
    }

    /**
     * An array of floats, not a copy.
     *
     * @throws DataFormatException if there is none of this name and type
     */
    public float[] floats(String name) {
        if (find(name).values() instanceof float[] values) {
            return values;
        }
        throw otherType(name, "float");
    }

    /**
     * An array of ints, not a copy.
     *
     * @throws DataFormatException if there is none of this name and type
     */
    public int[] ints(String name) {
        if (find(name).values() instanceof int[] values) {
            return values;
        }
        throw otherType(name, "int");
    }

    /** Lengths of an array's dimensions, slowest first. */
    public List<Integer> shape(String name) {
        return find(name).shape();
    }

    private NamedArray find(String name) {
        return arrays.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataFormatException(path, "has no array " + name + " among " + names()));
    }

    private DataFormatException otherType(String name, String type) {
        return new DataFormatException(path, "has no " + type + " values in array " + name);
    }
}
