package org.geoanomaly.gam.formats.seismic.quakeml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.XmlWalk;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Reads QuakeML. */
public final class QuakeMl {
    private final XmlWalk xml;
    private final Assembly assembly = new Assembly();
    /** In the real-time variant origins and picks stand beside the events. */
    private final Map<String, OriginDraft> looseOrigins = new HashMap<>();

    private final Map<String, PickDraft> loosePicks = new HashMap<>();

    private QuakeMl(XmlWalk xml) {
        this.xml = xml;
    }

    /**
     * Reads the events of a file. Depths are metres, as the standard has it.
     *
     * @throws DataFormatException if it is no QuakeML or a value cannot be true, naming the line
     */
    public static Bulletin read(Path file) throws IOException {
        try (XmlWalk xml = XmlWalk.open(file, "quakeml", "QuakeML")) {
            return new QuakeMl(xml).read();
        }
    }

    private Bulletin read() throws IOException {
        List<EventDraft> events = new ArrayList<>();
        boolean[] found = new boolean[1];
        xml.children(name -> {
            if (name.equals("eventParameters")) {
                found[0] = true;
                xml.children(inner -> topLevel(inner, events));
            }
        });
        if (!found[0]) {
            throw xml.problem("ends QuakeML without eventParameters");
        }
        List<SeismicEvent> done = new ArrayList<>();
        for (EventDraft draft : events) {
            done.add(assembly.event(draft, looseOrigins, loosePicks));
        }
        return new Bulletin(done, List.of(), assembly.notes(done));
    }

    private void topLevel(String name, List<EventDraft> events) throws IOException {
        switch (name) {
            case "event" -> events.add(event());
            case "origin" -> {
                OriginDraft origin = new OriginReader(xml).read();
                looseOrigins.put(origin.id, origin);
            }
            case "pick" -> {
                PickDraft pick = new PickReader(xml).read();
                loosePicks.put(pick.id, pick);
            }
            default -> {}
        }
    }

    private EventDraft event() throws IOException {
        EventDraft event = new EventDraft(xml.attribute("publicID"));
        xml.children(name -> {
            switch (name) {
                case "preferredOriginID" -> event.preferred = xml.text();
                case "preferredMagnitudeID" -> event.preferredMagnitude = xml.text();
                case "description" -> {
                    String text = child("text");
                    event.place = event.place.isEmpty() ? text : event.place;
                }
                case "originReference" -> event.references.add(child("originID"));
                case "origin" -> event.origins.add(new OriginReader(xml).read());
                case "pick" -> {
                    PickDraft pick = new PickReader(xml).read();
                    event.picks.put(pick.id, pick);
                }
                case "magnitude" -> magnitude(event);
                default -> {}
            }
        });
        return event;
    }

    private String child(String wanted) throws IOException {
        String[] text = {""};
        xml.children(name -> text[0] = name.equals(wanted) ? xml.text() : text[0]);
        return text[0];
    }

    private void magnitude(EventDraft event) throws IOException {
        String id = xml.attribute("publicID");
        xml.children(name -> {
            if (name.equals("mag")) {
                event.magnitudes.put(id, xml.values().optional(child("value"), "magnitude"));
            }
        });
    }

    /** An event as it stands in the file. */
    static final class EventDraft {
        final String id;
        String place = "";

        @Nullable
        String preferred;

        @Nullable
        String preferredMagnitude;

        final List<String> references = new ArrayList<>();
        final List<OriginDraft> origins = new ArrayList<>();
        final Map<String, PickDraft> picks = new java.util.LinkedHashMap<>();
        final Map<String, Double> magnitudes = new java.util.LinkedHashMap<>();

        EventDraft(String id) {
            this.id = id;
        }
    }
}
