package org.geoanomaly.gam.pipeline.fetch;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.jspecify.annotations.Nullable;

/** What a server's status and headers mean for a download. */
record Answer(URI url, int status, HttpHeaders headers) {
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:([0-9]{1,18})-[0-9]{1,18}|\\*)/([0-9]{1,18}|\\*)");

    static Answer of(URI url, HttpResponse<InputStream> response) {
        return new Answer(url, response.statusCode(), response.headers());
    }

    /** Throws unless the status brings content (200, 206) or says that the range is beyond the end (416). */
    void check() throws TransferException {
        if (status == 200 || status == 206 || status == 416) {
            return;
        }
        if (status == 429 || status >= 500) {
            throw new TransferException("the server answered " + status + " (" + reason() + ")", retryAfter(), null);
        }
        if (status >= 300 && status < 400) {
            throw new DataFetchException(
                    url + " redirects to " + headers.firstValue("location").orElse("nowhere") + ", which is refused",
                    "only http and https are followed, and never from https to http",
                    null);
        }
        throw new DataFetchException(
                url + " answered " + status + " (" + reason() + ")",
                status == 401 || status == 403
                        ? "the provider asks for a login: download the file by hand and put it into a directory named by GAM_DATA_DIR"
                        : "see the source's own page for a new address, and put it into your data_sources.yaml",
                null);
    }

    private String reason() {
        return switch (status) {
            case 401, 403 -> "access denied";
            case 404, 410 -> "not found";
            case 429 -> "too many requests";
            case 500 -> "internal error";
            case 502, 503, 504 -> "temporarily unavailable";
            default -> status >= 500 ? "server error" : "request refused";
        };
    }

    /** Position of the first byte of a 206 answer, or -1 if it does not say. */
    long rangeStart() {
        return contentRange(1);
    }

    /** Size of the whole file, or -1 if unknown. */
    long totalSize() {
        if (status == 200) {
            return headers.firstValueAsLong("content-length").orElse(-1);
        }
        return contentRange(2);
    }

    private long contentRange(int group) {
        Matcher m = CONTENT_RANGE.matcher(headers.firstValue("content-range").orElse(""));
        String digits = m.matches() ? m.group(group) : null;
        return digits == null || digits.equals("*") ? -1 : Long.parseLong(digits);
    }

    /** A strong ETag, else the modification date, else empty. If-Range takes either; a weak ETag proves nothing about bytes. */
    String validator() {
        String etag = headers.firstValue("etag").orElse("");
        boolean strong = etag.startsWith("\"") && etag.chars().noneMatch(c -> c < 0x20);
        return strong ? etag : headers.firstValue("last-modified").orElse("");
    }

    boolean claimsHtml() {
        return headers.firstValue("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/html");
    }

    private @Nullable Duration retryAfter() {
        String text = headers.firstValue("retry-after").orElse("").trim();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(Instant.now(), until);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
