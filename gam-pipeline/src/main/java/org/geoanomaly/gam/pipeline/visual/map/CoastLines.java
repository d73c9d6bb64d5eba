package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Coasts, borders or plate boundaries of the whole world from the program's resources: Natural Earth, public domain; P. Bird (2003), An
 * updated digital model of plate boundaries, Geochemistry Geophysics Geosystems 4(3), 1027, ODC-BY 1.0. All to 0.01°. Immutable.
 */
public final class CoastLines {
    private static final String FOLDER = "/org/geoanomaly/gam/pipeline/visual/site/lines/";
    private static final int LINE_DEPTH = 5;

    private final List<float[]> lines;

    /** Each file is read when it is first asked for; the lines never change. */
    private static final class Detailed {
        private static final CoastLines COAST = new CoastLines("coast-50m");
        private static final CoastLines BORDERS = new CoastLines("borders-50m");
    }

    private static final class Coarse {
        private static final CoastLines COAST = new CoastLines("coast-110m");
    }

    private static final class Plates {
        private static final CoastLines BOUNDARIES = new CoastLines("plates");
    }

    private CoastLines(String name) {
        try (InputStream in = CoastLines.class.getResourceAsStream(FOLDER + name + ".js")) {
            if (in == null) {
                throw new IllegalStateException("the lines " + name + " are missing from the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String json = text.substring(text.indexOf("= {", text.indexOf(name)) + 2);
            lines = parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Coasts at 1:50 million. */
    public static CoastLines coast() {
        return Detailed.COAST;
    }

    /** Borders of countries at 1:50 million. */
    public static CoastLines borders() {
        return Detailed.BORDERS;
    }

    /** Coasts at 1:110 million, for the whole globe. */
    public static CoastLines world() {
        return Coarse.COAST;
    }

    /** Boundaries of tectonic plates. */
    public static CoastLines plates() {
        return Plates.BOUNDARIES;
    }

    /** The numbers of the MultiLineString in the document: arrays within arrays. */
    private static List<float[]> parse(byte[] json) {
        List<float[]> lines = new ArrayList<>();
        List<Float> line = new ArrayList<>();
        int depth = 0;
        try (JsonParser parser = JsonProduct.parser(json)) {
            for (JsonToken t = parser.nextToken(); t != null && depth >= 0; t = parser.nextToken()) {
                switch (t) {
                    case START_ARRAY -> depth++;
                    case END_ARRAY -> {
                        if (depth == LINE_DEPTH - 3) {
                            lines.add(floats(line));
                            line.clear();
                        }
                        depth = depth == 1 ? -1 : depth - 1;
                    }
                    case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> line.add(parser.getFloatValue());
                    default -> {
                        continue;
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    private static float[] floats(List<Float> numbers) {
        float[] out = new float[numbers.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = numbers.get(i);
        }
        return out;
    }

    /**
     * The parts of the lines in and around a box, each as longitude, latitude, longitude, …
     *
     * @param west longitudes are answered in the turn that begins here; {@code east} may lie beyond 180
     */
    public List<float[]> within(double west, double east, double south, double north) {
        List<float[]> found = new ArrayList<>();
        for (int turn = -360; turn <= 360; turn += 360) {
            for (float[] line : lines) {
                collect(line, new double[] {west - turn, east - turn, south, north}, turn, found);
            }
        }
        return found;
    }

    /** Keeps runs of segments that may touch the box, with the points just outside it. */
    private static void collect(float[] line, double[] box, int turn, List<float[]> found) {
        int points = line.length / 2;
        int start = -1;
        for (int i = 0; i < points; i++) {
            boolean kept = i + 1 < points && touches(line, i, box);
            if (kept && start < 0) {
                start = i;
            } else if (!kept && start >= 0) {
                float[] part = new float[2 * (i - start + 1)];
                for (int p = 0; p < part.length; p += 2) {
                    part[p] = line[2 * start + p] + turn;
                    part[p + 1] = line[2 * start + p + 1];
                }
                found.add(part);
                start = -1;
            }
        }
    }

    private static boolean touches(float[] line, int i, double[] box) {
        float x0 = line[2 * i];
        float x1 = line[2 * i + 2];
        float y0 = line[2 * i + 1];
        float y1 = line[2 * i + 3];
        return Math.max(x0, x1) >= box[0]
                && Math.min(x0, x1) <= box[1]
                && Math.max(y0, y1) >= box[2]
                && Math.min(y0, y1) <= box[3];
    }

    /** The lines as they cross a map. */
    Path2D path(MapFrame frame) {
        Extent e = frame.extent();
        Path2D path = new Path2D.Double();
        for (float[] line : within(e.west(), e.east(), e.south(), e.north())) {
            path.moveTo(frame.x(line[0]), frame.y(line[1]));
            for (int i = 2; i < line.length; i += 2) {
                path.lineTo(frame.x(line[i]), frame.y(line[i + 1]));
            }
        }
        return path;
    }
}
