package org.geoanomaly.gam.pipeline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.export.kmz.KmzFile;
import org.geoanomaly.gam.pipeline.export.kmz.Overlay;
import org.geoanomaly.gam.pipeline.visual.map.Palette;
import org.geoanomaly.gam.pipeline.visual.map.ScoreMap;
import org.geoanomaly.gam.pipeline.visual.map.Words;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;

/** What a globe shows: the score, switched on, and the data of each modality, switched off. */
final class GlobeFile {
    private final RegionResult result;
    private final Credits credits;
    private final Palette palette;

    GlobeFile(RegionResult result, Credits credits, Palette palette) {
        this.result = result;
        this.credits = credits;
        this.palette = palette;
    }

    byte[] bytes(AnomalyTable table) {
        List<Overlay> overlays = new ArrayList<>();
        if (!result.fused().layers().isEmpty()) {
            FloatGrid score = ScoreMap.extremes(result.fused());
            overlays.add(new Overlay(
                    "fused_score",
                    "Fused score, greatest |z| of all depths",
                    "score z (standard deviations of the prior)",
                    score,
                    ColorScale.signed(palette.signed(), score.values()),
                    true));
        }
        for (ModalityResult m : result.modalities()) {
            FloatGrid data = m.grid().layers().get("data");
            if (data != null) {
                String quantity = Words.plain(m.grid().quantity());
                overlays.add(new Overlay(
                        m.modality() + "_data",
                        Words.title(m.modality()) + ": " + quantity,
                        Words.withUnit(quantity, data.unit()),
                        data,
                        ColorScale.signed(palette.signed(), data.values()),
                        false));
            }
        }
        StringBuilder about = new StringBuilder("Depths in metres below ")
                .append(Math.round(result.fused().depths().referenceHeight()))
                .append(" m above sea level.");
        for (Map.Entry<String, String> item : credits.ofAll().entrySet()) {
            about.append(' ')
                    .append(item.getKey())
                    .append(": ")
                    .append(item.getValue())
                    .append('.');
        }
        return KmzFile.bytes("GeoAnomalyMapper, run " + result.run().id(), about.toString(), table, overlays);
    }
}
