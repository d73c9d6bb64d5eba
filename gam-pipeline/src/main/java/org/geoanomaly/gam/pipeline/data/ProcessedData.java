package org.geoanomaly.gam.pipeline.data;

import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The observations of one modality below one tile, ready to be inverted.
 *
 * @param modality such as {@code gravity}
 * @param quantity what the values are now, such as {@code complete_bouguer_anomaly}
 * @param observations what is inverted
 * @param lattice the same as a grid for maps and files, null if the modality has none
 * @param resolutionM what the data can resolve sideways, m
 * @param ambient the inducing field over the tile, null unless magnetic
 * @param notes what was corrected, removed and left out, in words, for the report
 */
public record ProcessedData(
        String modality,
        String quantity,
        Unit unit,
        Observations observations,
        @Nullable Lattice lattice,
        double resolutionM,
        @Nullable Ambient ambient,
        List<String> notes) {
    public ProcessedData {
        notes = List.copyOf(notes);
    }

    /**
     * The Earth's field over a tile.
     *
     * @param intensity nT
     * @param inclination degrees, positive down
     * @param declination degrees, positive east of the frame's north
     */
    public record Ambient(double intensity, double inclination, double declination) {}
}
