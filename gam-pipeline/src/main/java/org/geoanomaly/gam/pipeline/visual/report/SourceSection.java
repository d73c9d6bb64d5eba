package org.geoanomaly.gam.pipeline.visual.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.manifest.ConfigurationSnapshot;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.visual.map.Words;

/** Where the data come from and how the run was set. */
final class SourceSection {
    private SourceSection() {}

    static void write(Markup page, RegionResult result) {
        RegionResult.Run run = result.run();
        page.open("section", "class", "card", "id", "sources", "aria-labelledby", "sources-title");
        page.element("h2", "Sources and settings", "id", "sources-title");
        page.element(
                "p",
                "GeoAnomalyMapper " + ProgramVersion.text() + ", run " + run.id() + " of " + RunClock.iso(run.start())
                        + ". The same inputs, settings and version give the same files, byte by byte.");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of inputs");
        page.open("table")
                .element("caption", "Inputs: cite them when you use these results")
                .open("thead")
                .open("tr");
        for (String name : List.of("for", "source", "citation", "licence", "file", "SHA-256")) {
            page.element("th", name, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody").line();
        run.inputs().forEach(input -> row(page, input));
        page.close("tbody").close("table").close("div").line();
        page.open("details").element("summary", "Effective configuration").open("pre", "tabindex", "0");
        page.text(configuration(run)).close("pre").close("details");
        page.close("section").line();
    }

    private static void row(Markup page, RegionResult.Input input) {
        ResolvedSource source = input.source();
        page.open("tr").element("td", Words.plain(input.modality()));
        page.open("td", "class", "wide")
                .text(source.source().title())
                .open("br")
                .text(source.source().id());
        page.close("td");
        page.element("td", source.citation().isBlank() ? "–" : source.citation(), "class", "wide");
        page.element("td", source.license().isBlank() ? "not stated" : source.license());
        page.open("td", "class", "wide").text(String.valueOf(source.file().getFileName()));
        page.text(", " + Numbers.bytes(source.size()));
        String url = source.url();
        if (url.startsWith("https://") || url.startsWith("http://")) {
            page.open("br").element("a", url, "href", url, "rel", "noopener noreferrer");
        } else if (!url.isEmpty()) {
            page.open("br").text(url);
        }
        page.close("td")
                .element("td", source.sha256(), "class", "hash")
                .close("tr")
                .line();
    }

    private static String configuration(RegionResult.Run run) {
        byte[] pretty =
                JsonProduct.bytes(ConfigurationSnapshot.decisive(run.config()).values());
        return new String(pretty, StandardCharsets.UTF_8);
    }
}
