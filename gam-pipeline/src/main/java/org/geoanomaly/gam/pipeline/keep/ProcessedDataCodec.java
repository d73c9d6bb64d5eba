package org.geoanomaly.gam.pipeline.keep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.jspecify.annotations.Nullable;

/** {@link ProcessedData} as arrays. */
public final class ProcessedDataCodec implements ProductCodec<ProcessedData> {
    private static final String FURTHER = "further_";

    /** What is not an array. */
    record Head(
            String modality,
            String quantity,
            Unit unit,
            double resolutionM,
            ProcessedData.@Nullable Ambient ambient,
            List<String> notes,
            List<String> further,
            @Nullable Shape lattice) {}

    /** A lattice without its values. */
    record Shape(double west, double south, double spacing, int columns, int rows) {}

    @Override
    public HdfArrays.Builder encode(ProcessedData data) {
        Observations o = data.observations();
        Lattice lattice = data.lattice();
        Shape shape = lattice == null
                ? null
                : new Shape(lattice.west(), lattice.south(), lattice.spacing(), lattice.columns(), lattice.rows());
        HdfArrays.Builder out = HdfArrays.builder(ProductCodec.header(new Head(
                        data.modality(),
                        data.quantity(),
                        data.unit(),
                        data.resolutionM(),
                        data.ambient(),
                        data.notes(),
                        List.copyOf(o.further().keySet()),
                        shape)))
                .add("easting", o.easting())
                .add("northing", o.northing())
                .add("height", o.height())
                .add("value", o.value())
                .add("uncertainty", o.uncertainty());
        o.further().forEach((name, column) -> out.add(FURTHER + name, column));
        if (lattice != null) {
            out.add("lattice_value", lattice.value(), lattice.rows(), lattice.columns())
                    .add("lattice_uncertainty", lattice.uncertainty(), lattice.rows(), lattice.columns())
                    .add("lattice_height", lattice.height(), lattice.rows(), lattice.columns());
        }
        return out;
    }

    @Override
    public ProcessedData decode(HdfArrays in) {
        Head head = ProductCodec.head(in, Head.class);
        Map<String, double[]> further = new LinkedHashMap<>();
        head.further().forEach(name -> further.put(name, in.doubles(FURTHER + name)));
        Observations observations = new Observations(
                in.doubles("easting"),
                in.doubles("northing"),
                in.doubles("height"),
                in.doubles("value"),
                in.doubles("uncertainty"),
                further);
        Shape shape = head.lattice();
        Lattice lattice = shape == null
                ? null
                : new Lattice(
                        new double[] {shape.west(), shape.south()},
                        shape.spacing(),
                        shape.columns(),
                        shape.rows(),
                        in.floats("lattice_value"),
                        in.floats("lattice_uncertainty"),
                        in.floats("lattice_height"));
        return new ProcessedData(
                head.modality(),
                head.quantity(),
                head.unit(),
                observations,
                lattice,
                head.resolutionM(),
                head.ambient(),
                head.notes());
    }
}
