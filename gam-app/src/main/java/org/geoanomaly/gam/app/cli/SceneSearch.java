package org.geoanomaly.gam.app.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.search.AsfCatalogue;
import org.geoanomaly.gam.pipeline.search.CdseCatalogue;
import org.geoanomaly.gam.pipeline.search.SceneCatalogue;
import org.geoanomaly.gam.pipeline.search.SceneQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code gam sources search}. */
final class SceneSearch {
    /** A page of a catalogue is a megabyte; a server that is busy gets a minute. */
    private static final DownloadPolicy POLICY = new DownloadPolicy(
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            4,
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            64L << 20);

    @Option(names = "--bbox", paramLabel = "S,N,W,E", description = "the area, in degrees (default: data.bbox)")
    private @Nullable String bbox;

    @Option(names = "--start", paramLabel = "DATE", description = "first day, such as 2018-01-06")
    private @Nullable String start;

    @Option(names = "--end", paramLabel = "DATE", description = "last day")
    private @Nullable String end;

    @Option(
            names = "--catalogue",
            paramLabel = "asf|cdse",
            description = "Alaska Satellite Facility (default) or Copernicus Data Space")
    private String catalogue = "asf";

    @Option(
            names = "--product",
            paramLabel = "KIND",
            description = "SLC (default); asf also has DISP-S1 (OPERA displacement) and GUNW (interferograms)")
    private String product = "SLC";

    @Option(names = "--limit", paramLabel = "N", description = "most scenes to list, default 100")
    private int limit = 100;

    @Option(names = "--endpoint", paramLabel = "URL", description = "another server of the same kind")
    private @Nullable String endpoint;

    SceneListing run(@Nullable BoundingBox configured, Map<String, String> environment, ProgressListener progress)
            throws InterruptedException {
        BoundingBox area = bbox == null ? configured : BoundingBox.parse(bbox);
        if (area == null || start == null || end == null) {
            throw new ConfigurationException(
                    "gam sources search: " + (area == null ? "--bbox" : start == null ? "--start" : "--end")
                            + " is missing",
                    "gam sources search insar --bbox S,N,W,E --start DATE --end DATE",
                    null);
        }
        SceneQuery query = new SceneQuery(
                area,
                SceneQuery.instant(start, false),
                SceneQuery.instant(end, true),
                SceneQuery.Product.named(product),
                limit);
        SceneCatalogue where = catalogue(environment, progress);
        return new SceneListing(where, where.search(query), environment.containsKey(where.credential()));
    }

    private SceneCatalogue catalogue(Map<String, String> environment, ProgressListener progress) {
        return switch (catalogue.toLowerCase(Locale.ROOT)) {
            case "asf" -> new AsfCatalogue(at(AsfCatalogue.ENDPOINT), environment, POLICY, progress);
            case "cdse" -> new CdseCatalogue(at(CdseCatalogue.ENDPOINT), environment, POLICY, progress);
            default ->
                throw new ConfigurationException(
                        "gam sources search: there is no catalogue '" + catalogue + "'", "use asf or cdse", null);
        };
    }

    private URI at(URI usual) {
        try {
            return endpoint == null ? usual : URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--endpoint is no address", null, null);
        }
    }
}
