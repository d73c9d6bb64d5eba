package org.geoanomaly.gam.pipeline.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.seam.SeamStatistics;

/**
 * Checkpoint 4: tiles fit together. Measured layers are cut from one grid, so their values may not jump more across a tile edge than
 * inside; a fused layer normalised tile by tile does, and is only warned about.
 */
public final class SeamCheck {
    public static final String NAME = "seams";
    /** Ratio of jumps that noise alone does not reach over a hundred cells of an edge. */
    private static final double MEASURED_LIMIT = 3;

    private static final double FUSED_WARNING = 1.5;

    private SeamCheck() {}

    /**
     * Judges the seams of all layers.
     *
     * @param seams by layer
     * @param cellsInSource for each layer, how many 0.1° cells one source cell spans: enlarged cells jump only at their own edges
     */
    public static CheckResult check(Map<Layer, SeamStatistics> seams, Map<Layer, Double> cellsInSource) {
        List<Finding> findings = new ArrayList<>();
        seams.forEach((layer, s) -> {
            double limit = layer == Layer.FUSED
                    ? FUSED_WARNING
                    : MEASURED_LIMIT * Math.max(1, cellsInSource.getOrDefault(layer, 1.0));
            if (s.ratio() > limit) {
                String message = String.format(
                        Locale.ROOT,
                        "values jump %.2f times as much across tile edges as inside (mean %.3g %s, worst %s)",
                        s.ratio(),
                        s.mean(),
                        layer.unit().symbol(),
                        s.worst());
                findings.add(
                        layer == Layer.FUSED
                                ? Finding.warning(
                                        layer.id(),
                                        message
                                                + "; per-tile normalisation makes steps, --normalization rolling does not")
                                : Finding.error(layer.id(), message + "; tiles do not belong together"));
            }
        });
        return new CheckResult(NAME, summary(seams), findings);
    }

    private static String summary(Map<Layer, SeamStatistics> seams) {
        List<String> parts = new ArrayList<>();
        seams.forEach((layer, s) -> parts.add(
                s.edges() == 0
                        ? layer.id() + " no edges"
                        : String.format(Locale.ROOT, "%s %d edges, ratio %.2f", layer.id(), s.edges(), s.ratio())));
        return String.join("; ", parts);
    }
}
