package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.deformation.fit.FitSettings;
import org.geoanomaly.gam.geophysics.deformation.fit.PointSource;
import org.geoanomaly.gam.geophysics.deformation.fit.RectangleSource;
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
import org.geoanomaly.gam.pipeline.config.SingleSources;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.model.PaddedMesh;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Mogi sources where the model of cells inflates and deflates most, fitted together, or one rectangle that opens or closes. A source whose
 * strength could as well be 0 at 95 %, or, if a Mogi source, is of another sign than the cells, is given up and the other fitted anew.
 */
final class SourceSearch {
    /** The weaker of the two bodies must have this part of the stronger one's change of volume below a column. */
    private static final double WEAKEST = 0.15;

    /** A posterior of a few numbers needs no more data of a track than this. */
    private static final int MOST = 400;

    private static final int FEWEST_ROWS = 30;

    private final LosObservations observations;
    private final SingleSources kind;
    private final SourceShape shape;
    private final String strength;
    private final StageContext context;
    private final double level;

    SourceSearch(LosObservations observations, SingleSources kind, StageContext context) {
        this.observations = observations;
        this.kind = kind;
        this.shape = kind == SingleSources.OKADA ? new RectangleSource(false, false, true) : new PointSource();
        this.strength = shape.strengths().get(0);
        this.context = context;
        this.level = observations.meanHeight();
    }

    /** A place where the model is strongest, its sign, and the change of volume below it. */
    private record Peak(double easting, double northing, boolean inflating, double volume) {}

