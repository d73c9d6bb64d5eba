package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fdsn.FdsnArchive;
import org.geoanomaly.gam.pipeline.fdsn.FdsnClient;
import org.geoanomaly.gam.pipeline.fdsn.ServiceFiles;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.ingest.OwnFile;
import org.geoanomaly.gam.pipeline.read.SeismicFile;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.Plugin;

/** Serves travel times of earthquakes from files with picks and from FDSN services. Thread-safe. */
public final class SeismicSource implements DataSource {
    private static final String MODALITY = "seismic";
    private static final String EVENTS = "fdsn-events";
    private static final String STATIONS = "fdsn-stations";

    private final DownloadPolicy policy;
    private final InstantSource clock;

    public SeismicSource() {
        this(DownloadPolicy.DEFAULT, InstantSource.system());
    }

    /** A source of other patience, for tests. */
    SeismicSource(DownloadPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "fdsn";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public boolean serves(DataRequest request) {
        return request.modality().equals(MODALITY)
                && (request.source() instanceof SourceSpec.LocalFile
                        || request.source() instanceof SourceSpec.Service
                        || request.source() instanceof SourceSpec.Catalogued);
    }

    @Override
    public List<ResolvedSource> locate(DataRequest request, FetchContext context)
            throws IOException, InterruptedException {
        if (request.source() instanceof SourceSpec.LocalFile local) {
            List<ResolvedSource> files = new ArrayList<>();
            files.add(context.resolver().local(OwnFile.described(local, MODALITY), local.path()));
            if (local.stations() != null) {
                SourceSpec.LocalFile stations = SourceSpec.LocalFile.of(local.stations());
                files.add(context.resolver().local(OwnFile.described(stations, STATIONS), local.stations()));
            }
            return files;
        }
        if (request.source() instanceof SourceSpec.Service service) {
            return services(request, service, context);
        }
        if (request.source() instanceof SourceSpec.Catalogued entry && isFile(entry.id(), context)) {
            return catalogued(entry, context);
        }
        throw new ConfigurationException(
                "data.sources.seismic: a service of the catalogue needs to know which time",
                "write {provider: ISC, start: 2019-01-01, end: 2020-01-01}, or {path: picks.csv} for a file",
                null);
    }

    private static boolean isFile(String id, FetchContext context) {
        return !id.isBlank()
                && context.catalogue().find(id).terms().updates()
                        != org.geoanomaly.gam.pipeline.source.DataSource.UpdatePolicy.SERVICE;
    }

    /** Picks of the catalogue, and after them the stations if another entry has them. */
    private static List<ResolvedSource> catalogued(SourceSpec.Catalogued entry, FetchContext context) {
        List<ResolvedSource> files = new ArrayList<>();
        for (String id : entry.stations() == null ? List.of(entry.id()) : List.of(entry.id(), entry.stations())) {
            org.geoanomaly.gam.pipeline.source.DataSource known =
                    context.catalogue().find(id);
            if (!known.modality().equals(MODALITY)) {
                throw new ConfigurationException(
                        "data.sources.seismic: '" + id + "' is a source of " + known.modality(),
                        "gam sources list shows what there is",
                        null);
            }
            files.add(context.resolver().resolve(known));
        }
        return files;
    }

    private List<ResolvedSource> services(DataRequest request, SourceSpec.Service spec, FetchContext context)
            throws IOException, InterruptedException {
        FdsnArchive archive =
                new FdsnArchive(context.resolver().services(), new FdsnClient(policy, context.progress()), clock);
        Optional<ServiceFiles> kept = archive.kept(spec, request.area());
        if (kept.isEmpty() && !context.resolver().online()) {
            throw new DataFetchException(
                    "what " + spec.provider() + " has of seismic data is not on this machine and downloads are off",
                    "allow downloads, or name a file of picks under data.sources.seismic.path",
                    null);
        }
        ServiceFiles files = kept.isPresent() ? kept.get() : archive.ask(spec, request.area());
        Path place = archive.place(spec, request.area());
        List<ResolvedSource> found = new ArrayList<>();
        ResolvedSource.Origin origin =
                kept.isPresent() ? ResolvedSource.Origin.CACHE : ResolvedSource.Origin.DOWNLOADED;
        for (ServiceFiles.Kept file : files.events()) {
            found.add(context.resolver()
                    .answer(described(file, spec, EVENTS, files.notes()), place.resolve(file.name()), origin));
        }
        for (ServiceFiles.Kept file : files.stations()) {
            found.add(context.resolver()
                    .answer(described(file, spec, STATIONS, List.of()), place.resolve(file.name()), origin));
        }
        return found;
    }

    /** An answer as an entry like those of the catalogue, for provenance; the phases are in it because they decide what is read. */
    private static org.geoanomaly.gam.pipeline.source.DataSource described(
            ServiceFiles.Kept file, SourceSpec.Service spec, String kind, List<String> notes) {
        return new org.geoanomaly.gam.pipeline.source.DataSource(
                kind,
                spec.provider() + " " + kind,
                kind.equals(EVENTS) ? MODALITY : STATIONS,
                new org.geoanomaly.gam.pipeline.source.DataSource.Publication(
                        List.of(URI.create(file.url())), file.name(), "", Expected.NOTHING),
                new org.geoanomaly.gam.pipeline.source.DataSource.Content(
                        "travel_time", "s", null, String.join(",", spec.phases()), null, null),
                new org.geoanomaly.gam.pipeline.source.DataSource.Terms(
                        "as the provider states",
                        ProviderTerms.citation(spec.provider()),
                        org.geoanomaly.gam.pipeline.source.DataSource.Authentication.NONE,
                        org.geoanomaly.gam.pipeline.source.DataSource.UpdatePolicy.FIXED),
                String.join("\n", notes));
    }

    @Override
    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) throws IOException {
        Notes notes = new Notes();
        List<Bulletin> bulletins = new ArrayList<>();
        List<Station> stations = new ArrayList<>();
        String name = "";
        for (ResolvedSource file : located) {
            if (file.source().modality().equals(STATIONS) || isStations(file, request)) {
                StationList list = SeismicFile.stations(file.file(), context.scratch());
                stations.addAll(list.stations());
                list.notes().forEach(notes::add);
            } else {
                Bulletin bulletin = SeismicFile.events(file.file(), context.scratch());
                bulletins.add(bulletin);
                stations.addAll(bulletin.stations());
                bulletin.notes().forEach(notes::add);
                file.source().notes().lines().forEach(notes::add);
                name = name.isEmpty() ? file.file().toString() : name;
            }
        }
        long picks = bulletins.stream().mapToLong(Bulletin::picks).sum();
        if (picks == 0) {
            throw new DataFetchException(
                    name + " holds events without picks, from which no travel times come",
                    "use QuakeML with arrivals, an ISF bulletin, pick CSV or a phase file of hypoDD; catalogues of events have no picks",
                    null);
        }
        if (stations.isEmpty()) {
            throw new DataFetchException(
                    name + " names stations and does not say where they are",
                    "add stations: stations.xml (StationXML, the text of a station service or stations of hypoDD) to"
                            + " data.sources.seismic",
                    null);
        }
        PickJoin join = new PickJoin(request.area(), wanted(request.source()), stations, notes);
        bulletins.forEach(join::add);
        return points(join.rows(), notes, name, picks);
    }

    private static boolean isStations(ResolvedSource file, DataRequest request) {
        return request.source() instanceof SourceSpec.Catalogued entry
                && file.source().id().equals(entry.stations());
    }

    private static Set<PhaseKind> wanted(SourceSpec source) {
        Set<PhaseKind> kinds = EnumSet.allOf(PhaseKind.class);
        if (source instanceof SourceSpec.Service service) {
            kinds.removeIf(k -> !service.phases().contains(k.name()));
        }
        return kinds;
    }

    private static RawData points(PickRows rows, Notes notes, String name, long picks) {
        if (rows.rows() == 0) {
            throw new DataFetchException(
                    "none of the " + picks + " picks of " + name + " can be used: " + String.join("; ", notes.all()),
                    "see docs/seismic.md for what a pick needs; perhaps data.bbox lies elsewhere",
                    null);
        }
        Map<String, double[]> columns = rows.columns();
        notes.add(rows.rows() + " travel times of " + rows.events() + " events at " + rows.stations() + " stations");
        notes.add("depths and heights are taken from one level, the sea's; ellipsoid and geoid are not told apart");
        return new RawData.Points(
                new RawData.Facts(MODALITY, "travel_time", Unit.SECOND, true, null, null, null, notes.all()), columns);
    }
}
