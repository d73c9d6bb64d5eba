package org.geoanomaly.gam.pipeline.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.gfc.GfcHeader;
import org.geoanomaly.gam.formats.gfc.GfcModel;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.pipeline.synth.SynthResult.Fact;

/**
 * What a model file is, for people.
 *
 * @param kind in words
 * @param facts name, degrees, resolution, constants, epochs
 * @param problems what a user should know before trusting it, one sentence for each
 */
public record ModelDescription(String kind, List<Fact> facts, List<String> problems) {
    private static final double J2000 = 2000.0 + 0.5 / 366;

    public ModelDescription {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
    }

    public static ModelDescription of(ModelSource source) {
        return source instanceof ModelSource.Gravity gravity
                ? gravity(gravity.file())
                : magnetic(((ModelSource.Magnetic) source).file());
    }

    private static ModelDescription gravity(GfcModel file) {
        GfcHeader h = file.header();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("model", h.modelName().isEmpty() ? "not stated" : h.modelName()));
        facts.add(new Fact("body", h.body()));
        facts.add(new Fact("degree", Integer.toString(h.maxDegree())));
        facts.add(new Fact("resolution", resolution(h.maxDegree(), h.radius())));
        facts.add(new Fact("coefficient pairs", Integer.toString(file.size())));
        facts.add(new Fact("GM", h.gravityConstant() + " m³/s²"));
        facts.add(new Fact("radius", h.radius() + " m"));
        facts.add(new Fact("tide system", h.tideSystem()));
        facts.add(new Fact("normalisation", h.normalized() ? "full" : "none in the file; full as read"));
        facts.add(new Fact("sigmas", sigmas(h.errors())));
        double[] validity = file.validity();
        facts.add(new Fact("epoch", validity == null ? "static" : years(validity)));
        List<String> problems = new ArrayList<>();
        if (h.modelName().isEmpty()) {
            problems.add("the header names no model");
        }
        if (h.tideSystem().equals("unknown")) {
            problems.add(
                    "the tide system is unknown, so it cannot be converted; C20 is uncertain by 4e-9, the geoid by 0.2 m");
        }
        boolean[] whole = {false};
        file.forEach(Double.NaN, (n, m, c, s) -> whole[0] |= n == 0);
        if (!whole[0]) {
            problems.add("there is no coefficient of degree 0; it is taken as 1, the mass that GM states");
        }
        int full = (h.maxDegree() + 1) * (h.maxDegree() + 2) / 2;
        // degrees 0 and 1 are often left out
        if (file.size() < full - 3) {
            problems.add(full - file.size() + " of " + full + " coefficient pairs are left out and taken as 0");
        }
        return new ModelDescription("ICGEM gravity field model", facts, problems);
    }

    private static String sigmas(String errors) {
        return switch (errors) {
            case "" -> "not stated";
            case "no" -> "none";
            default -> errors;
        };
    }

    private static String years(double[] julian) {
        String from = year(julian[0]);
        return "changes with time, from " + from + (Double.isInfinite(julian[1]) ? " on" : " to " + year(julian[1]));
    }

    private static String year(double julian) {
        return String.format(Locale.ROOT, "%.2f", J2000 + julian * 365.25 / 365.2425);
    }

    private static ModelDescription magnetic(ShcModel file) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("model", file.name()));
        facts.add(new Fact("degree", file.minDegree() + " to " + file.maxDegree()));
        facts.add(new Fact("resolution", resolution(file.maxDegree(), RADIUS)));
        facts.add(new Fact("radius", RADIUS + " m"));
        facts.add(new Fact(
                "epoch", file.isStatic() ? file.validFrom() + ", static" : file.validFrom() + " to " + file.validTo()));
        return new ModelDescription("magnetic potential model, Gauss coefficients in nT", facts, List.of());
    }

    private static final double RADIUS = org.geoanomaly.gam.geophysics.spherical.MagneticModel.RADIUS;

    private static String resolution(int degree, double radius) {
        if (degree == 0) {
            return "none";
        }
        return String.format(
                Locale.ROOT,
                "%.4g° (%.0f km): half the shortest wavelength",
                180.0 / degree,
                Math.PI * radius / degree / 1000);
    }
}
