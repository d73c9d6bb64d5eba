package org.geoanomaly.gam.pipeline.preprocess.gridding;

import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.equivalent.FitMonitor;
import org.geoanomaly.gam.geophysics.equivalent.LayerKernel;
import org.geoanomaly.gam.geophysics.equivalent.PoleReduction;
import org.geoanomaly.gam.geophysics.equivalent.Stations;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.pipeline.data.ProcessedData.Ambient;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;

/** A total-field anomaly at nodes as it would be at the pole, by equivalent dipoles, so that holes and uneven heights do no harm. */
public final class PoleStep {
    private final Nodes nodes;
    private final Parallelism parallel;
    private final BooleanSupplier stop;

    /** @param stop whether to stop, asked during the fit */
    public PoleStep(Nodes nodes, Parallelism parallel, BooleanSupplier stop) {
        this.nodes = nodes;
        this.parallel = parallel;
        this.stop = stop;
    }

    /** The reduced values where there are values; magnetisation is taken to be induced. */
    public NodeValues of(NodeValues in, Ambient ambient) {
        int n = in.known();
        double[][] c = new double[5][n];
        int[] node = new int[n];
        int k = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (Double.isFinite(in.value()[i])) {
                c[0][k] = nodes.easting(i);
                c[1][k] = nodes.northing(i);
                c[2][k] = in.height()[i];
                c[3][k] = in.value()[i];
                c[4][k] = in.uncertainty()[i];
                node[k++] = i;
            }
        }
        Vector3 field = Vector3.ofDirection(ambient.inclination(), ambient.declination());
        double[] reduced = PoleReduction.reduce(
                Stations.of(c[0], c[1], c[2], c[3], c[4]),
                PoleReduction.settings(new LayerKernel.Dipole(field, field)).withSpacing(nodes.spacing()),
                new ObservationPoints(c[0], c[1], c[2]),
                parallel,
                new FitMonitor() {
                    @Override
                    public boolean cancelled() {
                        return stop.getAsBoolean();
                    }

                    @Override
                    public void progress(double share) {}
                });
        double[] out = in.value().clone();
        for (int i = 0; i < n; i++) {
            out[node[i]] = reduced[i];
        }
        return in.withValues(out);
    }
}
