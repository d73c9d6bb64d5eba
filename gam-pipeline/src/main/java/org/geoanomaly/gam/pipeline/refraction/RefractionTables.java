package org.geoanomaly.gam.pipeline.refraction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** The tables: metres, seconds and km/s. */
final class RefractionTables {
    private final RefractionSurvey survey;
    private final RefractionOutcome outcome;

    RefractionTables(RefractionSurvey survey, RefractionOutcome outcome) {
        this.survey = survey;
        this.outcome = outcome;
    }

    /**
     * {@code x,z,depth,value,std,prior_std,known,ray_length,hits}: centres of cells in the ground, z a height, depth below the ground; velocity, its
     * standard deviation with and without the data (km/s); the part of the prior variance that the data take away; metres of rays and their number.
     */
    void model(OutputStream out) throws IOException {
        RegularMesh mesh = outcome.mesh();
        double[] length = outcome.result().density().length();
        int[] hits = outcome.result().density().hits();
        StringBuilder text = new StringBuilder("x,z,depth,value,std,prior_std,known,ray_length,hits\n");
        for (int k = 0; k < mesh.nz(); k++) {
            double z = mesh.top() - 0.5 * (mesh.depth(k) + mesh.depth(k + 1));
            for (int i = 0; i < mesh.nx(); i++) {
                int c = mesh.index(i, 0, k);
                if (Float.isNaN(outcome.velocity()[c])) {
                    continue;
                }
                double x = mesh.west(i) + 0.5 * mesh.dx();
                row(text, round(x), round(z), round(survey.ground(x) - z));
                text.append(',').append(outcome.velocity()[c]);
                text.append(',').append(outcome.deviation()[c]);
                text.append(',').append(outcome.prior()[c]);
                text.append(',').append(outcome.known()[c]);
                text.append(',').append((float) length[c]);
                text.append(',').append(hits[c]).append('\n');
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code shot,geophone,shot_x,geophone_x,observed,predicted,residual,uncertainty}: sensors from 1 as in the file, its order. */
    void predicted(OutputStream out) throws IOException {
        double[] predicted = outcome.result().predicted();
        StringBuilder text =
                new StringBuilder("shot,geophone,shot_x,geophone_x,observed,predicted,residual,uncertainty\n");
        for (int n = 0; n < survey.size(); n++) {
            text.append(survey.shot(n) + 1)
                    .append(',')
                    .append(survey.geophone(n) + 1)
                    .append(',');
            row(text, survey.sensorX(survey.shot(n)), survey.sensorX(survey.geophone(n)), survey.time()[n]);
            text.append(',').append((float) predicted[n]);
            text.append(',').append((float) (survey.time()[n] - predicted[n]));
            text.append(',').append((float) survey.uncertainty()[n]).append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void row(StringBuilder text, double a, double b, double c) {
        text.append(a).append(',').append(b).append(',').append(c);
    }

    private static double round(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
