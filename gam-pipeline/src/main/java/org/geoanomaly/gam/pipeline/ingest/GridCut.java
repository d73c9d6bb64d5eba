package org.geoanomaly.gam.pipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.formats.emag2.Emag2Column;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridFormat;
import org.geoanomaly.gam.pipeline.read.GridRead;
import org.geoanomaly.gam.pipeline.read.GridRequest;
import org.geoanomaly.gam.pipeline.read.SourceFacts;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.jspecify.annotations.Nullable;

/** Grids from files, cut to the area and one cell around it, on longitude and latitude. */
final class GridCut {
    /** How notes end that speak of all cells of a file, of which an area needs a few. */
    private static final String OF_WHOLE_FILE = "of the cells are void";

    private GridCut() {}

    /** Reads a grid. */
    static RawData.Gridded read(
            DataRequest request, FileHints hints, OpenedFile opened, GridFormat format, FetchContext context) {
        GridRead read = GridFile.read(asked(hints, opened, format, context));
        List<String> notes = new ArrayList<>(read.facts().notes());
        FloatGrid whole = read.grid();
        FloatGrid part = part(request, opened.name(), whole, context, notes);
        FloatGrid inUnit = withUnit(request, opened.name(), part, read.facts(), notes);
        long voids = voids(part);
        if (voids == part.values().length) {
            throw Areas.empty(request, opened.name(), "nothing but voids");
        }
        notes.removeIf(n -> n.endsWith(OF_WHOLE_FILE));
        if (voids > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the cells in and around the area are void",
                    100.0 * voids / part.values().length));
        }
        FloatGrid uncertainty = uncertainty(request, hints, opened, format, context);
        return new RawData.Gridded(facts(request, hints, inUnit.unit(), read.facts(), notes), inUnit, uncertainty);
    }

    /** EMAG2 states an error for every cell. */
    private static @Nullable FloatGrid uncertainty(
            DataRequest request, FileHints hints, OpenedFile opened, GridFormat format, FetchContext context) {
        if (format != GridFormat.EMAG2_CSV || !request.modality().equals("magnetic")) {
            return null;
        }
        GridRequest error = asked(hints, opened, format, context).withVariable(Emag2Column.ERROR.label());
        FloatGrid part =
                GridWindow.cut(GridFile.read(error).grid(), request.area()).orElse(null);
        return part == null || voids(part) == part.values().length ? null : part;
    }

    private static GridRequest asked(FileHints hints, OpenedFile opened, GridFormat format, FetchContext context) {
        FileHints.Values values = hints.values();
        GridRequest request = GridRequest.of(opened.file())
                .withFormat(format)
                .withThreads(context.workers().count())
                .withScratch(context.scratch())
                .withStated(new GridRequest.Stated(
                        Optional.ofNullable(values.unit()),
                        Optional.ofNullable(values.crs()),
                        values.nodata() == null ? List.of() : List.of(values.nodata()),
                        Optional.empty()));
        return hints.variable().map(request::withVariable).orElse(request);
    }

    private static FloatGrid part(
            DataRequest request, String name, FloatGrid whole, FetchContext context, List<String> notes) {
        GridGeometry g = whole.geometry();
        if (g.crs().equals(Crs.UNKNOWN)) {
            throw new DataFormatException(
                    name,
                    "does not say in which reference system its coordinates are (x " + g.west() + " to " + g.east()
                            + ", y " + g.south() + " to " + g.north() + ")",
                    "add crs: EPSG:CODE to data.sources." + request.modality(),
                    null);
        }
        if (!g.crs().geographic()) {
            ProjectedCut cut = new ProjectedCut(whole);
            notes.add("the grid in " + g.crs().id() + " was brought to longitude and latitude");
            return cut.to(request.area(), context.workers())
                    .orElseThrow(() -> Areas.outside(request, name, cut.extent()));
        }
        if (!g.crs().equals(Crs.WGS84)) {
            notes.add("coordinates in " + g.crs().id() + " are taken as WGS84");
        }
        return GridWindow.cut(whole, request.area())
                .orElseThrow(() -> Areas.outside(request, name, Areas.words(g.south(), g.north(), g.west(), g.east())));
    }

    private static long voids(FloatGrid grid) {
        long voids = 0;
        for (float v : grid.values()) {
            voids += Float.isNaN(v) ? 1 : 0;
        }
        return voids;
    }

    private static FloatGrid withUnit(
            DataRequest request, String name, FloatGrid grid, SourceFacts facts, List<String> notes) {
        Optional<Unit> usual = Quantities.usualUnit(request.modality());
        if (usual.isEmpty() || usual.get().dimension() == grid.unit().dimension()) {
            return grid;
        }
        if (facts.unitKnown()) {
            throw new DataFormatException(
                    name,
                    "holds values in " + grid.unit().symbol() + ", which is no unit of " + request.modality(),
                    "name the right variable or unit under data.sources." + request.modality(),
                    null);
        }
        notes.add("nobody states the unit of the values; " + usual.get().symbol() + " is assumed");
        return new FloatGrid(grid.geometry(), usual.get(), grid.values());
    }

    private static RawData.Facts facts(
            DataRequest request, FileHints hints, Unit unit, SourceFacts file, List<String> notes) {
        FileHints.Values values = hints.values();
        if (!file.model().isEmpty()) {
            notes.add("from the model " + file.model());
        }
        Double height = values.height();
        if (height == null && file.height().isPresent()) {
            height = file.height().getAsDouble();
        }
        String quantity = values.quantity();
        return new RawData.Facts(
                request.modality(),
                Quantities.named(quantity != null && !quantity.isBlank() ? quantity : file.quantity()),
                unit,
                file.unitKnown(),
                height,
                values.resolution() == null ? Double.valueOf(file.resolution()) : values.resolution(),
                null,
                notes);
    }
}
