package org.geoanomaly.gam.pipeline.visual.site;

import java.util.List;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.color.ColorStop;
import org.geoanomaly.gam.pipeline.webtile.WebTileMetadata;
import org.jspecify.annotations.Nullable;

/** {@code data/config.json} as the page reads it; every key is the component's name in snake case. */
record SiteDocument(
        String title,
        SiteAbout about,
        Run run,
        Archive archive,
        List<String> ramp,
        Products products,
        List<SiteSource> sources,
        List<StrongCell> strongest,
        @Nullable String anomalies,
        String licence) {
    static final String ANOMALIES = "anomalies.geojson";
    private static final int RAMP_COLORS = 33;

    record Run(String id, String generatedAt, String version, boolean synthetic) {}

    record Bounds(double west, double south, double east, double north) {}

    record Archive(
            String file,
            int minZoom,
            int maxZoom,
            int nativeZoom,
            Bounds bounds,
            double scale,
            double offset,
            String unitLabel,
            double resolutionDegrees) {}

    /** Where a tile's files are, relative to the page; an owner who publishes the site alone may put full addresses here. */
    record Products(String sidecar, String cog) {
        static final Products OF_A_GLOBAL_RUN =
                new Products("../metadata/{tile}_fused.json", "../cog/fused/z0p1d/tiles/{tile}.tif");
    }

    static SiteDocument of(SiteConfig config) {
        SiteRun run = config.run();
        WebTileMetadata metadata = config.archive().metadata();
        return new SiteDocument(
                config.title(),
                config.about(),
                new Run(run.id(), run.generatedAt().toString(), run.version(), run.synthetic()),
                archive(config.archive()),
                ColorMap.VIK.stops(metadata.min(), metadata.max(), RAMP_COLORS).stream()
                        .map(ColorStop::color)
                        .toList(),
                Products.OF_A_GLOBAL_RUN,
                config.sources(),
                config.strongest(),
                config.anomalies() == null ? null : ANOMALIES,
                config.licence());
    }

    private static Archive archive(SiteArchive archive) {
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
                archive.unitLabel(),
                m.resolutionDegrees());
    }
}
