package org.geoanomaly.gam.pipeline.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code modeling.priors}: what is known about each property before any data.
 *
 * @param others of the modalities of plugins, by modality
 */
public record Priors(
        Prior gravity,
        Prior magnetic,
        Prior seismic,
        Prior insar,
        @RecordTree.Flat Map<String, Prior> others) {
    public static final Priors DEFAULT = new Priors(
            new Prior(0, 200, -1000, 1000),
            new Prior(0, 0.02, -0.5, 1),
            new Prior(0, 0.05, -0.5, 0.5),
            new Prior(0, 1e-4, -0.01, 0.01));

    public Priors {
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** Without modalities of plugins. */
    public Priors(Prior gravity, Prior magnetic, Prior seismic, Prior insar) {
        this(gravity, magnetic, seismic, insar, Map.of());
    }

    /** The prior of a modality; empty if the configuration was bound without whatever knows it. */
    public Optional<Prior> of(String modality) {
        return Optional.ofNullable(
                switch (modality) {
                    case "gravity" -> gravity;
                    case "magnetic" -> magnetic;
                    case "seismic" -> seismic;
                    case "insar" -> insar;
                    default -> others.get(modality);
                });
    }

    /**
     * A normal prior with hard bounds. Units: density contrast in kg/m³ (gravity), susceptibility in SI (magnetic), relative velocity
     * perturbation (seismic), volume strain (insar).
     *
     * @param std standard deviation
     */
    public record Prior(double mean, double std, double lower, double upper) {
        private static Prior read(SectionReader in, Prior d) {
            Prior prior = new Prior(
                    in.number("mean", d.mean, Limits.FINITE),
                    in.number("std", d.std, Limits.POSITIVE),
                    in.number("lower", d.lower, Limits.FINITE),
                    in.number("upper", d.upper, Limits.FINITE));
            ConfigNode at = in.value(in.value("upper") != null ? "upper" : "lower");
            if (at != null && !(prior.lower < prior.upper)) {
                in.problem(at, "lower", prior.lower + " is not below upper " + prior.upper, null, null);
                return d;
            }
            return prior;
        }
    }

    /** @param defaults of the modalities that inverters serve, by modality */
    static Priors read(SectionReader in, Map<String, Prior> defaults) {
        Map<String, Prior> others = new TreeMap<>();
        defaults.forEach((modality, prior) -> {
            if (DEFAULT.of(modality).isEmpty()) {
                others.put(modality, in.section(modality, s -> Prior.read(s, prior)));
            }
        });
        return new Priors(
                in.section("gravity", s -> Prior.read(s, DEFAULT.gravity)),
                in.section("magnetic", s -> Prior.read(s, DEFAULT.magnetic)),
                in.section("seismic", s -> Prior.read(s, DEFAULT.seismic)),
                in.section("insar", s -> Prior.read(s, DEFAULT.insar)),
                others);
    }
}
