package org.geoanomaly.gam.formats.emag2;

import java.util.Arrays;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.GamException;

/** Which column of an EMAG2 v3 file is read: one of two total-field anomalies in nT, or their error. */
public enum Emag2Column {
    /** At sea level, over the oceans only. */
    SEA_LEVEL("SeaLevel", 4, 0),
    /** Upward continued to 4 km above the geoid, over land and sea. */
    UP_CONT("UpCont", 5, 4000),
    /** One standard deviation of the anomaly in nT; not a number where none is stated. */
    ERROR("Error", 7, 4000);

    private final String label;
    private final int index;
    private final double height;

    Emag2Column(String label, int index, double height) {
        this.label = label;
        this.index = index;
        this.height = height;
    }

    /** The column's name in the documentation of the data set. */
    public String label() {
        return label;
    }

    /** Position in the line, from 0. */
    int index() {
        return index;
    }

    /** Height of the values above the geoid in metres. */
    public double height() {
        return height;
    }

    /** Finds a column by its name, whatever the case and without regard to hyphens and underscores. */
    public static Emag2Column parse(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(c -> c.label.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new GamException("EMAG2 has no column '" + name + "'; it has SeaLevel, UpCont and Error"));
    }
}
