package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.ingest.OwnFile;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.MainField;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.synth.ModelFiles;
import org.geoanomaly.gam.pipeline.synth.ModelSource;
import org.geoanomaly.gam.pipeline.synth.Models;
import org.jspecify.annotations.Nullable;

/** The main field from a file of the catalogue or of the user, read when first asked for. */
final class MainFieldFile implements MainField {
    static final String MODALITY = "main_field";
    private static final String USUAL = "igrf-14";

    private final DataSource source;
    private final @Nullable Path own;
    private final SourceResolver resolver;
    private @Nullable ResolvedSource found;
    private @Nullable IgrfField field;

    /** The field of {@code data.sources.main_field}, IGRF-14 unless named. */
    MainFieldFile(@Nullable SourceSpec named, SourceCatalogue catalogue, SourceResolver resolver) {
        if (named instanceof SourceSpec.LocalFile local) {
            this.own = local.path();
            this.source = OwnFile.described(local, MODALITY);
        } else {
            this.own = null;
            this.source = catalogue.find(named instanceof SourceSpec.Catalogued entry ? entry.id() : USUAL);
        }
        this.resolver = resolver;
    }

    /** What decides the field, whether or not it is asked for. */
    String key() {
        if (own != null) {
            return source.id() + " " + (Files.isRegularFile(own) ? located().sha256() : "");
        }
        String sha = source.file().expected().sha256();
        return source.id() + " " + (sha == null ? "" : sha);
    }

    private ResolvedSource located() {
        return own == null ? resolver.resolve(source) : resolver.local(source, own);
    }

    @Override
    public synchronized IgrfField get() {
        if (field == null) {
            ResolvedSource file = located();
            field = read(file.file());
            found = file;
        }
        return field;
    }

    /** Puts the file into a directory that other machines see, and says where. */
    Path copyTo(Path directory) {
        Path from = located().file();
        Path to = directory.resolve(String.valueOf(from.getFileName()));
        try {
            AtomicFile.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new DataFetchException("cannot read " + from + ": " + e.getMessage(), null, e);
        }
        return to;
    }

    static IgrfField read(Path file) {
        if (ModelFiles.read(file) instanceof ModelSource.Magnetic model) {
            return Models.mainField(model.file());
        }
        throw new DataFetchException(file + " is not a model of the main field");
    }

    /** The input that it was, if it was asked for. */
    synchronized Optional<RegionResult.Input> input() {
        return Optional.ofNullable(found).map(f -> new RegionResult.Input(MODALITY, f));
    }
}
