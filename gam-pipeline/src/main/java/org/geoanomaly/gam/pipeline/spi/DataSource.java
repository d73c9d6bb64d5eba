package org.geoanomaly.gam.pipeline.spi;

import java.io.IOException;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;

/**
 * Supplies the raw data of one modality in an area. Locating is apart from reading, so that what was read before can be taken from the
 * cache: its key is the content of what was located.
 */
public interface DataSource extends Plugin {
    /** Whether it can answer the request. Must not touch files or the network. */
    boolean serves(DataRequest request);

    /**
     * Brings the files onto this machine, verified.
     *
     * @return at least one; their checksums identify everything that {@link #read} will use
     * @throws org.geoanomaly.gam.pipeline.error.DataFetchException if they cannot be had
     */
    List<ResolvedSource> locate(DataRequest request, FetchContext context) throws IOException, InterruptedException;

    /**
     * Reads the values inside the request's area, in the units and at the places in which they are published.
     *
     * @param located what {@link #locate} answered
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if a file is not what it should be
     * @throws org.geoanomaly.gam.pipeline.error.DataFetchException if there is no value in the area
     */
    RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context)
            throws IOException, InterruptedException;
}
