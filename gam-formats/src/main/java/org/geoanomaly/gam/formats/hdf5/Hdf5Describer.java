package org.geoanomaly.gam.formats.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.Reference;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Turns jHDF's nodes into descriptions. */
final class Hdf5Describer {
    private final Hdf5Nodes nodes;
    private final Map<Long, String> pathByAddress;

    Hdf5Describer(Hdf5Nodes nodes, Map<Long, String> pathByAddress) {
        this.nodes = nodes;
        this.pathByAddress = pathByAddress;
    }

    Hdf5Dataset describe(String path, Dataset dataset) {
        List<Integer> shape = new ArrayList<>();
        for (int length : dataset.getDimensions()) {
            shape.add(length);
        }
        List<Hdf5Attribute> attributes = attributes(dataset);
        boolean scale = attributes.stream()
                .anyMatch(a -> a.name().equals("CLASS") && a.texts().contains("DIMENSION_SCALE"));
        return new Hdf5Dataset(path, shape, type(dataset), attributes, dimensions(dataset, shape.size()), scale);
    }

    /** Attributes that are text or numbers, by name. */
    List<Hdf5Attribute> attributes(Node node) {
        List<Hdf5Attribute> list = new ArrayList<>();
        for (Attribute attribute : nodes.attributes(node).values()) {
            try {
                Object data = attribute.isEmpty() ? new String[0] : attribute.getData();
                List<String> texts = new ArrayList<>();
                collectTexts(data, texts);
                double[] numbers =
                        attribute.getDataType() instanceof Reference ? new double[0] : Hdf5Numbers.doubles(data);
                list.add(new Hdf5Attribute(attribute.getName(), texts, numbers));
            } catch (HdfException e) {
                // an attribute of a kind that jHDF cannot read says nothing about the values
            }
        }
        return list;
    }

    private static void collectTexts(Object data, List<String> texts) {
        if (data instanceof String text) {
            texts.add(text);
        } else if (data instanceof Object[] array) {
            for (Object element : array) {
                collectTexts(element, texts);
            }
        }
    }

    /** The scale attached to each dimension, from the object references in DIMENSION_LIST (HDF5 dimension scale specification). */
    private List<String> dimensions(Dataset dataset, int rank) {
        String[] names = new String[rank];
        Arrays.fill(names, "");
        Attribute attribute = nodes.attributes(dataset).get("DIMENSION_LIST");
        if (attribute != null && attribute.getDataType() instanceof VariableLength) {
            Object lists = attribute.getData();
            for (int i = 0; i < Math.min(rank, Array.getLength(lists)); i++) {
                Object references = Array.get(lists, i);
                if (references != null && references.getClass().isArray() && Array.getLength(references) > 0) {
                    long address = ((Number) Array.get(references, 0)).longValue();
                    names[i] = pathByAddress.getOrDefault(address, "");
                }
            }
        }
        return List.of(names);
    }

    private static Hdf5Dataset.Type type(Dataset dataset) {
        if (dataset.getDataType() instanceof FloatingPoint real) {
            return real.getSize() == 4
                    ? Hdf5Dataset.Type.FLOAT32
                    : real.getSize() == 8 ? Hdf5Dataset.Type.FLOAT64 : Hdf5Dataset.Type.OTHER;
        }
        if (dataset.getDataType() instanceof FixedPoint integer) {
            return switch (integer.getSize()) {
                case 1 -> integer.isSigned() ? Hdf5Dataset.Type.INT8 : Hdf5Dataset.Type.UINT8;
                case 2 -> integer.isSigned() ? Hdf5Dataset.Type.INT16 : Hdf5Dataset.Type.UINT16;
                case 4 -> integer.isSigned() ? Hdf5Dataset.Type.INT32 : Hdf5Dataset.Type.UINT32;
                case 8 -> integer.isSigned() ? Hdf5Dataset.Type.INT64 : Hdf5Dataset.Type.UINT64;
                default -> Hdf5Dataset.Type.OTHER;
            };
        }
        boolean text = dataset.getDataType() instanceof StringData
                || (dataset.getDataType() instanceof VariableLength && dataset.getJavaType() == String.class);
        return text ? Hdf5Dataset.Type.TEXT : Hdf5Dataset.Type.OTHER;
    }
}
