package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.formats.mseed.MiniSeed;
import org.geoanomaly.gam.formats.mseed.MiniSeedSummary;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Pick;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.formats.seismic.fdsntext.StationText;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdStations;
import org.geoanomaly.gam.formats.seismic.stationxml.StationXml;
import org.geoanomaly.gam.formats.sgt.SgtData;
import org.geoanomaly.gam.formats.sgt.SgtReader;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Counts, area and time span of a file of earthquakes, stations or shots. */
final class SeismicDescription {
    private static final int LISTED = 12;

    private final FileDescription.Builder out = new FileDescription.Builder();

    private SeismicDescription() {}

    static FileDescription of(Path file, SeismicFormat format) throws IOException {
        SeismicDescription d = new SeismicDescription();
        d.out.format(format.words());
        try {
            switch (format) {
                case STATION_XML -> d.stations(StationXml.read(file));
                case STATION_TEXT -> d.stations(StationText.read(file));
                case HYPODD_STATIONS -> d.stations(HypoDdStations.read(file));
                case SGT -> d.shots(SgtReader.read(file));
                case MINISEED -> d.waveforms(MiniSeed.read(file));
                default -> d.events(SeismicFile.events(file, format));
            }
        } catch (DataFormatException e) {
            d.out.problem(String.valueOf(e.getMessage()));
        }
        return d.out.build();
    }

    private void events(Bulletin b) {
        List<Origin> origins = b.events().stream()
                .map(SeismicEvent::origin)
                .filter(java.util.Objects::nonNull)
                .map(Origin.class::cast)
                .toList();
        field("events", Integer.toString(b.events().size()));
        field("picks", Long.toString(b.picks()));
        if (!origins.isEmpty()) {
            area(
                    origins.stream().mapToDouble(Origin::latitude).toArray(),
                    origins.stream().mapToDouble(Origin::longitude).toArray());
            range("depth", "km", origins.stream().mapToDouble(o -> o.depthM() / 1000));
            Instant first =
                    origins.stream().map(Origin::time).min(Instant::compareTo).orElseThrow();
            Instant last =
                    origins.stream().map(Origin::time).max(Instant::compareTo).orElseThrow();
            field("time", first + " to " + last);
        }
        range("magnitude", "", b.events().stream().mapToDouble(SeismicEvent::magnitude));
        phases(b);
        b.notes().forEach(out::problem);
    }

    private void phases(Bulletin b) {
        Map<String, Integer> counts = new TreeMap<>();
        long stations = b.events().stream()
                .flatMap(e -> e.picks().stream())
                .map(p -> p.network() + "." + p.station())
                .distinct()
                .count();
        for (SeismicEvent event : b.events()) {
            for (Pick pick : event.picks()) {
                counts.merge(pick.phase().isEmpty() ? "unnamed" : pick.phase(), 1, Integer::sum);
            }
        }
        if (!counts.isEmpty()) {
            field("stations", Long.toString(stations));
            StringBuilder text = new StringBuilder();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(LISTED)
                    .forEach(e -> text.append(text.length() == 0 ? "" : ", ")
                            .append(e.getKey())
                            .append(' ')
                            .append(e.getValue()));
            field("phases", text + (counts.size() > LISTED ? ", …" : ""));
        }
    }

    private void stations(StationList list) {
        field("networks", Integer.toString(list.networks().size()));
        field(
                "stations",
                Long.toString(list.stations().stream()
                        .map(s -> s.network() + "." + s.code())
                        .distinct()
                        .count()));
        field("epochs", Integer.toString(list.stations().size()));
        if (list.channels() > 0) {
            field("channels", Integer.toString(list.channels()));
        }
        if (!list.stations().isEmpty()) {
            area(
                    list.stations().stream().mapToDouble(Station::latitude).toArray(),
                    list.stations().stream().mapToDouble(Station::longitude).toArray());
            range("elevation", "m", list.stations().stream().mapToDouble(Station::elevation));
        }
        list.notes().forEach(out::problem);
    }

    private void shots(SgtData d) {
        field("sensors", Integer.toString(d.sensors()));
        field("picks", Integer.toString(d.picks()));
        field("shots", Long.toString(Arrays.stream(d.shot()).distinct().count()));
        range("profile", "m", Arrays.stream(d.x()));
        range("height", "m", Arrays.stream(d.z()));
        range("travel time", "ms", Arrays.stream(d.time()).map(t -> 1000 * t));
        field("errors", d.error() == null ? "none" : "one for each pick");
        if (d.invalid() > 0) {
            out.problem(d.invalid() + " rows are marked as not valid and are left out");
        }
    }

    private void waveforms(MiniSeedSummary s) {
        field("records", Integer.toString(s.records()));
        field("channels", Integer.toString(s.channels().size()));
        s.channels().stream()
                .limit(LISTED)
                .forEach(c -> field(
                        c.name(),
                        c.samples() + " samples at " + number(c.rate()) + " Hz, " + c.start() + " to " + c.end() + ", "
                                + c.encoding() + (c.gaps() > 0 ? ", " + c.gaps() + " gaps or overlaps" : "")));
        s.notes().forEach(out::problem);
    }

    private void area(double[] latitude, double[] longitude) {
        field(
                "area",
                "south " + number(Arrays.stream(latitude).min().orElseThrow()) + ", north "
                        + number(Arrays.stream(latitude).max().orElseThrow()) + ", west "
                        + number(Arrays.stream(longitude).min().orElseThrow()) + ", east "
                        + number(Arrays.stream(longitude).max().orElseThrow()));
    }

    private void range(String name, String unit, java.util.stream.DoubleStream values) {
        double[] known = values.filter(Double::isFinite).toArray();
        if (known.length > 0) {
            field(
                    name,
                    (number(Arrays.stream(known).min().orElseThrow()) + " to "
                                    + number(Arrays.stream(known).max().orElseThrow()) + " " + unit)
                            .strip());
        }
    }

    private void field(String name, String value) {
        out.field(name, value);
    }

    private static String number(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e9 ? Long.toString((long) v) : String.format(Locale.ROOT, "%.6g", v);
    }
}
