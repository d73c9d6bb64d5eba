package org.geoanomaly.gam.pipeline.visual.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.Words;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** The table of all anomalies. */
final class AnomalySection {
    private final List<Anomaly> all;
    private final List<Anomaly> shown;
    private final Set<String> modalities = new LinkedHashSet<>();

    AnomalySection(RegionResult result) {
        this.all = result.anomalies();
        this.shown = all.stream().limit(PageData.MOST_ANOMALIES).toList();
        result.modalities().forEach(m -> modalities.add(m.modality()));
        shown.forEach(a -> modalities.addAll(a.contributions().keySet()));
    }

    void write(Markup page) {
        page.open("section", "class", "card", "id", "anomalies", "aria-labelledby", "anomalies-title");
        page.element("h2", "Anomalies", "id", "anomalies-title");
        if (all.isEmpty()) {
            page.element("p", "None was found.").close("section").line();
            return;
        }
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of anomalies");
        page.open("table", "class", "sortable anomalies");
        String caption = "Most certain first; a click on a column's name sorts, on an id shows it on the map.";
        if (shown.size() < all.size()) {
            caption += " The first " + shown.size() + " of " + all.size() + ": anomalies.csv has them all.";
        }
        page.element("caption", caption);
        head(page);
        page.open("tbody").line();
        shown.forEach(a -> row(page, a));
        page.close("tbody").close("table").close("div").close("section").line();
    }

    private void head(Markup page) {
        page.open("thead").open("tr");
        page.element("th", "id", "scope", "col", "aria-sort", "none");
        page.element("th", "type", "scope", "col", "aria-sort", "none");
        for (String name : List.of(
                "confidence",
                "score",
                "latitude",
                "longitude",
                "depth (km)",
                "top (km)",
                "bottom (km)",
                "extent (km)",
                "volume (km³)",
                "cells")) {
            page.element("th", name, "scope", "col", "class", "number", "aria-sort", "none");
        }
        for (String modality : modalities) {
            page.element(
                    "th", "part of " + Words.plain(modality), "scope", "col", "class", "number", "aria-sort", "none");
        }
        page.close("tr").close("thead").line();
    }

    private void row(Markup page, Anomaly a) {
        page.open("tr", "data-id", a.id());
        page.open("td").element("button", a.id(), "type", "button").close("td");
        page.element("td", Words.plain(a.type()));
        cell(page, a.confidence(), Numbers.percent(a.confidence()));
        cell(page, a.score(), format("%+.2f", a.score()));
        cell(page, a.peak().lat(), format("%.4f", a.peak().lat()));
        cell(page, a.peak().lon(), format("%.4f", a.peak().lon()));
        cell(page, a.peak().depth(), format("%.2f", a.peak().depth() / 1000));
        cell(page, a.body().depthMin(), format("%.2f", a.body().depthMin() / 1000));
        cell(page, a.body().depthMax(), format("%.2f", a.body().depthMax() / 1000));
        cell(page, a.body().extentM(), format("%.1f", a.body().extentM() / 1000));
        cell(page, a.body().volumeM3(), Ticks.brief(a.body().volumeM3() / 1e9));
        cell(page, a.body().cells(), Numbers.count(a.body().cells()));
        for (String modality : modalities) {
            Double part = a.contributions().get(modality);
            cell(page, part == null ? 0 : part, part == null ? "–" : format("%+.2f", part));
        }
        page.close("tr").line();
    }

    private static void cell(Markup page, double value, String text) {
        page.element("td", text, "class", "number", "data-value", String.valueOf(value));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value).replace('-', '\u2212');
    }
}
