package org.geoanomaly.gam.pipeline.demo.region;

import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/**
 * A body of the made-up region.
 *
 * @param name what it imitates
 * @param type as the detector names such a body, such as {@code dense_magnetic}
 * @param latitude of its centre, degrees
 * @param longitude of its centre, degrees
 * @param density contrast to its surroundings, kg/m³
 * @param susceptibility contrast, SI
 */
public record PlantedBody(
        String name, String type, double latitude, double longitude, Size size, double density, double susceptibility) {
    /**
     * The edges of a block.
     *
     * @param east width from west to east, m
     * @param north width from south to north, m
     * @param top depth of its upper face below sea level, m
     * @param bottom depth of its lower face, m
     */
    public record Size(double east, double north, double top, double bottom) {
        /** Depth of its middle, m below sea level. */
        public double middle() {
            return 0.5 * (top + bottom);
        }

        /** Half of its wider edge, m. */
        public double reach() {
            return 0.5 * Math.max(east, north);
        }
    }

    /** The body in a plane, magnetised along the ambient field. */
    Body in(LocalFrame frame, AmbientField ambient) {
        double[] centre = new double[2];
        frame.toLocal(longitude, latitude, centre);
        Prism block = new Prism(
                centre[0] - 0.5 * size.east,
                centre[0] + 0.5 * size.east,
                centre[1] - 0.5 * size.north,
                centre[1] + 0.5 * size.north,
                -size.bottom,
                -size.top);
        return new Body(block, density, ambient.induced(susceptibility));
    }
}
