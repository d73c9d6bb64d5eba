package org.geoanomaly.gam.pipeline.search;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Copernicus Data Space's STAC API ({@code POST /v1/search}); pages follow its {@code next} links, on the same server only. */
public final class CdseCatalogue implements SceneCatalogue {
    /** Where it is. */
    public static final URI ENDPOINT = URI.create("https://stac.dataspace.copernicus.eu/v1/search");

    static final String CREDENTIAL = "CDSE_TOKEN";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 200;

    private final CatalogueClient client;
    private final URI endpoint;

    /**
     * The catalogue at an address.
     *
     * @param environment whose CDSE_TOKEN is used if it is set
     */
    public CdseCatalogue(
            URI endpoint, Map<String, String> environment, DownloadPolicy policy, ProgressListener progress) {
        this.endpoint = endpoint;
        this.client = new CatalogueClient(policy, Token.of(environment, CREDENTIAL), progress);
    }

    @Override
    public String id() {
        return "cdse";
    }

    @Override
    public String credential() {
        return CREDENTIAL;
    }

    @Override
    public Found search(SceneQuery query) throws InterruptedException {
        if (query.product() != SceneQuery.Product.SLC) {
            throw new ConfigurationException(
                    "the Copernicus Data Space has no scenes of kind " + query.product(),
                    "search for SLC, or --catalogue asf",
                    null);
        }
        Map<String, FoundScene> scenes = new LinkedHashMap<>();
        int skipped = 0;
        URI url = endpoint;
        Optional<String> body = Optional.of(body(query));
        for (int p = 0; p < MOST_PAGES; p++) {
            JsonNode answer = client.json(url, body);
            JsonNode features = answer.get("features");
            if (features == null || !features.isArray()) {
                throw new DataFormatException(endpoint.toString(), "answered without a list of features", null, null);
            }
            int before = scenes.size();
            for (JsonNode feature : features) {
                Optional<FoundScene> scene = scene(feature);
                skipped += scene.isEmpty() ? 1 : 0;
                scene.ifPresent(s -> scenes.putIfAbsent(s.id(), s));
            }
            Optional<JsonNode> next = next(answer);
            if (scenes.size() > query.limit() || next.isEmpty() || scenes.size() == before) {
                break;
            }
            url = sameServer(Json.text(next.get(), "href"));
            JsonNode sent = next.get().get("body");
            boolean post = Json.text(next.get(), "method").equalsIgnoreCase("POST") && sent != null && sent.isObject();
            body = post ? Optional.of(sent.toString()) : Optional.empty();
        }
        List<FoundScene> all = new ArrayList<>(scenes.values());
        boolean more = all.size() > query.limit();
        return new Found(more ? all.subList(0, query.limit()) : all, more, skipped);
    }

    private static String body(SceneQuery query) {
        ObjectNode body = JsonProduct.mapper().createObjectNode();
        body.putArray("collections").add("sentinel-1-slc");
        ArrayNode box = body.putArray("bbox");
        BoundingBox a = query.area();
        box.add(a.west()).add(a.south()).add(a.east()).add(a.north());
        body.put("datetime", query.start() + "/" + query.end());
        body.put("limit", Math.min(PAGE, query.limit()));
        ObjectNode sort = body.putArray("sortby").addObject();
        sort.put("field", "properties.datetime");
        sort.put("direction", "desc");
        return body.toString();
    }

    private static Optional<JsonNode> next(JsonNode answer) {
        JsonNode links = answer.get("links");
        if (links == null || !links.isArray()) {
            return Optional.empty();
        }
        for (JsonNode link : links) {
            if (Json.text(link, "rel").equals("next")) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** A catalogue's answer must not send us, and a token with us, elsewhere. */
    private URI sameServer(String href) {
        try {
            URI next = endpoint.resolve(href);
            boolean same = Objects.equals(next.getScheme(), endpoint.getScheme())
                    && Objects.equals(next.getHost(), endpoint.getHost())
                    && next.getPort() == endpoint.getPort();
            if (same && !href.isEmpty()) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            // the same message as for another server
        }
        throw new DataFormatException(
                endpoint.toString(), "names a next page on another server, which is refused", null, null);
    }

    private static Optional<FoundScene> scene(JsonNode feature) {
        String id = Json.text(feature, "id");
        JsonNode p = feature.get("properties");
        if (id.isEmpty() || p == null || !p.isObject()) {
            return Optional.empty();
        }
        String time = Json.text(p, "start_datetime");
        time = time.isEmpty() ? Json.text(p, "datetime") : time;
        if (time.isEmpty()) {
            return Optional.empty();
        }
        double track = Json.number(p, "sat:relative_orbit");
        JsonNode asset = product(feature.get("assets"));
        String url = asset == null ? "" : Json.url(Json.text(asset, "href"));
        double size = asset == null ? Double.NaN : Json.number(asset, "file:size");
        return Optional.of(new FoundScene(
                id,
                time,
                track >= 1 && track <= 10_000 ? Integer.valueOf((int) track) : null,
                Json.direction(Json.text(p, "sat:orbit_state")),
                Json.text(p, "product:type").isEmpty() ? "SLC" : Json.text(p, "product:type"),
                size > 0 && size < 1e15 ? (long) size : -1,
                url,
                true,
                CREDENTIAL));
    }

    private static @Nullable JsonNode product(@Nullable JsonNode assets) {
        if (assets == null || !assets.isObject()) {
            return null;
        }
        for (String name : List.of("product", "PRODUCT", "Product")) {
            JsonNode asset = assets.get(name);
            if (asset != null && asset.isObject()) {
                return asset;
            }
        }
        return null;
    }
}
