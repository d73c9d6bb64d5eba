package org.geoanomaly.gam.pipeline.visual.style;

import java.util.Locale;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;

/** A QGIS style document ({@code .qml}) of a raster with one band: QGIS takes it from beside the raster. */
public final class RasterStyle {
    private static final int STOPS = 33;

    private RasterStyle() {}

    /**
     * The document.
     *
     * @param low value of the first colour; lower values have it too
     * @param high value of the last colour; higher values have it too
     */
    public static String of(ColorMap colors, double low, double high) {
        String min = number(low);
        String max = number(high);
        StringBuilder xml = new StringBuilder("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
        xml.append("<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n <pipe>\n");
        xml.append("  <rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"1\" alphaBand=\"-1\"");
        xml.append(" nodataColor=\"\" classificationMin=\"" + min + "\" classificationMax=\"" + max + "\">\n");
        xml.append("   <rasterTransparency/>\n   <minMaxOrigin>\n    <limits>None</limits>\n   </minMaxOrigin>\n");
        xml.append("   <rastershader>\n    <colorrampshader colorRampType=\"INTERPOLATED\" classificationMode=\"1\"");
        xml.append(" clip=\"0\" minimumValue=\"" + min + "\" maximumValue=\"" + max + "\">\n");
        for (int i = 0; i < STOPS; i++) {
            double share = i / (STOPS - 1.0);
            String value = number(low + share * (high - low));
            int rgb = colors.argb((int) Math.round(share * (ColorMap.SIZE - 1))) & 0xffffff;
            xml.append(String.format(
                    Locale.ROOT,
                    "     <item value=\"%s\" label=\"%s\" color=\"#%06x\" alpha=\"255\"/>%n".replace("%n", "\n"),
                    value,
                    value,
                    rgb));
        }
        xml.append("    </colorrampshader>\n   </rastershader>\n  </rasterrenderer>\n");
        xml.append("  <brightnesscontrast brightness=\"0\" contrast=\"0\" gamma=\"1\"/>\n");
        xml.append("  <rasterresampler maxOversampling=\"2\" zoomedInResampler=\"bilinear\"/>\n");
        return xml.append(" </pipe>\n <blendMode>0</blendMode>\n</qgis>\n").toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }
}
