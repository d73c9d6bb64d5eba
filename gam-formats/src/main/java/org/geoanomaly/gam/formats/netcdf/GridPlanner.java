package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.jspecify.annotations.Nullable;

/** Finds the two horizontal axes of a variable and the geometry they make. */
final class GridPlanner {
    private final Path path;
    private final NetcdfSource source;
    private final List<NetcdfVariable> variables;

    GridPlanner(Path path, NetcdfSource source) {
        this.path = path;
        this.source = source;
        this.variables = source.variables();
    }

    /** Whether a variable has two horizontal axes by name; says nothing about their regularity. */
    boolean looksLikeGrid(NetcdfVariable variable) {
        if (!variable.type().numeric()) {
            return false;
        }
        int horizontal = 0;
        for (NetcdfDimension d : variable.dimensions()) {
            horizontal += coordinate(d).isPresent() ? 1 : 0;
        }
        return horizontal == 2;
    }

    GridLayout plan(NetcdfVariable variable, OptionalInt index) throws IOException {
        List<NetcdfDimension> dims = variable.dimensions();
        int first = -1;
        int second = -1;
        for (int d = 0; d < dims.size(); d++) {
            if (coordinate(dims.get(d)).isPresent()) {
                second = first < 0 ? -1 : d;
                first = first < 0 ? d : first;
            }
        }
        if (second < 0) {
            throw noAxes(variable);
        }
        GridAxis a = axis(dims.get(first));
        GridAxis b = axis(dims.get(second));
        if (a.kind().northward() == b.kind().northward()
                || a.kind().geographic() != b.kind().geographic()) {
            throw noAxes(variable);
        }
        List<Integer> leading = leading(variable, first, index);
        for (int d = first + 1; d < dims.size(); d++) {
            if (d != second && dims.get(d).length() != 1) {
                throw new DataFormatException(
                        path,
                        "has the dimension " + dims.get(d).name() + " of " + variable.name()
                                + " within the horizontal ones, " + "so one plane cannot be read");
            }
        }
        boolean transposed = !a.kind().northward();
        GridAxis y = transposed ? b : a;
        GridAxis x = transposed ? a : b;
        return new GridLayout(geometry(variable, x, y), leading, transposed, !y.descending(), x.descending());
    }

    private List<Integer> leading(NetcdfVariable variable, int planes, OptionalInt index) {
        List<Integer> leading = new ArrayList<>();
        @Nullable NetcdfDimension chosen = null;
        for (int d = 0; d < planes; d++) {
            NetcdfDimension dimension = variable.dimensions().get(d);
            if (dimension.length() == 1) {
                leading.add(0);
                continue;
            }
            if (chosen != null || index.isEmpty()) {
                throw new DataFormatException(
                        path,
                        "has " + dimension.length() + " planes of " + variable.name() + " along the dimension "
                                + dimension.name() + ", and which of them is meant is not stated",
                        "choose one by its index, from 0");
            }
            if (index.getAsInt() < 0 || index.getAsInt() >= dimension.length()) {
                throw new DataFormatException(
                        path,
                        "has no plane " + index.getAsInt() + " of " + variable.name() + ": the dimension "
                                + dimension.name() + " has the indices 0 to " + (dimension.length() - 1));
            }
            chosen = dimension;
            leading.add(index.getAsInt());
        }
        return leading;
    }

    /** The one-dimensional variable that gives a dimension its horizontal coordinates. */
    private Optional<NetcdfVariable> coordinate(NetcdfDimension dimension) {
        Optional<NetcdfVariable> own = variables.stream()
                .filter(v -> v.name().equals(dimension.name()) && v.isOver(dimension))
                .filter(v -> GridAxis.kind(v).isPresent())
                .findFirst();
        return own.or(() -> variables.stream()
                .filter(v -> v.isOver(dimension) && v.type().numeric())
                .filter(v -> GridAxis.kind(v).map(GridAxis.Kind::geographic).orElse(false))
                .findFirst());
    }

    private GridAxis axis(NetcdfDimension dimension) throws IOException {
        NetcdfVariable coordinate = coordinate(dimension).orElseThrow();
        GridAxis.Kind kind = GridAxis.kind(coordinate).orElseThrow();
        double[] values = new Unpacker(coordinate, List.of()).doubles(source.read(coordinate));
        boolean kilometres = !kind.geographic()
                && coordinate
                        .units()
                        .map(u -> u.toLowerCase(Locale.ROOT))
                        .filter(u -> u.matches("km|kilomet(er|re)s?"))
                        .isPresent();
        return GridAxis.of(
                path + ": the axis " + coordinate.name(),
                kind,
                values,
                coordinate.text("bounds").isPresent(),
                kilometres ? 1000 : 1);
    }

    private GridGeometry geometry(NetcdfVariable variable, GridAxis x, GridAxis y) {
        Crs crs = GridMapping.crs(
                variable, variables, source.attributes(), x.kind().geographic());
        Registration registration = cells(x, y) ? Registration.CELL : Registration.NODE;
        return geometry(path, crs, x.first() - x.step() / 2, y.last() + y.step() / 2, x, y, registration);
    }

    private static GridGeometry geometry(
            Path path, Crs crs, double west, double north, GridAxis x, GridAxis y, Registration registration) {
        if ((long) x.count() * y.count() > Integer.MAX_VALUE - 8) {
            throw new DataFormatException(
                    path, "has a grid of " + x.count() + " x " + y.count() + " values, more than can be held");
        }
        return new GridGeometry(crs, west, north, x.step(), y.step(), x.count(), y.count(), registration);
    }

    /**
     * Coordinates are nodes unless the file says that they are centres of cells: by bounds, by GMT's {@code node_offset}, or because only
     * cells around them fill the globe exactly.
     */
    private boolean cells(GridAxis x, GridAxis y) {
        boolean stated = source.attributes().stream()
                .anyMatch(a -> a.name().equals("node_offset") && a.number().orElse(0) == 1);
        if (stated || (x.bounded() && y.bounded())) {
            return true;
        }
        if (!x.kind().geographic()) {
            return false;
        }
        boolean poles = near(y.first() - y.step() / 2, -90, y) && near(y.last() + y.step() / 2, 90, y);
        double edge = (x.first() - x.step() / 2) / 180;
        boolean circle = near(x.count() * x.step(), 360, x) && Math.abs(edge - Math.rint(edge)) * 180 < x.step() / 100;
        return poles || circle;
    }

    private static boolean near(double a, double b, GridAxis axis) {
        return Math.abs(a - b) < axis.step() / 100;
    }

    private DataFormatException noAxes(NetcdfVariable variable) {
        List<String> names = new ArrayList<>();
        variable.dimensions().forEach(d -> names.add(d.name()));
        boolean curved = variables.stream()
                .anyMatch(v -> v.dimensions().size() == 2
                        && GridAxis.kind(v).map(GridAxis.Kind::geographic).orElse(false));
        return new DataFormatException(
                path,
                curved
                        ? "has two-dimensional (curvilinear) coordinates for " + variable.name()
                                + ", which is not a regular grid"
                        : "has no horizontal coordinates for the dimensions " + names + " of " + variable.name(),
                curved ? "bring it onto a regular grid first, for example with gdalwarp" : null);
    }
}
