package org.geoanomaly.gam.pipeline.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.fetch.FileNames;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.jspecify.annotations.Nullable;

/** A user's own file as an entry like those of the catalogue, for provenance. */
public final class OwnFile {
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._+() -]");
    private static final int LONGEST = 190;

    private OwnFile() {}

    /**
     * What the configuration says about a file.
     *
     * @throws ConfigurationException if its {@code url} is none
     */
    public static DataSource described(SourceSpec.LocalFile spec, String modality) {
        Path last = spec.path().getFileName();
        String id = plain(last == null ? spec.path().toString() : last.toString());
        return new DataSource(
                id,
                id,
                modality,
                new DataSource.Publication(
                        urls(spec.url(), modality),
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

    /** A user's file may have any name; what stands in the record of a run has one that is good everywhere. */
    private static String plain(String name) {
        if (FileNames.isPlain(name)) {
            return name;
        }
        String tame = ODD.matcher(name).replaceAll("_");
        return "_" + tame.substring(0, Math.min(tame.length(), LONGEST)) + "_";
    }

    private static List<URI> urls(@Nullable String url, String modality) {
        try {
            return url == null ? List.of() : List.of(new URI(url));
        } catch (URISyntaxException e) {
            throw new ConfigurationException(
                    "data.sources." + modality + ".url: '" + url + "' is no address: " + e.getReason(),
                    "write where the file came from, as https://HOST/FILE, or leave the key out",
                    e);
        }
    }
}
