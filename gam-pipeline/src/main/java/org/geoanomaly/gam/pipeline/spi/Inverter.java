package org.geoanomaly.gam.pipeline.spi;

import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.PropertyModel;

/**
 * Finds a physical property below observations of its modalities, with its uncertainty. Thread-safe: one instance serves all tiles. The
 * request and the arrays in it belong to the caller and stay as they are; those of the answer belong to the caller from then on. The same
 * request gives the same bytes, for any number of workers.
 */
public interface Inverter extends Plugin {
    /** What it can work on. */
    Set<String> modalities();

    /** What one of its {@link #modalities} is about. */
    ModalityDescription describe(String modality);

    /**
     * Bytes that {@link #invert} will need at most, besides its input: asked before the start, so that a mesh can be chosen that fits.
     */
    long memory(InversionRequest request);

    /**
     * What trade-offs between fit and norm leave unexplained below this tile: asked of every tile of a region before any is inverted, so that one
     * can be chosen for all. With a trade-off in the request only that one is tried.
     *
     * @return empty if each tile has to be inverted for itself
     */
    default List<TradeOffPoint> tradeOffs(InversionRequest request, StageContext context) throws InterruptedException {
        return List.of();
    }

    /**
     * The model, on the mesh of the request, of the property that {@link #describe} tells. Not converging is a value in it, not a failure.
     * A cell that the data do not reach has the prior standard deviation as its posterior one, and the prior mean or NaN as its value.
     *
     * @throws org.geoanomaly.gam.grid.error.GamException if the observations cannot be inverted
     */
    PropertyModel invert(InversionRequest request, StageContext context) throws InterruptedException;
}
