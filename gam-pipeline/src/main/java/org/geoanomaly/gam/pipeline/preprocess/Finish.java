package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.FilterParams.PotentialField;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.ProcessedData.Ambient;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.gridding.NodeValues;
import org.geoanomaly.gam.pipeline.preprocess.plane.FieldFilters;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.jspecify.annotations.Nullable;

/** What is done to values at nodes, and the answer. */
final class Finish {
    private final Job job;

    Finish(Job job) {
        this.job = job;
    }

    /** Wavelengths and regional field as configured. */
    NodeValues filtered(NodeValues in, PotentialField params) {
        requireSome(in);
        job.step("filters");
        FieldFilters filters = new FieldFilters(job.nodes(), in.weights());
        double[] passed = filters.passBand(in.value(), params, job.notes());
        return in.withValues(
                filters.withoutRegional(passed, job.request().settings().regional(), job.notes()));
    }

    private void requireSome(NodeValues in) {
        if (in.known() == 0) {
            throw new PreprocessingException(
                    "no node of the tile around "
                            + String.format(
                                    Locale.ROOT,
                                    "%.2f, %.2f",
                                    job.request().area().frame().latitude(),
                                    job.request().area().frame().longitude())
                            + " (latitude, longitude) has " + job.modality() + " data near enough",
                    "choose another data.bbox, or leave " + job.modality() + " out of data.modalities",
                    null);
        }
    }

    /**
     * The answer.
     *
     * @param supported what the data support, m
     */
    ProcessedData processed(NodeValues in, String quantity, Unit unit, double supported, @Nullable Ambient ambient) {
        Nodes nodes = job.nodes();
        int left = nodes.size() - in.known();
        if (left > 0) {
            job.notes().add(left + " of " + nodes.size() + " nodes have no data near enough and were left empty.");
        }
        PotentialField params = params();
        Double stated = job.facts().resolutionDeg();
        double resolution = Math.max(
                Math.max(nodes.spacing(), supported),
                Math.max(stated == null ? 0 : stated * SupportedSpacing.METRES_PER_DEGREE, 500 * params.lowPassKm()));
        if (resolution > 1.01 * nodes.spacing()) {
            job.notes()
                    .add(String.format(
                            Locale.ROOT,
                            "The lattice has a node every %.3g km, but nothing finer than %.3g km comes from the data.",
                            nodes.spacing() / 1000,
                            resolution / 1000));
        }
        return new ProcessedData(
                job.modality(), quantity, unit, observations(in), lattice(in), resolution, ambient, job.notes());
    }

    /** The configured filters of the modality in hand. */
    PotentialField params() {
        var all = job.request().settings().filterParams();
        return job.modality().equals(StandardPreprocessor.MAGNETIC) ? all.magnetic() : all.gravity();
    }

    private Observations observations(NodeValues in) {
        double[][] columns = new double[5][in.known()];
        int n = 0;
        for (int k = 0; k < job.nodes().size(); k++) {
            if (Double.isFinite(in.value()[k])) {
                columns[0][n] = job.nodes().easting(k);
                columns[1][n] = job.nodes().northing(k);
                columns[2][n] = in.height()[k];
                columns[3][n] = in.value()[k];
                columns[4][n++] = in.uncertainty()[k];
            }
        }
        return new Observations(columns[0], columns[1], columns[2], columns[3], columns[4], Map.of());
    }

    private Lattice lattice(NodeValues in) {
        Nodes nodes = job.nodes();
        return new Lattice(
                new double[] {nodes.west(), nodes.south()},
                nodes.spacing(),
                nodes.columns(),
                nodes.rows(),
                floats(in.value()),
                floats(in.uncertainty()),
                floats(in.height()));
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) values[k];
        }
        return out;
    }
}
