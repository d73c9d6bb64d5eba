package org.geoanomaly.gam.pipeline.export.kmz;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;

/**
 * A map laid on the globe.
 *
 * @param name of its files, plain
 * @param meaning of the colours, with unit
 * @param shown whether it is switched on
 */
public record Overlay(String name, String title, String meaning, FloatGrid grid, ColorScale colors, boolean shown) {}
