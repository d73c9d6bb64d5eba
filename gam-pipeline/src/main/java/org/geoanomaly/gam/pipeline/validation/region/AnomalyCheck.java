package org.geoanomaly.gam.pipeline.validation.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyCsv;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyGeoJson;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.export.gpkg.GeoPackageReader;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;
import org.geoanomaly.gam.pipeline.manifest.RegionRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionSummary;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.Finding;

/** The tables of anomalies: readable, possible, and the same in every format. */
final class AnomalyCheck {
    /** Degrees by which a rounded peak may leave the area. */
    private static final double EPSILON = 1e-6;

    private final RegionPaths paths;
    private final RegionRecord manifest;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, AnomalyTable> tables = new LinkedHashMap<>();

    private AnomalyCheck(RegionPaths paths, RegionRecord manifest) {
        this.paths = paths;
        this.manifest = manifest;
    }

    static CheckResult check(RegionPaths paths, RegionRecord manifest) {
        AnomalyCheck check = new AnomalyCheck(paths, manifest);
        check.run();
        String formats = check.tables.isEmpty() ? "no table" : String.join(" = ", check.tables.keySet());
        return new CheckResult("anomalies", manifest.summary().anomalies() + " anomalies, " + formats, check.findings);
    }

    private void run() {
        String csv = paths.relative(paths.csv());
        String json = paths.relative(paths.geoJson());
        String gpkg = paths.relative(paths.geoPackage());
        read(csv, () -> AnomalyCsv.read(paths.csv()));
        List<String> modalities = tables.containsKey(csv)
                ? tables.get(csv).modalities()
                : manifest.summary().modalities().stream()
                        .map(RegionSummary.ModalityFit::modality)
                        .toList();
        read(json, () -> AnomalyGeoJson.read(paths.geoJson(), modalities));
        read(gpkg, () -> GeoPackageReader.read(paths.geoPackage()));
        tables.forEach((name, table) -> {
            if (table.rows().size() != manifest.summary().anomalies()) {
                findings.add(Finding.error(
                        name,
                        "has " + table.rows().size() + " anomalies, the run found "
                                + manifest.summary().anomalies()));
            }
        });
        tables.entrySet().stream().findFirst().ifPresent(first -> {
            rows(first.getKey(), first.getValue());
            tables.forEach((name, table) -> same(first.getKey(), first.getValue(), name, table, !name.equals(gpkg)));
        });
    }

    private void read(String name, Supplier<AnomalyTable> reader) {
        if (manifest.outputs().stream().noneMatch(o -> o.path().equals(name))) {
            return;
        }
        try {
            tables.put(name, reader.get());
        } catch (GamException e) {
            findings.add(Finding.error(name, String.valueOf(e.getMessage())));
        }
    }

    private void same(String firstName, AnomalyTable first, String name, AnomalyTable table, boolean sizes) {
        for (int i = 0; i < Math.min(first.rows().size(), table.rows().size()); i++) {
            Anomaly expected = first.rows().get(i);
            Anomaly found = table.rows().get(i);
            Anomaly comparable = sizes
                    ? expected
                    : new Anomaly(
                            expected.id(),
                            expected.peak(),
                            expected.confidence(),
                            expected.type(),
                            expected.score(),
                            expected.contributions(),
                            found.body());
            if (!found.equals(comparable)) {
                findings.add(Finding.error(
                        name, "row " + (i + 1) + " (" + found.id() + ") differs from the one in " + firstName));
            }
        }
    }

    private void rows(String name, AnomalyTable table) {
        Set<String> ids = new HashSet<>();
        for (Anomaly a : table.rows()) {
            if (!ids.add(a.id())) {
                findings.add(Finding.error(name, a.id() + " is there twice"));
            }
            if (!inside(a.peak().lat(), a.peak().lon(), manifest.summary().area())) {
                findings.add(Finding.error(name, a.id() + " lies outside the area of the run"));
            }
            if (!(a.confidence() >= 0 && a.confidence() <= 1)) {
                findings.add(Finding.error(name, a.id() + " has the confidence " + a.confidence()));
            }
            if (Double.isNaN(a.score()) || Double.isNaN(a.peak().depth())) {
                findings.add(Finding.error(name, a.id() + " has no score or no depth"));
            }
            Anomaly.Body body = a.body();
            boolean impossible = body.extentM() < 0
                    || body.volumeM3() < 0
                    || body.depthMin() > a.peak().depth()
                    || body.depthMax() < a.peak().depth();
            if (impossible) {
                findings.add(Finding.error(name, a.id() + " has an impossible size: " + body));
            }
        }
    }

    private static boolean inside(double lat, double lon, BoundingBox area) {
        double east = lon - area.west() + EPSILON;
        east -= 360 * Math.floor(east / 360);
        return lat >= area.south() - EPSILON && lat <= area.north() + EPSILON && east <= area.width() + 2 * EPSILON;
    }
}
