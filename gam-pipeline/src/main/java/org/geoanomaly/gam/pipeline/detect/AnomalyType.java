package org.geoanomaly.gam.pipeline.detect;

import java.util.Map;
import java.util.StringJoiner;

/**
 * Names of bodies from the signs of what each modality says. Depth plays no part in it, and nothing is called a rock or a void: that takes
 * more evidence than signs.
 */
final class AnomalyType {
    static final String UNCLASSIFIED = "unclassified";

    /** A modality that brings less than this part of the largest contribution says nothing about the kind. */
    private static final double NOTABLE = 1.0 / 3.0;

    private AnomalyType() {}

    /** Such as {@code dense}, {@code light_magnetic}; {@code unclassified} if no known modality stands out. */
    static String of(Map<String, Double> contributions) {
        double largest =
                contributions.values().stream().mapToDouble(Math::abs).max().orElse(0.0);
        StringJoiner name = new StringJoiner("_");
        for (String modality : new String[] {"gravity", "magnetic", "seismic", "insar"}) {
            double part = contributions.getOrDefault(modality, 0.0);
            if (largest > 0 && Math.abs(part) >= NOTABLE * largest) {
                name.add(word(modality, part > 0));
            }
        }
        return name.length() == 0 ? UNCLASSIFIED : name.toString();
    }

    private static String word(String modality, boolean positive) {
        return switch (modality) {
            case "gravity" -> positive ? "dense" : "light";
            case "magnetic" -> positive ? "magnetic" : "nonmagnetic";
            case "seismic" -> positive ? "fast" : "slow";
            default -> positive ? "inflating" : "deflating";
        };
    }
}
