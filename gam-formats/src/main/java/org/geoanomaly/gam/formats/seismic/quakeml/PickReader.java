package org.geoanomaly.gam.formats.seismic.quakeml;

import java.io.IOException;
import org.geoanomaly.gam.formats.seismic.Values;
import org.geoanomaly.gam.formats.seismic.XmlWalk;

/** Reads a pick. */
final class PickReader {
    private final XmlWalk xml;
    private final Values values;

    PickReader(XmlWalk xml) {
        this.xml = xml;
        this.values = xml.values();
    }

    PickDraft read() throws IOException {
        PickDraft pick = new PickDraft(xml.attribute("publicID"));
        xml.children(name -> {
            switch (name) {
                case "time" -> time(pick);
                case "waveformID" -> {
                    pick.network = xml.attribute("networkCode");
                    pick.station = xml.attribute("stationCode");
                }
                case "phaseHint" -> pick.hint = xml.text();
                case "evaluationStatus" -> pick.rejected = xml.text().equals("rejected");
                default -> {}
            }
        });
        return pick;
    }

    /** One standard deviation, or the mean of the two sides; 0 is no uncertainty but none stated. */
    private void time(PickDraft pick) throws IOException {
        double[] stated = {Double.NaN, Double.NaN, Double.NaN};
        xml.children(name -> {
            switch (name) {
                case "value" -> pick.time = values.time(xml.text(), "pick time");
                case "uncertainty" -> stated[0] = values.within(xml.text(), "uncertainty", 0, 1e9);
                case "lowerUncertainty" -> stated[1] = values.within(xml.text(), "lower uncertainty", 0, 1e9);
                case "upperUncertainty" -> stated[2] = values.within(xml.text(), "upper uncertainty", 0, 1e9);
                default -> {}
            }
        });
        double sigma = Double.isNaN(stated[0]) ? (stated[1] + stated[2]) / 2 : stated[0];
        pick.uncertainty = sigma > 0 ? sigma : Double.NaN;
    }
}
