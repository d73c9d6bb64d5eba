package org.geoanomaly.gam.pipeline.visual.report;

import java.util.List;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.Words;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** What was found, what is missing and what a reader must know, in words. */
final class SummarySection {
    private static final double LIKELY = 0.5;

    private final RegionResult result;

    SummarySection(RegionResult result) {
        this.result = result;
    }

    void write(Markup page) {
        page.open("section", "class", "card", "id", "summary", "aria-labelledby", "summary-title");
        page.element("h2", "Summary", "id", "summary-title");
        page.element("p", found());
        facts(page);
        for (Gap gap : result.gaps()) {
            page.open("div", "class", "gap", "role", "note");
            page.element("strong", "Missing: " + Words.plain(gap.what()) + " (" + gap.stage() + ")");
            page.open("div").text(gap.message()).close("div").close("div").line();
        }
        page.element("h3", "Resolution and limits");
        notes(page, result.notes());
        page.element("h3", "How to read the numbers");
        reading(page);
        page.close("section").line();
    }

    private String found() {
        List<Anomaly> all = result.anomalies();
        String data =
                result.modalities().stream().map(m -> Words.plain(m.modality())).collect(Collectors.joining(", "));
        String from = data.isEmpty() ? "no data" : data + " data";
        if (all.isEmpty()) {
            return "From " + from + " the run found no anomaly that stands out from its uncertainty.";
        }
        Anomaly first = all.get(0);
        long likely = all.stream().filter(a -> a.confidence() >= LIKELY).count();
        return "From " + from + " the run found " + Numbers.plural(all.size(), "anomaly", "anomalies") + ", "
                + (likely == 0 ? "none" : likely) + " of them with a confidence of at least 50 %. The most certain is "
                + first.id() + " (" + Words.plain(first.type()) + ", confidence " + Numbers.percent(first.confidence())
                + "), with its peak at a depth of " + Words.depth(first.peak().depth()) + ".";
    }

    private void facts(Markup page) {
        RegionModel model = result.fused();
        RegionModel.Depths depths = model.depths();
        page.open("dl", "class", "facts");
        fact(page, "area", Numbers.squareKilometres(result.area()));
        fact(page, "anomalies", Numbers.count(result.anomalies().size()));
        fact(
                page,
                "depths",
                (depths.top(0) == 0 ? "0" : Words.depth(depths.top(0))) + " – "
                        + Words.depth(depths.bottom(depths.count() - 1)));
        fact(page, "model cells", Numbers.count((long) model.geometry().size() * depths.count()));
        for (ModalityResult modality : result.modalities()) {
            int tiles = modality.fits().size();
            long converged = modality.fits().stream()
                    .filter(f -> f.fit().quality().converged())
                    .count();
            String text = tiles == 0
                    ? "no fit"
                    : converged == tiles ? "converged" : converged + " of " + tiles + " tiles converged";
            fact(page, Words.plain(modality.modality()), text);
        }
        page.close("dl").line();
    }

    private static void fact(Markup page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    static void notes(Markup page, List<String> notes) {
        if (notes.isEmpty()) {
            page.element("p", "Nothing was noted.");
            return;
        }
        page.open("ul", "class", "notes");
        notes.forEach(note -> page.element("li", note));
        page.close("ul").line();
    }

    private void reading(Markup page) {
        page.open("ul", "class", "notes");
        page.element(
                "li",
                "The score z says by how many standard deviations of the prior the fused property differs from its"
                        + " surroundings; the sign says which way.");
        page.element(
                "li",
                "The parts of modalities add up to it. A dash, and no value in the files, means not assessed: that"
                        + " modality knows nothing there, which is not the same as a part of 0.");
        page.element(
                "li",
                "An uncertainty is one standard deviation, of the data on a data map, after the inversion on a model."
                        + " Where it comes near the prior's, the data say nothing about that place.");
        page.element(
                "li",
                "Detector " + result.run().config().modeling().detector() + ": a confidence is only as good as its"
                        + " calibration, and neither depth nor type is measured directly. Gravity and magnetic fields"
                        + " alone cannot tell a deep large body from a shallow broad one.");
        page.element(
                "li",
                "Depths are below a height of "
                        + Ticks.label(result.fused().depths().referenceHeight(), 1) + " m above sea level.");
        page.close("ul").line();
    }
}
