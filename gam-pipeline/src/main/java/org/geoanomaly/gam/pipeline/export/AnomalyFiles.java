package org.geoanomaly.gam.pipeline.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyCsv;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.export.gpkg.GeoPackageReader;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;

/** Reads the anomalies of a run back from its output directory. */
public final class AnomalyFiles {
    private AnomalyFiles() {}

    /**
     * From the GeoPackage, or from the CSV file if none was exported. Sizes of bodies are only in the latter: they are taken from there if
     * it has the same anomalies, and are NaN otherwise.
     *
     * @throws DataFormatException if there is no such directory, it holds no result, or the file is damaged
     */
    public static AnomalyTable read(Path directory) {
        RegionPaths paths = new RegionPaths(directory);
        if (!Files.isDirectory(directory)) {
            throw new DataFormatException(directory, "is no directory", "name the output directory of a gam run");
        }
        if (Files.exists(paths.geoPackage())) {
            return withSizes(GeoPackageReader.read(paths.geoPackage()), paths.csv());
        }
        if (Files.exists(paths.csv())) {
            return AnomalyCsv.read(paths.csv());
        }
        throw new DataFormatException(
                directory,
                "holds no anomalies: there is neither gam.gpkg nor anomalies.csv",
                "name the output directory of a finished gam run that exported gpkg or csv");
    }

    private static AnomalyTable withSizes(AnomalyTable table, Path csv) {
        AnomalyTable sized;
        try {
            sized = AnomalyCsv.read(csv);
        } catch (DataFormatException e) {
            return table; // the anomalies themselves are complete; gam validate tells what is wrong with the other file
        }
        boolean same = sized.rows().stream()
                .map(Anomaly::id)
                .toList()
                .equals(table.rows().stream().map(Anomaly::id).toList());
        if (!same) {
            return table;
        }
        List<Anomaly> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Anomaly a = table.rows().get(i);
            rows.add(new Anomaly(
                    a.id(),
                    a.peak(),
                    a.confidence(),
                    a.type(),
                    a.score(),
                    a.contributions(),
                    sized.rows().get(i).body()));
        }
        return new AnomalyTable(sized.modalities(), rows);
    }
}
