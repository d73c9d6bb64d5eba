package org.geoanomaly.gam.pipeline.data;

import java.util.List;

/**
 * What a run found for one modality.
 *
 * @param grid the data on the region's grid, and what the model makes of them
 * @param model the property below
 * @param fits of its tiles, in order
 * @param notes of preprocessing and inversion, for the report
 * @param sources with few parameters that were fitted to the strongest bodies, each in the tile whose core it lies in
 */
public record ModalityResult(
        String modality,
        RegionGrid grid,
        RegionModel model,
        List<TileFit> fits,
        List<String> notes,
        List<LocatedSource> sources) {
    public ModalityResult {
        fits = List.copyOf(fits);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** A result without fitted sources. */
    public ModalityResult(String modality, RegionGrid grid, RegionModel model, List<TileFit> fits, List<String> notes) {
        this(modality, grid, model, fits, notes, List.of());
    }

    /**
     * The fit in one tile.
     *
     * @param tile its id
     * @param observed values in the order of the fit's predictions, in the data's unit
     */
    public record TileFit(String tile, Observations observed, ModelFit fit) {}
}
