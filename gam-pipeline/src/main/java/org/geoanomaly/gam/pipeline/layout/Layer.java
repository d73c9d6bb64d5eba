package org.geoanomaly.gam.pipeline.layout;

import java.util.Locale;
import org.geoanomaly.gam.grid.unit.Unit;

/** The three layers of the globe, in the order in which they are written. */
public enum Layer {
    MAG("magnetic", Unit.NANOTESLA, "magnetic total-field anomaly"),
    GRAV("gravity", Unit.MILLIGAL, "gravity anomaly"),
    FUSED("fused", Unit.DIMENSIONLESS, "fused anomaly index (robust z)");

    private final String modality;
    private final Unit unit;
    private final String title;

    Layer(String modality, Unit unit, String title) {
        this.modality = modality;
        this.unit = unit;
        this.title = title;
    }

    /** Name in paths and file names: mag, grav, fused. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name in the configuration: magnetic, gravity, fused. */
    public String modality() {
        return modality;
    }

    public Unit unit() {
        return unit;
    }

    public String title() {
        return title;
    }
}
