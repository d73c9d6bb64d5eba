package com.example.muon.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.ingest.OwnFile;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;

/** Counts of muons from a file of the user. Keeps no state. */
public final class MuonSource implements DataSource {
    @Override
    public String id() {
        return "muon-counts";
    }

    @Override
    public boolean serves(DataRequest request) {
        return request.modality().equals(MuonNames.MODALITY) && request.source() instanceof SourceSpec.LocalFile;
    }

    @Override
    public List<ResolvedSource> locate(DataRequest request, FetchContext context)
            throws IOException, InterruptedException {
        SourceSpec.LocalFile file = (SourceSpec.LocalFile) request.source();
        return List.of(context.resolver().local(OwnFile.described(file, MuonNames.MODALITY), file.path()));
    }

    @Override
    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) throws IOException {
        MuonTable table = MuonTableReader.read(located.get(0).file());
        List<MuonTable.Row> rows =
                table.rows().stream().filter(r -> inside(request.area(), r)).toList();
        if (rows.isEmpty()) {
            throw new DataFetchException(
                    "no detector of " + located.get(0).file() + " lies in the area " + request.area(),
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
                        MuonNames.MODALITY, "muon_counts", Unit.DIMENSIONLESS, true, null, null, null, notes),
                columns(table.survey(), rows));
    }

    private static boolean inside(BoundingBox area, MuonTable.Row row) {
        double east = row.longitude() - area.west();
        east -= 360 * Math.floor(east / 360);
        return row.latitude() >= area.south() && row.latitude() <= area.north() && east <= area.width();
    }

    /**
     * The place of a row is the detector's. The other end of the line, where it comes out of the ground about, stands where travel times have
     * their event: so the mesh is planned from both ends, and its top is not drawn down to the detectors.
     */
    private static Map<String, double[]> columns(MuonTable.Survey survey, List<MuonTable.Row> rows) {
        int n = rows.size();
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : List.of(
                RawData.Points.LONGITUDE,
                RawData.Points.LATITUDE,
                RawData.Points.VALUE,
                RawData.Points.EVENT_LONGITUDE,
                RawData.Points.EVENT_LATITUDE,
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
        double[] end = new double[2];
        for (int i = 0; i < n; i++) {
            MuonTable.Row row = rows.get(i);
            if (!detectors.contains(row.detector())) {
                detectors.add(row.detector());
            }
            double away = Math.max(0.0, survey.surfaceHeight() - row.height()) * Math.tan(Math.toRadians(row.zenith()));
            new LocalFrame(row.latitude(), BoundingBox.normalizeLongitude(row.longitude()))
                    .toGeographic(
                            away * Math.sin(Math.toRadians(row.azimuth())),
                            away * Math.cos(Math.toRadians(row.azimuth())),
                            end);
            double[] values = {
                BoundingBox.normalizeLongitude(row.longitude()),
                row.latitude(),
                row.counts(),
                end[0],
                end[1],
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
