package org.geoanomaly.gam.pipeline.fdsn;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Picks of ComCat: a list of events in GeoJSON names the details of each, these name its product {@code phase-data}, and that is QuakeML
 * (https://earthquake.usgs.gov/data/comcat). Only addresses on the provider's own host are followed.
 */
final class PhaseData {
    private static final int MOST_EVENTS = 2000;
    private static final long LARGEST = 64L << 20;

    private final FdsnClient client;
    private final String host;
    private final Path directory;
    private final List<String> notes;

    PhaseData(FdsnClient client, FdsnProvider provider, Path directory, List<String> notes) {
        this.client = client;
        this.host = URI.create(provider.base()).getRawAuthority();
        this.directory = directory;
        this.notes = notes;
    }

    /** Files of QuakeML by the address they came from. */
    Map<Path, URI> fetch(FdsnQuery query) throws IOException, InterruptedException {
        Map<String, URI> details = new LinkedHashMap<>();
        for (Path list : client.fetch(query, true, directory, ".geojson")) {
            for (JsonNode event : json(list).path("features")) {
                String id = event.path("id").asString("");
                String detail = event.path("properties").path("detail").asString("");
                if (!id.isEmpty() && !detail.isEmpty()) {
                    details.put(id, own(detail));
                }
            }
        }
        if (details.size() > MOST_EVENTS) {
            throw new DataFetchException(
                    "the service has " + details.size() + " events for " + query.uri()
                            + ", each of which must be asked for on its own; more than " + MOST_EVENTS + " are refused",
                    "choose a higher min_magnitude, a shorter time or a smaller data.bbox",
                    null);
        }
        Map<Path, URI> files = new LinkedHashMap<>();
        int without = 0;
        for (Map.Entry<String, URI> e : details.entrySet()) {
            Optional<URI> product = product(e.getKey(), e.getValue());
            Path target = directory.resolve("phases-" + Sha256.of(e.getKey()).substring(0, 16) + ".xml");
            if (product.isPresent() && client.fetch(product.get(), target)) {
                files.put(target, product.get());
            } else {
                without++;
            }
        }
        if (without > 0) {
            notes.add(without + " of " + details.size() + " events have no phase data");
        }
        return files;
    }

    private Optional<URI> product(String id, URI detail) throws IOException, InterruptedException {
        Path file = directory.resolve("detail-" + Sha256.of(id).substring(0, 16) + ".geojson");
        if (!client.fetch(detail, file)) {
            return Optional.empty();
        }
        JsonNode products = json(file).path("properties").path("products").path("phase-data");
        Files.deleteIfExists(file);
        List<String> urls = new ArrayList<>();
        for (JsonNode product : products) {
            String url =
                    product.path("contents").path("quakeml.xml").path("url").asString("");
            if (!url.isEmpty()) {
                urls.add(url);
            }
        }
        return urls.isEmpty() ? Optional.empty() : Optional.of(own(urls.get(0)));
    }

    private static JsonNode json(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new DataFormatException(file, "is too large for a list of events");
        }
        try {
            return JsonProduct.mapper().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new DataFormatException(file.toString(), "is not GeoJSON: " + e.getOriginalMessage(), null, e);
        }
    }

    private URI own(String address) {
        try {
            URI uri = new URI(address);
            if (Objects.equals(uri.getRawAuthority(), host)) {
                return uri;
            }
        } catch (java.net.URISyntaxException e) {
            throw foreign(address);
        }
        throw foreign(address);
    }

    private DataFetchException foreign(String address) {
        String shown = address.length() > 200 ? address.substring(0, 200) + "…" : address;
        return new DataFetchException("the service at " + host + " points to " + shown
                + ", which is not its own address and is not followed");
    }
}
