package org.geoanomaly.gam.pipeline.fdsn;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.Sha256;
import tools.jackson.core.JacksonException;

/**
 * Keeps what services answered. The same question is not asked twice, unless its time reaches beyond the moment of asking: then events
 * may have come since.
 */
public final class FdsnArchive {
    private static final String INDEX = "answers.json";
    private static final long LARGEST = 16L << 20;

    private final Path directory;
    private final FdsnClient client;
    private final InstantSource clock;

    /** @param directory below which each source gets a directory of its own */
    public FdsnArchive(Path directory, FdsnClient client, InstantSource clock) {
        this.directory = directory;
        this.client = client;
        this.clock = clock;
    }

    private record Question(SourceSpec.Service spec, double south, double north, double west, double east) {}

    /** Where the answers to a source in an area are kept. */
    public Path place(SourceSpec.Service spec, BoundingBox area) {
        Question question = new Question(spec, area.south(), area.north(), area.west(), area.east());
        return directory.resolve(Sha256.of(CanonicalJson.of(question)).substring(0, 32));
    }

    /** What is kept, if all of it is whole. */
    public Optional<ServiceFiles> kept(SourceSpec.Service spec, BoundingBox area) throws IOException {
        Path place = place(spec, area);
        Path index = place.resolve(INDEX);
        if (!Files.isRegularFile(index) || Files.size(index) > LARGEST) {
            return Optional.empty();
        }
        try {
            ServiceFiles files = JsonProduct.mapper().readValue(Files.readAllBytes(index), ServiceFiles.class);
            for (List<ServiceFiles.Kept> list : List.of(files.events(), files.stations())) {
                for (ServiceFiles.Kept kept : list) {
                    Path file =
                            place.resolve(String.valueOf(Path.of(kept.name()).getFileName()));
                    if (!Files.isRegularFile(file) || !Sha256.ofFile(file).equals(kept.sha256())) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(files);
        } catch (JacksonException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks for events and for stations in an area.
     *
     * @throws DataFetchException if there are none, or a service cannot be had
     */
    public ServiceFiles ask(SourceSpec.Service spec, BoundingBox area) throws IOException, InterruptedException {
        FdsnProvider provider = FdsnProvider.of(spec.provider(), "data.sources.seismic.provider");
        String stationName = spec.stationProvider() == null ? provider.stations() : spec.stationProvider();
        FdsnProvider stationProvider = FdsnProvider.of(stationName, "data.sources.seismic.station_provider");
        require(provider, FdsnService.EVENT, "provider");
        require(stationProvider, FdsnService.STATION, "station_provider");
        Instant asked = clock.instant();
        Path place = place(spec, area);
        Files.createDirectories(place);
        List<String> notes = new ArrayList<>();
        Map<Path, URI> events = events(provider, EventQueries.events(provider, spec, area), place, notes);
        if (events.isEmpty()) {
            throw nothing(provider, "events with picks", spec, area);
        }
        FdsnQuery question = EventQueries.stations(stationProvider, spec, area);
        Map<Path, URI> stations = plain(client.fetch(question, false, place, ".txt"), question);
        if (stations.isEmpty()) {
            throw nothing(stationProvider, "stations", spec, area);
        }
        ServiceFiles files = new ServiceFiles(described(events), described(stations), notes);
        if (Instant.parse(spec.end()).isBefore(asked)) {
            AtomicFile.write(place.resolve(INDEX), JsonProduct.bytes(files));
        }
        return files;
    }

    private Map<Path, URI> events(FdsnProvider provider, FdsnQuery query, Path place, List<String> notes)
            throws IOException, InterruptedException {
        return provider.arrivals() == FdsnProvider.Arrivals.PHASE_DATA
                ? new PhaseData(client, provider, place, notes).fetch(query)
                : plain(client.fetch(query, true, place, ".xml"), query);
    }

    private static Map<Path, URI> plain(List<Path> files, FdsnQuery query) {
        Map<Path, URI> found = new LinkedHashMap<>();
        files.forEach(f -> found.put(f, query.uri()));
        return found;
    }

    private static List<ServiceFiles.Kept> described(Map<Path, URI> files) throws IOException {
        List<ServiceFiles.Kept> kept = new ArrayList<>();
        for (Map.Entry<Path, URI> e : files.entrySet()) {
            String name = String.valueOf(e.getKey().getFileName());
            kept.add(new ServiceFiles.Kept(name, e.getValue().toString(), Sha256.ofFile(e.getKey())));
        }
        return kept;
    }

    private static void require(FdsnProvider provider, FdsnService service, String key) {
        if (!provider.services().contains(service)) {
            throw new ConfigurationException(
                    "data.sources.seismic." + key + ": " + provider.name() + " has no " + service.path() + " service",
                    "choose another of " + String.join(", ", FdsnProvider.names()),
                    null);
        }
    }

    private static DataFetchException nothing(
            FdsnProvider provider, String what, SourceSpec.Service spec, BoundingBox a) {
        String magnitude = spec.minMagnitude() == null ? "" : " of magnitude " + spec.minMagnitude() + " and more";
        return new DataFetchException(
                provider.name() + " has no " + what + magnitude + " from " + spec.start() + " to " + spec.end()
                        + " in south " + a.south() + ", north " + a.north() + ", west " + a.west() + ", east "
                        + a.east(),
                "choose a longer time, a larger data.bbox, a lower min_magnitude or another provider",
                null);
    }
}
