package org.geoanomaly.gam.pipeline.visual.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RasterStyleTest {
    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void stops_have_the_colours_that_figures_have() throws Exception {
        NodeList items = parse(RasterStyle.of(ColorMap.VIK, -40, 40)).getElementsByTagName("item");
        assertThat(items.getLength()).isEqualTo(33);
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            double value = Double.parseDouble(item.getAttribute("value"));
            int rgb = ColorMap.VIK.argb(value, -40, 40) & 0xffffff;
            int own = Integer.parseInt(item.getAttribute("color").substring(1), 16);
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat((own >> shift & 0xff) - (rgb >> shift & 0xff))
                        .as("%s", value)
                        .isBetween(-4, 4);
            }
            assertThat(value).isGreaterThan(last);
            last = value;
        }
        assertThat(last).isEqualTo(40);
    }

    @Test
    void every_anomaly_meets_one_rule() throws Exception {
        NodeList rules = parse(AnomalyStyle.qml(ColorMap.VIK)).getElementsByTagName("rule");
        assertThat(rules.getLength()).isEqualTo(6);
        String filters = "";
        for (int i = 0; i < rules.getLength(); i++) {
            filters += ((Element) rules.item(i)).getAttribute("filter").toLowerCase(Locale.ROOT) + "\n";
        }
        assertThat(filters).isEqualTo("""
                score >= 0 and confidence >= 0.9
                score >= 0 and confidence >= 0.5 and confidence < 0.9
                score >= 0 and confidence < 0.5
                score < 0 and confidence >= 0.9
                score < 0 and confidence >= 0.5 and confidence < 0.9
                score < 0 and confidence < 0.5
                """);
    }
}
