package org.geoanomaly.gam.pipeline.config;

/** {@code preprocessing.filter_params}: what is filtered out before gridding, for each modality. */
public record FilterParams(PotentialField gravity, PotentialField magnetic, Seismic seismic, Insar insar) {
    public static final FilterParams DEFAULT = new FilterParams(
            new PotentialField(6, 0, 0), new PotentialField(6, 0, 0), new Seismic(8, 10), new Insar(0.3, 4));

    /**
     * Gravity or magnetic readings.
     *
     * @param outlierSigma readings further than this many robust standard deviations from their neighbours go; 0 keeps all
     * @param lowPassKm shorter wavelengths go; 0 for no filter
     * @param highPassKm longer wavelengths go; 0 for no filter
     */
    public record PotentialField(double outlierSigma, double lowPassKm, double highPassKm) {
        private static PotentialField read(SectionReader in, PotentialField d) {
            return new PotentialField(
                    in.number("outlier_sigma", d.outlierSigma, Limits.NOT_NEGATIVE),
                    in.number("low_pass_km", d.lowPassKm, Limits.NOT_NEGATIVE),
                    in.number("high_pass_km", d.highPassKm, Limits.NOT_NEGATIVE));
        }
    }

    /**
     * Arrival times.
     *
     * @param minPicks events with fewer picks go
     * @param maxResidualS picks further than this many seconds from the starting model go
     */
    public record Seismic(int minPicks, double maxResidualS) {
        private static Seismic read(SectionReader in, Seismic d) {
            return new Seismic(
                    in.integer("min_picks", d.minPicks, 1, 100_000),
                    in.number("max_residual_s", d.maxResidualS, Limits.POSITIVE));
        }
    }

    /**
     * Displacements.
     *
     * @param minCoherence pixels below it go, 0..1
     * @param looks pixels averaged in each direction
     */
    public record Insar(double minCoherence, int looks) {
        private static Insar read(SectionReader in, Insar d) {
            return new Insar(
                    in.number("min_coherence", d.minCoherence, Limits.FRACTION), in.integer("looks", d.looks, 1, 1000));
        }
    }

    static FilterParams read(SectionReader in) {
        return new FilterParams(
                in.section("gravity", s -> PotentialField.read(s, DEFAULT.gravity)),
                in.section("magnetic", s -> PotentialField.read(s, DEFAULT.magnetic)),
                in.section("seismic", s -> Seismic.read(s, DEFAULT.seismic)),
                in.section("insar", s -> Insar.read(s, DEFAULT.insar)));
    }
}
