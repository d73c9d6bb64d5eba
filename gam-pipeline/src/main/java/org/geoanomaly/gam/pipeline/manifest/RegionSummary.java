package org.geoanomaly.gam.pipeline.manifest;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.jspecify.annotations.Nullable;

/**
 * What a regional run found.
 *
 * @param area of the answer; west is greater than east if it crosses the antimeridian
 * @param anomalies how many
 * @param modalities in the order of the configuration
 * @param gaps what is missing
 * @param notes what a reader should know
 */
public record RegionSummary(
        BoundingBox area, int anomalies, List<ModalityFit> modalities, List<Gap> gaps, List<String> notes) {
    public RegionSummary {
        modalities = List.copyOf(modalities);
        gaps = List.copyOf(gaps);
        notes = List.copyOf(notes);
    }

    /**
     * One modality.
     *
     * @param quantity of its data
     * @param tiles how well the model explains them
     * @param notes of preprocessing and inversion
     */
    public record ModalityFit(String modality, String quantity, List<TileFit> tiles, List<String> notes) {
        public ModalityFit {
            tiles = List.copyOf(tiles);
            notes = List.copyOf(notes);
        }
    }

    /**
     * One tile of a modality.
     *
     * @param tile its id
     * @param observations how many
     * @param converged whether χ²/N reached its target
     * @param chi2PerDatum χ²/N at the end, null if it is not a number
     * @param rmsResidual of data minus model in the unit of the data, null if it is not a number
     * @param method of the inversion
     * @param notes what a reader of the model should know
     */
    public record TileFit(
            String tile,
            int observations,
            boolean converged,
            @Nullable Double chi2PerDatum,
            @Nullable Double rmsResidual,
            String method,
            List<String> notes) {
        public TileFit {
            notes = List.copyOf(notes);
        }
    }
}
