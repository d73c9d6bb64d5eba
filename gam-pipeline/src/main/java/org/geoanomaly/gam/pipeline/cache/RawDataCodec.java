package org.geoanomaly.gam.pipeline.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Raw data as named arrays and back, without loss. */
final class RawDataCodec {
    private static final String VALUES = "values";
    private static final String UNCERTAINTY = "uncertainty";
    private static final String COLUMN = "column";

    private RawDataCodec() {}

    /** The text in front of the arrays. Numbers are text in their shortest exact form, so that NaN has one too. */
    record Header(
            Facts facts,
            @Nullable List<String> columns,
            @Nullable Grid grid,
            boolean uncertainty) {}

    record Facts(
            String modality,
            String quantity,
            Unit unit,
            boolean unitStated,
            @Nullable String heightM,
            @Nullable String resolutionDeg,
            @Nullable String epoch,
            List<String> notes) {}

    record Grid(
            String crs,
            boolean geographic,
            String west,
            String north,
            String dx,
            String dy,
            int columns,
            int rows,
            Registration registration,
            Unit unit,
            @Nullable Unit uncertaintyUnit) {}

    static HdfArrays.Builder encode(RawData data) {
        Facts facts = facts(data.facts());
        if (data instanceof RawData.Points points) {
            List<String> names = List.copyOf(points.columns().keySet());
            HdfArrays.Builder out = builder(new Header(facts, names, null, false));
            for (int i = 0; i < names.size(); i++) {
                out.add(COLUMN + i, points.column(names.get(i)));
            }
            return out;
        }
        RawData.Gridded gridded = (RawData.Gridded) data;
        FloatGrid uncertainty = gridded.uncertainty();
        GridGeometry g = gridded.grid().geometry();
        if (uncertainty != null && !uncertainty.geometry().equals(g)) {
            throw new IllegalArgumentException("values and uncertainties lie on different grids");
        }
        Grid grid = new Grid(
                g.crs().id(),
                g.crs().geographic(),
                Double.toString(g.west()),
                Double.toString(g.north()),
                Double.toString(g.dx()),
                Double.toString(g.dy()),
                g.columns(),
                g.rows(),
                g.registration(),
                gridded.grid().unit(),
                uncertainty == null ? null : uncertainty.unit());
        HdfArrays.Builder out = builder(new Header(facts, null, grid, uncertainty != null));
        out.add(VALUES, gridded.grid().values(), g.rows(), g.columns());
        return uncertainty == null ? out : out.add(UNCERTAINTY, uncertainty.values(), g.rows(), g.columns());
    }

    private static HdfArrays.Builder builder(Header header) {
        return HdfArrays.builder(new String(JsonProduct.bytes(header), StandardCharsets.UTF_8));
    }

    private static Facts facts(RawData.Facts f) {
        return new Facts(
                f.modality(),
                f.quantity(),
                f.unit(),
                f.unitStated(),
                text(f.heightM()),
                text(f.resolutionDeg()),
                text(f.epoch()),
                f.notes());
    }

    private static @Nullable String text(@Nullable Double number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null ? null : Double.valueOf(text);
    }

    /**
     * Raw data out of a file.
     *
     * @throws DataFormatException if the arrays are not what the header says
     */
    static RawData decode(Path file, HdfArrays arrays) {
        try {
            Header header = JsonProduct.mapper().readValue(arrays.header(), Header.class);
            RawData.Facts facts = facts(header.facts());
            Grid grid = header.grid();
            return grid != null ? gridded(facts, header, grid, arrays) : points(facts, header, arrays);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new DataFormatException(file.toString(), "does not hold raw data: " + e.getMessage(), null, e);
        }
    }

    private static RawData.Facts facts(Facts f) {
        return new RawData.Facts(
                f.modality(),
                f.quantity(),
                f.unit(),
                f.unitStated(),
                number(f.heightM()),
                number(f.resolutionDeg()),
                number(f.epoch()),
                f.notes());
    }

    private static RawData points(RawData.Facts facts, Header header, HdfArrays arrays) {
        List<String> names = header.columns() == null ? List.of() : new ArrayList<>(header.columns());
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), arrays.doubles(COLUMN + i));
        }
        return new RawData.Points(facts, columns);
    }

    private static RawData gridded(RawData.Facts facts, Header header, Grid g, HdfArrays arrays) {
        GridGeometry geometry = new GridGeometry(
                new Crs(g.crs(), g.geographic()),
                Double.parseDouble(g.west()),
                Double.parseDouble(g.north()),
                Double.parseDouble(g.dx()),
                Double.parseDouble(g.dy()),
                g.columns(),
                g.rows(),
                g.registration());
        Unit second = g.uncertaintyUnit();
        return new RawData.Gridded(
                facts,
                new FloatGrid(geometry, g.unit(), arrays.floats(VALUES)),
                header.uncertainty() && second != null
                        ? new FloatGrid(geometry, second, arrays.floats(UNCERTAINTY))
                        : null);
    }
}
