package org.geoanomaly.gam.pipeline.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * Checkpoint 3: no infinite value, enough valid cells, plausible magnitudes, and the sidecar's statistics are those of the file.
 *
 * <p>How many valid cells are enough is the configuration's to say; where a layer need not be complete, a sparse tile is no error.
 */
public final class StatisticsCheck implements TileCheckpoint {
    /** |value| beyond which a field is not what it claims to be: several times the strongest known on a 0.1° grid. */
    private static final Map<Layer, Double> LARGEST =
            Map.of(Layer.MAG, 5e4, Layer.GRAV, 5e3, Layer.FUSED, RobustScale.CLAMP);

    private static final double SAME = 1e-9;

    private final Map<Layer, Double> minValidFraction;

    public StatisticsCheck(Map<Layer, Double> minValidFraction) {
        this.minValidFraction = Map.copyOf(minValidFraction);
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public List<Finding> check(TileFiles files) {
        List<Finding> findings = new ArrayList<>();
        Statistics s = RobustStatistics.of(files.values().values());
        double fraction = s.count() / (double) files.values().values().length;
        double required = minValidFraction.getOrDefault(files.layer(), 0.0);
        if (fraction < required) {
            findings.add(Finding.error(
                    files.subject(),
                    String.format(Locale.ROOT, "valid %.1f %% < %.0f %% required", 100 * fraction, 100 * required)));
        }
        double largest = Math.max(Math.abs(s.min()), Math.abs(s.max()));
        if (!s.isEmpty() && !(largest <= LARGEST.getOrDefault(files.layer(), Double.MAX_VALUE))) {
            findings.add(Finding.error(
                    files.subject(),
                    "has values from " + s.min() + " to " + s.max() + " "
                            + files.layer().unit().symbol()
                            + ", which no such field reaches: is the input's unit right?"));
        }
        if (!agree(s, files.sidecar().statistics())) {
            findings.add(Finding.error(files.subject(), "statistics in the sidecar are not those of the file"));
        }
        return findings;
    }

    private static boolean agree(Statistics a, Statistics b) {
        return a.count() == b.count()
                && same(a.min(), b.min())
                && same(a.max(), b.max())
                && same(a.mean(), b.mean())
                && same(a.std(), b.std())
                && same(a.median(), b.median())
                && same(a.mad(), b.mad())
                && same(a.p5(), b.p5())
                && same(a.p95(), b.p95());
    }

    private static boolean same(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a));
    }
}
