package org.geoanomaly.gam.formats.seismic.quakeml;

import java.io.IOException;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.formats.seismic.XmlWalk;

/** Reads an origin with its arrivals. */
final class OriginReader {
    private final XmlWalk xml;
    private final Values values;

    OriginReader(XmlWalk xml) {
        this.xml = xml;
        this.values = xml.values();
    }

    OriginDraft read() throws IOException {
        OriginDraft origin = new OriginDraft(xml.attribute("publicID"));
        xml.children(name -> {
            switch (name) {
                case "time" ->
                    xml.children(n -> {
                        if (n.equals("value")) {
                            origin.time = values.time(xml.text(), "origin time");
                        }
                    });
                case "latitude" ->
                    xml.children(n -> origin.latitude = n.equals("value") ? required("latitude") : origin.latitude);
                case "longitude" ->
                    xml.children(n -> origin.longitude = n.equals("value") ? required("longitude") : origin.longitude);
                case "depth" -> xml.children(n -> origin.depth = n.equals("value") ? depth() : origin.depth);
                case "creationInfo" ->
                    xml.children(n -> {
                        if (n.equals("agencyID") || (n.equals("author") && origin.author.isEmpty())) {
                            origin.author = xml.text();
                        }
                    });
                case "arrival" -> origin.arrivals.add(arrival());
                default -> {}
            }
        });
        return origin;
    }

    private double required(String what) throws IOException {
        String text = xml.text();
        double checked = what.equals("latitude") ? values.latitude(text) : values.longitude(text);
        return Double.isNaN(checked) ? values.number(text, what) : checked;
    }

    private double depth() throws IOException {
        String text = xml.text();
        return text.isEmpty() ? Double.NaN : values.depthM(Double.toString(values.number(text, "depth")));
    }

    private OriginDraft.Arrival arrival() throws IOException {
        String[] words = {"", ""};
        double[] numbers = {Double.NaN, Double.NaN};
        xml.children(name -> {
            switch (name) {
                case "pickID" -> words[0] = xml.text();
                case "phase" -> words[1] = xml.text();
                case "timeResidual" -> numbers[0] = values.optional(xml.text(), "time residual");
                case "timeWeight" -> numbers[1] = values.optional(xml.text(), "time weight");
                default -> {}
            }
        });
        return new OriginDraft.Arrival(words[0], words[1], numbers[0], numbers[1]);
    }
}
