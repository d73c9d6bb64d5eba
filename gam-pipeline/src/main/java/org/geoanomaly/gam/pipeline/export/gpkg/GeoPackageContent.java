package org.geoanomaly.gam.pipeline.export.gpkg;

import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;

/**
 * What a GeoPackage is made of.
 *
 * @param table the anomalies
 * @param sources where the data of each modality come from
 * @param createdAt recorded start of the run: the only time in the file
 * @param description of the layer of anomalies, for people
 * @param style QGIS style document of that layer
 */
public record GeoPackageContent(
        AnomalyTable table, List<Source> sources, Instant createdAt, String description, String style) {
    public GeoPackageContent {
        sources = List.copyOf(sources);
    }

    /**
     * Where data come from.
     *
     * @param modality such as {@code gravity}
     * @param id of the source
     */
    public record Source(String modality, String id) {}
}
