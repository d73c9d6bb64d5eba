package org.geoanomaly.gam.formats.egms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first line of a table.
 *
 * @param names of all columns in file order, those of dates included
 * @param dates names of the columns that hold the displacement at a date, {@code YYYYMMDD}, in file order
 */
public record EgmsHeader(List<String> names, List<String> dates) {
    /** The names that releases gave to one thing; the first is the present one. */
    private static final Map<String, List<String>> SPELLINGS = Map.of(
            "height_ortho", List.of("height_ortho", "height"),
            "height_ellipse", List.of("height_ellipse", "height_wgs84"),
            "rmse_ts", List.of("rmse_ts", "rmse"));

    private static final Set<String> NEEDED = Set.of("pid", "easting", "northing", "mean_velocity");
    private static final int MOST_COLUMNS = 20_000;

    public EgmsHeader {
        names = List.copyOf(names);
        dates = List.copyOf(dates);
    }

    /** What a first line says, or empty if it is none of such a table. */
    static Optional<EgmsHeader> parse(String line) {
        String plain = line.startsWith("\u00ef\u00bb\u00bf") ? line.substring(3) : line;
        List<String> names = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (String field : plain.strip().split(",", MOST_COLUMNS + 1)) {
            String name = field.strip().replace("\"", "").toLowerCase(Locale.ROOT);
            names.add(name);
            if (name.matches("(19|20)\\d{6}")) {
                dates.add(name);
            }
        }
        return names.size() <= MOST_COLUMNS && names.containsAll(NEEDED)
                ? Optional.of(new EgmsHeader(names, dates))
                : Optional.empty();
    }

    /** Place of a column, by its present name or an older one; -1 if it is absent. */
    public int index(String name) {
        return SPELLINGS.getOrDefault(name, List.of(name)).stream()
                .mapToInt(names::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Whether there is a column. */
    public boolean has(String name) {
        return index(name) >= 0;
    }

    /** Whether values are along a line of sight whose direction each row gives. */
    public boolean lineOfSight() {
        return has("los_east") && has("los_north") && has("los_up");
    }
}
