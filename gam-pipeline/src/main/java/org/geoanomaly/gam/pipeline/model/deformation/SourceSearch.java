package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.deformation.fit.FitSettings;
import org.geoanomaly.gam.geophysics.deformation.fit.PointSource;
import org.geoanomaly.gam.geophysics.deformation.fit.SearchBox;
import org.geoanomaly.gam.geophysics.deformation.fit.SourceEstimate;
import org.geoanomaly.gam.geophysics.deformation.fit.SourceFit;
import org.geoanomaly.gam.geophysics.deformation.fit.SourceShape;
import org.geoanomaly.gam.geophysics.deformation.los.LookVectors;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.deformation.los.LosQuadtree;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.model.PaddedMesh;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Mogi sources where the model of cells inflates and deflates most, fitted together. One whose change of volume could as well be 0, or of the
 * other sign, at 95 % is given up and the other fitted anew.
 */
final class SourceSearch {
    /** The weaker of the two bodies must have this part of the stronger one's change of volume below a column. */
    private static final double WEAKEST = 0.15;

    /** A posterior of a few numbers needs no more data of a track than this. */
    private static final int MOST = 400;

    private static final int FEWEST_ROWS = 30;
    private static final List<String> NAMES = List.of("easting", "northing", "depth", "volume_change");

    private final LosObservations observations;
    private final StageContext context;
    private final double level;

    SourceSearch(LosObservations observations, StageContext context) {
        this.observations = observations;
        this.context = context;
        this.level = observations.meanHeight();
    }

    /** A place where the model is strongest, and its sign. */
    private record Peak(double easting, double northing, boolean inflating) {}

    /**
     * The sources.
     *
     * @param strain of the padded mesh's cells
     */
    List<FittedSource> near(PaddedMesh mesh, double[] strain, List<String> notes) {
        List<Peak> peaks = peaks(mesh, strain);
        WhitenedData data = thinned();
        if (data.rows() < FEWEST_ROWS) {
            notes.add("no single sources were fitted: the data are too few");
            return List.of();
        }
        while (!peaks.isEmpty()) {
            SourceEstimate found = fit(mesh.outer(), peaks, data);
            int doubtful = doubtful(peaks, found);
            if (doubtful < 0) {
                return sources(peaks, found, data, notes);
            }
            notes.add(Text.of(
                    "no Mogi source was kept for the most %s body: its change of volume could as well be 0 at 95 %%",
                    peaks.get(doubtful).inflating() ? "inflating" : "deflating"));
            peaks.remove(doubtful);
        }
        return List.of();
    }

