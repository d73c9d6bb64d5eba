package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** One thing that was drawn, in units of the sheet. Shapes are not changed any more. */
sealed interface Mark {
    record Filled(Shape shape, Color color) implements Mark {}

    record Stroked(Shape shape, Color color, double width, boolean dashed) implements Mark {}

    /**
     * A line of text.
     *
     * @param x of its left end; of its baseline if upward
     * @param y of its baseline; of its lower end if upward
     * @param rim whether there is a light border around the letters
     */
    record Written(String text, double x, double y, boolean upward, boolean rim, TextStyle style) implements Mark {}

    /** What follows stays inside the box. Clips do not nest. */
    record Clipped(Rectangle2D box) implements Mark {}

    record Unclipped() implements Mark {}

    record Painted(Rectangle2D box, Pixels pixels) implements Mark {}

    /** A picture that is made for the resolution of the medium. */
    @FunctionalInterface
    interface Pixels {
        /**
         * Makes it.
         *
         * @param scale pixels for each unit of the sheet
         */
        BufferedImage at(int columns, int rows, double scale);
    }
}
