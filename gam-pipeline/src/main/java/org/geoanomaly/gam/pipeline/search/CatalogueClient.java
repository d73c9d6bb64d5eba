package org.geoanomaly.gam.pipeline.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks a catalogue: JSON out of http or https, with patience for servers that are busy (429, 503 and their Retry-After), limits on size and
 * time, and no redirects, along which a token could leave. Thread-safe.
 */
final class CatalogueClient {
    private static final String STAGE = "search";

    private final DownloadPolicy policy;
    private final Token token;
    private final ProgressListener progress;
    private final HttpClient client;

    CatalogueClient(DownloadPolicy policy, Token token, ProgressListener progress) {
        this.policy = policy;
        this.token = token;
        this.progress = progress;
        this.client = HttpClient.newBuilder()
                .connectTimeout(policy.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer that another attempt may mend. */
    private static final class Busy extends Exception {
        private final @Nullable Duration pause;

        Busy(String message, @Nullable Duration pause) {
            super(message, null, false, false);
            this.pause = pause;
        }
    }

    /**
     * The JSON at an address.
     *
     * @param body sent by POST if there is one
     */
    JsonNode json(URI url, Optional<String> body) throws InterruptedException {
        requireWeb(url);
        Duration pause = policy.firstPause();
        for (int attempt = 0; ; attempt++) {
            try {
                return parsed(url, once(url, body));
            } catch (Busy e) {
                if (attempt >= policy.retries()) {
                    throw new DataFetchException(
                            token.removedFrom("cannot search " + place(url) + " after " + (attempt + 1) + " attempts: "
                                    + e.getMessage()),
                            "try again later",
                            null);
                }
                Duration wait = e.pause == null ? pause : e.pause;
                wait = wait.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : wait;
                progress.info(STAGE, token.removedFrom(url.getHost() + ": " + e.getMessage() + "; asking again"));
                Thread.sleep(Math.max(0, wait.toMillis()));
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static void requireWeb(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new DataFetchException(
                    "cannot search " + place(url) + ": only http and https addresses without a user name are allowed");
        }
    }

    /** An address without its query, which may be long, and without a user name. */
    private static String place(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getPath();
    }

    private byte[] once(URI url, Optional<String> body) throws Busy, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(policy.idleTimeout())
                .header("User-Agent", "GeoAnomalyMapper")
                .header("Accept", "application/json, application/geo+json");
        if (token.mayGoTo(url)) {
            request.header("Authorization", token.header());
        }
        if (body.isPresent()) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.get(), StandardCharsets.UTF_8));
        }
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request.build(), info -> new BoundedBody(policy.maxBytes()));
        try {
            HttpResponse<byte[]> response = sent.get(4 * policy.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
            check(url, response);
            return response.body();
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new Busy("the answer takes too long", null);
        } catch (InterruptedException e) {
            sent.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw failed(url, e.getCause());
        }
    }

    private Busy failed(URI url, @Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof BoundedBody.TooLong) {
                throw new DataFormatException(
                        place(url), "answers without end: " + t.getMessage(), "lower --limit", null);
            }
        }
        String why = cause == null || cause.getMessage() == null
                ? "no connection"
                : cause instanceof IOException ? cause.getMessage() : cause.toString();
        return new Busy(token.removedFrom(why), null);
    }

    private void check(URI url, HttpResponse<byte[]> response) throws Busy {
        int status = response.statusCode();
        if (status == 200) {
            return;
        }
        if (status == 429 || status >= 500) {
            throw new Busy("the server answered " + status, retryAfter(response));
        }
        boolean refused = status == 401 || status == 403;
        String said = new String(response.body(), 0, Math.min(200, response.body().length), StandardCharsets.UTF_8);
        String plain = said.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
        throw new DataFetchException(
                token.removedFrom(place(url) + " answered " + status + (plain.isEmpty() ? "" : ": " + plain)),
                refused
                        ? "check the token in " + token.toString().replaceAll(" .*", "")
                                + ", or unset it: searching needs none"
                        : "check the area and the dates",
                null);
    }

    private static @Nullable Duration retryAfter(HttpResponse<byte[]> response) {
        String text = response.headers().firstValue("retry-after").orElse("").trim();
        if (text.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            java.time.Instant until = java.time.ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(java.time.Instant.now(), until);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static JsonNode parsed(URI url, byte[] body) {
        try {
            JsonNode node = JsonProduct.mapper().readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // the same message as for JSON of another shape
        }
        throw new DataFormatException(
                place(url),
                "answered with something else than a JSON object",
                "is it the address of a catalogue?",
                null);
    }
}
