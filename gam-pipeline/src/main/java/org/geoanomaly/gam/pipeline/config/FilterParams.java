package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** {@code preprocessing.filter_params}: what is filtered out before gridding, for each modality. */
public record FilterParams(PotentialField gravity, PotentialField magnetic, Seismic seismic, Insar insar)
        implements Serializable {
    public static final FilterParams DEFAULT = new FilterParams(
            new PotentialField(6, 0, 0),
            new PotentialField(6, 0, 0),
            new Seismic(8, 10),
            new Insar(0.3, 4, 2000, null, true, true));

    /**
     * Gravity or magnetic readings.
     *
     * @param outlierSigma readings further than this many robust standard deviations from their neighbours go; 0 keeps all
     * @param lowPassKm shorter wavelengths go; 0 for no filter
     * @param highPassKm longer wavelengths go; 0 for no filter
     */
    public record PotentialField(double outlierSigma, double lowPassKm, double highPassKm) implements Serializable {
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
    public record Seismic(int minPicks, double maxResidualS) implements Serializable {
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
     * @param looks the smallest square of the quadtree, in distances between pixels
     * @param maxPoints of all tracks together after the reduction by quadtree
     * @param reference place that is taken not to move; null for the median of the far field of each track
     * @param ramp whether the inversion estimates a plane for each track; not where the deformation itself is as wide as the scene
     * @param elevation whether it estimates a part that grows with height
     */
    public record Insar(
            double minCoherence,
            int looks,
            int maxPoints,
            @Nullable Reference reference,
            boolean ramp,
            boolean elevation)
            implements Serializable {
        private static Insar read(SectionReader in, Insar d) {
            return new Insar(
                    in.number("min_coherence", d.minCoherence, Limits.FRACTION),
                    in.integer("looks", d.looks, 1, 1000),
                    in.integer("max_points", d.maxPoints, 20, 20_000),
                    in.value("reference") == null ? null : in.section("reference", Reference::read),
                    in.flag("ramp", d.ramp),
                    in.flag("elevation", d.elevation));
        }
    }

    /**
     * A place whose mean displacement is subtracted.
     *
     * @param latitude degrees
     * @param longitude degrees
     * @param radiusKm pixels within it count
     */
    public record Reference(double latitude, double longitude, double radiusKm) implements Serializable {
        private static Reference read(SectionReader in) {
            for (String key : new String[] {"latitude", "longitude"}) {
                if (in.value(key) == null) {
                    in.missing(key, "a reference is {latitude, longitude, radius_km}");
                }
            }
            return new Reference(
                    in.number("latitude", 0, Limits.between(-90, 90)),
                    in.number("longitude", 0, Limits.between(-180, 360)),
                    in.number("radius_km", 1, Limits.POSITIVE));
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
