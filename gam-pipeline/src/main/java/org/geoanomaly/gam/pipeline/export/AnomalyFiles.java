package org.geoanomaly.gam.pipeline.export;

import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyCsv;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.export.gpkg.GeoPackageReader;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;

/** Reads the anomalies of a run back from its output directory. */
public final class AnomalyFiles {
    private AnomalyFiles() {}

    /**
     * From the GeoPackage, or from the CSV file if none was exported. Sizes of bodies are only in the latter and NaN otherwise.
     *
     * @throws DataFormatException if there is no such directory, it holds no result, or the file is damaged
     */
    public static AnomalyTable read(Path directory) {
        RegionPaths paths = new RegionPaths(directory);
        if (!Files.isDirectory(directory)) {
            throw new DataFormatException(directory, "is no directory", "name the output directory of a gam run");
        }
        if (Files.exists(paths.geoPackage())) {
            return GeoPackageReader.read(paths.geoPackage());
        }
        if (Files.exists(paths.csv())) {
            return AnomalyCsv.read(paths.csv());
        }
        throw new DataFormatException(
                directory,
                "holds no anomalies: there is neither gam.gpkg nor anomalies.csv",
                "name the output directory of a finished gam run that exported gpkg or csv");
    }
}
