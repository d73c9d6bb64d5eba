package org.geoanomaly.gam.pipeline.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.geoanomaly.gam.formats.hdf5.Hdf5Attribute;
import org.geoanomaly.gam.formats.hdf5.Hdf5Dataset;
import org.geoanomaly.gam.formats.hdf5.Hdf5File;
import org.geoanomaly.gam.formats.hdf5.Hdf5Output;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/** The bytes of {@link HdfArrays}. */
final class HdfArrayFile {
    private static final String LAYOUT = "gam_arrays";
    private static final String VERSION = "1";
    private static final String HEADER = "/header";
    private static final String ARRAYS = "/arrays/";
    private static final String SHAPE = "shape";
    private static final String CHECKSUM = "crc32c";
    private static final int CHUNK = 1 << 16;

    private HdfArrayFile() {}

    static void write(Path path, byte[] header, List<NamedArray> arrays, Map<String, String> attributes) {
        try (AtomicFile file = AtomicFile.open(path)) {
            try (Hdf5Output out = Hdf5Output.create(file.temporary())) {
                out.attribute("", LAYOUT, VERSION);
                attributes.forEach((name, value) -> out.attribute("", name, value));
                writeHeader(out, header);
                arrays.forEach(a -> writeArray(out, a));
                out.commit();
            } catch (IOException e) {
                throw WriteFailure.of(path, e);
            } catch (GamException e) {
                throw e.getCause() instanceof Exception cause ? WriteFailure.of(path, root(cause)) : e;
            }
            file.commit();
        }
    }

    /** The failure of the operating system below what the HDF5 library made of it. */
    private static Exception root(Exception failure) {
        Exception deepest = failure;
        while (deepest.getCause() instanceof Exception cause && !(deepest instanceof IOException)) {
            deepest = cause;
        }
        return deepest;
    }

    // HDF5 cannot chunk an empty dataset; one zero stands for it, and the shape says so.
    private static void writeHeader(Hdf5Output out, byte[] header) {
        byte[] stored = header.length == 0 ? new byte[1] : header;
        out.dataset(HEADER, stored, Math.min(CHUNK, stored.length));
        out.attribute(HEADER, SHAPE, new int[] {header.length});
        out.attribute(HEADER, CHECKSUM, checksum(header));
    }

    private static void writeArray(Hdf5Output out, NamedArray array) {
        String node = ARRAYS + array.name();
        Object stored = array.length() == 0 ? oneElement(array.values()) : array.values();
        out.dataset(node, stored, Math.max(1, Math.min(CHUNK, array.length())));
        out.attribute(
                node, SHAPE, array.shape().stream().mapToInt(Integer::intValue).toArray());
        out.attribute(node, CHECKSUM, array.checksum());
    }

    private static Object oneElement(Object values) {
        if (values instanceof double[]) {
            return new double[1];
        }
        return values instanceof float[] ? new float[1] : new int[1];
    }

    static HdfArrays read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new DataFormatException(path, "is missing");
        }
        try (Hdf5File file = Hdf5File.open(path)) {
            requireLayout(path, file);
            byte[] header = null;
            List<NamedArray> arrays = new ArrayList<>();
            for (Hdf5Dataset dataset : file.datasets()) {
                if (dataset.path().equals(HEADER)) {
                    header = header(path, file, dataset);
                } else if (dataset.path().startsWith(ARRAYS)) {
                    arrays.add(array(path, file, dataset));
                }
            }
            if (header == null) {
                throw new DataFormatException(path, "has no dataset " + HEADER);
            }
            return new HdfArrays(path, new String(header, StandardCharsets.UTF_8), arrays, texts(file));
        } catch (IOException e) {
            throw new DataFormatException(path.toString(), "cannot be read: " + e.getMessage(), null, e);
        }
    }

    private static Map<String, String> texts(Hdf5File file) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Hdf5Attribute attribute : file.attributes()) {
            if (attribute.texts().size() == 1) {
                texts.put(attribute.name(), attribute.texts().get(0));
            }
        }
        return texts;
    }

    private static void requireLayout(Path path, Hdf5File file) {
        boolean known = file.attributes().stream()
                .anyMatch(a -> a.name().equals(LAYOUT) && a.texts().equals(List.of(VERSION)));
        if (!known) {
            throw new DataFormatException(path, "is not a file of arrays that this version of GAM reads");
        }
    }

    private static byte[] header(Path path, Hdf5File file, Hdf5Dataset dataset) {
        if (file.read(dataset) instanceof byte[] stored) {
            int[] shape = numbers(path, dataset, SHAPE);
            if (shape.length == 1 && (shape[0] == stored.length || shape[0] == 0)) {
                byte[] header = shape[0] == 0 ? new byte[0] : stored;
                require(path, dataset, checksum(header));
                return header;
            }
        }
        throw new DataFormatException(path, "has a damaged dataset " + HEADER);
    }

    private static NamedArray array(Path path, Hdf5File file, Hdf5Dataset dataset) {
        int[] shape = numbers(path, dataset, SHAPE);
        NamedArray array;
        try {
            array = array(dataset.name(), file.read(dataset), shape);
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(
                    path.toString(), "has a damaged dataset " + dataset.path() + ": " + e.getMessage(), null, e);
        }
        require(path, dataset, array.checksum());
        return array;
    }

    private static NamedArray array(String name, Object stored, int[] shape) {
        if (shape.length == 0) {
            throw new IllegalArgumentException("it has no shape");
        }
        boolean empty = NamedArray.product(Arrays.stream(shape).boxed().toList()) == 0;
        if (stored instanceof double[] doubles) {
            return new NamedArray(name, empty ? new double[0] : doubles, shape);
        }
        if (stored instanceof float[] floats) {
            return new NamedArray(name, empty ? new float[0] : floats, shape);
        }
        if (stored instanceof int[] ints) {
            return new NamedArray(name, empty ? new int[0] : ints, shape);
        }
        throw new IllegalArgumentException("its type is " + stored.getClass().getSimpleName());
    }

    private static void require(Path path, Hdf5Dataset dataset, int found) {
        int[] stored = numbers(path, dataset, CHECKSUM);
        if (stored.length != 1 || stored[0] != found) {
            throw new DataFormatException(path, "is damaged: dataset " + dataset.path() + " fails its checksum");
        }
    }

    private static int[] numbers(Path path, Hdf5Dataset dataset, String name) {
        Hdf5Attribute attribute = dataset.attribute(name)
                .orElseThrow(() -> new DataFormatException(
                        path, "is damaged: dataset " + dataset.path() + " has no attribute " + name));
        double[] numbers = attribute.numbers();
        int[] whole = new int[numbers.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) numbers[i];
            if (whole[i] != numbers[i]) {
                throw new DataFormatException(
                        path, "is damaged: attribute " + name + " of " + dataset.path() + " is " + numbers[i]);
            }
        }
        return whole;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
