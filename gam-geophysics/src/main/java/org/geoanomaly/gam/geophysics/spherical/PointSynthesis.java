package org.geoanomaly.gam.geophysics.spherical;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Synthesises one quantity at scattered points, each at its own latitude, longitude and height: no grid, no interpolation. */
final class PointSynthesis {
    private static final int BLOCK = 64;

    private final Functional functional;
    private final NormalField normal;
    private final double[] latitudes;
    private final double[] longitudes;
    private final EvaluationHeights heights;

    /** Latitudes and longitudes in degrees. */
    PointSynthesis(
            Functional functional,
            NormalField normal,
            double[] latitudes,
            double[] longitudes,
            EvaluationHeights heights) {
        if (latitudes.length != longitudes.length || (!heights.isConstant() && heights.size() != latitudes.length)) {
            throw new IllegalArgumentException("latitudes, longitudes and heights differ in number");
        }
        this.functional = functional;
        this.normal = normal;
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        this.heights = heights;
    }

    double[] run(ExecutorService executor) {
        SolidHarmonics[] fields = FieldSet.aligned(functional.fields());
        double[] out = new double[latitudes.length];
        LegendreRecursion recursion =
                new LegendreRecursion(fields[0].coefficients().maxDegree());
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < latitudes.length; from += BLOCK) {
            int start = from;
            int count = Math.min(BLOCK, latitudes.length - from);
            tasks.add(() -> {
                block(recursion, fields, start, count, out);
                return true;
            });
        }
        Tasks.run(executor, tasks);
        return out;
    }

    private void block(LegendreRecursion recursion, SolidHarmonics[] fields, int start, int count, double[] out) {
        Lanes lanes = new Lanes(count);
        LocalPoint at = heights.locator(normal);
        double[] radii = new double[count];
        for (int k = 0; k < count; k++) {
            at.moveTo(latitudes[start + k], heights.at(start + k));
            radii[k] = at.radius;
            lanes.set(k, at.sinGeocentric, at.cosGeocentric, fields[0].radius() / at.radius);
        }
        double[][] values = sum(recursion, fields, lanes, start);
        double[] f = new double[fields.length];
        for (int k = 0; k < count; k++) {
            if (Double.isNaN(heights.at(start + k))) {
                out[start + k] = Double.NaN;
                continue;
            }
            for (int i = 0; i < f.length; i++) {
                f[i] = values[i][k] * fields[i].scale() * fields[i].radius() / radii[k];
            }
            double lambda = Math.toRadians(longitudes[start + k]);
            at.longitude(Math.sin(lambda), Math.cos(lambda));
            at.moveTo(latitudes[start + k], heights.at(start + k));
            at.ground = heights.groundAt(start + k);
            out[start + k] = functional.value(f, at);
        }
    }

    private double[][] sum(LegendreRecursion recursion, SolidHarmonics[] fields, Lanes lanes, int start) {
        double[][] values = new double[fields.length][lanes.count()];
        HarmonicCoefficients[] coefficients = new HarmonicCoefficients[fields.length];
        for (int f = 0; f < fields.length; f++) {
            coefficients[f] = fields[f].coefficients();
        }
        new LegendreSums(recursion, coefficients, lanes).forEachOrder((m, live, sums) -> {
            for (int k = 0; k < live; k++) {
                double angle = Math.toRadians(LongitudeSynthesis.reduced(longitudes[start + k], m));
                double cosine = Math.cos(angle);
                double sine = Math.sin(angle);
                for (int f = 0; f < fields.length; f++) {
                    values[f][k] += (sums[f][0][k] + sums[f][1][k]) * cosine + (sums[f][2][k] + sums[f][3][k]) * sine;
                }
            }
        });
        return values;
    }
}
