package org.geoanomaly.gam.pipeline.visual.map;

import org.geoanomaly.gam.pipeline.config.ColorScheme;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;

/**
 * The colours that a configuration asks for: a diverging scheme is for values with a sign and leaves amounts in batlow; a sequential one is
 * for both.
 *
 * @param signed for values with a sign
 * @param amounts for values without
 */
public record Palette(ColorMap signed, ColorMap amounts) {
    /** The palette of a scheme. */
    public static Palette of(ColorScheme scheme) {
        return switch (scheme) {
            case VIK -> new Palette(ColorMap.VIK, ColorMap.BATLOW);
            case ROMA -> new Palette(ColorMap.ROMA, ColorMap.BATLOW);
            case BATLOW -> new Palette(ColorMap.BATLOW, ColorMap.BATLOW);
            case VIRIDIS -> new Palette(ColorMap.VIRIDIS, ColorMap.VIRIDIS);
            case GRAYC -> new Palette(ColorMap.GRAYC, ColorMap.GRAYC);
        };
    }
}
