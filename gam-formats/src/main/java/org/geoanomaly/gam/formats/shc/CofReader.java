package org.geoanomaly.gam.formats.shc;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Reads {@code .cof} files of the World Magnetic Model: a line with epoch, name and release date, then degree, order, g, h and their change in
 * nT/year, ended by lines of nines (Chulliat et al. 2020, "The US/UK World Magnetic Model for 2020–2025", section 4.1). Such a model
 * is linear in time and valid for five years.
 */
public final class CofReader {
    private static final double VALID_YEARS = 5.0;
    private static final int LARGEST_DEGREE = 2_000;

    private record Row(int degree, int order, double g, double h, double gDot, double hDot) {}

    private CofReader() {}

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @param name for messages
     * @throws DataFormatException if this is no such file; the message names the line
     */
    public static ShcModel read(InputStream in, String name) {
        TextLines lines = new TextLines(in, name);
        List<String> words = lines.next();
        while (words != null && words.get(0).startsWith("#")) {
            words = lines.next();
        }
        if (words == null || words.size() < 2) {
            throw new DataFormatException(
                    name, "has no line with epoch and name, so it is not a COF model", null, null);
        }
        double epoch = lines.number(words, 0, "epoch");
        if (!(epoch >= 1000 && epoch <= 3000)) {
            throw lines.problem("has epoch " + epoch + ", which is no year");
        }
        String title = words.get(1);
        List<Row> rows = new ArrayList<>();
        int high = 0;
        for (words = lines.next(); words != null && !words.get(0).startsWith("9999"); words = lines.next()) {
            Row row = row(lines, words);
            high = Math.max(high, row.degree());
            rows.add(row);
        }
        int expected = (high + 1) * (high + 2) / 2 - 1;
        if (rows.size() != expected || high == 0) {
            throw new DataFormatException(
                    name,
                    "holds " + rows.size() + " of " + expected + " coefficient lines up to degree " + high,
                    null,
                    null);
        }
        return model(title, epoch, high, rows);
    }

    private static Row row(TextLines lines, List<String> words) {
        int n = lines.integer(words, 0, "degree");
        int m = lines.integer(words, 1, "order");
        if (n < 1 || n > LARGEST_DEGREE || m < 0 || m > n) {
            throw lines.problem("has degree " + n + " order " + m + ", which is not possible");
        }
        boolean changing = words.size() > 4;
        return new Row(
                n,
                m,
                lines.number(words, 2, "g"),
                lines.number(words, 3, "h"),
                changing ? lines.number(words, 4, "change of g") : 0.0,
                changing ? lines.number(words, 5, "change of h") : 0.0);
    }

    private static ShcModel model(String title, double epoch, int high, List<Row> rows) {
        int size = (high + 1) * (high + 2) / 2;
        double[][] g = new double[2][size];
        double[][] h = new double[2][size];
        for (Row r : rows) {
            int i = r.degree() * (r.degree() + 1) / 2 + r.order();
            g[0][i] = r.g();
            h[0][i] = r.order() == 0 ? 0.0 : r.h();
            g[1][i] = r.g() + VALID_YEARS * r.gDot();
            h[1][i] = r.order() == 0 ? 0.0 : r.h() + VALID_YEARS * r.hDot();
        }
        return new ShcModel(title, 1, high, new double[] {epoch, epoch + VALID_YEARS}, 2, 1, g, h);
    }
}
