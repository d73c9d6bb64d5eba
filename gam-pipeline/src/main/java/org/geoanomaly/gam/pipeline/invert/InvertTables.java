package org.geoanomaly.gam.pipeline.invert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/** The tables that an inversion writes: positions in metres, values as the shortest decimals that give the single-precision number. */
final class InvertTables {
    private static final int FLUSH = 1 << 16;

    private final InvertRequest request;
    private final InvertOutcome outcome;

    InvertTables(InvertRequest request, InvertOutcome outcome) {
        this.request = request;
        this.outcome = outcome;
    }

    /** {@code easting,northing,depth,value,std}: centres of cells, depth below height 0, layers downwards; NaN for an unknown deviation. */
    void model(float[] values, float @Nullable [] spread, OutputStream out) throws IOException {
        RegularMesh mesh = outcome.mesh();
        int pad = request.mesh().padding();
        String[] east = new String[request.mesh().nx()];
        for (int i = 0; i < east.length; i++) {
            east[i] = plain(mesh.west(pad + i) + 0.5 * mesh.dx());
        }
        String[] north = new String[request.mesh().ny()];
        for (int j = 0; j < north.length; j++) {
            north[j] = plain(mesh.south(pad + j) + 0.5 * mesh.dy());
        }
        StringBuilder text = new StringBuilder("easting,northing,depth,value,std\n");
        int cell = 0;
        for (int k = 0; k < request.mesh().nz(); k++) {
            String depth = plain(0.5 * (mesh.depth(k) + mesh.depth(k + 1)) - mesh.top());
            for (String n : north) {
                for (String e : east) {
                    text.append(e)
                            .append(',')
                            .append(n)
                            .append(',')
                            .append(depth)
                            .append(',');
                    text.append(values[cell]).append(',');
                    text.append(spread == null ? Float.NaN : spread[cell]);
                    text.append('\n');
                    cell++;
                }
                if (text.length() > FLUSH) {
                    flush(text, out);
                }
            }
        }
        flush(text, out);
    }

    /** {@code easting,northing,height,observed,predicted,residual,uncertainty}, in the order of the input. */
    void predicted(InvertData data, OutputStream out) throws IOException {
        double[] column = data.uncertainty();
        Double given = request.noise();
        StringBuilder text = new StringBuilder("easting,northing,height,observed,predicted,residual,uncertainty\n");
        for (int i = 0; i < data.size(); i++) {
            double predicted = (float) outcome.predicted()[i];
            double sigma = given != null
                    ? given
                    : column != null ? column[i] : outcome.fit().noise();
            text.append(plain(data.easting()[i]))
                    .append(',')
                    .append(plain(data.northing()[i]))
                    .append(',');
            text.append(plain(data.height()[i]))
                    .append(',')
                    .append(data.value()[i])
                    .append(',');
            text.append((float) predicted).append(',').append((float) (data.value()[i] - predicted));
            text.append(',').append((float) sigma).append('\n');
            if (text.length() > FLUSH) {
                flush(text, out);
            }
        }
        flush(text, out);
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
    }

    /** A whole number without its decimal point. */
    private static String plain(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }
}
