package org.geoanomaly.gam.geophysics.tomography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** Times of all picks through one model from one set of hypocentres, with their derivatives. */
final class Linearisation {
    private final double[] time;
    private final double[][] gradient;
    private final SparseRows rows;
    private final RayDensity density;
    private final int straight;

    private Linearisation(double[] time, double[][] gradient, SparseRows rows, RayDensity density, int straight) {
        this.time = time;
        this.gradient = gradient;
        this.rows = rows;
        this.density = density;
        this.straight = straight;
    }

    /** Predicted time of each pick, s, without origin times. */
    double[] time() {
        return time;
    }

    /** Derivatives with the hypocentre, s/m: east, north, down, for each pick. */
    double[][] gradient() {
        return gradient;
    }

    /** Derivatives with u of each cell, s. */
    SparseRows rows() {
        return rows;
    }

    RayDensity density() {
        return density;
    }

    /** Picks for which no first arrival was found, computed along a straight line. */
    int straight() {
        return straight;
    }

    /** Computes everything, one part for each station and phase. */
    static Linearisation of(
            TomographyProblem problem,
            Places events,
            SlownessModel model,
            TravelTimes.Method method,
            Parallelism parallel,
            TomographyMonitor monitor) {
        Work work = new Work(problem, events, model);
        List<int[]> groups = groups(problem.picks());
        TravelTimes times = method.through(model);
        for (Phase phase : Phase.values()) {
            if (groups.stream().anyMatch(g -> problem.picks().phase(g[0]) == phase)) {
                times.prepare(phase);
            }
        }
        parallel.run(groups.size(), () -> {
            RowBuilder builder = new RowBuilder(model);
            return part -> {
                monitor.requireGoing();
                work.run(times, groups.get(part), builder);
            };
        });
        return work.result(parallel);
    }

    /** Picks of equal station and phase. */
    private static List<int[]> groups(Picks picks) {
        Map<Long, List<Integer>> lists = new LinkedHashMap<>();
        for (int i = 0; i < picks.size(); i++) {
            long key = 2L * picks.station(i) + picks.phase(i).index();
            lists.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        List<int[]> groups = new ArrayList<>();
        lists.values()
                .forEach(l -> groups.add(l.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private static final class Work {
        private final TomographyProblem problem;
        private final Picks picks;
        private final Places events;
        private final SlownessModel model;
        private final double[] time;
        private final double[][] gradient;
        private final int[][] column;
        private final float[][] value;
        private final RowBuilder.Density density;
        private final AtomicInteger straight = new AtomicInteger();

        Work(TomographyProblem problem, Places events, SlownessModel model) {
            this.problem = problem;
            this.picks = problem.picks();
            this.events = events;
            this.model = model;
            this.time = new double[picks.size()];
            this.gradient = new double[3][picks.size()];
            this.column = new int[picks.size()][];
            this.value = new float[picks.size()][];
            int cells = problem.mesh().cells();
            this.density = new RowBuilder.Density(new AtomicLongArray(cells), new AtomicIntegerArray(cells));
        }

        void run(TravelTimes times, int[] group, RowBuilder builder) {
            int s = picks.station(group[0]);
            Phase phase = picks.phase(group[0]);
            Places stations = problem.stations();
            StationTimes field = times.from(phase, stations.x(s), stations.y(s), stations.depth(s));
            StationTimes line =
                    StraightRays.through(model).from(phase, stations.x(s), stations.y(s), stations.depth(s));
            RayPath path = new RayPath();
            double[] slope = new double[3];
            for (int i : group) {
                int e = picks.event(i);
                double x = events.x(e);
                double y = events.y(e);
                double z = events.depth(e);
                boolean found = arrival(field, x, y, z, i, slope) && field.trace(x, y, z, path);
                if (!found) {
                    straight.incrementAndGet();
                    arrival(line, x, y, z, i, slope);
                    line.trace(x, y, z, path);
                }
                builder.follow(phase, path, density);
                column[i] = builder.columns();
                value[i] = builder.values(column[i]);
            }
        }

        private boolean arrival(StationTimes field, double x, double y, double z, int i, double[] slope) {
            time[i] = field.time(x, y, z);
            field.gradient(x, y, z, slope);
            for (int d = 0; d < 3; d++) {
                gradient[d][i] = slope[d];
            }
            return Double.isFinite(time[i] + slope[0] + slope[1] + slope[2]);
        }

        Linearisation result(Parallelism parallel) {
            int cells = problem.mesh().cells();
            double[] length = new double[cells];
            int[] hits = new int[cells];
            Arrays.setAll(length, c -> 1e-3 * density.millimetres().get(c));
            Arrays.setAll(hits, c -> density.hits().get(c));
            return new Linearisation(
                    time,
                    gradient,
                    new SparseRows(cells, column, value, parallel),
                    new RayDensity(length, hits),
                    straight.get());
        }
    }
}
