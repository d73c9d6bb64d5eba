package org.geoanomaly.gam.pipeline.config;

import java.util.List;

/**
 * Section {@code visualization}.
 *
 * @param mapType name of the visualizer; plugins may add some
 * @param confidenceMin anomalies below it are not drawn, 0..1
 */
public record VisualizationSection(
        String mapType, List<ExportFormat> exportFormats, ColorScheme colorScheme, double confidenceMin) {
    public static final VisualizationSection DEFAULT = new VisualizationSection(
            "2d",
            List.of(
                    ExportFormat.CSV,
                    ExportFormat.GEOJSON,
                    ExportFormat.GPKG,
                    ExportFormat.NETCDF,
                    ExportFormat.VTI,
                    ExportFormat.TIF,
                    ExportFormat.PNG,
                    ExportFormat.HTML),
            ColorScheme.VIK,
            0);

    public VisualizationSection {
        exportFormats = List.copyOf(exportFormats);
    }

    static VisualizationSection read(SectionReader in) {
        return new VisualizationSection(
                in.text("map_type", DEFAULT.mapType),
                in.choices("export_formats", DEFAULT.exportFormats),
                in.choice("color_scheme", DEFAULT.colorScheme),
                in.number("confidence_min", DEFAULT.confidenceMin, Limits.FRACTION));
    }
}
