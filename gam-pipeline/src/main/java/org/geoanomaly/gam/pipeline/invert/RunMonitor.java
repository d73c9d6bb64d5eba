package org.geoanomaly.gam.pipeline.invert;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.inversion.InversionMonitor;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/** Shows an inversion's steps and hands on the wish to stop. */
final class RunMonitor implements InversionMonitor {
    private final StageProgress stage;
    private final BooleanSupplier stop;
    private String doing = "first model";

    RunMonitor(StageProgress stage, BooleanSupplier stop) {
        this.stage = stage;
        this.stop = stop;
    }

    void sampling() {
        doing = "standard deviation";
    }

    @Override
    public boolean cancelled() {
        return stop.getAsBoolean();
    }

    @Override
    public void step(InversionStep step) {
        doing = String.format(Locale.ROOT, "%s: chi2/N %.3f at beta %.2e", step.stage(), step.chi(), step.beta());
    }

    @Override
    public void products(int count) {
        stage.advance(1);
        stage.note(doing + ", " + count + " products");
    }
}