    /** The columns of the answer with the greatest gain and the greatest loss of volume. */
    private static List<Peak> peaks(PaddedMesh mesh, double[] strain) {
        RegularMesh inner = mesh.inner();
        int layer = inner.nx() * inner.ny();
        double[] column = new double[layer];
        for (int c = 0; c < inner.cells(); c++) {
            column[c % layer] += strain[mesh.outerCell(c)] * inner.cellVolume(c / layer);
        }
        int[] at = new int[2];
        for (int c = 0; c < layer; c++) {
            at[0] = column[c] > column[at[0]] ? c : at[0];
            at[1] = column[c] < column[at[1]] ? c : at[1];
        }
        double most = Math.max(column[at[0]], -column[at[1]]);
        List<Peak> peaks = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            double value = side == 0 ? column[at[0]] : -column[at[1]];
            if (value > 0 && value >= WEAKEST * most) {
                peaks.add(new Peak(
                        inner.west(at[side] % inner.nx()) + 0.5 * inner.dx(),
                        inner.south(at[side] / inner.nx()) + 0.5 * inner.dy(),
                        side == 0));
            }
        }
        return peaks;
    }

    private SourceEstimate fit(RegularMesh mesh, List<Peak> peaks, WhitenedData data) {
        double bottom = level - mesh.top() + mesh.depth(mesh.nz());
        double reach = Math.max(6 * mesh.dx(), 0.5 * bottom);
        double shallow = Math.min(0.1 * mesh.dx(), 0.01 * bottom);
        double[] lower = new double[3 * peaks.size()];
        double[] upper = new double[lower.length];
        for (int p = 0; p < peaks.size(); p++) {
            Peak peak = peaks.get(p);
            double[] middle = {peak.easting(), peak.northing(), 0.5 * (shallow + bottom)};
            double[] half = {reach, reach, 0.5 * (bottom - shallow)};
            for (int k = 0; k < 3; k++) {
                lower[3 * p + k] = middle[k] - half[k];
                upper[3 * p + k] = middle[k] + half[k];
            }
        }
        List<SourceShape> shapes = Collections.nCopies(peaks.size(), new PointSource());
        return SourceFit.of(
                data,
                shapes,
                new SearchBox(lower, upper),
                new FitSettings(200 * peaks.size(), 6, 2000, 8000, context.seed(), true),
                context.stop());
    }

    private static String name(List<Peak> peaks, int p, String name) {
        return peaks.size() == 1 ? name : name + "_" + (p + 1);
    }

    private static int doubtful(List<Peak> peaks, SourceEstimate found) {
        for (int p = 0; p < peaks.size(); p++) {
            double[] interval = found.interval(name(peaks, p, "volume_change"), 0.95);
            boolean sure = peaks.get(p).inflating() ? interval[0] > 0 : interval[1] < 0;
            if (!sure) {
                return p;
            }
        }
        return -1;
    }

    private List<FittedSource> sources(List<Peak> peaks, SourceEstimate found, WhitenedData data, List<String> notes) {
        List<FittedSource> out = new ArrayList<>();
        String[] units = {"m", "m", "m", observations.velocity() ? "m3/yr" : "m3"};
        for (int p = 0; p < peaks.size(); p++) {
            int number = p;
            List<FittedSource.Parameter> parameters = new ArrayList<>();
            for (int k = 0; k < units.length; k++) {
                String name = name(peaks, p, NAMES.get(k));
                parameters.add(new FittedSource.Parameter(
                        NAMES.get(k),
                        units[k],
                        found.best(name),
                        found.deviation(name),
                        list(found.interval(name, 0.68)),
                        list(found.interval(name, 0.95))));
            }
            List<List<Double>> correlation = NAMES.stream()
                    .map(a -> NAMES.stream()
                            .map(b -> found.correlation(name(peaks, number, a), name(peaks, number, b)))
                            .toList())
                    .toList();
            double depth = parameters.get(2).value();
            out.add(new FittedSource(
                    "mogi",
                    parameters.get(0).value(),
                    parameters.get(1).value(),
                    level - depth,
                    parameters,
                    correlation,
                    new FittedSource.Fit(
                            found.fit().chi(),
                            found.fit().residualReduction(),
                            data.data().size())));
            notes.add(describe(parameters, found, units[3]));
        }
        return out;
    }

    private String describe(List<FittedSource.Parameter> p, SourceEstimate found, String unit) {
        return Text.of(
                "Mogi source at depth %.2f km (68 %%: %.2f to %.2f) below the mean ground at %.0f m, volume change"
                        + " %.3g +- %.2g %s; the sources explain %.0f %% of the data's variance",
                p.get(2).value() / 1000,
                p.get(2).interval68().get(0) / 1000,
                p.get(2).interval68().get(1) / 1000,
                level,
                p.get(3).value(),
                p.get(3).deviation(),
                unit,
                100 * found.fit().residualReduction());
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Heights from the mean ground, and squares of a quadtree where a track has many data. */
    private WhitenedData thinned() {
        LosData all = observations.data();
        List<double[]> rows = new ArrayList<>();
        for (int t = 0; t < all.tracks(); t++) {
            int number = t;
            int[] members = IntStream.range(0, all.size())
                    .filter(i -> all.track(i) == number)
                    .toArray();
            rows.addAll(track(all, members, t));
        }
        double[][] c = new double[9][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < c.length; k++) {
                c[k][i] = rows.get(i)[k];
            }
        }
        LosData data = new LosData(
                new ObservationPoints(c[0], c[1], c[2]),
                new LookVectors(c[5], c[6], c[7]),
                c[3],
                c[4],
                Arrays.stream(c[8]).mapToInt(v -> (int) v).toArray());
        return new WhitenedData(data, observations.noise(), observations.nuisance());
    }

    private List<double[]> track(LosData all, int[] m, int number) {
        double[] e = Arrays.stream(m).mapToDouble(all.points()::easting).toArray();
        double[] n = Arrays.stream(m).mapToDouble(all.points()::northing).toArray();
        double[] v = Arrays.stream(m).mapToDouble(all::value).toArray();
        double[] h = Arrays.stream(m)
                .mapToDouble(i -> all.points().height(i) - level)
                .toArray();
        double[] s2 = Arrays.stream(m)
                .mapToDouble(i -> all.deviation(i) * all.deviation(i))
                .toArray();
        LosQuadtree tree = LosQuadtree.ofAtMost(e, n, v, new LosQuadtree.Rule(0, 1e-6, 1e12), MOST);
        double[][] mean = {
            tree.mean(e),
            tree.mean(n),
            tree.mean(h),
            tree.mean(v),
            tree.mean(s2),
            tree.mean(Arrays.stream(m).mapToDouble(all.look()::east).toArray()),
            tree.mean(Arrays.stream(m).mapToDouble(all.look()::north).toArray()),
            tree.mean(Arrays.stream(m).mapToDouble(all.look()::up).toArray())
        };
        List<double[]> rows = new ArrayList<>();
        for (int s = 0; s < tree.size(); s++) {
            double[] row = new double[9];
            for (int k = 0; k < mean.length; k++) {
                row[k] = mean[k][s];
            }
            row[4] = Math.sqrt(row[4] / tree.count(s));
            row[8] = number;
            rows.add(row);
        }
        return rows;
    }
}
