package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.cache.RawDataCache;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;

/** Brings in the raw data, each modality at once, from the cache where they were read before. */
final class FetchStage {
    static final String NAME = "fetch";

    /** Hills beyond the data attract too: as far as the terrain correction looks, and a little more for the corners, m. */
    private static final double TERRAIN_REACH = 70_000;

    private static final int FEWEST_READINGS = 10;

    private final RegionalPlan plan;
    private final Plugins plugins;
    private final RawDataCache cache;
    private final FetchContext context;

    FetchStage(RegionalPlan plan, Plugins plugins, RawDataCache cache, FetchContext context) {
        this.plan = plan;
        this.plugins = plugins;
        this.cache = cache;
        this.context = context;
    }

    /**
     * The data of every modality inside an area.
     *
     * @param spacingDeg sampling of continuous models
     */
    Fetched run(BoundingBox area, double spacingDeg) {
        List<DataRequest> requests = new ArrayList<>();
        plan.modalities().forEach(m -> requests.add(new DataRequest(m.name(), m.source(), area, spacingDeg)));
        SourceSpec terrain = plan.terrain();
        if (terrain != null) {
            requests.add(
                    new DataRequest(RegionalPlan.TERRAIN, terrain, Tiling.buffered(area, TERRAIN_REACH), spacingDeg));
        }
        Map<String, Fetched.Item> found = new ConcurrentHashMap<>();
        Map<String, Gap> missing = new ConcurrentHashMap<>();
        try (StageProgress stage = context.progress().begin(NAME, requests.size());
                Workers each = new Workers(requests.size())) {
            each.forEach(requests.size(), i -> {
                DataRequest request = requests.get(i);
                fetch(request, found, missing);
                stage.advance(1);
            });
        }
        Map<String, Fetched.Item> items = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (DataRequest request : requests) {
            String modality = request.modality();
            Fetched.Item item = found.get(modality);
            Gap gap = missing.get(modality);
            if (item != null && !modality.equals(RegionalPlan.TERRAIN)) {
                items.put(modality, item);
            } else if (gap != null) {
                gaps.add(gap);
            }
        }
        return new Fetched(Collections.unmodifiableMap(items), found.get(RegionalPlan.TERRAIN), List.copyOf(gaps));
    }

    private void fetch(DataRequest request, Map<String, Fetched.Item> found, Map<String, Gap> missing) {
        String modality = request.modality();
        try {
            DataSource source = plugins.source(request);
            List<ResolvedSource> located = source.locate(request, context);
            RawData data = plugins.origin(source).isBuiltIn()
                    ? cache.fetch(source, request, located, context)
                    : cache.fetch(source, plugins.identity(source), request, located, context);
            if (data instanceof RawData.Points points) {
                requireSurvey(modality, points);
            }
            found.put(
                    modality,
                    new Fetched.Item(modality, data, located, Keys.raw(plugins.identity(source), request, located)));
        } catch (GamException e) {
            missing.put(modality, gap(modality, e));
        } catch (IOException e) {
            missing.put(modality, new Gap(modality, NAME, "cannot be read: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
    }

    /** A few readings cannot say how far apart anything is. */
    private static void requireSurvey(String modality, RawData.Points points) {
        double[] lon = points.column(RawData.Points.LONGITUDE);
        double[] lat = points.column(RawData.Points.LATITUDE);
        double[] value = points.column(RawData.Points.VALUE);
        long complete = IntStream.range(0, points.rows())
                .filter(i -> Double.isFinite(lon[i] + lat[i] + value[i]))
                .count();
        if (complete < FEWEST_READINGS) {
            throw new PreprocessingException(
                    (complete == 1
                                    ? "there is 1 complete reading of "
                                    : "there are " + complete + " complete readings of ")
                            + modality + " in and around the area, which is no survey; it takes at least "
                            + FEWEST_READINGS,
                    "choose another data.bbox or source",
                    null);
        }
    }

    private Gap gap(String modality, GamException e) {
        return Gaps.of(modality, NAME, e);
    }
}
