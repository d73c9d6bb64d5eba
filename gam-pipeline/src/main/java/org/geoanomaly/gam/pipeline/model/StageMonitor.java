package org.geoanomaly.gam.pipeline.model;

import java.util.Locale;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** Shows an inversion's iterations and hands on the wish to stop. */
public final class StageMonitor implements InversionMonitor {
    /** Part of an inversion that the search for the trade-off takes, roughly. */
    private static final double SEARCH = 0.4;

    private static final double OF_REST = 0.2;

    private final StageContext context;
    private final String modality;
    private int iteration;
    private int products;
    private int productsOfStep = 1;
    private int productsAtStep;
    private int draws;
    private int productsBeforeDraws;
    private double share;
    private long told;
    private String doing = "first model";

    public StageMonitor(StageContext context, String modality) {
        this.context = context;
        this.modality = modality;
    }

    /** Says what is being done. */
    public void now(String what) {
        doing = what;
        context.progress().note(modality + ": " + what);
    }

    @Override
    public boolean cancelled() {
        return context.stop().getAsBoolean();
    }

    /** The search for the trade-off is over and so many draws follow, each about as long as the longest step. */
    void drawing(int count) {
        now("standard deviation");
        draws = count;
        productsBeforeDraws = products;
        share = SEARCH;
    }

    private void tell() {
        long percent = Math.round(100 * share);
        context.progress().advance(percent - told);
        told = percent;
    }

    @Override
    public void step(InversionStep step) {
        iteration++;
        productsOfStep = Math.max(productsOfStep, step.products() - productsAtStep);
        productsAtStep = step.products();
        if (draws == 0) {
            // of a search whose length nobody knows each step takes the same part of what is left
            share += OF_REST * (SEARCH - share);
        }
        tell();
        doing = String.format(Locale.ROOT, "%s iteration %d, chi2/N %.3f", step.stage(), iteration, step.chi());
    }

    @Override
    public void products(int count) {
        products = count;
        if (draws > 0) {
            double drawn = (count - productsBeforeDraws) / ((double) draws * productsOfStep);
            share = Math.max(share, SEARCH + (1 - SEARCH) * Math.min(1, drawn));
            tell();
        }
        context.progress().note(modality + ": " + doing + ", " + count + " products");
    }
}
