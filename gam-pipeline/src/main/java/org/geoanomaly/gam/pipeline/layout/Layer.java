package org.geoanomaly.gam.pipeline.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.unit.Unit;

/** The layers of the global product; each is a STAC collection. */
public enum Layer {
    MAG(Unit.NANOTESLA, "Magnetic anomaly", "Total-field magnetic anomaly"),
    GRAV(Unit.MILLIGAL, "Gravity", "Gravity, positive over excess mass"),
    FUSED(
            Unit.DIMENSIONLESS,
            "Fused anomaly index",
            "Mean of the layers' robust z-scores, clamped to ±6; statistical, not a physical quantity");

    private final Unit unit;
    private final String title;
    private final String description;

    Layer(Unit unit, String title, String description) {
        this.unit = unit;
        this.title = title;
        this.description = description;
    }

    /** The name in the configuration: magnetic, gravity, fused. */
    public String modality() {
        return switch (this) {
            case MAG -> "magnetic";
            case GRAV -> "gravity";
            case FUSED -> "fused";
        };
    }

    /** The name in file names and collections, such as {@code mag}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Unit unit() {
        return unit;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public static Optional<Layer> parse(String id) {
        return Arrays.stream(values()).filter(l -> l.id().equals(id)).findFirst();
    }
}
