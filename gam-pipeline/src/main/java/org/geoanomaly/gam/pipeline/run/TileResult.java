package org.geoanomaly.gam.pipeline.run;

import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.TileArea;

/**
 * What was found below one tile.
 *
 * @param data by modality
 * @param models by modality, of those in data
 * @param anomalies whose peak lies in the tile's core
 */
record TileResult(
        TileArea area,
        Map<String, ProcessedData> data,
        Map<String, PropertyModel> models,
        FusedModel fused,
        List<Anomaly> anomalies) {}
