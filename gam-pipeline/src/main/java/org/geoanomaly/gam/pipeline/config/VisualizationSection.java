package org.geoanomaly.gam.pipeline.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code visualization}.
 *
 * @param mapType names of the visualizers, {@code 2d}, {@code 3d}, {@code interactive}; plugins may add some
 * @param confidenceMin anomalies below it are not drawn, 0..1
 * @param section where a vertical section is cut besides those through the strongest anomaly
 */
public record VisualizationSection(
        List<String> mapType,
        List<ExportFormat> exportFormats,
        ColorScheme colorScheme,
        double confidenceMin,
        @Nullable SectionLine section) {
    public static final VisualizationSection DEFAULT = new VisualizationSection(
            List.of("2d"),
            List.of(
                    ExportFormat.CSV,
                    ExportFormat.GEOJSON,
                    ExportFormat.GPKG,
                    ExportFormat.NETCDF,
                    ExportFormat.VTI,
                    ExportFormat.VTU,
                    ExportFormat.TIF,
                    ExportFormat.KMZ,
                    ExportFormat.PNG,
                    ExportFormat.HTML),
            ColorScheme.VIK,
            0,
            null);

    public VisualizationSection {
        mapType = List.copyOf(mapType);
        exportFormats = List.copyOf(exportFormats);
    }

    /** Without a section of the user's own, one visualizer. */
    public VisualizationSection(
            String mapType, List<ExportFormat> exportFormats, ColorScheme colorScheme, double confidenceMin) {
        this(List.of(mapType), exportFormats, colorScheme, confidenceMin, null);
    }

    static VisualizationSection read(SectionReader in) {
        return new VisualizationSection(
                in.texts("map_type", DEFAULT.mapType).stream().distinct().toList(),
                in.choices("export_formats", DEFAULT.exportFormats),
                in.choice("color_scheme", DEFAULT.colorScheme),
                in.number("confidence_min", DEFAULT.confidenceMin, Limits.FRACTION),
                SectionLine.read(in, "section"));
    }
}
