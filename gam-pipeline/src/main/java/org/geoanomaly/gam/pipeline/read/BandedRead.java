package org.geoanomaly.gam.pipeline.read;

import org.geoanomaly.gam.grid.array.BandedGrid;

/** A grid that is read band by band, and what its file says about it. */
public interface BandedRead extends BandedGrid {
    /** What the file says; notes that count cells are about the bands read so far. */
    SourceFacts facts();

    /** Whether its bands are parts of it, so that the whole need not fit the memory. */
    boolean inParts();
}
