package org.geoanomaly.gam.pipeline.ingest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridFormat;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.Plugin;

/**
 * Serves every entry of the catalogue and every file of the user that is a table of points, a grid or a spherical-harmonic model, plain or
 * in gzip, xz, zip or tar. Thread-safe.
 */
public final class FileSource implements DataSource {
    /** Formats that only name a wrapping: what is inside is found out. */
    private static final Set<String> WRAPPERS = Set.of("", "tar", "zip", "gz", "gzip", "xz", "tgz");

    /** The main field on which magnetic models are projected. */
    private static final String MAIN_FIELD = "igrf-14";

    @Override
    public String id() {
        return "file";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public boolean serves(DataRequest request) {
        boolean ours =
                request.source() instanceof SourceSpec.LocalFile || request.source() instanceof SourceSpec.Catalogued;
        if (!ours || request.modality().equals("seismic") || request.modality().equals("insar")) {
            return false; // earthquakes and radar products are read by sources of their own
        }
        if (request.source() instanceof SourceSpec.LocalFile local && local.format() != null) {
            return knows(local.format());
        }
        return true;
    }

    private static boolean knows(String format) {
        String name = format.toLowerCase(Locale.ROOT);
        if (WRAPPERS.contains(name) || HarmonicGrid.isFormat(name)) {
            return true;
        }
        try {
            GridFormat.parse(name);
            return true;
        } catch (GamException e) {
            return false;
        }
    }

    @Override
    public List<ResolvedSource> locate(DataRequest request, FetchContext context) {
        ResolvedSource main = request.source() instanceof SourceSpec.LocalFile local
                ? context.resolver().local(OwnFile.described(local, request.modality()), local.path())
                : catalogued(request, ((SourceSpec.Catalogued) request.source()).id(), context);
        FileHints hints = FileHints.of(request.source(), main.source(), main.file());
        if (request.modality().equals("magnetic") && HarmonicGrid.isModel(hints.format(), main.file())) {
            return List.of(main, context.resolver().resolve(context.catalogue().find(MAIN_FIELD)));
        }
        return List.of(main);
    }

    private static ResolvedSource catalogued(DataRequest request, String id, FetchContext context) {
        org.geoanomaly.gam.pipeline.source.DataSource source =
                context.catalogue().find(id);
        if (!source.modality().equals(request.modality())) {
            throw new ConfigurationException(
                    "data.sources." + request.modality() + ": '" + id + "' is a source of " + source.modality(),
                    "gam sources list shows what there is",
                    null);
        }
        return context.resolver().resolve(source);
    }

    @Override
    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) throws IOException {
        ResolvedSource main = located.get(0);
        FileHints hints = FileHints.of(request.source(), main.source(), main.file());
        if (HarmonicGrid.isModel(hints.format(), main.file())) {
            Path mainField = located.size() > 1 ? located.get(1).file() : null;
            return HarmonicGrid.evaluate(request, hints, main.file(), mainField, context.workers());
        }
        try (OpenedFile opened = open(main.file(), hints, context)) {
            try {
                return plain(request, hints, opened, context);
            } catch (DataFormatException e) {
                throw opened.renamed(e);
            }
        }
    }

    private static OpenedFile open(Path file, FileHints hints, FetchContext context) throws IOException {
        try {
            return OpenedFile.open(file, hints.member(), context.scratch());
        } catch (NoSuchFileException e) {
            throw new DataFetchException("the data file " + file + " has gone", "start again", e);
        }
    }

    private static RawData plain(DataRequest request, FileHints hints, OpenedFile opened, FetchContext context)
            throws IOException {
        GridFormat format =
                WRAPPERS.contains(hints.format()) ? GridFile.format(opened.file()) : GridFormat.parse(hints.format());
        boolean table = format == GridFormat.POINTS && !request.modality().equals("topography");
        return table
                ? StationTable.read(request, hints, opened)
                : GridCut.read(request, hints, opened, format, context);
    }
}
