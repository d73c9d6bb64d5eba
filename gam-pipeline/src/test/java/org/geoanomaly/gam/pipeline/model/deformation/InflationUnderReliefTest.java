package org.geoanomaly.gam.pipeline.model.deformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.deformation.fit.FitSettings;
import org.geoanomaly.gam.geophysics.deformation.fit.PointSource;
import org.geoanomaly.gam.geophysics.deformation.fit.SearchBox;
import org.geoanomaly.gam.geophysics.deformation.fit.SourceEstimate;
import org.geoanomaly.gam.geophysics.deformation.fit.SourceFit;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.Nuisance;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.read.GridFile;
import org.geoanomaly.gam.pipeline.read.GridRequest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An inflating source below the Sangre de Cristo mountains, Colorado: from the San Luis valley to peaks above 4000 m. */
class InflationUnderReliefTest {
    private static final double LON = -105.6;
    private static final double LAT = 37.9;
    private static final double LEVEL = 2800;
    private static final double HALF = 14_000;
    private static final double DEPTH = 4000;
    private static final ExponentialCovariance NOISE = new ExponentialCovariance(2.5e-5, 4000, 0);
    private static final SearchBox BOX =
            new SearchBox(new double[] {-8000, -8000, 800}, new double[] {8000, 8000, 15_000});

    private static FloatGrid terrain() {
        String root = System.getenv("GAM_DATA_DIR");
        if (root == null && "true".equals(System.getenv("CI"))) {
            Assertions.fail("set GAM_DATA_DIR to the folder of real data");
        }
        Assumptions.assumeTrue(root != null, "set GAM_DATA_DIR to the folder of real data");
        return GridFile.read(GridRequest.of(Path.of(root == null ? "" : root, "topography", "tut_relief.nc")))
                .grid();
    }

    private static double height(FloatGrid grid, double e, double n) {
        double x = LON + e / (111_320 * Math.cos(Math.toRadians(LAT)));
        double y = LAT + n / 111_000;
        double column = (x - grid.geometry().x(0))
                / (grid.geometry().x(1) - grid.geometry().x(0));
        double row = (y - grid.geometry().y(0))
                / (grid.geometry().y(1) - grid.geometry().y(0));
        return grid.get((int) Math.round(column), (int) Math.round(row)) - LEVEL;
    }

    /**
     * By the binomial law 68 of 100 intervals hold the truth, with a standard deviation of 4.7. The ground that makes the data and the ground of
     * the fit act alike (varying depth): what is tested is the uncertainty, not that approximation.
     */
    @Test
    void the_depth_lies_in_its_68_percent_interval_in_60_of_100_draws_or_more() {
        FloatGrid grid = terrain();
        Mogi source = new Mogi(1500, -1000, DEPTH, 4e6);
        Inflation survey = new Inflation(source, (e, n) -> height(grid, e, n), HALF, 120, NOISE);
        SplittableRandom random = new SplittableRandom(77);
        WhitenedData white = null;
        int within68 = 0;
        int within95 = 0;
        double sum = 0;
        double deviation = 0;
        long start = System.nanoTime();
        for (int draw = 0; draw < 100; draw++) {
            var data = survey.draw(random);
            white = white == null
                    ? new WhitenedData(data, List.of(NOISE, NOISE), Nuisance.ALL)
                    : white.withValues(data.values());
            SourceEstimate found = SourceFit.of(
                    white,
                    List.of(new PointSource()),
                    BOX,
                    new FitSettings(100, 4, 1000, 4000, draw, false),
                    () -> false);
            within68 += holds(found.interval("depth", 0.68)) ? 1 : 0;
            within95 += holds(found.interval("depth", 0.95)) ? 1 : 0;
            sum += found.best("depth") / 100;
            deviation += found.deviation("depth") / 100;
        }
        System.out.printf(
                Locale.ROOT,
                "true depth %.0f m, mean estimate %.0f m, mean standard deviation %.0f m; within 68 %%: %d, within 95"
                        + " %%: %d of 100; %.1f s%n",
                DEPTH,
                sum,
                deviation,
                within68,
                within95,
                (System.nanoTime() - start) / 1e9);
        assertThat(within68).isBetween(60, 85);
        assertThat(within95).isGreaterThanOrEqualTo(88);
        assertThat(Math.abs(sum - DEPTH)).isLessThan(deviation);
    }

    private static boolean holds(double[] interval) {
        return interval[0] <= DEPTH && DEPTH <= interval[1];
    }
}
