package org.geoanomaly.gam.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.global.GlobalInputs;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam fetch}: input data onto this machine. */
@Command(
        name = "fetch",
        description = "download inputs: resumed, retried, verified",
        footer = {
            "",
            "Examples",
            "  gam fetch emag2-v2-1deg eigen-6c4-10arcmin-gravity    two sources of the catalogue",
            "  gam fetch --config examples/global.yaml               what a configuration uses",
            "A file of the same name and checksum below GAM_DATA_DIR or data.mirrors is used instead of the network.",
        })
final class FetchCommand extends GamCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description = "ids of the catalogue; those of the configuration if absent")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--bbox",
            paramLabel = "S,N,W,E",
            description = "the area of interest; sources of the catalogue are whole files and are fetched whole")
    private @Nullable String bbox;

    FetchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() {
        DataSection data = config().config().data();
        SourceCatalogue catalogue = SourcesCommand.catalogue(data);
        if (bbox != null) {
            BoundingBox box = BoundingBox.parse(bbox);
            progress().info("download", "sources are whole files: all of each is fetched, not only " + box);
        }
        List<DataSource> sources = ids.isEmpty()
                ? configured(data, catalogue)
                : ids.stream().map(catalogue::find).toList();
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(environment(), data.mirrors()),
                data.cacheDir(),
                new Downloader(DownloadPolicy.DEFAULT, progress()),
                progress(),
                RunClock.system());
        if (ids.isEmpty()) {
            data.sources().forEach((modality, spec) -> {
                if (spec instanceof SourceSpec.Service service) {
                    progress().info("download", modality + ": 'gam run' asks " + service.provider() + " for its area");
                }
            });
        }
        for (DataSource source : sources) {
            if (common().dryRun()) {
                print(source.id() + "  "
                        + resolver.find(source)
                                .map(r -> "here: " + r.file())
                                .orElse(source.file().url()));
                continue;
            }
            ResolvedSource found = resolver.resolve(source);
            print(source.id() + "  " + found.file() + "  sha256 " + found.sha256());
        }
        return ExitCode.OK;
    }

    private static List<DataSource> configured(DataSection data, SourceCatalogue catalogue) {
        List<DataSource> used = new ArrayList<>();
        for (SourceSpec spec : data.sources().values()) {
            if (spec instanceof SourceSpec.Catalogued entry) {
                used.add(catalogue.find(entry.id()));
            }
            if (spec instanceof SourceSpec.Scenes scenes) {
                scenes.scenes().stream()
                        .flatMap(s -> s.files().stream())
                        .filter(f -> f.matches("[a-z0-9][a-z0-9-]*"))
                        .distinct()
                        .forEach(f -> used.add(catalogue.find(f)));
            }
        }
        if (used.stream().anyMatch(s -> s.content().quantity().equals("magnetic_potential_coefficients"))) {
            used.add(catalogue.find(GlobalInputs.MAIN_FIELD));
        }
        if (used.isEmpty()) {
            throw new ConfigurationException(
                    "gam fetch: no source is named, and the configuration names none of the catalogue",
                    "gam sources lists them; gam fetch ID ...",
                    null);
        }
        return used;
    }
}
