package org.geoanomaly.gam.pipeline.fetch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/**
 * Asks web services. Unlike a download, an answer other than success may be an answer: the caller sees its status. Broken connections,
 * status 429 and 5xx are tried again, after the pause that the server names by Retry-After, else after growing ones. Thread-safe.
 */
public final class ServiceCall {
    private static final int MESSAGE = 2000;

    private final DownloadPolicy policy;
    private final Patience patience;
    private final HttpClient client;

    public ServiceCall(DownloadPolicy policy, ProgressListener listener) {
        this.policy = policy;
        this.patience = new Patience(policy, listener);
        this.client = patience.client();
    }

    /**
     * Asks, and stores a successful answer whole or not at all.
     *
     * @throws DataFetchException if there is no answer after all attempts, or it is too large
     */
    public ServiceAnswer get(URI url, Path target) throws InterruptedException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || url.getHost() == null) {
            throw new DataFetchException("cannot ask " + url + ": a service has an http or https address");
        }
        try {
            return Failsafe.with(patience.retries(url.getHost())).get(() -> attempt(url, target));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new DataFetchException(
                    "no answer from " + url + " after " + (policy.retries() + 1) + " attempts: "
                            + Patience.message(e.getCause()),
                    "start again later: what other requests brought is kept",
                    e.getCause());
        }
    }

    private ServiceAnswer attempt(URI url, Path target) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(url);
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status == 429 || status >= 500) {
                Answer.of(response.uri(), response).check();
            }
            if (status != 200) {
                return new ServiceAnswer(status, words(body));
            }
            store(url, body, target);
            return new ServiceAnswer(status, "");
        }
    }

    private HttpResponse<InputStream> send(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(policy.idleTimeout())
                .header("User-Agent", "GeoAnomalyMapper")
                .GET()
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (javax.net.ssl.SSLHandshakeException e) {
            throw new DataFetchException(
                    "cannot trust " + url.getHost() + ": " + e.getMessage(),
                    "check the address and this machine's clock and certificates",
                    e);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new TransferException("no connection" + why, null, e);
        }
    }

    private String words(InputStream body) throws IOException, InterruptedException {
        byte[] buffer = new byte[MESSAGE];
        StringBuilder text = new StringBuilder();
        GuardedRead.run(body, policy.idleTimeout(), read -> {
            for (int n = read.read(buffer); n > 0 && text.length() < MESSAGE; n = read.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        });
        return text.toString().strip();
    }

    private void store(URI url, InputStream body, Path target) throws IOException, InterruptedException {
        try (AtomicFile file = AtomicFile.open(target)) {
            try (OutputStream out = Files.newOutputStream(file.temporary())) {
                GuardedRead.run(body, policy.idleTimeout(), read -> copy(url, read, out, target));
            }
            file.commit();
        }
    }

    private void copy(URI url, GuardedRead read, OutputStream out, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = read.read(buffer); n > 0; n = read.read(buffer)) {
            size += n;
            if (size > policy.maxBytes()) {
                throw new DataFetchException(
                        url + " answers with more than " + policy.maxBytes() + " bytes", "ask for less", null);
            }
            try {
                out.write(buffer, 0, n);
            } catch (IOException e) {
                throw WriteFailure.of(target, e);
            }
        }
    }
}
