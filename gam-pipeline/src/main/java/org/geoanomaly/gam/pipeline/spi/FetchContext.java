package org.geoanomaly.gam.pipeline.spi;

import java.nio.file.Path;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;

/**
 * What a data source may use.
 *
 * @param catalogue of the known sources, the user's own included
 * @param resolver finds and downloads files of the catalogue
 * @param scratch directory for temporary files, removed after the run
 * @param workers threads for reading; stay open
 * @param progress where to report
 */
public record FetchContext(
        SourceCatalogue catalogue, SourceResolver resolver, Path scratch, Workers workers, ProgressListener progress) {}
