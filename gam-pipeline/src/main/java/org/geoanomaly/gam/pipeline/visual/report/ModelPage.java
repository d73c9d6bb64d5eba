package org.geoanomaly.gam.pipeline.visual.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.RunClock;

/** Writes {@code model.html}: the models to be turned and cut, in one file that needs no other. */
final class ModelPage {
    static final String NAME = "model.html";

    private ModelPage() {}

    /**
     * Writes it, complete or not at all.
     *
     * @return its path relative to the directory
     */
    static Path write(RegionResult result, Path directory) {
        AtomicFile.write(directory.resolve(NAME), html(result).getBytes(StandardCharsets.UTF_8));
        return Path.of(NAME);
    }

    static String html(RegionResult result) {
        String style = ReportAssets.style();
        String script = ReportAssets.script();
        Markup page = new Markup();
        page.trusted("<!doctype html>\n").open("html", "lang", "en").line();
        RegionReport.head(page, "Model in 3-D", style, script);
        page.open("body").line();
        page.open("header");
        page.element("h1", "Models below " + Numbers.area(result.area()));
        String run =
                result.run().id() + ", started " + RunClock.iso(result.run().start());
        page.element("p", "Run " + run, "class", "lead").close("header").line();
        page.open("main").line();
        InteractiveSection.model(page);
        page.close("main").line();
        page.element("footer", "Written by GeoAnomalyMapper " + ProgramVersion.text() + ".");
        RegionReport.scripts(page, PageData.ofModels(result).json(), script);
        return page.close("body").close("html").line().toString();
    }
}
