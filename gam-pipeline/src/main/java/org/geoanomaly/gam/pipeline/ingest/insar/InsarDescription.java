package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.formats.egms.EgmsFile;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a table of radar interferometry is, for people.
 *
 * @param kind in words
 * @param fields of the header and statistics
 * @param problems one sentence for each
 */
public record InsarDescription(String kind, List<Field> fields, List<String> problems) {
    private static final BoundingBox EARTH = new BoundingBox(-90, 90, -180, 180);

    /** A name and its value. */
    public record Field(String name, String value) {}

    public InsarDescription {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /**
     * Describes a table of EGMS, or one of line-of-sight displacements; empty for files of other kinds.
     *
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if it is of EGMS and damaged
     */
    public static Optional<InsarDescription> of(Path file) throws IOException {
        if (EgmsFile.matches(file)) {
            return Optional.of(egms(file));
        }
        if (!PointReader.matches(file)) {
            return Optional.empty();
        }
        try {
            LosColumns points = new LosColumns();
            SceneRead.Outcome outcome = new LosTable(read(file)).read(points);
            boolean radar = points.rows() > 0 && plausible(points);
            return radar
                    ? Optional.of(described("line-of-sight points", List.of(), points, outcome))
                    : Optional.empty();
        } catch (GamException e) {
            return Optional.empty(); // some other table
        }
    }

    private static SceneRead read(Path file) {
        SceneFiles files = new SceneFiles(java.util.Map.of(SceneFiles.Role.PRODUCT, file));
        return new SceneRead(SourceSpec.Scene.of(file.toString()), files, EARTH, 0, String.valueOf(file.getFileName()));
    }

    /** Radars look 15 to 60 degrees aside; other tables of six numbers seldom seem to. */
    private static boolean plausible(LosColumns points) {
        double[] up = points.columns().get("los_up");
        return up != null && Arrays.stream(up).allMatch(v -> v > 0.45 && v < 0.98);
    }

    private static InsarDescription egms(Path file) throws IOException {
        EgmsFile egms = EgmsFile.open(file);
        List<Field> fields = new ArrayList<>();
        List<String> dates = egms.header().dates();
        fields.add(new Field("columns", Integer.toString(egms.header().names().size())));
        fields.add(new Field(
                "dates",
                dates.isEmpty() ? "none" : dates.size() + ", " + dates.get(0) + " to " + dates.get(dates.size() - 1)));
        LosColumns points = new LosColumns();
        try {
            SceneRead.Outcome outcome = new EgmsReader(read(file)).read(points);
            return described("EGMS " + egms.level(), fields, points, outcome);
        } catch (GamException e) {
            return new InsarDescription("EGMS " + egms.level(), fields, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static InsarDescription described(
            String kind, List<Field> header, LosColumns points, SceneRead.Outcome outcome) {
        List<Field> fields = new ArrayList<>(header);
        fields.add(new Field("points", Integer.toString(points.rows())));
        var columns = points.columns();
        double factor = outcome.velocity() ? 1 : 1000;
        String unit = outcome.velocity() ? "mm/yr" : "mm";
        fields.add(new Field("longitude", range(columns.get("longitude"), 1, "°")));
        fields.add(new Field("latitude", range(columns.get("latitude"), 1, "°")));
        fields.add(
                new Field(outcome.velocity() ? "velocity" : "displacement", range(columns.get("value"), factor, unit)));
        if (columns.containsKey("uncertainty")) {
            fields.add(new Field("uncertainty", range(columns.get("uncertainty"), factor, unit)));
        }
        fields.add(new Field("look", direction(columns.get("los_east"), columns.get("los_up"))));
        outcome.notes().forEach(n -> fields.add(new Field("note", n)));
        return new InsarDescription(kind, fields, List.of());
    }

    private static String range(double @Nullable [] column, double factor, String unit) {
        double[] known = column == null
                ? new double[0]
                : Arrays.stream(column).filter(Double::isFinite).toArray();
        if (known.length == 0) {
            return "none";
        }
        return String.format(
                Locale.ROOT,
                "%.6g to %.6g %s, mean %.6g",
                factor * Arrays.stream(known).min().orElse(0),
                factor * Arrays.stream(known).max().orElse(0),
                unit,
                factor * Arrays.stream(known).average().orElse(0));
    }

    private static String direction(double @Nullable [] east, double @Nullable [] up) {
        double e = east == null ? Double.NaN : Arrays.stream(east).average().orElse(Double.NaN);
        double u = up == null ? Double.NaN : Arrays.stream(up).average().orElse(Double.NaN);
        if (Math.abs(e) < 0.1) {
            return "vertical";
        }
        return String.format(
                Locale.ROOT,
                "satellite in the %s (%s), %.1f degrees from the vertical",
                e > 0 ? "east" : "west",
                u < 0.05 ? "horizontal" : e > 0 ? "descending" : "ascending",
                Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, u)))));
    }
}
