package org.geoanomaly.gam.pipeline.visual.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.RegionResult;

/** Words below figures. */
public final class FigureText {
    private FigureText() {}

    /** Sources of some modalities, and the run. */
    public static String provenance(RegionResult result, List<String> modalities) {
        Set<String> sources = new LinkedHashSet<>();
        result.run().inputs().stream()
                .filter(i -> modalities.contains(i.modality()))
                .map(RegionResult.Input::source)
                .forEach(s -> sources.add(s.citation().isBlank() ? s.source().title() : s.citation()));
        String data = sources.isEmpty() ? "" : "data: " + String.join("; ", sources);
        String run = "GAM " + ProgramVersion.text() + ", run " + result.run().id();
        return data.isEmpty() ? run : run + " · " + data;
    }
}
