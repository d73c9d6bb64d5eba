package org.geoanomaly.gam.pipeline.visual.report;

/** The frames in which the page's script draws. */
final class InteractiveSection {
    private static final String NO_SCRIPT =
            "<noscript><p>This part needs JavaScript; the figures below do not.</p></noscript>\n";

    private InteractiveSection() {}

    static void map(Markup page) {
        page.open("section", "class", "card", "id", "map", "aria-labelledby", "map-title");
        page.element("h2", "Map", "id", "map-title").trusted(NO_SCRIPT);
        page.open("div", "class", "view");
        page.open("div").open("div", "class", "picture");
        page.open(
                        "canvas",
                        "class",
                        "map",
                        "tabindex",
                        "0",
                        "role",
                        "img",
                        "aria-label",
                        "Map of the area. Arrow keys move it, plus and minus zoom, 0 shows all; values at the middle are read out below.")
                .close("canvas");
        page.open("div", "class", "zoom");
        button(page, "in", "+", "zoom in");
        button(page, "out", "−", "zoom out");
        button(page, "home", "⌂", "show all");
        page.close("div").close("div");
        page.element("div", "Point at the map to read values.", "class", "readout", "aria-live", "polite");
        page.close("div");
        page.open("div", "class", "side");
        page.open("fieldset").element("legend", "Values");
        page.open("label")
                .text("Layer ")
                .open("select", "class", "layer")
                .close("select")
                .close("label");
        page.open("div", "class", "legend").close("div").close("fieldset");
        page.open("fieldset").element("legend", "Show");
        box(page, "anomalies", "anomalies");
        box(page, "coast", "coast");
        box(page, "borders", "borders");
        box(page, "grid", "latitude and longitude");
        page.open("label", "class", "slider").text("Confidence at least ");
        page.open("input", "class", "confidence", "type", "range", "min", "0", "max", "100", "value", "0", "step", "5");
        page.element("output", "0 %").close("label").close("fieldset");
        page.open("div", "class", "details", "aria-live", "polite").close("div");
        page.close("div").close("div").close("section").line();
    }

    static void model(Markup page) {
        page.open("section", "class", "card", "id", "model", "aria-labelledby", "model-title");
        page.element("h2", "3-D model", "id", "model-title").trusted(NO_SCRIPT);
        page.element("p", "", "class", "message", "role", "status");
        page.open("div", "class", "view");
        page.open("div").open("div", "class", "picture");
        page.open(
                        "canvas",
                        "class",
                        "volume",
                        "tabindex",
                        "0",
                        "role",
                        "img",
                        "aria-label",
                        "Bodies in the model. Drag or use the arrow keys to turn it, plus and minus to come nearer.")
                .close("canvas");
        page.open("canvas", "class", "axes", "aria-hidden", "true").close("canvas");
        page.open("div", "class", "zoom");
        button(page, "home", "⌂", "turn back");
        page.close("div").close("div");
        page.element("p", "Drag to turn; the wheel comes nearer after a click, or with Ctrl.", "class", "lead");
        page.close("div");
        page.open("div", "class", "side");
        page.open("fieldset").element("legend", "Model");
        page.open("label")
                .text("Property ")
                .open("select", "class", "model")
                .close("select")
                .close("label");
        page.open("div", "class", "legend").close("div").close("fieldset");
        page.open("fieldset").element("legend", "Bodies");
        slider(page, "positive", "above ", "2", "100", "45", "1");
        slider(page, "negative", "below ", "2", "100", "45", "1");
        page.open("label", "class", "fade")
                .open("input", "type", "checkbox", "name", "fade")
                .text("fade where uncertain")
                .close("label");
        page.close("fieldset").open("fieldset").element("legend", "Slices");
        slider(page, "east", "at east ", "-1", "100", "-1", "1");
        slider(page, "north", "at north ", "-1", "100", "-1", "1");
        slider(page, "depth", "at depth ", "-1", "100", "100", "1");
        page.close("fieldset").open("fieldset").element("legend", "View");
        slider(page, "stretch", "heights ", "-1", "6", "0", "0.1");
        page.close("fieldset").close("div").close("div").close("section").line();
    }

    private static void button(Markup page, String act, String sign, String name) {
        page.element("button", sign, "type", "button", "data-act", act, "aria-label", name, "title", name);
    }

    private static void box(Markup page, String layer, String name) {
        page.open("label")
                .open("input", "type", "checkbox", "data-show", layer, "checked", "")
                .text(name)
                .close("label");
    }

    private static void slider(
            Markup page, String name, String text, String min, String max, String value, String step) {
        page.open("label", "class", "slider").text(text);
        page.open("input", "type", "range", "name", name, "min", min, "max", max, "value", value, "step", step);
        page.element("output", "").close("label");
    }
}
