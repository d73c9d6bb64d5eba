package org.geoanomaly.gam.formats.seismic.stationxml;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.formats.seismic.XmlWalk;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Reads FDSN StationXML at level network, station, channel or response. */
public final class StationXml {
    private final XmlWalk xml;
    private final List<StationList.Network> networks = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private int channels;
    private int unplaced;

    private StationXml(XmlWalk xml) {
        this.xml = xml;
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException if it is no StationXML or a value cannot be true, naming the line
     */
    public static StationList read(Path file) throws IOException {
        try (XmlWalk xml = XmlWalk.open(file, "FDSNStationXML", "StationXML")) {
            StationXml reader = new StationXml(xml);
            xml.children(name -> {
                if (name.equals("Network")) {
                    reader.network();
                }
            });
            return reader.result();
        }
    }

    private StationList result() {
        List<String> notes = new ArrayList<>();
        if (unplaced > 0) {
            notes.add(unplaced + " stations have no latitude and longitude and were left out");
        }
        return new StationList(networks, stations, channels, notes);
    }

    private void network() throws IOException {
        String code = xml.attribute("code");
        @Nullable Instant start = time("startDate");
        @Nullable Instant end = time("endDate");
        String[] description = {""};
        xml.children(name -> {
            if (name.equals("Station")) {
                station(code);
            } else if (name.equals("Description")) {
                description[0] = xml.text();
            }
        });
        networks.add(new StationList.Network(code, description[0], start, end));
    }

    private void station(String network) throws IOException {
        String code = xml.attribute("code");
        @Nullable Instant start = time("startDate");
        @Nullable Instant end = time("endDate");
        double[] place = {Double.NaN, Double.NaN, Double.NaN};
        String[] site = {""};
        xml.children(name -> {
            switch (name) {
                case "Latitude" -> place[0] = xml.values().latitude(xml.text());
                case "Longitude" -> place[1] = xml.values().longitude(xml.text());
                case "Elevation" -> place[2] = elevation();
                case "Site" -> xml.children(n -> site[0] = n.equals("Name") ? xml.text() : site[0]);
                case "Channel" -> channels++;
                default -> {}
            }
        });
        if (code.isEmpty() || Double.isNaN(place[0] + place[1])) {
            unplaced++;
            return;
        }
        stations.add(new Station(network, code, site[0], place[0], place[1], place[2], start, end));
    }

    private double elevation() throws IOException {
        double factor =
                switch (xml.attribute("unit").toUpperCase(java.util.Locale.ROOT)) {
                    case "KM", "KILOMETERS" -> 1000;
                    default -> 1;
                };
        String text = xml.text();
        return xml.values()
                .elevation(
                        factor == 1
                                ? text
                                : Double.toString(factor * xml.values().number(text, "elevation")));
    }

    private @Nullable Instant time(String attribute) {
        String text = xml.attribute(attribute);
        return text.isEmpty() ? null : xml.values().epoch(text, attribute);
    }
}
