package org.geoanomaly.gam.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;

/** Anomalies as a table for people: columns as wide as their widest cell, numbers to the right. */
final class AnomalyListing {
    private static final int WIDEST = 32;
    /** The columns of words; numbers follow. */
    private static final int WORDS = 2;

    private AnomalyListing() {}

    /** A header and one line for each anomaly; nothing if there are none. */
    static List<String> lines(AnomalyTable table) {
        if (table.rows().isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("ID", "TYPE", "LAT", "LON", "DEPTH m", "CONFIDENCE", "SCORE"));
        table.modalities().forEach(m -> header.add(cut(m).toUpperCase(Locale.ROOT)));
        rows.add(header);
        table.rows().forEach(a -> rows.add(cells(a, table.modalities())));
        int[] widths = new int[header.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> cells(Anomaly a, List<String> modalities) {
        List<String> cells = new ArrayList<>();
        cells.add(cut(a.id()));
        cells.add(cut(a.type()));
        cells.add(number("%.4f", a.peak().lat()));
        cells.add(number("%.4f", a.peak().lon()));
        cells.add(number("%,.0f", a.peak().depth()));
        cells.add(number("%.2f", a.confidence()));
        cells.add(number("%+.2f", a.score()));
        modalities.forEach(m -> cells.add(number("%+.2f", a.contributions().getOrDefault(m, Double.NaN))));
        return cells;
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }

    private static String cut(String text) {
        String printable = Console.printable(text).replace('\n', ' ').replace('\t', ' ');
        return printable.length() <= WIDEST ? printable : printable.substring(0, WIDEST - 3) + "...";
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(i < WORDS ? cells.get(i) + space : space + cells.get(i));
        }
        return line.toString();
    }
}
