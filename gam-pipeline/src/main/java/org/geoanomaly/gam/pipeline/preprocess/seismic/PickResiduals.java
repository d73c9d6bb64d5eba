package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.seismic.Picks.Column;

/** What is left of travel times when a curve of distance alone is taken off, and the median of each event: an early origin time is not a fast crust. */
final class PickResiduals {
    private static final double TO_SIGMA = 1.4826;
    private static final double STRIKING = 5;
    private static final int FEWEST = 4;

    private PickResiduals() {}

    /** Residuals in seconds, positive if the wave came late. */
    static double[] of(Picks picks) {
        double[] residual = new double[picks.size()];
        for (int phase = 1; phase <= 2; phase++) {
            int wanted = phase;
            int[] rows = IntStream.range(0, picks.size())
                    .filter(i -> picks.phase()[i] == wanted)
                    .toArray();
            double[] distance = Arrays.stream(rows).mapToDouble(picks::distance).toArray();
            double[] time = Arrays.stream(rows)
                    .mapToDouble(i -> picks.column(Column.TIME)[i])
                    .toArray();
            TravelTimeCurve curve = TravelTimeCurve.fit(distance, time);
            for (int k = 0; k < rows.length; k++) {
                residual[rows[k]] = time[k] - curve.at(distance[k]);
            }
        }
        Map<Integer, double[]> byEvent = new HashMap<>();
        Map<Integer, Integer> counts = Picks.counts(picks.event());
        Map<Integer, Integer> filled = new HashMap<>();
        for (int i = 0; i < residual.length; i++) {
            int event = picks.event()[i];
            int at = filled.merge(event, 1, Integer::sum) - 1;
            byEvent.computeIfAbsent(event, e -> new double[counts.getOrDefault(e, 0)])[at] = residual[i];
        }
        Map<Integer, Double> medians = new HashMap<>();
        byEvent.forEach(
                (event, values) -> medians.put(event, values.length < FEWEST ? 0.0 : TravelTimeCurve.median(values)));
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= medians.getOrDefault(picks.event()[i], 0.0);
        }
        return residual;
    }

    /** Says how far the picks scatter about the curve, and how many strike the eye; these stay: the inversion weighs them down. */
    static void report(Picks picks, double[] residual, PickNotes notes) {
        for (int phase = 1; phase <= 2; phase++) {
            int wanted = phase;
            double[] own = IntStream.range(0, residual.length)
                    .filter(i -> picks.phase()[i] == wanted)
                    .mapToDouble(i -> Math.abs(residual[i]))
                    .toArray();
            if (own.length > 0) {
                double sigma = TO_SIGMA * TravelTimeCurve.median(own);
                long far = Arrays.stream(own).filter(r -> r > STRIKING * sigma).count();
                notes.add(String.format(
                        Locale.ROOT,
                        "%d %s picks scatter by %.3g s about a curve of distance; %d of them are more than %.0f times that off"
                                + " and stay, for the inversion to weigh down",
                        own.length,
                        List.of("P", "S").get(phase - 1),
                        sigma,
                        far,
                        STRIKING));
            }
        }
    }

    /** The mean residual of the stations around each node: of P, or of S where there is no P at all. */
    static Lattice lattice(Picks picks, double[] residual, Nodes nodes) {
        boolean anyP = Arrays.stream(picks.phase()).anyMatch(p -> p == 1);
        int wanted = anyP ? 1 : 2;
        double[] sum = new double[nodes.size()];
        double[] squares = new double[nodes.size()];
        double[] height = new double[nodes.size()];
        int[] count = new int[nodes.size()];
        double level = 0;
        for (int i = 0; i < residual.length; i++) {
            double h = picks.column(Column.HEIGHT)[i];
            level += h / residual.length;
            int column = (int) Math.rint((picks.column(Column.EASTING)[i] - nodes.west()) / nodes.spacing());
            int row = (int) Math.rint((picks.column(Column.NORTHING)[i] - nodes.south()) / nodes.spacing());
            boolean inside = column >= 0 && row >= 0 && column < nodes.columns() && row < nodes.rows();
            if (inside && picks.phase()[i] == wanted) {
                int k = row * nodes.columns() + column;
                sum[k] += residual[i];
                squares[k] += residual[i] * residual[i];
                height[k] += h;
                count[k]++;
            }
        }
        float[] value = new float[nodes.size()];
        float[] sigma = new float[nodes.size()];
        float[] heights = new float[nodes.size()];
        double all = Math.sqrt(
                Arrays.stream(squares).sum() / Math.max(Arrays.stream(count).sum(), 1));
        for (int k = 0; k < value.length; k++) {
            int n = count[k];
            value[k] = n == 0 ? Float.NaN : (float) (sum[k] / n);
            sigma[k] = n == 0 ? Float.NaN : (float) Math.max(all / Math.sqrt(n), 1e-6);
            heights[k] = (float) (n == 0 ? level : height[k] / n);
        }
        return new Lattice(
                new double[] {nodes.west(), nodes.south()},
                nodes.spacing(),
                nodes.columns(),
                nodes.rows(),
                value,
                sigma,
                heights);
    }
}
