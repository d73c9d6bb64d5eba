package org.geoanomaly.gam.geophysics.equivalent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.jspecify.annotations.Nullable;

/**
 * Fits equivalent sources to scattered stations at their own heights. A plane is taken off and put back; layers of point sources below blocks of
 * stations, from coarse to fine, are fitted by damped least squares with conjugate gradients, products with the matrix being tree sums in
 * O(n log n). Depth and damping come from block cross-validation on a sample, the reported error from one on all stations.
 */
public final class EquivalentSources {
    /** Stations, at most about this many, on which depth and damping are chosen. */
    private static final int SAMPLE = 24_000;
    /** Side of the patches of the sample, in spacings. */
    private static final double PATCH = 24.0;

    private static final double SAMPLE_FOLD_SHARE = 0.15;

    private EquivalentSources() {}

    /**
     * Fits.
     *
     * @throws org.geoanomaly.gam.grid.error.GamException if the stations lie at fewer than four places
     * @throws CancellationException if the monitor says so
     */
    public static EquivalentSourceModel fit(
            Stations stations, SourceSettings settings, Parallelism parallel, FitMonitor monitor) {
        SourceLayer.Work work = new SourceLayer.Work(settings.kernel(), settings.maxIterations(), parallel, monitor);
        double estimated = StationSpacing.of(stations);
        double spacing = settings.spacing() > 0 ? settings.spacing() : estimated;
        int folds = settings.folds();
        SourceLayer.Choice choice =
                choose(stations, spacing, settings, work, share -> monitor.progress(SAMPLE_FOLD_SHARE * share));
        double part = (1.0 - SAMPLE_FOLD_SHARE) / (folds + 1);
        LayeredFit fit = LayeredFit.of(
                stations, spacing, choice, work, share -> monitor.progress(SAMPLE_FOLD_SHARE + part * share));
        @Nullable HeldOut held = null;
        if (folds > 0) {
            BlockFolds blocks = new BlockFolds(stations, spacing, folds, settings.seed());
            held = HeldOut.of(
                    stations,
                    blocks,
                    folds,
                    spacing,
                    choice,
                    work,
                    share -> monitor.progress(SAMPLE_FOLD_SHARE + part * (1.0 + folds * share)));
        }
        monitor.progress(1.0);
        return new EquivalentSourceModel(stations, settings, choice, fit, held, parallel);
    }

    private static SourceLayer.Choice choose(
            Stations stations, double spacing, SourceSettings settings, SourceLayer.Work work, DoubleConsumer worked) {
        List<SourceLayer.Choice> candidates = candidates(settings);
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        Stations sample = sample(stations, spacing, settings.seed());
        BlockFolds folds = new BlockFolds(sample, spacing, Math.max(2, settings.folds()), settings.seed() + 1);
        SourceLayer.Choice best = candidates.get(0);
        double least = Double.POSITIVE_INFINITY;
        int done = 0;
        for (SourceLayer.Choice choice : candidates) {
            double rms = HeldOut.of(sample, folds, 1, spacing, choice, work, share -> {})
                    .summary(sample, 1, spacing)
                    .rms();
            if (rms < least) {
                least = rms;
                best = choice;
            }
            worked.accept((double) ++done / candidates.size());
        }
        return best;
    }

    private static List<SourceLayer.Choice> candidates(SourceSettings settings) {
        List<SourceLayer.Choice> all = new ArrayList<>();
        for (double block : settings.blocks()) {
            for (double depth : settings.depths()) {
                for (double damping : settings.dampings()) {
                    all.add(new SourceLayer.Choice(block, depth, damping));
                }
            }
        }
        return all;
    }

    /** Whole patches of the map, drawn at random until there are enough stations. */
    private static Stations sample(Stations stations, double spacing, long seed) {
        if (stations.size() <= SAMPLE) {
            return stations;
        }
        Blocks patches = Blocks.squares(stations.easting(), stations.northing(), PATCH * spacing);
        long[] drawn = new long[patches.count()];
        for (int b = 0; b < drawn.length; b++) {
            drawn[b] = (BlockFolds.mix(patches.key(b) ^ seed) & 0x7FFFFFFF00000000L) | b;
        }
        Arrays.sort(drawn);
        int[] numbers = new int[stations.size()];
        int count = 0;
        for (int d = 0; d < drawn.length && count < SAMPLE; d++) {
            int b = (int) drawn[d];
            for (int k = patches.start(b); k < patches.start(b + 1); k++) {
                numbers[count++] = patches.member(k);
            }
        }
        return stations.subset(Arrays.copyOf(numbers, count));
    }
}
