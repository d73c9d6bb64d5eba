package org.geoanomaly.gam.formats.tiff;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file says about one band: physical value = stored value · scale + offset.
 *
 * @param unit as the file spells it, empty if it does not say
 * @param items further items by name, such as GDAL's statistics
 */
public record BandInfo(double scale, double offset, String unit, String description, SortedMap<String, String> items) {
    public BandInfo {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    boolean isScaled() {
        return scale != 1 || offset != 0;
    }
}
