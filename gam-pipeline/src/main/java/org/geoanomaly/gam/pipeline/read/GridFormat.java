package org.geoanomaly.gam.pipeline.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.GamException;

/** The formats a grid can be read from. */
public enum GridFormat {
    NETCDF("netcdf", "nc", "grd", "hdf5", "netcdf4", "gmt-grid"),
    ICGEM("icgem", "gdf", "icgem-gdf"),
    EMAG2_CSV("emag2", "emag2-csv", "emag2-v3-csv"),
    GEOTIFF("geotiff", "tif", "tiff", "cog"),
    POINTS("points", "csv", "xyz", "tsv", "txt");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    GridFormat(String... names) {
        this.names = List.of(names);
    }

    /** The name used in configuration. */
    public String label() {
        return names.get(0);
    }

    /** Finds a format by one of its names, whatever the case. */
    public static GridFormat parse(String name) {
        String wanted = name.trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.names.contains(wanted))
                .findFirst()
                .orElseThrow(() -> new GamException("'" + name + "' is not a grid format; the formats are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(GridFormat::label).toList())));
    }
}
