package org.geoanomaly.gam.pipeline.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.jspecify.annotations.Nullable;

/** Values as text that is equal if and only if, but for accidents of hashing, every bit of every number is. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(RawData data) {
        String facts = data.facts().toString();
        if (data instanceof RawData.Points points) {
            return facts + columns(points.columns());
        }
        RawData.Gridded gridded = (RawData.Gridded) data;
        return facts + of(gridded.grid()) + of(gridded.uncertainty());
    }

    private static String of(@Nullable FloatGrid grid) {
        return grid == null ? "none" : grid.geometry() + " " + grid.unit() + " " + Arrays.hashCode(grid.values());
    }

    private static String columns(Map<String, double[]> columns) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(columns)
                .forEach((name, c) ->
                        text.append(name).append(c.length).append(' ').append(Arrays.hashCode(c)));
        return text.toString();
    }

    static String of(ProcessedData data) {
        Lattice lattice = data.lattice();
        String grid = lattice == null
                ? "none"
                : Arrays.hashCode(lattice.value()) + " " + Arrays.hashCode(lattice.uncertainty()) + " "
                        + Arrays.hashCode(lattice.height());
        return data.modality()
                + data.quantity()
                + data.unit()
                + data.resolutionM()
                + data.ambient()
                + data.notes()
                + of(data.observations())
                + grid;
    }

    static String of(Observations o) {
        return Arrays.hashCode(o.easting()) + " " + Arrays.hashCode(o.northing()) + " " + Arrays.hashCode(o.height())
                + " " + Arrays.hashCode(o.value()) + " " + Arrays.hashCode(o.uncertainty()) + columns(o.further());
    }

    static String of(PropertyModel model) {
        return model.modality() + model.property() + Arrays.hashCode(model.value()) + " "
                + Arrays.hashCode(model.deviation()) + " " + Arrays.hashCode(model.prior()) + " "
                + Arrays.hashCode(model.fit().predicted())
                + Arrays.hashCode(model.fit().resolution()) + model.fit().quality();
    }

    static String of(FusedModel model) {
        StringBuilder text = new StringBuilder();
        text.append(Arrays.hashCode(model.score()))
                .append(' ')
                .append(Arrays.hashCode(model.deviation()))
                .append(model.notes());
        model.contributions().forEach((name, values) -> text.append(name).append(Arrays.hashCode(values)));
        return text.toString();
    }
}
