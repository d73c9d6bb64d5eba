package org.geoanomaly.gam.pipeline.ingest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a file from outside; what is null or empty, the file itself must say.
 *
 * @param name of the file for messages
 * @param format short name of the format, empty to find out
 * @param member which file of an archive
 * @param columns names of the columns of a table
 * @param variable variable of a grid file, or value column of a table
 */
record FileHints(
        String name,
        String format,
        Optional<String> member,
        SourceSpec.Columns columns,
        Optional<String> variable,
        Values values) {
    private static final SourceSpec.Columns USUAL = new SourceSpec.Columns(null, null, null, null, null);

    /**
     * What the values are.
     *
     * @param quantity such as {@code gravity_disturbance}
     * @param height of all values in metres
     * @param resolution in degrees
     * @param crs of the coordinates
     * @param nodata number that stands for no data
     */
    record Values(
            @Nullable String quantity,
            @Nullable Unit unit,
            @Nullable Double height,
            @Nullable Double resolution,
            @Nullable Crs crs,
            @Nullable Double nodata) {}

    static FileHints of(SourceSpec spec, DataSource source, Path file) {
        return spec instanceof SourceSpec.LocalFile local
                ? own(local)
                : catalogued((SourceSpec.Catalogued) spec, source, file);
    }

    private static FileHints own(SourceSpec.LocalFile spec) {
        String variable = spec.variable() != null ? spec.variable() : spec.column();
        return new FileHints(
                spec.path().toString(),
                spec.format() == null ? "" : spec.format(),
                Optional.empty(),
                spec.columns() == null ? USUAL : spec.columns(),
                Optional.ofNullable(variable),
                new Values(
                        spec.quantity(),
                        spec.unit(),
                        spec.height(),
                        spec.resolutionDeg(),
                        spec.crs() == null ? null : crs(spec.crs()),
                        spec.nodata()));
    }

    private static FileHints catalogued(SourceSpec.Catalogued spec, DataSource source, Path file) {
        DataSource.Content content = source.content();
        return new FileHints(
                file.toString(),
                source.file().format(),
                Optional.ofNullable(source.file().member()),
                USUAL,
                Optional.ofNullable(content.variable()),
                new Values(
                        content.quantity(),
                        Unit.parse(content.unit()).orElse(null),
                        spec.height() == null ? content.heightMetres() : spec.height(),
                        content.resolutionDeg(),
                        null,
                        content.nodata()));
    }

    private static Crs crs(String name) {
        String upper = name.trim().toUpperCase(Locale.ROOT);
        String id = upper.startsWith("EPSG:") ? upper : name.trim();
        return id.equals(Crs.WGS84.id()) || upper.equals("OGC:CRS84") ? Crs.WGS84 : new Crs(id, false);
    }
}
