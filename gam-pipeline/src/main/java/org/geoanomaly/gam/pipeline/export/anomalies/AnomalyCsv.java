package org.geoanomaly.gam.pipeline.export.anomalies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.data.Anomaly;

/** {@code anomalies.csv}: RFC 4180 with line feeds, UTF-8, a header even without anomalies. */
public final class AnomalyCsv {
    private static final long MAX_BYTES = 256L << 20;

    private AnomalyCsv() {}

    /** The bytes of a file. */
    public static byte[] bytes(AnomalyTable table) {
        StringBuilder text = new StringBuilder();
        text.append(table.columns().stream().map(AnomalyCsv::quoted).collect(Collectors.joining(",")))
                .append('\n');
        for (Anomaly row : table.rows()) {
            text.append(table.fields(row).stream()
                            .map(f -> f.numeric() ? f.text() : quoted(f.text()))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Reads a file back.
     *
     * @throws DataFormatException if it is not such a table
     */
    public static AnomalyTable read(Path file) {
        String text;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DataFormatException(file, "is too large for a table of anomalies");
            }
            text = Files.readString(file);
        } catch (IOException e) {
            throw new DataFormatException(
                    file.toString(), "cannot be read as text in UTF-8: " + e.getMessage(), null, e);
        }
        List<List<String>> lines = lines(file, text);
        if (lines.isEmpty()) {
            throw new DataFormatException(file, "is empty");
        }
        RowReader reader = new RowReader(file, lines.get(0));
        List<Anomaly> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(reader.row(lines.get(i), "row " + i));
        }
        return new AnomalyTable(reader.modalities(), rows);
    }

    private static List<List<String>> lines(Path file, String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inside && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (!inside && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(cells));
                    cells.clear();
                }
            } else if (inside || c != '\r') {
                cell.append(c);
            }
        }
        if (inside || cell.length() > 0 || !cells.isEmpty()) {
            throw new DataFormatException(file, "is truncated: its last line has no end");
        }
        return lines;
    }
}
