package org.geoanomaly.gam.pipeline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;

/**
 * Names of bodies from the signs of what each modality says. Depth plays no part in it, and nothing is called a rock or a void: that takes
 * more evidence than signs.
 */
final class AnomalyType {
    static final String UNCLASSIFIED = "unclassified";

    /** A modality that brings less than this part of the largest contribution says nothing about the kind. */
    private static final double NOTABLE = 1.0 / 3.0;

    private AnomalyType() {}

    /**
     * Such as {@code dense}, {@code light_magnetic}; {@code unclassified} if no described modality stands out. A word that two modalities
     * share stands once.
     */
    static String of(Map<String, Double> contributions, List<ModalityDescription> modalities) {
        double largest =
                contributions.values().stream().mapToDouble(Math::abs).max().orElse(0.0);
        List<String> said = new ArrayList<>();
        for (ModalityDescription modality : modalities) {
            double part = contributions.getOrDefault(modality.modality(), 0.0);
            String word = part > 0 ? modality.positive() : modality.negative();
            if (largest > 0 && Math.abs(part) >= NOTABLE * largest && !said.contains(word)) {
                said.add(word);
            }
        }
        return said.isEmpty() ? UNCLASSIFIED : String.join("_", said);
    }
}
