package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.formats.points.PointGrid;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.formats.points.PointRole;
import org.geoanomaly.gam.formats.points.PointTable;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;

/** Regular grids written out point by point. */
final class PointFormat implements FormatReader {
    @Override
    public GridRead read(Path file, GridRequest request) throws IOException {
        PointTable table = PointReader.read(file);
        boolean geographic = table.find(PointRole.LONGITUDE).isPresent()
                && table.find(PointRole.LATITUDE).isPresent();
        String x = coordinate(file, table, geographic ? PointRole.LONGITUDE : PointRole.EASTING);
        String y = coordinate(file, table, geographic ? PointRole.LATITUDE : PointRole.NORTHING);
        String value = request.part().variable().orElseGet(() -> only(file, table));
        double[] values = table.column(value).clone();
        List<Double> voids = LiteralVoids.with(request.stated().noData());
        for (int i = 0; i < values.length; i++) {
            values[i] = voids.contains(values[i]) ? Double.NaN : values[i];
        }
        FactsBuilder facts = new FactsBuilder("table of points").quantity(table.named() ? value : "");
        Unit unit = facts.unit(request.stated().unit().or(() -> PointTable.unit(value)));
        Crs crs = request.stated().crs().orElse(geographic ? Crs.WGS84 : Crs.UNKNOWN);
        FloatGrid grid = PointGrid.assemble(file.toString(), table.column(x), table.column(y), values, crs, unit);
        return facts.note("assembled from " + table.rows() + " points").build(grid, request);
    }

    @Override
    public void describe(Path file, FileDescription.Builder description) throws IOException {
        PointTable table = PointReader.read(file);
        description.format("table of points").field("rows", Integer.toString(table.rows()));
        for (String name : table.names()) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            long missing = 0;
            for (double v : table.column(name)) {
                least = v < least ? v : least;
                greatest = v > greatest ? v : greatest;
                missing += Double.isNaN(v) ? 1 : 0;
            }
            String range = least <= greatest ? least + " to " + greatest : "no values";
            description.field("column " + name, range + (missing > 0 ? ", " + missing + " missing" : ""));
        }
    }

    private static String coordinate(Path file, PointTable table, PointRole role) {
        return table.find(role)
                .orElseThrow(() -> new DataFormatException(
                        file,
                        "has no columns for the coordinates; its columns are " + String.join(", ", table.names()),
                        "name them longitude and latitude, or easting and northing"));
    }

    private static String only(Path file, PointTable table) {
        List<String> measured = table.measured();
        if (measured.size() != 1) {
            throw new DataFormatException(
                    file,
                    measured.isEmpty()
                            ? "has no column of values beside the coordinates"
                            : "has several columns of values: " + String.join(", ", measured),
                    "name the column to read");
        }
        return measured.get(0);
    }
}
