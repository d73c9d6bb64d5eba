package org.geoanomaly.gam.pipeline.fdsn;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/**
 * Who runs services.
 *
 * @param name for people and file names
 * @param base address without a slash at its end; {@code /fdsnws/event/1/query} follows
 * @param services that it has
 * @param arrivals how its event service gives picks
 * @param stations name of the provider of stations that goes with it
 */
public record FdsnProvider(String name, String base, Set<FdsnService> services, Arrivals arrivals, String stations) {
    private static final Set<FdsnService> ALL = Set.of(FdsnService.values());

    /** How an event service gives picks. */
    public enum Arrivals {
        /** Within its QuakeML, when asked with {@code includearrivals}. */
        WITH_EVENTS,
        /** As a product of each event, {@code phase-data} of ComCat. */
        PHASE_DATA
    }

    private static final List<FdsnProvider> KNOWN = List.of(
            new FdsnProvider(
                    "ISC",
                    "https://www.isc.ac.uk",
                    Set.of(FdsnService.EVENT, FdsnService.STATION),
                    Arrivals.WITH_EVENTS,
                    "ISC"),
            new FdsnProvider(
                    "USGS",
                    "https://earthquake.usgs.gov",
                    Set.of(FdsnService.EVENT),
                    Arrivals.PHASE_DATA,
                    "EarthScope"),
            new FdsnProvider("EarthScope", "https://service.earthscope.org", ALL, Arrivals.WITH_EVENTS, "EarthScope"),
            new FdsnProvider("GEOFON", "https://geofon.gfz.de", ALL, Arrivals.WITH_EVENTS, "GEOFON"));

    private static final Map<String, String> FORMER =
            Map.of("iris", "earthscope", "comcat", "usgs", "neic", "usgs", "gfz", "geofon");

    public FdsnProvider {
        services = Set.copyOf(services);
    }

    /** Names of the known providers. */
    public static List<String> names() {
        return KNOWN.stream().map(FdsnProvider::name).toList();
    }

    /**
     * The provider of a name, whatever its case, or at a base address.
     *
     * @param key of the configuration, for the message
     * @throws ConfigurationException if there is none; the message names the nearest
     */
    public static FdsnProvider of(String text, String key) {
        String word = text.strip();
        if (word.contains("://")) {
            return custom(word, key);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String current = FORMER.getOrDefault(lower, lower);
        Optional<FdsnProvider> known = KNOWN.stream()
                .filter(p -> p.name.toLowerCase(Locale.ROOT).equals(current))
                .findFirst();
        return known.orElseThrow(() -> new ConfigurationException(
                key + ": there is no provider '" + text + "'"
                        + NearestName.of(word, names())
                                .map(n -> "; did you mean '" + n + "'?")
                                .orElse(""),
                "known are " + String.join(", ", names()) + "; any other is named by its address, https://HOST",
                null));
    }

    private static FdsnProvider custom(String text, String key) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plain = uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null;
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null && plain) {
                String base = text.replaceFirst("/+$", "").replaceFirst("/fdsnws(/.*)?$", "");
                return new FdsnProvider(uri.getHost(), base, ALL, Arrivals.WITH_EVENTS, base);
            }
        } catch (URISyntaxException e) {
            throw refused(text, key);
        }
        throw refused(text, key);
    }

    private static ConfigurationException refused(String text, String key) {
        return new ConfigurationException(
                key + ": '" + text + "' is no address of a service",
                "write it as https://HOST, without what follows /fdsnws and without a login",
                null);
    }

    /** Address of a service's queries. */
    public String query(FdsnService service) {
        return base + "/fdsnws/" + service.path() + "/1/query";
    }
}
