package org.geoanomaly.gam.pipeline.data;

import java.util.List;

/**
 * What a run found for one modality.
 *
 * @param grid the data on the region's grid, and what the model makes of them
 * @param model the property below
 * @param fits of its tiles, in order
 * @param notes of preprocessing and inversion, for the report
 */
public record ModalityResult(
        String modality, RegionGrid grid, RegionModel model, List<TileFit> fits, List<String> notes) {
    public ModalityResult {
        fits = List.copyOf(fits);
        notes = List.copyOf(notes);
    }

    /**
     * The fit in one tile.
     *
     * @param tile its id
     * @param observed values in the order of the fit's predictions, in the data's unit
     */
    public record TileFit(String tile, Observations observed, ModelFit fit) {}
}
