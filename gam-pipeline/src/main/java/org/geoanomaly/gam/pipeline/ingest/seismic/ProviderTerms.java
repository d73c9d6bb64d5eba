package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.util.Locale;

/** What to cite for the data of a provider. */
final class ProviderTerms {
    private ProviderTerms() {}

    static String citation(String provider) {
        return switch (provider.toUpperCase(Locale.ROOT)) {
            case "ISC" -> "International Seismological Centre, On-line Bulletin, doi:10.31905/D808B830";
            case "USGS", "COMCAT", "NEIC" ->
                "U.S. Geological Survey, ANSS Comprehensive Earthquake Catalog, doi:10.5066/F7MS3QZH";
            case "GEOFON", "GFZ" -> "GEOFON Data Centre (1993), GFZ Data Services, doi:10.14470/TR560404";
            case "EARTHSCOPE", "IRIS" ->
                "NSF SAGE/EarthScope data services, https://ds.iris.edu/ds/nodes/dmc/citations";
            default -> provider;
        };
    }
}
