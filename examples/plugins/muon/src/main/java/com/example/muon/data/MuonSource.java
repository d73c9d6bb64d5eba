package com.example.muon.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.Key;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.jspecify.annotations.Nullable;

/** Counts of muons from a file of the user. Keeps no state. */
public final class MuonSource implements DataSource {
    static final double METRES_PER_DEGREE = 111_195.0;

    /**
     * Keys beside {@code id: muon-counts} under {@code data.sources.muon}.
     *
     * @param path of the table of counts
     */
    public record Options(@Key(required = true, help = "write path: muons.csv") @Nullable Path path) {}

    private static final Options NOTHING = new Options(null);

    @Override
    public String id() {
        return "muon-counts";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Record options() {
        return NOTHING;
    }

    @Override
    public boolean serves(DataRequest request) {
        return request.modality().equals(MuonNames.MODALITY) && request.names(id());
    }

    @Override
    public List<ResolvedSource> locate(DataRequest request, FetchContext context)
            throws IOException, InterruptedException {
        Path path = request.options(NOTHING).path();
        if (path == null) {
            throw new ConfigurationException(
                    "data.sources.muon.path: muons need a file of counts", "write path: muons.csv", null);
        }
        return List.of(context.resolver().local(described(path), path));
    }

    /** A file of the user as an entry like those of the catalogue, for the origins in manifest and report. */
    private static org.geoanomaly.gam.pipeline.source.DataSource described(Path path) {
        String name = String.valueOf(path.getFileName());
        return new org.geoanomaly.gam.pipeline.source.DataSource(
                name,
                name,
                MuonNames.MODALITY,
                new org.geoanomaly.gam.pipeline.source.DataSource.Publication(
                        List.of(), name, "muon-counts", Expected.NOTHING),
                new org.geoanomaly.gam.pipeline.source.DataSource.Content("muon_counts", "", null, null, null, null),
                new org.geoanomaly.gam.pipeline.source.DataSource.Terms(
                        "not stated",
                        "not stated",
                        org.geoanomaly.gam.pipeline.source.DataSource.Authentication.NONE,
                        org.geoanomaly.gam.pipeline.source.DataSource.UpdatePolicy.FIXED),
                "");
    }

    @Override
    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) throws IOException {
        return points(located.get(0).file(), request.area());
    }

    /** The lines of sight of the detectors in an area. */
    static RawData.Points points(Path file, BoundingBox area) throws IOException {
        MuonTable table = MuonTableReader.read(file);
        List<MuonTable.Row> rows =
                table.rows().stream().filter(r -> inside(area, r)).toList();
        if (rows.isEmpty()) {
            throw new DataFetchException(
                    "no detector of " + file + " lies in the area " + area,
                    "choose another data.bbox; the rows say longitude, latitude in degrees",
                    null);
        }
        List<String> notes = new ArrayList<>();
        if (table.survey().synthetic()) {
            notes.add("the muon counts are synthetic, says their file");
        }
        if (rows.size() < table.rows().size()) {
            notes.add((table.rows().size() - rows.size()) + " lines of sight belong to detectors outside the area and were left out");
        }
        return new RawData.Points(
                new RawData.Facts(
                        MuonNames.MODALITY, "muon_counts", Unit.DIMENSIONLESS, true, null, table.survey().resolution() / METRES_PER_DEGREE, null, notes),
                columns(table.survey(), rows));
    }

    private static boolean inside(BoundingBox area, MuonTable.Row row) {
        double east = row.longitude() - area.west();
        east -= 360 * Math.floor(east / 360);
        return row.latitude() >= area.south() && row.latitude() <= area.north() && east <= area.width();
    }

    /** The place of a row is the detector's; its height is not that of a reading above the ground and has a column of another name. */
    private static Map<String, double[]> columns(MuonTable.Survey survey, List<MuonTable.Row> rows) {
        int n = rows.size();
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : List.of(
                RawData.Points.LONGITUDE,
                RawData.Points.LATITUDE,
                RawData.Points.VALUE,
                MuonNames.DETECTOR,
                MuonNames.DETECTOR_HEIGHT,
                MuonNames.AZIMUTH,
                MuonNames.ZENITH,
                MuonNames.EXPOSURE,
                MuonNames.THRESHOLD,
                MuonNames.ROCK)) {
            columns.put(name, new double[n]);
        }
        List<String> detectors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            MuonTable.Row row = rows.get(i);
            if (!detectors.contains(row.detector())) {
                detectors.add(row.detector());
            }
            double[] values = {
                BoundingBox.normalizeLongitude(row.longitude()),
                row.latitude(),
                row.counts(),
                detectors.indexOf(row.detector()),
                row.height(),
                row.azimuth(),
                row.zenith(),
                row.exposure(survey.fluxScale()),
                survey.threshold(),
                row.rock()
            };
            int k = 0;
            for (double[] column : columns.values()) {
                column[i] = values[k++];
            }
        }
        return columns;
    }
}
