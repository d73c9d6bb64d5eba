package org.geoanomaly.gam.pipeline.export.anomalies;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.data.Anomaly;

/** Rows of text under the columns of an {@link AnomalyTable}. */
final class RowReader {
    private final Path file;
    private final List<String> columns;
    private final List<String> modalities;

    RowReader(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
        int contributions = columns.size() - AnomalyTable.BEFORE.size() - AnomalyTable.AFTER.size();
        boolean fits = contributions >= 0
                && columns.subList(0, AnomalyTable.BEFORE.size()).equals(AnomalyTable.BEFORE)
                && columns.subList(columns.size() - AnomalyTable.AFTER.size(), columns.size())
                        .equals(AnomalyTable.AFTER);
        if (!fits) {
            throw new DataFormatException(file, "is not a table of anomalies: its columns are " + brief(columns));
        }
        this.modalities =
                columns.subList(AnomalyTable.BEFORE.size(), AnomalyTable.BEFORE.size() + contributions).stream()
                        .map(this::modality)
                        .toList();
    }

    private static String brief(List<String> columns) {
        String all = String.join(",", columns);
        return all.length() > 200 ? all.substring(0, 200) + "…" : all;
    }

    private String modality(String column) {
        if (!column.startsWith(AnomalyTable.CONTRIBUTION)) {
            throw new DataFormatException(file, "has an unknown column '" + column + "'");
        }
        return column.substring(AnomalyTable.CONTRIBUTION.length());
    }

    List<String> modalities() {
        return modalities;
    }

    Anomaly row(List<String> cells, String where) {
        if (cells.size() != columns.size()) {
            throw new DataFormatException(file, where + " has " + cells.size() + " cells instead of " + columns.size());
        }
        Map<String, Double> contributions = new LinkedHashMap<>();
        int first = AnomalyTable.BEFORE.size();
        for (int i = 0; i < modalities.size(); i++) {
            double part = number(cells, first + i, where);
            if (!Double.isNaN(part)) {
                contributions.put(modalities.get(i), part);
            }
        }
        int last = first + modalities.size();
        return new Anomaly(
                cells.get(0),
                new Anomaly.Place(number(cells, 1, where), number(cells, 2, where), number(cells, 3, where)),
                number(cells, 4, where),
                cells.get(5),
                number(cells, 6, where),
                contributions,
                new Anomaly.Body(
                        number(cells, last, where),
                        number(cells, last + 1, where),
                        number(cells, last + 2, where),
                        number(cells, last + 3, where),
                        0));
    }

    private double number(List<String> cells, int column, String where) {
        String text = cells.get(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DataFormatException(
                    file.toString(),
                    where + ": '" + text + "' in " + columns.get(column) + " is not a number",
                    null,
                    e);
        }
    }
}
