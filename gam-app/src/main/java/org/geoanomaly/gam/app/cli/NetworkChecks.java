package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reaches for the services that hold the open data. */
final class NetworkChecks {
    private static final List<String> SERVICES = List.of("https://www.ncei.noaa.gov/", "https://icgem.gfz-potsdam.de/");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private NetworkChecks() {}

    static List<Finding> all() throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        List<Finding> findings = new ArrayList<>();
        for (String service : SERVICES) {
            findings.add(reach(client, URI.create(service)));
        }
        return findings;
    }

    private static Finding reach(HttpClient client, URI service) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(service)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .timeout(TIMEOUT)
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return Finding.ok("network", service.getHost() + " answers (" + status + ")");
        } catch (IOException e) {
            return Finding.warning(
                    "network",
                    service.getHost() + " does not answer: " + e.getClass().getSimpleName(),
                    "offline? put the files in a folder and name it in data.mirrors or GAM_DATA_DIR");
        }
    }
}
