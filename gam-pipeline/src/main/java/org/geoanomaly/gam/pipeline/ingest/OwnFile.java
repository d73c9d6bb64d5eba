package org.geoanomaly.gam.pipeline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.source.DataSource;

/** A user's own file as an entry like those of the catalogue, for provenance. */
public final class OwnFile {
    private OwnFile() {}

    /** What the configuration says about a file. */
    public static DataSource described(SourceSpec.LocalFile spec, String modality) {
        Path last = spec.path().getFileName();
        String id = last == null ? spec.path().toString() : last.toString();
        return new DataSource(
                id,
                id,
                modality,
                new DataSource.Publication(
                        spec.url() == null ? List.of() : List.of(URI.create(spec.url())),
                        id,
                        Optional.ofNullable(spec.format()).orElse(""),
                        Expected.NOTHING),
                new DataSource.Content(
                        Optional.ofNullable(spec.quantity()).orElse(""),
                        "",
                        spec.height(),
                        null,
                        spec.resolutionDeg(),
                        spec.nodata()),
                new DataSource.Terms(
                        Optional.ofNullable(spec.licence()).orElse("not stated"),
                        Optional.ofNullable(spec.citation()).orElse("not stated"),
                        DataSource.Authentication.NONE,
                        DataSource.UpdatePolicy.FIXED),
                "");
    }
}
