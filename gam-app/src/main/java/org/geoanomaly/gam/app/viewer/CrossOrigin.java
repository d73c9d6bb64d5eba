package org.geoanomaly.gam.app.viewer;

import com.sun.net.httpserver.Headers;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may read what is served here (the Fetch standard's CORS protocol): none, one origin, or all.
 *
 * @param allowed an origin such as {@code https://example.org:8443}, {@code *} for all, or null for none
 */
public record CrossOrigin(@Nullable String allowed) {
    public static final CrossOrigin NONE = new CrossOrigin(null);

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[A-Za-z0-9.\\-]+(:[0-9]{1,5})?|https?://\\[[0-9a-fA-F:]+](:[0-9]{1,5})?");

    public CrossOrigin {
        if (allowed != null && !allowed.equals("*") && !ORIGIN.matcher(allowed).matches()) {
            throw new ConfigurationException(
                    "'" + allowed + "' is no origin",
                    "give * or scheme, host and port, such as https://example.org",
                    null);
        }
    }

    /** Tells the browser who may read the answer, ranges included. */
    void describe(Headers answer) {
        if (allowed != null) {
            answer.set("Access-Control-Allow-Origin", allowed);
            answer.set("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
            if (!allowed.equals("*")) {
                answer.add("Vary", "Origin");
            }
        }
    }

    /** Answers a browser that asks whether it may ask. */
    void describePreflight(Headers answer) {
        answer.set("Access-Control-Allow-Methods", "GET, HEAD");
        answer.set("Access-Control-Allow-Headers", "If-Match, If-None-Match, If-Range, Range");
        answer.set("Access-Control-Max-Age", "86400");
    }
}
