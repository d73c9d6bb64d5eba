package org.geoanomaly.gam.pipeline.forward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;

/** The forward command: files in, a table out. */
public final class ForwardRun {
    private static final int CHUNK = 256;

    private ForwardRun() {}

    /**
     * Computes the points' lines with one more column for each field, 17 significant digits, lines ended by a line feed.
     *
     * @param threads how many compute; -1 means one for each processor
     * @throws ConfigurationException if the model is wrong or lacks what a field needs
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if the points are wrong
     */
    public static void write(Path model, Path points, List<ForwardField> fields, int threads, Appendable out)
            throws IOException {
        ForwardComputation computation = computation(model, fields);
        PointTable table = table(points, fields);
        double[] values = compute(computation, table, threads);
        out.append(table.header());
        for (ForwardField field : fields) {
            out.append(',').append(field.toString());
        }
        out.append('\n');
        for (int i = 0; i < table.size(); i++) {
            out.append(table.line(i));
            for (int f = 0; f < fields.size(); f++) {
                out.append(',').append(digits(values[i * fields.size() + f]));
            }
            out.append('\n');
        }
    }

    private static ForwardComputation computation(Path model, List<ForwardField> fields) {
        if (fields.isEmpty()) {
            throw new ConfigurationException("no field is asked for", "give at least one, such as --field gz", null);
        }
        return new ForwardComputation(ForwardModelReader.read(model), fields);
    }

    private static PointTable table(Path points, List<ForwardField> fields) {
        PointTable table = PointTable.read(points);
        for (ForwardField field : fields) {
            if (table.columns().contains(field.toString())) {
                throw new ConfigurationException(
                        points + " already has a column '" + field + "'", "rename it or leave the field out", null);
            }
        }
        return table;
    }

    /**
     * Reads both files and computes nothing.
     *
     * @return the number of points
     * @throws ConfigurationException if the model is wrong or lacks what a field needs
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if the points are wrong
     */
    public static int check(Path model, Path points, List<ForwardField> fields) {
        computation(model, fields);
        return table(points, fields).size();
    }

    /** The values of each field at all points, in the order of the fields. */
    public static List<double[]> values(Path model, Path points, List<ForwardField> fields, int threads) {
        double[] all = compute(computation(model, fields), table(points, fields), threads);
        List<double[]> columns = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            double[] column = new double[all.length / fields.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = all[i * fields.size() + f];
            }
            columns.add(column);
        }
        return columns;
    }

    /** The same into a file, which appears complete or not at all. */
    public static void write(Path model, Path points, List<ForwardField> fields, int threads, Path out) {
        AtomicFile.write(out, stream -> {
            StringBuilder text = new StringBuilder();
            write(model, points, fields, threads, text);
            stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static double[] compute(ForwardComputation computation, PointTable table, int threads) {
        int n = computation.fields().size();
        double[] values = new double[Math.multiplyExact(table.size(), n)];
        try (Workers workers = new Workers(threads)) {
            Parallelism parallel = Parallelism.of(workers.executor(), workers.count());
            parallel.run((table.size() + CHUNK - 1) / CHUNK, () -> part -> {
                int end = Math.min(table.size(), (part + 1) * CHUNK);
                for (int i = part * CHUNK; i < end; i++) {
                    double[] at = computation.at(table.easting(i), table.northing(i), table.height(i));
                    System.arraycopy(at, 0, values, i * n, n);
                }
            });
        }
        return values;
    }

    /** 17 significant digits: enough to give back the same number. */
    private static String digits(double value) {
        return value == 0.0 ? "0" : String.format(Locale.ROOT, "%.16e", value);
    }
}
