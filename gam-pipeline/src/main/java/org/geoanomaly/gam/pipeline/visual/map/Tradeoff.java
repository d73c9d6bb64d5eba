package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;

/**
 * The L-curve: model norm against misfit for the trade-offs that were tried, the chosen one marked (P. C. Hansen, SIAM Review 34, 1992).
 * Norms compare only while the weights stay the same, so only steps of the stage that the inversion began with are on it.
 */
final class Tradeoff {
    private Tradeoff() {}

    /** The drawable steps of the first stage, the strongest regularisation last; the step that was tried last ends the list of its stage. */
    static List<InversionStep> of(List<InversionStep> steps) {
        return steps.stream()
                .filter(s -> s.stage().equals(steps.get(0).stage()))
                .filter(s -> positive(s.chi()) && positive(s.modelNorm()) && positive(s.beta()))
                .toList();
    }

    private static boolean positive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    static void draw(Sheet sheet, Rectangle2D box, List<List<InversionStep>> curves) {
        Chart chart =
                Chart.logarithmic(box, range(curves, InversionStep::chi), range(curves, InversionStep::modelNorm));
        chart.axes(sheet, "misfit χ²/N", "model norm", true);
        for (List<InversionStep> steps : curves) {
            List<InversionStep> sorted = steps.stream()
                    .sorted(Comparator.comparingDouble(InversionStep::beta))
                    .toList();
            double[] xs = sorted.stream().mapToDouble(InversionStep::chi).toArray();
            double[] ys = sorted.stream().mapToDouble(InversionStep::modelNorm).toArray();
            chart.curve(sheet, xs, ys, Chart.CURVE, curves.size() == 1);
            InversionStep chosen = steps.get(steps.size() - 1);
            chart.mark(sheet, chosen.chi(), chosen.modelNorm());
        }
        if (curves.size() == 1) {
            List<InversionStep> only = curves.get(0);
            String text = String.format(
                    Locale.ROOT, "β = %.1e", only.get(only.size() - 1).beta());
            sheet.text(text, box.getMaxX() - 16, box.getY() + 34, TextStyle.SMALL, Anchor.END);
        }
    }

    /** With a margin on both sides, and never less than a factor of two. */
    private static double[] range(List<List<InversionStep>> curves, ToDoubleFunction<InversionStep> of) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (List<InversionStep> steps : curves) {
            for (InversionStep step : steps) {
                low = Math.min(low, of.applyAsDouble(step));
                high = Math.max(high, of.applyAsDouble(step));
            }
        }
        double margin = Math.max(1.25, 2 / Math.sqrt(high / low));
        return new double[] {low / margin, high * margin};
    }
}
