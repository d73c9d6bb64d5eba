package org.geoanomaly.gam.formats.seismic.isf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.SeismicEvent;
import org.geoanomaly.gam.formats.seismic.TextLines;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Reads bulletins. Stations have neither network codes nor places in this format. */
public final class IsfBulletin {
    private static final Pattern EVENT = Pattern.compile("(?i)event\\s+(\\S+)\\s*(.*)");
    private static final Pattern ORIGINS = Pattern.compile("\\s*Date\\s+Time\\s+Err\\s+RMS\\s+Latitude.*");
    private static final Pattern PHASES = Pattern.compile("Sta\\s+Dist\\s+EvAz\\s+Phase\\s+.*");
    private static final Pattern OTHER =
            Pattern.compile("(Magnitude\\s+Err|Year\\s+Volume|Net\\s+Chan|Sta\\s+Net|Reporter).*");

    private enum Block {
        NONE,
        ORIGINS,
        PHASES
    }

    private final TextLines lines;
    private final List<SeismicEvent> events = new ArrayList<>();
    private int timeless;
    private int unplaced;
    private boolean recognised;
    private Block block = Block.NONE;
    private @Nullable EventLines event;

    private IsfBulletin(TextLines lines) {
        this.lines = lines;
    }

    /** Whether a line can only be of such a bulletin. */
    public static boolean matches(String line) {
        return line.startsWith("DATA_TYPE BULLETIN")
                || ORIGINS.matcher(line).matches()
                || PHASES.matcher(line).matches();
    }

    /**
     * Reads a file. The preferred origin is the one marked {@code (#PRIME)}, else the last of its block.
     *
     * @throws DataFormatException if it is another format or a value cannot be true, naming the line
     */
    public static Bulletin read(Path file) throws IOException {
        try (TextLines lines = TextLines.open(file)) {
            return new IsfBulletin(lines).read();
        }
    }

    private Bulletin read() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.strip().equals("STOP")) {
                break;
            }
            line(line);
        }
        finish();
        if (!recognised) {
            throw new DataFormatException(lines.file(), "is not an ISF bulletin: it has no block of origins");
        }
        List<String> notes = new ArrayList<>();
        if (unplaced > 0) {
            notes.add(unplaced + " events have no origin; their phases were left out");
        }
        if (timeless > 0) {
            notes.add(timeless + " phase lines have no time and were left out");
        }
        return new Bulletin(events, List.of(), notes);
    }

    private void line(String line) {
        Matcher start = EVENT.matcher(line);
        if (start.matches()) {
            finish();
            event = new EventLines(lines, start.group(1), start.group(2).strip());
            block = Block.NONE;
        } else if (ORIGINS.matcher(line).matches()) {
            recognised = true;
            if (event == null || block == Block.PHASES) {
                finish();
                event = new EventLines(lines, Integer.toString(events.size() + 1), "");
            }
            block = Block.ORIGINS;
        } else if (PHASES.matcher(line).matches()) {
            block = Block.PHASES;
        } else if (OTHER.matcher(line).matches()) {
            block = Block.NONE;
        } else if (event != null && !line.isBlank()) {
            content(event, line);
        }
    }

    private void content(EventLines to, String line) {
        boolean comment = line.startsWith(" (") || line.startsWith("(");
        if (block == Block.ORIGINS && comment) {
            to.prime(line);
        } else if (block == Block.ORIGINS) {
            to.origin(line);
        } else if (block == Block.PHASES && !comment) {
            to.phase(line);
        }
    }

    private void finish() {
        if (event != null) {
            timeless += event.timeless();
            SeismicEvent done = event.event();
            unplaced += done.origin() == null ? 1 : 0;
            events.add(done);
            event = null;
        }
    }
}
