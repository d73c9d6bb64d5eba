package org.geoanomaly.gam.pipeline.model;

import java.util.Locale;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** Shows an inversion's iterations and hands on the wish to stop. */
public final class StageMonitor implements InversionMonitor {
    private final StageContext context;
    private final String modality;
    private int iteration;
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

    @Override
    public void step(InversionStep step) {
        iteration++;
        doing = String.format(Locale.ROOT, "%s iteration %d, chi2/N %.3f", step.stage(), iteration, step.chi());
    }

    @Override
    public void products(int count) {
        context.progress().note(modality + ": " + doing + ", " + count + " products");
    }
}
