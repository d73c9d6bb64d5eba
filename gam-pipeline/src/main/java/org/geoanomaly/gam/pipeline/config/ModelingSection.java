package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;

/**
 * Section {@code modeling}.
 *
 * @param inversionType name of the inverter; plugins may add some
 * @param threshold z score beyond which the {@code zscore} detector reports
 * @param jointWeight weight of the coupling between modalities, 0..1
 * @param fusion name of the fusion of models; plugins may add some
 * @param singleSources fitted to displacements beside the model of cells
 */
public record ModelingSection(
        String inversionType,
        MeshSpec mesh,
        Regularization regularization,
        Priors priors,
        int maxIterations,
        double threshold,
        double jointWeight,
        String fusion,
        DetectorMethod detector,
        SingleSources singleSources)
        implements Serializable {
    public static final ModelingSection DEFAULT = new ModelingSection(
            "smooth",
            MeshSpec.DEFAULT,
            Regularization.DEFAULT,
            Priors.DEFAULT,
            30,
            3,
            0.5,
            "gaussian",
            DetectorMethod.ZSCORE,
            SingleSources.MOGI);

    /** A section with the usual single sources. */
    public ModelingSection(
            String inversionType,
            MeshSpec mesh,
            Regularization regularization,
            Priors priors,
            int maxIterations,
            double threshold,
            double jointWeight,
            String fusion,
            DetectorMethod detector) {
        this(
                inversionType,
                mesh,
                regularization,
                priors,
                maxIterations,
                threshold,
                jointWeight,
                fusion,
                detector,
                SingleSources.MOGI);
    }

    /** What an inverter is given: settings of later stages are the default ones, so that no model depends on them. */
    public ModelingSection forInversion() {
        return new ModelingSection(
                inversionType,
                mesh,
                regularization,
                priors,
                maxIterations,
                DEFAULT.threshold,
                DEFAULT.jointWeight,
                DEFAULT.fusion,
                DEFAULT.detector,
                singleSources);
    }

    /** What a fusion is given: settings of detection are the default ones. */
    public ModelingSection forFusion() {
        return new ModelingSection(
                inversionType,
                mesh,
                regularization,
                priors,
                maxIterations,
                DEFAULT.threshold,
                jointWeight,
                fusion,
                DEFAULT.detector,
                DEFAULT.singleSources);
    }

    static ModelingSection read(SectionReader in, Vocabulary vocabulary) {
        return new ModelingSection(
                in.text("inversion_type", DEFAULT.inversionType),
                in.section("mesh", MeshSpec::read),
                in.section("regularization", Regularization::read),
                in.section("priors", s -> Priors.read(s, vocabulary.priors())),
                in.integer("max_iterations", DEFAULT.maxIterations, 1, 10_000),
                in.number("threshold", DEFAULT.threshold, Limits.upTo(100)),
                in.number("joint_weight", DEFAULT.jointWeight, Limits.FRACTION),
                in.text("fusion", DEFAULT.fusion),
                in.choice("detector", DEFAULT.detector),
                in.choice("single_sources", DEFAULT.singleSources));
    }
}