    /**
     * The sources.
     *
     * @param strain of the padded mesh's cells
     */
    List<FittedSource> near(PaddedMesh mesh, double[] strain, List<String> notes) {
        if (kind == SingleSources.NONE) {
            return List.of();
        }
        List<Peak> peaks = kind == SingleSources.OKADA ? anywhere(mesh.inner()) : peaks(mesh, strain);
        WhitenedData data = thinned();
        if (data.rows() < FEWEST_ROWS) {
            notes.add("no single sources were fitted: the data are too few");
            return List.of();
        }
        while (!peaks.isEmpty()) {
            SourceEstimate found = fit(mesh, peaks, data);
            int doubtful = doubtful(peaks, found);
            if (doubtful < 0) {
                return sources(peaks, found, data, notes);
            }
            notes.add(Text.of(
                    kind == SingleSources.OKADA
                            ? "no rectangle was kept: its opening could as well be 0 at 95 %%"
                            : "no Mogi source was kept for the most %s body: its change of volume could as well be 0 at 95 %%",
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
                        side == 0,
                        value));
            }
        }
        return peaks;
    }

    private SourceEstimate fit(PaddedMesh mesh, List<Peak> peaks, WhitenedData data) {
        int places = shape.places().size();
        double[] lower = new double[places * peaks.size()];
        double[] upper = new double[lower.length];
        for (int p = 0; p < peaks.size(); p++) {
            double[][] limits = limits(mesh, peaks.get(p));
            for (int k = 0; k < places; k++) {
                lower[places * p + k] = limits[k][0];
                upper[places * p + k] = limits[k][1];
            }
        }
        int starts = (kind == SingleSources.OKADA ? 1000 : 200) * peaks.size();
        int refined = kind == SingleSources.OKADA ? 12 : 6;
        return SourceFit.of(
                data,
                Collections.nCopies(peaks.size(), shape),
                new SearchBox(lower, upper),
                new FitSettings(starts, refined, 2000, 8000, context.seed(), true),
                context.stop());
    }

    /** Least and greatest of each place of the shape: around a peak, or anywhere below the area for a rectangle. */
    private double[][] limits(PaddedMesh padded, Peak peak) {
        RegularMesh mesh = padded.outer();
        double bottom = level - mesh.top() + mesh.depth(mesh.nz());
        double reach = Math.max(6 * mesh.dx(), 0.5 * bottom);
        double shallow = Math.min(0.1 * mesh.dx(), 0.01 * bottom);
        double[] depth = {shallow, bottom};
        if (kind != SingleSources.OKADA) {
            return new double[][] {
                {peak.easting() - reach, peak.easting() + reach},
                {peak.northing() - reach, peak.northing() + reach},
                depth
            };
        }
        RegularMesh inner = padded.inner();
        double[] side = {0.2 * mesh.dx(), 0.5 * Math.min(inner.nx() * inner.dx(), inner.ny() * inner.dy())};
        double[] east = {inner.west(0), inner.west(inner.nx())};
        double[] north = {inner.south(0), inner.south(inner.ny())};
        return new double[][] {east, north, depth, {0, 360}, {0, 90}, side, side};
    }

    /**
     * One rectangle, wherever it lies: what opens as a sheet is no change of volume of cells, and these then are no guide. Ground sinks above a
     * steep dike that opens.
     */
    private static List<Peak> anywhere(RegularMesh mesh) {
        List<Peak> one = new ArrayList<>();
        one.add(new Peak(
                mesh.west(0) + 0.5 * mesh.nx() * mesh.dx(), mesh.south(0) + 0.5 * mesh.ny() * mesh.dy(), true, 0));
        return one;
    }

    private static String name(List<Peak> peaks, int p, String name) {
        return peaks.size() == 1 ? name : name + "_" + (p + 1);
    }

    /** The one to be given up: the weakest in the model of cells of those whose sign is not sure; -1 if all are sure. */
    private int doubtful(List<Peak> peaks, SourceEstimate found) {
        int weakest = -1;
        for (int p = 0; p < peaks.size(); p++) {
            double[] interval = found.interval(name(peaks, p, strength), 0.95);
            boolean free = kind == SingleSources.OKADA;
            boolean inflates = (free || peaks.get(p).inflating()) && interval[0] > 0;
            boolean deflates = (free || !peaks.get(p).inflating()) && interval[1] < 0;
            boolean sure = inflates || deflates;
            if (!sure
                    && (weakest < 0
                            || peaks.get(p).volume() < peaks.get(weakest).volume())) {
                weakest = p;
            }
        }
        return weakest;
    }

    private List<FittedSource> sources(List<Peak> peaks, SourceEstimate found, WhitenedData data, List<String> notes) {
        List<FittedSource> out = new ArrayList<>();
        List<String> names = new ArrayList<>(shape.places());
        names.add(strength);
        for (int p = 0; p < peaks.size(); p++) {
            int number = p;
            List<FittedSource.Parameter> parameters = names.stream()
                    .map(n -> parameter(n, name(peaks, number, n), found))
                    .toList();
            List<List<Double>> correlation = names.stream()
                    .map(a -> names.stream()
                            .map(b -> found.correlation(name(peaks, number, a), name(peaks, number, b)))
                            .toList())
                    .toList();
            out.add(new FittedSource(
                    kind.toString(),
                    parameters.get(0).value(),
                    parameters.get(1).value(),
                    level - centre(parameters),
                    parameters,
                    correlation,
                    new FittedSource.Fit(
                            found.fit().chi(),
                            found.fit().residualReduction(),
                            data.data().size())));
            notes.add(describe(parameters, found));
        }
        return out;
    }

    private FittedSource.Parameter parameter(String name, String numbered, SourceEstimate found) {
        return new FittedSource.Parameter(
                name,
                unit(name),
                found.best(numbered),
                found.deviation(numbered),
                list(found.interval(numbered, 0.68)),
                list(found.interval(numbered, 0.95)));
    }

    private String unit(String name) {
        String rate = observations.velocity() ? "/yr" : "";
        return switch (name) {
            case "strike", "dip" -> "degree";
            case "volume_change" -> "m3" + rate;
            case "opening" -> "m" + rate;
            default -> "m";
        };
    }

    /** Depth of the centre: given, or half a rectangle's height below its upper edge. */
    private double centre(List<FittedSource.Parameter> p) {
        double depth = p.get(2).value();
        return kind != SingleSources.OKADA
                ? depth
                : depth
                        + 0.5
                                * p.get(6).value()
                                * Math.sin(Math.toRadians(p.get(4).value()));
    }

    private String describe(List<FittedSource.Parameter> p, SourceEstimate found) {
        FittedSource.Parameter last = p.get(p.size() - 1);
        String where = Text.of(
                "at depth %.2f km (68 %%: %.2f to %.2f) below the mean ground at %.0f m",
                p.get(2).value() / 1000,
                p.get(2).interval68().get(0) / 1000,
                p.get(2).interval68().get(1) / 1000,
                level);
        String all = Text.of(
                "%.3g +- %.2g %s; the sources explain %.0f %% of the data's variance",
                last.value(), last.deviation(), last.unit(), 100 * found.fit().residualReduction());
        if (kind != SingleSources.OKADA) {
            return "Mogi source " + where + ", volume change " + all;
        }
        return Text.of(
                "rectangle with its upper edge %s, strike %.0f, dip %.0f degrees, %.2f x %.2f km, opening %s",
                where,
                p.get(3).value(),
                p.get(4).value(),
                p.get(5).value() / 1000,
                p.get(6).value() / 1000,
                all);
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
