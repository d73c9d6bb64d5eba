package org.geoanomaly.gam.pipeline.visual.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.visual.map.Figure;
import org.geoanomaly.gam.pipeline.visual.map.RegionFigures;

/** Writes {@code report.html}: everything about a run's result in one file. The same result gives the same bytes. */
public final class RegionReport {
    public static final String NAME = "report.html";
    /** 1080 pixels wide: sharp enough on a screen; the files in {@code maps/} are for print. */
    private static final double FIGURE_SCALE = 0.6;

    private RegionReport() {}

    /**
     * Draws the figures and writes the report, complete or not at all.
     *
     * @param directory of the run's products
     * @return the file
     * @throws org.geoanomaly.gam.pipeline.error.OutputException if it cannot be written
     */
    public static Path write(RegionResult result, Path directory, Workers workers) {
        List<Figure> drawings = RegionFigures.of(result, result.run().config().visualization());
        DrawnFigure[] figures = new DrawnFigure[drawings.size()];
        workers.forEach(figures.length, i -> figures[i] = DrawnFigure.of(drawings.get(i), FIGURE_SCALE));
        Path file = directory.resolve(NAME);
        AtomicFile.write(file, html(result, List.of(figures)).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    static String html(RegionResult result, List<DrawnFigure> figures) {
        String style = ReportAssets.style();
        String script = ReportAssets.script();
        Markup page = new Markup();
        page.trusted("<!doctype html>\n").open("html", "lang", "en").line();
        head(page, "Anomaly report", style, script);
        page.open("body").line();
        header(page, result);
        page.open("main").line();
        new SummarySection(result).write(page);
        InteractiveSection.map(page);
        InteractiveSection.model(page);
        new AnomalySection(result).write(page);
        new FitSection(result, figures).write(page);
        SourceSection.write(page, result);
        page.close("main").line();
        page.element(
                "footer",
                "Written by GeoAnomalyMapper " + ProgramVersion.text()
                        + ". Coastlines and borders: Natural Earth, public domain. Colour maps: F. Crameri,"
                        + " doi:10.5281/zenodo.5501399.");
        scripts(page, PageData.of(result).json(), script);
        return page.close("body").close("html").line().toString();
    }

    /** Data first, then what works with them. */
    static void scripts(Markup page, String data, String script) {
        page.open("script", "type", "application/json", "id", "report-data")
                .trusted(data)
                .close("script")
                .line();
        page.open("script").trusted(script).close("script").line();
    }

    static void head(Markup page, String title, String style, String script) {
        String policy = "default-src 'none'; img-src data:; style-src " + ReportAssets.policyHash(style)
                + "; script-src " + ReportAssets.policyHash(script) + "; base-uri 'none'; form-action 'none'";
        page.open("head").line();
        page.open("meta", "charset", "utf-8").line();
        // Written as it is: the policy's quotes need no escape between double ones.
        page.trusted("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.element("title", title);
        page.open("style").trusted(style).close("style").line();
        page.close("head").line();
    }

    private static void header(Markup page, RegionResult result) {
        page.open("header");
        page.element("h1", "What lies below " + Numbers.area(result.area()));
        page.element(
                "p",
                "Run " + result.run().id() + ", started "
                        + RunClock.iso(result.run().start()),
                "class",
                "lead");
        page.close("header").line();
        page.open("nav", "aria-label", "Parts of the report").open("ul");
        String[][] parts = {
            {"summary", "Summary"},
            {"map", "Map"},
            {"model", "3-D model"},
            {"anomalies", "Anomalies"},
            {"figures", "Figures and fits"},
            {"sources", "Sources and settings"}
        };
        for (String[] part : parts) {
            page.open("li").element("a", part[1], "href", "#" + part[0]).close("li");
        }
        page.close("ul").close("nav").line();
    }
}
