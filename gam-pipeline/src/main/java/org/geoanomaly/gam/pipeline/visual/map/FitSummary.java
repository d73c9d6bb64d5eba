package org.geoanomaly.gam.pipeline.visual.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** The fits of all tiles of a modality in a few numbers. */
public final class FitSummary {
    private final int tiles;
    private final int converged;
    private final double[] chi;
    private final double[] normalised;
    private final double rms;

    private FitSummary(int tiles, int converged, double[] chi, double[] normalised, double rms) {
        this.tiles = tiles;
        this.converged = converged;
        this.chi = chi;
        this.normalised = normalised;
        this.rms = rms;
    }

    /** The summary of a modality. */
    public static FitSummary of(ModalityResult modality) {
        List<ModalityResult.TileFit> fits = modality.fits();
        double[] chi =
                fits.stream().mapToDouble(f -> f.fit().quality().chi()).sorted().toArray();
        int converged =
                (int) fits.stream().filter(f -> f.fit().quality().converged()).count();
        List<double[]> parts = new ArrayList<>();
        double sum = 0;
        int count = 0;
        for (ModalityResult.TileFit f : fits) {
            double[] observed = f.observed().value();
            double[] predicted = f.fit().predicted();
            double[] sigma = deviations(f.observed());
            double[] part = new double[Math.min(observed.length, predicted.length)];
            for (int i = 0; i < part.length; i++) {
                double r = observed[i] - predicted[i];
                sum += r * r;
                part[i] = r / sigma[i];
            }
            count += part.length;
            parts.add(part);
        }
        double[] all = parts.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        return new FitSummary(fits.size(), converged, chi, all, count == 0 ? Double.NaN : Math.sqrt(sum / count));
    }

    /** Of all noise: what neighbours share counts like an observation's own. */
    private static double[] deviations(Observations observed) {
        double[] own = observed.uncertainty();
        double[] sill = observed.further().get(LosNames.SILL);
        double[] all = own.clone();
        if (sill != null) {
            Arrays.setAll(all, i -> Math.sqrt(own[i] * own[i] + sill[i]));
        }
        return all;
    }

    /** (observed − predicted) / σ of every observation; σ² includes the variance of noise that neighbours share. */
    double[] normalised() {
        return normalised;
    }

    /** One line. */
    public String text(String unit) {
        if (tiles == 0) {
            return "no fit is recorded";
        }
        String range = tiles == 1
                ? Ticks.label(chi[0], 0.01)
                : Ticks.label(chi[tiles / 2], 0.01) + " (median of " + tiles + " tiles, " + Ticks.label(chi[0], 0.01)
                        + " to " + Ticks.label(chi[tiles - 1], 0.01) + ")";
        String size = Double.isNaN(rms) ? "" : " · RMS " + Ticks.number(rms) + (unit.isEmpty() ? "" : " " + unit);
        String end = converged == tiles
                ? "converged"
                : converged == 0 ? "not converged" : converged + " of " + tiles + " tiles converged";
        return "χ²/N = " + range + size + " · " + normalised.length + " observations · " + end;
    }
}
