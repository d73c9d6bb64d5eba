package org.geoanomaly.gam.pipeline.fuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * The precision-weighted mean of all properties, each in standard deviations {@code modeling.priors.<modality>.std}: a density contrast of 200
 * kg/m³ and a susceptibility of 0.02 SI are as much as each other by default, and positive is dense and magnetic. The weight of a modality
 * in a cell is its information q = τ²/σ² − 1 there, so one that sees nothing has none, and its contribution is NaN, not 0; what is
 * known of the mean of a block of f × f columns is known of each of its cells to the part 1/f², for cells of a block may differ. {@code modeling.joint_weight} is the correlation that the
 * properties are taken to have before the data: at 1 all modalities measure one structure, and evidence that agrees adds up; at 0 each measures its
 * own, and the fused value is the plain weighted mean. See {@link JointGaussian}.
 */
public final class GaussianFusion implements ModelFusion {
    /** A modality from which less of a cell's prior variance is gone says nothing about the cell. */
    static final double ASSESSED = 1e-5;

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public FusedModel fuse(
            List<PropertyModel> models, RegularMesh mesh, ModelingSection settings, StageContext context) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("there is no model to fuse");
        }
        Fusing fusing = new Fusing(models, mesh, settings);
        context.workers().forEach(mesh.nz(), k -> {
            if (context.stop().getAsBoolean()) {
                throw new CancellationException("the fusion was stopped");
            }
            fusing.layer(k);
        });
        return fusing.result();
    }

    /** Layers are independent of each other and write to their own cells. */
    private static final class Fusing {
        private final List<PropertyModel> models;
        private final RegularMesh mesh;
        private final double rho;
        private final int[] block;
        private final double[] scale;
        private final float[] score;
        private final float[] deviation;
        private final List<float[]> contributions = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Fusing(List<PropertyModel> models, RegularMesh mesh, ModelingSection settings) {
            this.models = List.copyOf(models);
            this.mesh = mesh;
            this.rho = settings.jointWeight();
            this.block = models.stream().mapToInt(m -> block(m, mesh)).toArray();
            this.scale = models.stream()
                    .mapToDouble(m -> scale(m, settings.priors()))
                    .toArray();
            this.score = new float[mesh.cells()];
            this.deviation = new float[mesh.cells()];
            models.forEach(m -> contributions.add(new float[mesh.cells()]));
        }

        private static int block(PropertyModel model, RegularMesh mesh) {
            RegularMesh own = model.mesh();
            int f = mesh.nx() / Math.max(1, own.nx());
            boolean fits = f >= 1 && own.nx() * f == mesh.nx() && own.ny() * f == mesh.ny() && own.nz() == mesh.nz();
            if (!fits) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the model of %s has %d x %d x %d cells, which are no blocks of %d x %d x %d",
                        model.modality(),
                        own.nx(),
                        own.ny(),
                        own.nz(),
                        mesh.nx(),
                        mesh.ny(),
                        mesh.nz()));
            }
            return f;
        }

        private double scale(PropertyModel model, Priors priors) {
            double std = priors.of(model.modality()).map(Priors.Prior::std).orElse(Double.NaN);
            String from = "modeling.priors." + model.modality() + ".std";
            if (Double.isNaN(std)) {
                float[] sorted = model.prior().clone();
                Arrays.sort(sorted);
                std = sorted[sorted.length / 2] > 0 ? sorted[sorted.length / 2] : 1.0;
                from = "the median of its prior, as modeling.priors does not know it";
            }
            notes.add(String.format(
                    Locale.ROOT,
                    "1 in the score is %.4g %s of %s (%s)",
                    std,
                    model.property().unit().symbol(),
                    model.property().name(),
                    from));
            return std;
        }

        void layer(int k) {
            int n = models.size();
            JointGaussian joint = new JointGaussian(n, rho);
            double[] mean = new double[n];
            double[] information = new double[n];
            double[] weight = new double[n];
            for (int j = 0; j < mesh.ny(); j++) {
                for (int i = 0; i < mesh.nx(); i++) {
                    double total = 0;
                    for (int m = 0; m < n; m++) {
                        total += read(m, i, j, k, mean, information, weight);
                    }
                    write(mesh.index(i, j, k), total, joint, mean, information, weight);
                }
            }
        }

        /** Standardises modality m in a cell; answers its information. {@code weight} becomes τ in units of the score. */
        private double read(int m, int i, int j, int k, double[] mean, double[] information, double[] weight) {
            PropertyModel model = models.get(m);
            int c = model.mesh().index(i / block[m], j / block[m], k);
            double tau = model.prior()[c];
            double ratio = model.deviation()[c] / tau;
            double gone = 1.0 - ratio * ratio;
            boolean informed = gone >= ASSESSED && ratio > 0 && Float.isFinite(model.value()[c]);
            mean[m] = informed ? model.value()[c] / tau : 0.0;
            information[m] = informed ? gone / (ratio * ratio) / ((double) block[m] * block[m]) : 0.0;
            weight[m] = informed ? tau / scale[m] : 0.0;
            return information[m];
        }

        private void write(
                int cell, double total, JointGaussian joint, double[] mean, double[] information, double[] weight) {
            if (!(total > 0)) {
                score[cell] = Float.NaN;
                deviation[cell] = Float.NaN;
                contributions.forEach(c -> c[cell] = Float.NaN);
                return;
            }
            for (int m = 0; m < mean.length; m++) {
                weight[m] *= information[m] / total;
            }
            joint.combine(mean, information, weight, mean.length);
            double sum = 0;
            for (int m = 0; m < mean.length; m++) {
                boolean assessed = information[m] > 0;
                float part = assessed ? (float) joint.contribution(m) : Float.NaN;
                contributions.get(m)[cell] = part;
                sum += assessed ? part : 0;
            }
            score[cell] = (float) sum;
            deviation[cell] = (float) Math.sqrt(joint.variance());
        }

        FusedModel result() {
            Map<String, float[]> parts = new LinkedHashMap<>();
            int[] assessed = new int[1];
            for (float s : score) {
                assessed[0] += Float.isNaN(s) ? 0 : 1;
            }
            for (int m = 0; m < models.size(); m++) {
                parts.put(models.get(m).modality(), contributions.get(m));
            }
            notes.add(String.format(
                    Locale.ROOT,
                    "correlation of properties before the data (modeling.joint_weight): %.3g; positive is dense, magnetic, fast",
                    rho));
            notes.add(assessed[0] + " of " + score.length + " cells assessed; the others are seen by no modality");
            return new FusedModel(mesh, score, deviation, parts, notes);
        }
    }
}
