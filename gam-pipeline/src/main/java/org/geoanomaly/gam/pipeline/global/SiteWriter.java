package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.stac.RunRef;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.visual.site.SiteAbout;
import org.geoanomaly.gam.pipeline.visual.site.SiteArchive;
import org.geoanomaly.gam.pipeline.visual.site.SiteConfig;
import org.geoanomaly.gam.pipeline.visual.site.SiteRun;
import org.geoanomaly.gam.pipeline.visual.site.SiteSource;
import org.geoanomaly.gam.pipeline.visual.site.StrongestCells;
import org.geoanomaly.gam.pipeline.visual.site.ViewerSite;

/** The viewer folder of a run. */
final class SiteWriter {
    private static final int PLACES = 12;
    private static final double SEPARATION_DEGREES = 8;

    private final GlobalPaths paths;
    private final RunProvenance provenance;

    SiteWriter(GlobalPaths paths, RunProvenance provenance) {
        this.paths = paths;
        this.provenance = provenance;
    }

    /** Every file of the viewer but the archive, which it shares; nothing where there is no archive to show. */
    List<Path> write(FloatGrid fused) throws IOException {
        if (!Files.isRegularFile(paths.archive())) {
            return List.of();
        }
        RunRef run = provenance.run();
        ViewerSite.write(
                paths.site(),
                new SiteConfig(
                        "Fused anomaly index",
                        SiteAbout.FUSED_INDEX,
                        new SiteRun(run.id(), run.start(), run.softwareVersion(), provenance.synthetic()),
                        SiteArchive.read(paths.archive()),
                        provenance.origins().stream().map(SiteWriter::source).toList(),
                        StrongestCells.of(fused, PLACES, SEPARATION_DEGREES),
                        null,
                        licence()));
        try (var files = Files.walk(paths.site())) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().equals(paths.archive().getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static SiteSource source(LayerOrigin origin) {
        SourceRef source = origin.source();
        Double resolution = source.resolutionDeg();
        return new SiteSource(
                source.id() + " (" + origin.quantity() + ")",
                resolution == null ? "unknown" : Sources.degrees(resolution),
                source.license(),
                source.citation(),
                source.url().startsWith("http") ? source.url() : "");
    }

    private String licence() {
        return provenance.synthetic()
                ? "synthetic demonstration data, free of rights"
                : "derived from the sources named here; their terms apply";
    }
}
