package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.mseed.MiniSeed;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdPhases;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdStations;
import org.geoanomaly.gam.formats.seismic.isf.IsfBulletin;
import org.geoanomaly.gam.formats.seismic.picks.PickCsv;

/** Formats of earthquakes, stations and shots. */
public enum SeismicFormat {
    QUAKEML("QuakeML", Holds.EVENTS),
    STATION_XML("FDSN StationXML", Holds.STATIONS),
    EVENT_TEXT("text of an FDSN event service", Holds.EVENTS),
    STATION_TEXT("text of an FDSN station service", Holds.STATIONS),
    COMCAT_CSV("CSV of the USGS catalogue (ComCat)", Holds.EVENTS),
    ZMAP("ZMAP catalogue", Holds.EVENTS),
    ISF("ISF bulletin (IMS1.0)", Holds.EVENTS),
    PICKS("pick CSV", Holds.EVENTS),
    HYPODD_PHASES("phase file of hypoDD", Holds.EVENTS),
    HYPODD_STATIONS("station file of hypoDD", Holds.STATIONS),
    SGT("refraction first arrivals (.sgt)", Holds.SHOTS),
    MINISEED("miniSEED 2", Holds.WAVEFORMS);

    /** What a format is about. */
    public enum Holds {
        EVENTS,
        STATIONS,
        SHOTS,
        WAVEFORMS
    }

    private static final int LOOK_AT = 1 << 14;
    private static final Pattern QUAKEML_ROOT = Pattern.compile("(?s).*<([A-Za-z0-9_.-]+:)?quakeml[\\s>].*");
    private static final Pattern STATION_ROOT = Pattern.compile("(?s).*<([A-Za-z0-9_.-]+:)?FDSNStationXML[\\s>].*");
    private static final Pattern SHOTS = Pattern.compile("(?is)\\s*\\d{1,9}[ \\t]*(#[^\\n]*)?\\r?\\n.*");
    private static final Pattern SHOT_COLUMNS = Pattern.compile("(?im)^#[ \\t]*s[ \\t]+g[ \\t].*");

    private final String words;
    private final Holds holds;

    SeismicFormat(String words, Holds holds) {
        this.words = words;
        this.holds = holds;
    }

    /** Its name for people. */
    public String words() {
        return words;
    }

    public Holds holds() {
        return holds;
    }

    /** The format of a plain file, found by its content; empty if it is none of these. */
    public static Optional<SeismicFormat> detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOK_AT);
        }
        if (MiniSeed.matches(head)) {
            return Optional.of(MINISEED);
        }
        String text = new String(head, StandardCharsets.UTF_8);
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (text.stripLeading().startsWith("<")) {
            return xml(text);
        }
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .limit(100)
                .toList();
        return lines.isEmpty() ? Optional.empty() : table(text, lines, file);
    }

    private static Optional<SeismicFormat> xml(String text) {
        if (QUAKEML_ROOT.matcher(text).matches()) {
            return Optional.of(QUAKEML);
        }
        return STATION_ROOT.matcher(text).matches() ? Optional.of(STATION_XML) : Optional.empty();
    }

    private static Optional<SeismicFormat> table(String text, List<String> lines, Path file) {
        String first = lines.get(0).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (first.startsWith("#eventid|") || first.startsWith("eventid|")) {
            return Optional.of(EVENT_TEXT);
        }
        if (first.startsWith("#network|") || first.startsWith("network|")) {
            return Optional.of(STATION_TEXT);
        }
        if (first.startsWith("time,latitude,longitude,")) {
            return Optional.of(COMCAT_CSV);
        }
        String header =
                lines.stream().filter(l -> !l.startsWith("#")).findFirst().orElse("");
        if (PickCsv.matches(header)) {
            return Optional.of(PICKS);
        }
        if (lines.stream().anyMatch(IsfBulletin::matches)) {
            return Optional.of(ISF);
        }
        boolean named =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".sgt");
        if (SHOTS.matcher(text).matches()
                && (named || SHOT_COLUMNS.matcher(text).find())) {
            return Optional.of(SGT);
        }
        if (lines.size() > 1 && HypoDdPhases.matches(lines.get(0), lines.get(1))) {
            return Optional.of(HYPODD_PHASES);
        }
        if (lines.stream().allMatch(HypoDdStations::matches)) {
            return Optional.of(HYPODD_STATIONS);
        }
        return zmap(lines.get(0)) ? Optional.of(ZMAP) : Optional.empty();
    }

    /** Ten to thirteen numbers of which the third to fifth and eighth to tenth can only be a date and a time. */
    private static boolean zmap(String line) {
        String[] f = line.split("\\s+", -1);
        if (f.length < 10 || f.length > 13) {
            return false;
        }
        double[] v = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            if (!f[i].matches("[-+]?\\d{1,12}(\\.\\d{0,20})?([eE][-+]?\\d{1,3})?|[nN]a[nN]")) {
                return false;
            }
            v[i] = Double.parseDouble(f[i].equalsIgnoreCase("nan") ? "NaN" : f[i]);
        }
        boolean date = v[2] >= 1000 && v[2] < 3000 && v[3] >= 1 && v[3] <= 12 && v[4] >= 1 && v[4] <= 31;
        return date
                && v[7] >= 0
                && v[7] < 24
                && v[8] >= 0
                && v[8] < 60
                && v[9] >= 0
                && v[9] <= 61
                && v[3] == Math.rint(v[3])
                && v[4] == Math.rint(v[4]);
    }
}
