package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;

/**
 * Fits sources with few parameters: a Latin hypercube of starts, bounded Levenberg–Marquardt searches from the best of them, and draws from the
 * posterior around the best minimum. Nuisance terms of the tracks are part of the least squares, and their uncertainty of that of the answer.
 * The same arguments give the same answer.
 */
public final class SourceFit {
    private SourceFit() {}

    /**
     * Fits.
     *
     * @param shapes at least one; several are fitted together
     * @param box limits of the places of all shapes, one after the other
     * @param stop asked between searches
     * @throws IllegalArgumentException if the box does not go with the shapes or there are fewer data than parameters
     * @throws CancellationException if {@code stop} says so
     */
    public static SourceEstimate of(
            WhitenedData data, List<SourceShape> shapes, SearchBox box, FitSettings settings, BooleanSupplier stop) {
        int places = shapes.stream().mapToInt(s -> s.places().size()).sum();
        int strengths = shapes.stream().mapToInt(s -> s.strengths().size()).sum();
        if (places != box.size() || shapes.isEmpty()) {
            throw new IllegalArgumentException(places + " numbers are searched for within " + box.size() + " limits");
        }
        if (data.rows() <= places + strengths) {
            throw new IllegalArgumentException(data.rows() + " data without their nuisance terms are too few for "
                    + (places + strengths) + " parameters");
        }
        SplittableRandom random = new SplittableRandom(settings.seed());
        SeparableMisfit misfit = new SeparableMisfit(data, shapes);
        BoundedLevenbergMarquardt search = new BoundedLevenbergMarquardt(misfit, box);
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : starts(misfit, box, settings, random)) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("the fit was stopped");
            }
            double chi = search.run(start);
            if (chi < least) {
                least = chi;
                best = start;
            }
        }
        double noise = Math.max(1.0, least / (data.rows() - places - strengths));
        search.differentiate(best);
        Metropolis walk = new Metropolis(
                misfit, box, best, search.curvature(), settings.scaleNoise() ? noise : 1.0, random.split());
        double[][] samples = walk.run(settings.burnIn(), settings.samples());
        misfit.at(best);
        return new SourceEstimate(shapes, best, misfit, data, samples, walk.acceptance(settings.samples()));
    }

    private static List<double[]> starts(
            SeparableMisfit misfit, SearchBox box, FitSettings settings, SplittableRandom random) {
        double[][] places = LatinHypercube.places(box, settings.screened(), random);
        double[] chi = new double[places.length];
        Arrays.setAll(chi, i -> misfit.at(places[i]));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> chi[i]));
        return order.subList(0, settings.refined()).stream().map(i -> places[i]).toList();
    }
}
