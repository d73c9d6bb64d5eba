package org.geoanomaly.gam.pipeline.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * One call in hand.
 *
 * @param nodes of the lattice
 * @param notes for the report, in the order of the steps
 */
record Job(PreprocessRequest request, StageContext context, Nodes nodes, List<String> notes) {
    /** What a step is taken to be of the whole, percent; there are about eight. */
    private static final int PERCENT_OF_STEP = 12;

    static Job of(PreprocessRequest request, StageContext context) {
        Nodes nodes = Nodes.over(request.area().mesh(), request.coarsening());
        return new Job(
                request, context, nodes, new ArrayList<>(request.data().facts().notes()));
    }

    RawData.Facts facts() {
        return request.data().facts();
    }

    String modality() {
        return facts().modality();
    }

    Parallelism parallel() {
        return Parallelism.of(context.workers().executor(), context.workers().count());
    }

    /** Begins a step, unless the user wants to stop. */
    void step(String what) {
        if (context.stop().getAsBoolean()) {
            throw new CancellationException();
        }
        context.progress().advance(PERCENT_OF_STEP);
        context.progress().note(request.area().id() + " " + modality() + ": " + what);
    }
}
