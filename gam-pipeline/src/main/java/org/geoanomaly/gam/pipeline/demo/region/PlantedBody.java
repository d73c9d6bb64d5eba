package org.geoanomaly.gam.pipeline.demo.region;

import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/**
 * A body of the made-up region.
 *
 * @param name what it imitates
 * @param type as the detector names such a body, such as {@code dense_magnetic}
 * @param latitude of its centre, degrees
 * @param longitude of its centre, degrees
 */
public record PlantedBody(String name, String type, double latitude, double longitude, Size size, Contrast contrast) {
    /**
     * How it differs from its surroundings.
     *
     * @param density kg/m³
     * @param susceptibility SI
     * @param velocity of P waves, relative
     * @param volumeChange between the passes of the radar, m³
     */
    public record Contrast(double density, double susceptibility, double velocity, double volumeChange) {
        static Contrast of(double density, double susceptibility) {
            return new Contrast(density, susceptibility, 0, 0);
        }
    }

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

    /** Its block in a plane; heights above sea level. */
    Prism block(LocalFrame frame) {
        double[] centre = new double[2];
        frame.toLocal(longitude, latitude, centre);
        return new Prism(
                centre[0] - 0.5 * size.east,
                centre[0] + 0.5 * size.east,
                centre[1] - 0.5 * size.north,
                centre[1] + 0.5 * size.north,
                -size.bottom,
                -size.top);
    }

    /** The body in a plane, magnetised along the ambient field. */
    Body in(LocalFrame frame, AmbientField ambient) {
        return new Body(block(frame), contrast.density, ambient.induced(contrast.susceptibility));
    }

    /** Its volume change as a point source in a plane. */
    Mogi inflation(LocalFrame frame) {
        double[] centre = new double[2];
        frame.toLocal(longitude, latitude, centre);
        return new Mogi(centre[0], centre[1], size.middle(), contrast.volumeChange);
    }
}
