package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;

/**
 * The layout of GMT before version 4: one variable {@code z(xysize)} with rows from the north, and small variables {@code x_range, y_range,
 * spacing, dimension} for the geometry. With {@code z:node_offset = 1} the ranges are outer edges of cells, else they are nodes.
 */
final class Gmt3Layout {
    private final Path path;
    private final NetcdfSource source;
    private final List<NetcdfVariable> variables;

    Gmt3Layout(Path path, NetcdfSource source) {
        this.path = path;
        this.source = source;
        this.variables = source.variables();
    }

    /** The grid variable, if the file has this layout. */
    Optional<NetcdfVariable> grid() {
        boolean described = List.of("x_range", "y_range", "dimension").stream()
                .allMatch(name -> find(name).filter(v -> v.size() == 2).isPresent());
        return described ? find("z").filter(v -> v.dimensions().size() == 1) : Optional.empty();
    }

    GridLayout plan(NetcdfVariable z) throws IOException {
        double[] x = numbers("x_range");
        double[] y = numbers("y_range");
        double[] size = numbers("dimension");
        long columns = (long) size[0];
        long rows = (long) size[1];
        if (columns < 2 || rows < 2 || columns > Integer.MAX_VALUE / rows || columns * rows != z.size()) {
            throw new DataFormatException(
                    path,
                    "contradicts itself: dimension is " + columns + " x " + rows + " but z has " + z.size()
                            + " values");
        }
        if (!(x[0] < x[1] && y[0] < y[1] && Double.isFinite(x[1] - x[0]) && Double.isFinite(y[1] - y[0]))) {
            throw new DataFormatException(
                    path, "has impossible ranges: x " + x[0] + ".." + x[1] + ", y " + y[0] + ".." + y[1]);
        }
        boolean cells = z.number("node_offset").orElse(0) == 1;
        Crs crs = geographic(x, y) ? Crs.WGS84 : Crs.UNKNOWN;
        GridGeometry geometry = cells
                ? new GridGeometry(
                        crs,
                        x[0],
                        y[1],
                        (x[1] - x[0]) / columns,
                        (y[1] - y[0]) / rows,
                        (int) columns,
                        (int) rows,
                        Registration.CELL)
                : GridGeometry.ofNodes(crs, x[0], x[1], y[0], y[1], (int) columns, (int) rows);
        return new GridLayout(geometry, List.of(), false, false, false);
    }

    /** The units of the ranges are free text such as {@code longitude [degrees_east]}. */
    private boolean geographic(double[] x, double[] y) {
        String units = (find("x_range").flatMap(NetcdfVariable::units).orElse("")
                        + find("y_range").flatMap(NetcdfVariable::units).orElse(""))
                .toLowerCase(Locale.ROOT);
        boolean possible = y[0] >= -90.001 && y[1] <= 90.001 && x[0] >= -360 && x[1] <= 540 && x[1] - x[0] <= 360.001;
        return possible && (units.contains("degree") || units.contains("longitude") || units.contains("lon"));
    }

    private double[] numbers(String name) throws IOException {
        NetcdfVariable variable = find(name).orElseThrow();
        return new Unpacker(variable, List.of()).doubles(source.read(variable));
    }

    private Optional<NetcdfVariable> find(String name) {
        return variables.stream()
                .filter(v -> v.name().equals(name) && v.type().numeric())
                .findFirst();
    }
}
