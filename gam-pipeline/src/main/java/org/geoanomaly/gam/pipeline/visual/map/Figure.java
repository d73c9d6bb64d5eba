package org.geoanomaly.gam.pipeline.visual.map;

import java.util.function.Supplier;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;

/**
 * A picture that is drawn when it is asked for, each time anew.
 *
 * @param subject the modality that it is about, or nothing if it is about all of them
 */
public record Figure(String subject, Supplier<Plate> drawing) {
    public Plate plate() {
        return drawing.get();
    }
}
