package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** Files written for people and other programs. */
public enum ExportFormat {
    CSV,
    GEOJSON,
    PARQUET,
    GPKG,
    NETCDF,
    VTI,
    VTU,
    TIF,
    KMZ,
    PNG,
    PDF,
    SVG,
    HTML;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
