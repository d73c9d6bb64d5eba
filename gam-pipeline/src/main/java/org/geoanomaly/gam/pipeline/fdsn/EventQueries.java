package org.geoanomaly.gam.pipeline.fdsn;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;

/** The questions that a configured source comes down to. */
final class EventQueries {
    private EventQueries() {}

    static FdsnQuery events(FdsnProvider provider, SourceSpec.Service spec, BoundingBox area) {
        Map<String, String> options = new TreeMap<>();
        if (provider.arrivals() == FdsnProvider.Arrivals.PHASE_DATA) {
            options.put("format", "geojson");
            options.put("producttype", "phase-data");
        } else {
            options.put("format", "xml");
            options.put("includearrivals", "true");
        }
        if (spec.minMagnitude() != null) {
            options.put("minmagnitude", spec.minMagnitude().toString());
        }
        if (spec.maxDepthKm() != null) {
            options.put("maxdepth", spec.maxDepthKm().toString());
        }
        options.put("orderby", "time-asc");
        return query(provider, FdsnService.EVENT, spec, area, options);
    }

    static FdsnQuery stations(FdsnProvider provider, SourceSpec.Service spec, BoundingBox area) {
        return query(provider, FdsnService.STATION, spec, area, Map.of("format", "text", "level", "station"));
    }

    private static FdsnQuery query(
            FdsnProvider provider,
            FdsnService service,
            SourceSpec.Service spec,
            BoundingBox area,
            Map<String, String> options) {
        return new FdsnQuery(
                provider.query(service), area, Instant.parse(spec.start()), Instant.parse(spec.end()), options);
    }
}
