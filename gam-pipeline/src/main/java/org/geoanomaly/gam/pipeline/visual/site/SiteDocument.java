package org.geoanomaly.gam.pipeline.visual.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.color.ColorStop;
import org.geoanomaly.gam.pipeline.webtile.WebTileMetadata;
import org.jspecify.annotations.Nullable;

/** {@code data/config.json} as the page reads it; every key is the component's name in snake case. */
record SiteDocument(
        String title,
        SiteAbout about,
        Run run,
        List<Layer> layers,
        Map<String, List<String>> ramps,
        SiteLinks links,
        List<SiteSource> sources,
        List<StrongCell> strongest,
        @Nullable String tiles,
        @Nullable String anomalies,
        String licence) {
    static final String ANOMALIES = "anomalies.geojson";
    private static final int RAMP_COLORS = 65;

    record Run(String id, String generatedAt, String version, boolean synthetic) {}

    record Bounds(double west, double south, double east, double north) {}

    record Layer(String id, String title, String legend, String unit, double range, Archive archive) {}

    /** How many bits a code has is what tells the two kinds of pictures apart. */
    record Archive(
            String file,
            int minZoom,
            int maxZoom,
            int nativeZoom,
            Bounds bounds,
            double scale,
            double offset,
            double max,
            int bits,
            double resolutionDegrees) {}

    static SiteDocument of(SiteConfig config) {
        SiteRun run = config.run();
        return new SiteDocument(
                config.title(),
                config.about(),
                new Run(run.id(), run.generatedAt().toString(), run.version(), run.synthetic()),
                config.layers().stream()
                        .map(l -> new Layer(l.id(), l.title(), l.legend(), l.unit(), l.range(), describe(l.archive())))
                        .toList(),
                colorMaps(),
                config.links(),
                config.sources(),
                config.strongest(),
                config.tiles().tiles().isEmpty() ? null : SiteTiles.FILE,
                config.anomalies() == null ? null : ANOMALIES,
                config.licence());
    }

    private static Map<String, List<String>> colorMaps() {
        Map<String, List<String>> ramps = new TreeMap<>();
        for (ColorMap map : List.of(ColorMap.VIK, ColorMap.BATLOW, ColorMap.BALANCE)) {
            ramps.put(
                    map.name(),
                    map.stops(0, 1, RAMP_COLORS).stream().map(ColorStop::color).toList());
        }
        return ramps;
    }

    private static Archive describe(SiteArchive archive) {
        WebTileMetadata m = archive.metadata();
        List<Double> b = m.bounds();
        return new Archive(
                String.valueOf(archive.file().getFileName()),
                m.minZoom(),
                m.maxZoom(),
                m.nativeZoom(),
                new Bounds(b.get(0), b.get(1), b.get(2), b.get(3)),
                m.scale(),
                m.offset(),
                m.max(),
                m.bits(),
                m.resolutionDegrees());
    }
}
