package org.geoanomaly.gam.pipeline.visual.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files that every viewer has, from the class path. */
final class SiteAssets {
    /** By name: a class path cannot be listed. */
    static final List<String> NAMES = List.of(
            "index.html",
            "gam.css",
            "icon.svg",
            "THIRD-PARTY.txt",
            "js/about.js",
            "js/codes.js",
            "js/controls.js",
            "js/details.js",
            "js/errors.js",
            "js/layers.js",
            "js/legend.js",
            "js/main.js",
            "js/places.js",
            "js/ramp.js",
            "js/readout.js",
            "js/search.js",
            "js/settings.js",
            "js/shade.js",
            "js/style.js",
            "js/text.js",
            "lines/LICENSE-plates.txt",
            "lines/LICENSE-world-atlas.txt",
            "lines/borders-110m.js",
            "lines/borders-50m.js",
            "lines/coast-110m.js",
            "lines/coast-50m.js",
            "lines/plates.js",
            "vendor/LICENSE-colour-maps.txt",
            "vendor/LICENSE-maplibre-gl.txt",
            "vendor/LICENSE-pmtiles.txt",
            "vendor/maplibre-gl.css",
            "vendor/maplibre-gl.js",
            "vendor/pmtiles.js");

    private SiteAssets() {}

    static byte[] read(String name) {
        try (InputStream in = SiteAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the viewer's " + name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
