package org.geoanomaly.gam.pipeline.preprocess.seismic;

import org.geoanomaly.gam.pipeline.preprocess.seismic.Picks.Column;

/** One standard deviation for each pick. */
final class PickUncertainty {
    /** Usual reading errors of bulletins, s: an analyst reads P to about 0.1 s, S in the coda of P to about twice that. */
    private static final double USUAL_P = 0.1;

    private static final double USUAL_S = 0.2;

    /** No pick is better than a few samples, s. */
    private static final double LEAST = 0.001;

    private PickUncertainty() {}

    static double[] of(Picks picks, PickNotes notes) {
        double[] sigma = picks.column(Column.UNCERTAINTY).clone();
        int[] assumed = new int[2];
        int raised = 0;
        for (int i = 0; i < sigma.length; i++) {
            boolean s = picks.phase()[i] == 2;
            if (!(sigma[i] > 0)) {
                sigma[i] = s ? USUAL_S : USUAL_P;
                assumed[s ? 1 : 0]++;
            } else if (sigma[i] < LEAST) {
                sigma[i] = LEAST;
                raised++;
            }
        }
        notes.count(assumed[0], "P picks have no uncertainty; " + USUAL_P + " s is assumed");
        notes.count(assumed[1], "S picks have no uncertainty; " + USUAL_S + " s is assumed");
        notes.count(raised, "picks state an uncertainty below " + LEAST + " s; " + LEAST + " s is assumed");
        return sigma;
    }
}
