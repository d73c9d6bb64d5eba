package org.geoanomaly.gam.pipeline.visual.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.FitSummary;
import org.geoanomaly.gam.pipeline.visual.map.Words;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** The figures, and how well each modality's model explains its data. */
final class FitSection {
    private static final int MOST_TILES = 100;

    private final RegionResult result;
    private final List<DrawnFigure> figures;

    FitSection(RegionResult result, List<DrawnFigure> figures) {
        this.result = result;
        this.figures = figures;
    }

    void write(Markup page) {
        page.open("section", "class", "card", "id", "figures", "aria-labelledby", "figures-title");
        page.element("h2", "Figures", "id", "figures-title");
        page.element("p", "The same pictures are in the folder maps/ with 300 dots an inch.");
        figures(page, "");
        page.close("section").line();
        for (ModalityResult modality : result.modalities()) {
            page.open("section", "class", "card");
            page.element("h2", Words.title(modality.modality()));
            fit(page, modality);
            page.element("h3", "Processing");
            SummarySection.notes(page, notes(modality));
            figures(page, modality.modality());
            page.close("section").line();
        }
    }

    private void figures(Markup page, String subject) {
        for (DrawnFigure figure : figures) {
            if (figure.subject().equals(subject)) {
                page.open("figure");
                page.image(figure.png(), figure.title() + ": " + figure.caption());
                page.element("figcaption", figure.title() + ". " + figure.caption());
                page.close("figure").line();
            }
        }
    }

    private static List<String> notes(ModalityResult modality) {
        Set<String> notes = new LinkedHashSet<>(modality.notes());
        modality.fits().forEach(f -> notes.addAll(f.fit().quality().notes()));
        return new ArrayList<>(notes);
    }

    private static void fit(Markup page, ModalityResult modality) {
        String unit = modality.grid().layers().values().stream()
                .findFirst()
                .map(g -> Words.symbol(g.unit()))
                .orElse("");
        page.element("p", FitSummary.of(modality).text(unit) + ".");
        if (modality.fits().isEmpty()) {
            return;
        }
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Fits by tile");
        page.open("table", "class", "sortable").element("caption", "The inversion, tile by tile");
        page.open("thead").open("tr");
        page.element("th", "tile", "scope", "col", "aria-sort", "none");
        for (String name : List.of("observations", "χ²/N", "steps")) {
            page.element("th", name, "scope", "col", "class", "number", "aria-sort", "none");
        }
        page.element("th", "end", "scope", "col", "aria-sort", "none");
        page.element("th", "method", "scope", "col", "aria-sort", "none");
        page.close("tr").close("thead").open("tbody").line();
        for (ModalityResult.TileFit fit :
                modality.fits().stream().limit(MOST_TILES).toList()) {
            row(page, fit);
        }
        page.close("tbody").close("table").close("div").line();
        if (modality.fits().size() > MOST_TILES) {
            page.element(
                    "p", "The first " + MOST_TILES + " of " + modality.fits().size() + " tiles.");
        }
    }

    private static void row(Markup page, ModalityResult.TileFit fit) {
        ModelFit.Quality quality = fit.fit().quality();
        int n = fit.observed().size();
        page.open("tr").element("td", fit.tile());
        page.element("td", Numbers.count(n), "class", "number", "data-value", String.valueOf(n));
        page.element("td", Ticks.brief(quality.chi()), "class", "number", "data-value", String.valueOf(quality.chi()));
        page.element("td", String.valueOf(fit.fit().steps().size()), "class", "number");
        page.element("td", quality.converged() ? "converged" : "not converged");
        page.element("td", quality.method(), "class", "wide");
        page.close("tr").line();
    }
}
