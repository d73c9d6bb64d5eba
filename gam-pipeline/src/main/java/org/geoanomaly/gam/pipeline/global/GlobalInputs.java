package org.geoanomaly.gam.pipeline.global;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;

/** From the configuration to verified files: catalogue entries from mirrors, cache or network, and the user's own files. */
public final class GlobalInputs {
    /** Catalogue id of the main field that a magnetic model of coefficients needs besides itself. */
    public static final String MAIN_FIELD = ModelInputs.MAIN_FIELD;

    /** What is used where the configuration names no source. */
    private static final Map<Layer, String> DEFAULTS =
            Map.of(Layer.MAG, "emag2-v3", Layer.GRAV, "eigen-6c4-10arcmin-gravity");

    private final DataSection data;
    private final SourceCatalogue catalogue;
    private final SourceResolver resolver;

    public GlobalInputs(DataSection data, Map<String, String> environment, ProgressListener progress) {
        this.data = data;
        Path own = data.catalogue();
        this.catalogue = own == null
                ? SourceCatalogue.builtIn()
                : SourceCatalogue.builtIn().with(own);
        this.resolver = new SourceResolver(
                Mirrors.of(environment, data.mirrors()),
                data.cacheDir(),
                new Downloader(DownloadPolicy.DEFAULT, progress),
                progress,
                RunClock.system());
    }

    /**
     * The inputs of the measured layers that the configuration asks for, magnetic first.
     *
     * @throws ConfigurationException if a source is unknown or no layer is asked for
     * @throws org.geoanomaly.gam.pipeline.error.DataFetchException if a file cannot be had
     */
    public List<LayerInput> resolve() {
        List<LayerInput> inputs = new ArrayList<>();
        for (Layer layer : List.of(Layer.MAG, Layer.GRAV)) {
            if (data.uses(layer.modality())) {
                inputs.add(resolve(layer));
            }
        }
        if (inputs.isEmpty()) {
            throw new ConfigurationException(
                    "data.modalities " + data.modalities() + " leaves nothing for the globe",
                    "name magnetic, gravity or both",
                    null);
        }
        return inputs;
    }

    private LayerInput resolve(Layer layer) {
        SourceSpec spec = data.sources()
                .getOrDefault(layer.modality(), new SourceSpec.Catalogued(DEFAULTS.getOrDefault(layer, "")));
        return new ModelInputs(catalogue, resolver).complete(file(layer, spec), spec);
    }

    private LayerInput file(Layer layer, SourceSpec spec) {
        if (spec instanceof SourceSpec.Catalogued entry) {
            DataSource source = catalogue.find(entry.id());
            if (!source.modality().equals(layer.modality())) {
                throw new ConfigurationException(
                        "data.sources." + layer.modality() + ": '" + entry.id() + "' is a source of "
                                + source.modality(),
                        "gam sources list shows what there is",
                        null);
            }
            return catalogued(layer, resolver.resolve(source));
        }
        if (spec instanceof SourceSpec.LocalFile local) {
            return own(layer, local);
        }
        throw new ConfigurationException(
                "data.sources." + layer.modality() + ": the global job needs a source of the catalogue or a file",
                "gam sources list shows what there is",
                null);
    }

    private static LayerInput catalogued(Layer layer, ResolvedSource found) {
        DataSource source = found.source();
        DataSource.Content content = source.content();
        return new LayerInput(
                layer,
                found.file(),
                new SourceRef(
                        source.id(),
                        found.url(),
                        found.sha256(),
                        found.license(),
                        found.citation(),
                        content.resolutionDeg()),
                found.size(),
                found.acquiredAt(),
                new ReadingHints(
                        source.file().format(),
                        content.variable(),
                        content.quantity(),
                        Unit.parse(content.unit()).orElse(null),
                        content.heightMetres(),
                        null,
                        content.nodata()),
                false);
    }

    private LayerInput own(Layer layer, SourceSpec.LocalFile spec) {
        Path name = spec.path().getFileName();
        String id = name == null ? spec.path().toString() : name.toString();
        String licence = Optional.ofNullable(spec.licence()).orElse(Sources.UNSTATED);
        String citation = Optional.ofNullable(spec.citation()).orElse(Sources.UNSTATED);
        DataSource description = new DataSource(
                id,
                id,
                layer.modality(),
                new DataSource.Publication(
                        spec.url() == null ? List.of() : List.of(URI.create(spec.url())),
                        id,
                        formatOf(spec),
                        Expected.NOTHING),
                new DataSource.Content(
                        Optional.ofNullable(spec.quantity()).orElse(""),
                        "",
                        spec.height(),
                        null,
                        spec.resolutionDeg(),
                        null),
                new DataSource.Terms(licence, citation, DataSource.Authentication.NONE, DataSource.UpdatePolicy.FIXED),
                "");
        ResolvedSource found = resolver.local(description, spec.path());
        String url = spec.url() == null ? spec.path().toUri().toString() : spec.url();
        return new LayerInput(
                layer,
                found.file(),
                new SourceRef(id, url, found.sha256(), licence, citation, spec.resolutionDeg()),
                found.size(),
                found.acquiredAt(),
                hints(spec),
                false);
    }

    private static String formatOf(SourceSpec.LocalFile spec) {
        return Optional.ofNullable(spec.format()).orElse("");
    }

    private static ReadingHints hints(SourceSpec.LocalFile spec) {
        return new ReadingHints(
                spec.format(), variable(spec), spec.quantity(), spec.unit(), spec.height(), spec.crs(), spec.nodata());
    }

    private static @Nullable String variable(SourceSpec.LocalFile spec) {
        return spec.variable() != null ? spec.variable() : spec.column();
    }
}
