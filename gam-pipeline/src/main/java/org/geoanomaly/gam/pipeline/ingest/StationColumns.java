package org.geoanomaly.gam.pipeline.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.points.PointRole;
import org.geoanomaly.gam.formats.points.PointTable;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table means what.
 *
 * @param x longitude or easting
 * @param y latitude or northing
 * @param projected whether the coordinates are eastings and northings
 * @param year decimal years, or the years of a survey
 */
record StationColumns(
        String x,
        String y,
        boolean projected,
        Optional<String> value,
        Optional<String> height,
        Optional<String> uncertainty,
        Optional<String> year) {
    private static final Pattern BOOKKEEPING = Pattern.compile(
            "(year|month|day|date|time|hour|minute|second|line|flight|fiducial|fid|id|station|point|segment|survey|code|flag"
                    + "|channel|index|number|no|nr|count|epoch|decimal_year|unnamed)([_ :].*|s|no|id)?");
    private static final Pattern YEAR = Pattern.compile("(decimal[_ ])?(year|epoch)s?");
    private static final Pattern FIELD =
            Pattern.compile(".*(grav|anomal|disturb|bouguer|free.?air|mag|tmi|field|topo|geoid|value).*");

    /**
     * Chooses the columns.
     *
     * @param named whether a value column must be found
     * @throws DataFormatException that lists the columns if one cannot be found
     */
    static StationColumns choose(PointTable table, FileHints hints, String modality, String file, boolean named) {
        SourceSpec.Columns wanted = hints.columns();
        boolean projected =
                hints.values().crs() != null && !hints.values().crs().geographic();
        String x = coordinate(
                table, wanted.longitude(), projected ? PointRole.EASTING : PointRole.LONGITUDE, modality, file);
        String y = coordinate(
                table, wanted.latitude(), projected ? PointRole.NORTHING : PointRole.LATITUDE, modality, file);
        Optional<String> value = Optional.ofNullable(wanted.value()).or(hints::variable);
        value.ifPresent(table::column);
        if (value.isEmpty()) {
            value = found(table, modality, file, named);
        }
        Optional<String> chosen = value;
        return new StationColumns(
                x,
                y,
                projected,
                value,
                stated(table, wanted.height())
                        .or(() -> table.find(PointRole.HEIGHT).filter(h -> !same(h, chosen))),
                stated(table, wanted.uncertainty())
                        .or(() -> table.find(PointRole.UNCERTAINTY).filter(u -> !same(u, chosen))),
                table.names().stream()
                        .filter(n -> YEAR.matcher(n.toLowerCase(Locale.ROOT)).matches())
                        .findFirst());
    }

    private static boolean same(String name, Optional<String> other) {
        return other.isPresent() && other.get().equalsIgnoreCase(name);
    }

    private static Optional<String> stated(PointTable table, @Nullable String name) {
        if (name != null) {
            table.column(name);
        }
        return Optional.ofNullable(name);
    }

    private static String coordinate(
            PointTable table, @Nullable String wanted, PointRole role, String modality, String file) {
        Optional<String> name = stated(table, wanted).or(() -> table.find(role));
        if (name.isPresent()) {
            return name.get();
        }
        boolean metres =
                role == PointRole.LONGITUDE && table.find(PointRole.EASTING).isPresent();
        throw new DataFormatException(
                file,
                metres
                        ? "has eastings and northings, and nobody says in which reference system"
                        : "has no column for the " + role.name().toLowerCase(Locale.ROOT)
                                + "; its columns of numbers are " + String.join(", ", table.names()),
                metres
                        ? "add crs: EPSG:CODE to data.sources." + modality
                        : "name it under data.sources." + modality + ".columns",
                null);
    }

    private static Optional<String> found(PointTable table, String modality, String file, boolean named) {
        if (!named && !table.named()) {
            return Optional.empty(); // the third column of a table of any kind may be anything
        }
        List<String> candidates = table.measured().stream()
                .filter(n -> !BOOKKEEPING.matcher(n.toLowerCase(Locale.ROOT)).matches())
                .toList();
        if (candidates.size() > 1) {
            Optional<Unit> usual = Quantities.usualUnit(modality);
            candidates = narrowed(
                    candidates,
                    n -> usual.isPresent()
                            && PointTable.unit(n)
                                    .map(u -> u.dimension() == usual.get().dimension())
                                    .orElse(false));
        }
        if (candidates.size() > 1) {
            candidates = narrowed(
                    candidates, n -> FIELD.matcher(n.toLowerCase(Locale.ROOT)).matches());
        }
        if (candidates.size() == 1 || !named) {
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }
        throw new DataFormatException(
                file,
                candidates.isEmpty()
                        ? "has no column of values beside the coordinates; its columns of numbers are "
                                + String.join(", ", table.names())
                        : "has several columns that may be the " + modality + " values: "
                                + String.join(", ", candidates),
                "name it: data.sources." + modality + ".column",
                null);
    }

    /** The names that fit, or all of them if none does. */
    private static List<String> narrowed(List<String> names, Predicate<String> fits) {
        List<String> fitting = names.stream().filter(fits).toList();
        return fitting.isEmpty() ? names : fitting;
    }
}
