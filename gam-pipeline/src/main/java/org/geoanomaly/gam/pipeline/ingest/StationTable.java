package org.geoanomaly.gam.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.formats.points.PointTable;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.reproject.ToWgs84;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.jspecify.annotations.Nullable;

/** Stations and flight lines from a table, cut to the area. Rows stay in the order of the file. */
final class StationTable {
    /** Decimal years of the measurements, as the file gives them. */
    static final String YEAR = "year";

    private final DataRequest request;
    private final FileHints hints;
    private final String file;
    private final PointTable table;
    private final StationColumns columns;
    private final List<String> notes = new ArrayList<>();

    private StationTable(DataRequest request, FileHints hints, String file, PointTable table) {
        this.request = request;
        this.hints = hints;
        this.file = file;
        this.table = table;
        this.columns = StationColumns.choose(table, hints, request.modality(), file, fields());
    }

    /** Reads a table. */
    static RawData.Points read(DataRequest request, FileHints hints, OpenedFile opened) throws IOException {
        PointTable table = PointReader.read(opened.file());
        return new StationTable(request, hints, opened.name(), table).points();
    }

    /** Whether the modality is one value at each place; others may be tables of any columns. */
    private boolean fields() {
        return Quantities.usualUnit(request.modality()).isPresent();
    }

    private RawData.Points points() {
        double[] x = table.column(columns.x()).clone();
        double[] y = table.column(columns.y()).clone();
        toDegrees(x, y);
        StationRows rows = StationRows.in(request.area(), x, y, values());
        notes.addAll(rows.notes());
        if (rows.kept().length == 0) {
            throw rows.inside() == 0
                    ? Areas.outside(request, file, rows.extent())
                    : Areas.empty(request, file, "no usable value");
        }
        Map<String, double[]> out = new LinkedHashMap<>();
        out.put(RawData.Points.LONGITUDE, rows.pick(x));
        out.put(RawData.Points.LATITUDE, rows.pick(y));
        boolean ownHeights = columns.height().isPresent() && hints.values().height() == null;
        if (ownHeights) {
            double[] height = rows.pick(table.column(columns.height().get()));
            out.put(RawData.Points.HEIGHT, height);
            count(height, "stations have no height");
        }
        values().ifPresent(v -> out.put(RawData.Points.VALUE, rows.pick(v)));
        columns.uncertainty().ifPresent(name -> out.put(RawData.Points.UNCERTAINTY, rows.pick(table.column(name))));
        columns.year().ifPresent(name -> out.put(YEAR, rows.pick(table.column(name))));
        if (!fields()) {
            others().forEach(name -> out.putIfAbsent(name, rows.pick(table.column(name))));
        }
        return new RawData.Points(facts(out), out);
    }

    private Optional<double[]> values() {
        return columns.value().map(table::column).map(this::withoutVoids);
    }

    // Numbers that mean no-data without a table saying so: EMAG2's and its kin's.
    private double[] withoutVoids(double[] column) {
        Double nodata = hints.values().nodata();
        double[] clean = column.clone();
        for (int i = 0; i < clean.length; i++) {
            boolean none = Math.abs(clean[i]) == 99999.0
                    || !(Math.abs(clean[i]) < 1e30)
                    || (nodata != null && clean[i] == nodata);
            clean[i] = none ? Double.NaN : clean[i];
        }
        return clean;
    }

    private List<String> others() {
        List<String> taken = new ArrayList<>(List.of(columns.x(), columns.y()));
        columns.value().ifPresent(taken::add);
        columns.height().ifPresent(taken::add);
        columns.uncertainty().ifPresent(taken::add);
        columns.year().ifPresent(taken::add);
        return table.names().stream().filter(n -> !taken.contains(n)).toList();
    }

    private void toDegrees(double[] x, double[] y) {
        Crs crs = hints.values().crs();
        if (crs == null || crs.geographic()) {
            return;
        }
        ToWgs84 transform = new ToWgs84(crs);
        double[] at = new double[2];
        for (int i = 0; i < x.length; i++) {
            boolean possible = transform.transform(x[i], y[i], at);
            x[i] = possible ? at[0] : Double.NaN;
            y[i] = possible ? at[1] : Double.NaN;
        }
        notes.add("eastings and northings in " + crs.id() + " were brought to longitude and latitude");
    }

    private void count(double[] column, String what) {
        long missing = Arrays.stream(column).filter(Double::isNaN).count();
        if (missing > 0) {
            notes.add(missing + " " + what);
        }
    }

    private RawData.Facts facts(Map<String, double[]> out) {
        String column = columns.value().orElse("");
        Optional<Unit> usual = Quantities.usualUnit(request.modality());
        Optional<Unit> stated = Optional.ofNullable(hints.values().unit()).or(() -> PointTable.unit(column));
        Unit unit = stated.or(() -> usual).orElse(Unit.DIMENSIONLESS);
        if (usual.isPresent() && usual.get().dimension() != unit.dimension()) {
            throw new DataFormatException(
                    file,
                    "holds values in " + unit.symbol() + ", which is no unit of " + request.modality(),
                    "name the right column or unit under data.sources." + request.modality(),
                    null);
        }
        if (stated.isEmpty() && usual.isPresent()) {
            notes.add("nobody states the unit of the values; " + unit.symbol() + " is assumed");
        }
        String quantity = hints.values().quantity();
        return new RawData.Facts(
                request.modality(),
                quantity != null && !quantity.isBlank()
                        ? Quantities.named(quantity)
                        : table.named() ? Quantities.ofColumn(column) : "",
                unit,
                stated.isPresent(),
                out.containsKey(RawData.Points.HEIGHT) ? null : hints.values().height(),
                hints.values().resolution(),
                epoch(out.get(YEAR)),
                notes);
    }

    /** The mean year of the rows; the middle of the year where the file knows no more than that; else what the configuration says. */
    private @Nullable Double epoch(double @Nullable [] years) {
        double[] known = years == null
                ? new double[0]
                : Arrays.stream(years).filter(v -> v >= 1500 && v < 3000).toArray();
        if (known.length == 0) {
            return request.source() instanceof SourceSpec.Catalogued entry
                    ? entry.epoch()
                    : ((SourceSpec.LocalFile) request.source()).epoch();
        }
        boolean whole = Arrays.stream(known).allMatch(v -> v == Math.rint(v));
        double mean = Arrays.stream(known).average().orElse(Double.NaN) + (whole ? 0.5 : 0);
        notes.add(String.format(
                Locale.ROOT,
                "measured %.0f to %.0f",
                Arrays.stream(known).min().orElse(mean),
                Arrays.stream(known).max().orElse(mean)));
        return mean;
    }
}
