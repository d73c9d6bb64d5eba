package org.geoanomaly.gam.pipeline.ingest;

import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.unit.Unit;

/** Names of quantities as the later stages know them, and the usual units of the modalities. */
final class Quantities {
    private Quantities() {}

    /**
     * What files call a quantity in many ways, in one. Words that are not understood come back in lower case with underscores.
     *
     * @param words such as {@code Free-air anomaly} or {@code total-field magnetic anomaly, UpCont}
     */
    static String named(String words) {
        String name =
                words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_").replaceAll("^_+|_+$", "");
        if (name.contains("bouguer")) {
            return name.contains("complete") || name.contains("terrain")
                    ? "complete_bouguer_anomaly"
                    : "bouguer_anomaly";
        }
        if (name.contains("free_air") || name.contains("freeair")) {
            return "free_air_anomaly";
        }
        boolean anomaly = name.contains("anomal");
        if (anomaly && (name.contains("total_field") || name.contains("magnetic"))) {
            return "total_field_anomaly";
        }
        return name;
    }

    /** A column's name without the unit at its end. */
    static String ofColumn(String column) {
        String name = column.replaceAll("[\\[(].*", "").trim();
        int end = Math.max(name.lastIndexOf('_'), name.lastIndexOf(' '));
        boolean unit = end > 0 && Unit.parse(name.substring(end + 1)).isPresent();
        return named(unit ? name.substring(0, end) : name);
    }

    /** The unit that the values of a modality usually have. */
    static Optional<Unit> usualUnit(String modality) {
        return switch (modality) {
            case "gravity" -> Optional.of(Unit.MILLIGAL);
            case "magnetic" -> Optional.of(Unit.NANOTESLA);
            case "topography", "geoid" -> Optional.of(Unit.METRE);
            default -> Optional.empty();
        };
    }
}
