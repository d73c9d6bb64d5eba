package org.geoanomaly.gam.app.viewer;

import java.util.Locale;
import java.util.Map;

/** What a file is, by its name. */
final class ContentTypes {
    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("tif", "image/tiff; application=geotiff"),
            Map.entry("qml", "application/xml"),
            Map.entry("kmz", "application/vnd.google-earth.kmz"),
            Map.entry("pmtiles", "application/vnd.pmtiles"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("vrt", "application/xml"),
            Map.entry("vti", "application/octet-stream"),
            Map.entry("nc", "application/x-netcdf"),
            Map.entry("gpkg", "application/geopackage+sqlite3"),
            Map.entry("pdf", "application/pdf"));

    private ContentTypes() {}

    /** Whether it pays to compress such content. */
    static boolean isText(String type) {
        return type.startsWith("text/")
                || type.startsWith("image/svg")
                || type.endsWith("json")
                || type.equals("application/xml");
    }

    static String of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, "application/octet-stream");
    }
}
