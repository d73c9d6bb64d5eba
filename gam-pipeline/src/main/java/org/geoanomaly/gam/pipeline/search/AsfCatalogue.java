package org.geoanomaly.gam.pipeline.search;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import tools.jackson.databind.JsonNode;

/**
 * The Alaska Satellite Facility's search ({@code /services/search/param}, output {@code jsonlite}). It has no pages: it answers the newest
 * scenes first, so the next ones are asked for with an earlier end.
 */
public final class AsfCatalogue implements SceneCatalogue {
    /** Where it is. */
    public static final URI ENDPOINT = URI.create("https://api.daac.asf.alaska.edu/services/search/param");

    static final String CREDENTIAL = "EARTHDATA_TOKEN";
    private static final int PAGE = 250;
    private static final int MOST_PAGES = 100;
    private static final double MEGABYTE = 1024 * 1024;

    private final CatalogueClient client;
    private final URI endpoint;
    private final int page;

    /**
     * The catalogue at an address.
     *
     * @param environment whose EARTHDATA_TOKEN is used if it is set
     */
    public AsfCatalogue(
            URI endpoint, Map<String, String> environment, DownloadPolicy policy, ProgressListener progress) {
        this(endpoint, environment, policy, progress, PAGE);
    }

    AsfCatalogue(
            URI endpoint, Map<String, String> environment, DownloadPolicy policy, ProgressListener progress, int page) {
        this.endpoint = endpoint;
        this.client = new CatalogueClient(policy, Token.of(environment, CREDENTIAL), progress);
        this.page = page;
    }

    @Override
    public String id() {
        return "asf";
    }

    @Override
    public String credential() {
        return CREDENTIAL;
    }

    @Override
    public Found search(SceneQuery query) throws InterruptedException {
        Map<String, FoundScene> scenes = new LinkedHashMap<>();
        int skipped = 0;
        Instant end = query.end();
        for (int p = 0; p < MOST_PAGES; p++) {
            int wanted = Math.min(page, query.limit() - scenes.size() + 1);
            List<JsonNode> results = results(query, end, wanted);
            int before = scenes.size();
            Instant oldest = end;
            for (JsonNode result : results) {
                Optional<FoundScene> scene = scene(result);
                if (scene.isEmpty()) {
                    skipped++;
                    continue;
                }
                scenes.putIfAbsent(scene.get().id(), scene.get());
                oldest = earlier(oldest, scene.get().time());
            }
            boolean last = results.size() < wanted || scenes.size() == before || !oldest.isBefore(end);
            if (last || scenes.size() > query.limit()) {
                break;
            }
            // scenes that begin in the same second may straddle two pages: they are asked for again
            end = oldest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            end = end.isAfter(query.end()) ? query.end() : end;
        }
        List<FoundScene> all = new ArrayList<>(scenes.values());
        boolean more = all.size() > query.limit();
        return new Found(more ? all.subList(0, query.limit()) : all, more, skipped);
    }

    private static Instant earlier(Instant known, String time) {
        try {
            Instant t = SceneQuery.instant(time.endsWith("Z") || time.length() == 10 ? time : time + "Z", false);
            return t.isBefore(known) ? t : known;
        } catch (org.geoanomaly.gam.pipeline.error.ConfigurationException e) {
            return known;
        }
    }

    private List<JsonNode> results(SceneQuery query, Instant end, int wanted) throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        switch (query.product()) {
            case SLC -> {
                parameters.put("dataset", "SENTINEL-1");
                parameters.put("processingLevel", "SLC");
                parameters.put("beamMode", "IW");
            }
            case DISP_S1 -> {
                parameters.put("dataset", "OPERA-S1");
                parameters.put("processingLevel", "DISP-S1");
            }
            case GUNW -> parameters.put("dataset", "ARIA S1 GUNW");
        }
        parameters.put("intersectsWith", polygon(query.area()));
        parameters.put("start", query.start().truncatedTo(ChronoUnit.SECONDS).toString());
        parameters.put("end", end.truncatedTo(ChronoUnit.SECONDS).toString());
        parameters.put("maxResults", Integer.toString(wanted));
        parameters.put("output", "jsonlite");
        StringBuilder text = new StringBuilder(endpoint.toString());
        char separator = endpoint.getQuery() == null ? '?' : '&';
        for (Map.Entry<String, String> e : parameters.entrySet()) {
            text.append(separator)
                    .append(e.getKey())
                    .append('=')
                    .append(URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        JsonNode answer = client.json(URI.create(text.toString()), Optional.empty());
        JsonNode results = answer.get("results");
        if (results == null || !results.isArray()) {
            throw new DataFormatException(endpoint.toString(), "answered without a list of results", null, null);
        }
        List<JsonNode> list = new ArrayList<>();
        results.forEach(list::add);
        return list;
    }

    /** Counter-clockwise, as WKT wants it; beyond 180° east where the area crosses it. */
    static String polygon(BoundingBox a) {
        double east = a.west() + a.width();
        return String.format(
                Locale.ROOT,
                "POLYGON((%1$.6f %3$.6f,%2$.6f %3$.6f,%2$.6f %4$.6f,%1$.6f %4$.6f,%1$.6f %3$.6f))",
                a.west(),
                east,
                a.south(),
                a.north());
    }

    private static Optional<FoundScene> scene(JsonNode n) {
        String id = Json.text(n, "granuleName");
        String time = Json.text(n, "startTime");
        if (id.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        double megabytes = Json.number(n, "sizeMB");
        double path = Json.number(n, "path");
        return Optional.of(new FoundScene(
                id,
                time,
                path >= 1 && path <= 10_000 ? Integer.valueOf((int) path) : null,
                Json.direction(Json.text(n, "flightDirection")),
                Json.text(n, "productType"),
                megabytes > 0 && megabytes < 1e9 ? Math.round(megabytes * MEGABYTE) : -1,
                Json.url(Json.text(n, "downloadUrl")),
                true,
                CREDENTIAL));
    }
}
