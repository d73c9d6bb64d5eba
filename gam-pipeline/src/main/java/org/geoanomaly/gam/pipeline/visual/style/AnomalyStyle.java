package org.geoanomaly.gam.pipeline.visual.style;

import java.util.Locale;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;

/** How anomalies are drawn as points: rings in the colour of their sign, the more certain the larger, with their ids. */
public final class AnomalyStyle {
    private static final double LEAST_SURE = 0.5;
    private static final double SURE = 0.9;
    private static final int STRONG = 40;

    private AnomalyStyle() {}

    /** A rule of the renderer: name, filter, colour, diameter in mm. */
    private record Rule(String label, String filter, int rgb, double diameter) {}

    /** A QGIS style document for a table with the columns {@code id}, {@code score} and {@code confidence}. */
    public static String qml(ColorMap signed) {
        int high = signed.argb(ColorMap.SIZE - 1 - STRONG);
        int low = signed.argb(STRONG);
        Rule[] rules = {
            new Rule("positive, confidence ≥ 0.9", "score >= 0 AND confidence >= " + SURE, high, 5),
            new Rule("positive, confidence ≥ 0.5", "score >= 0 AND " + between(), high, 3.8),
            new Rule("positive, less certain", "score >= 0 AND confidence < " + LEAST_SURE, high, 2.6),
            new Rule("negative, confidence ≥ 0.9", "score < 0 AND confidence >= " + SURE, low, 5),
            new Rule("negative, confidence ≥ 0.5", "score < 0 AND " + between(), low, 3.8),
            new Rule("negative, less certain", "score < 0 AND confidence < " + LEAST_SURE, low, 2.6),
        };
        StringBuilder xml = new StringBuilder("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
        xml.append("<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"1\">\n");
        xml.append(" <renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n");
        xml.append("  <rules key=\"{00000000-0000-4000-8000-000000000000}\">\n");
        for (int i = 0; i < rules.length; i++) {
            xml.append("   <rule key=\"{00000000-0000-4000-8000-00000000000" + (i + 1) + "}\" symbol=\"" + i);
            xml.append("\" label=\"" + rules[i].label() + "\" filter=\"" + escape(rules[i].filter()) + "\"/>\n");
        }
        xml.append("  </rules>\n  <symbols>\n");
        for (int i = 0; i < rules.length; i++) {
            symbol(xml, i, rules[i]);
        }
        xml.append("  </symbols>\n </renderer-v2>\n");
        xml.append(labels());
        return xml.append(" <blendMode>0</blendMode>\n <layerGeometryType>0</layerGeometryType>\n</qgis>\n")
                .toString();
    }

    private static String between() {
        return "confidence >= " + LEAST_SURE + " AND confidence < " + SURE;
    }

    private static void symbol(StringBuilder xml, int name, Rule rule) {
        String rgb = String.format(
                Locale.ROOT, "%d,%d,%d", (rule.rgb() >> 16) & 0xff, (rule.rgb() >> 8) & 0xff, rule.rgb() & 0xff);
        xml.append("   <symbol type=\"marker\" name=\"" + name + "\" alpha=\"1\" clip_to_extent=\"1\">\n");
        xml.append("    <layer class=\"SimpleMarker\" enabled=\"1\" pass=\"0\" locked=\"0\">\n");
        option(xml, "name", "circle");
        option(xml, "color", rgb + ",130");
        option(xml, "outline_color", "23,32,42,255");
        option(xml, "outline_style", "solid");
        option(xml, "outline_width", "0.5");
        option(xml, "outline_width_unit", "MM");
        option(xml, "size", String.valueOf(rule.diameter()));
        option(xml, "size_unit", "MM");
        xml.append("    </layer>\n   </symbol>\n");
    }

    private static void option(StringBuilder xml, String key, String value) {
        xml.append("     <prop k=\"" + key + "\" v=\"" + value + "\"/>\n");
    }

    private static String labels() {
        return """
                 <labeling type="simple">
                  <settings calloutType="simple">
                   <text-style fieldName="id" isExpression="0" fontFamily="Liberation Sans" fontSize="9" fontSizeUnit="Point" fontWeight="75" textColor="23,32,42,255" textOpacity="1">
                    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85"/>
                   </text-style>
                   <placement placement="6" dist="0.8" distUnits="MM" priority="5"/>
                   <rendering drawLabels="1" obstacle="1"/>
                  </settings>
                 </labeling>
                """;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
