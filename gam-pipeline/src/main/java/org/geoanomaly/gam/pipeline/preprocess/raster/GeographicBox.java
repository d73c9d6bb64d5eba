package org.geoanomaly.gam.pipeline.preprocess.raster;

import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;

/** The latitudes and longitudes that the cells of nodes span. */
final class GeographicBox {
    private static final int STEPS = 32;

    private GeographicBox() {}

    /** South, north, west, east in degrees; longitudes continuous around the frame's, all of them if a pole lies inside. */
    static double[] of(LocalFrame frame, Nodes nodes) {
        double half = nodes.spacing() / 2;
        double west = nodes.west() - half;
        double south = nodes.south() - half;
        double width = nodes.columns() * nodes.spacing();
        double height = nodes.rows() * nodes.spacing();
        double[] box = {frame.latitude(), frame.latitude(), frame.longitude(), frame.longitude()};
        for (int k = 0; k <= STEPS; k++) {
            double u = k / (double) STEPS;
            include(frame, west + u * width, south, box);
            include(frame, west + u * width, south + height, box);
            include(frame, west, south + u * height, box);
            include(frame, west + width, south + u * height, box);
        }
        poles(frame, nodes, box);
        return box;
    }

    private static void include(LocalFrame frame, double easting, double northing, double[] box) {
        double[] at = new double[2];
        frame.toGeographic(easting, northing, at);
        double turn = at[0] - frame.longitude();
        double lon = frame.longitude() + turn - 360 * Math.rint(turn / 360);
        box[0] = Math.min(box[0], at[1]);
        box[1] = Math.max(box[1], at[1]);
        box[2] = Math.min(box[2], lon);
        box[3] = Math.max(box[3], lon);
    }

    private static void poles(LocalFrame frame, Nodes nodes, double[] box) {
        double[] at = new double[2];
        for (double pole : new double[] {-90, 90}) {
            if (Math.abs(pole - frame.latitude()) > 90) {
                continue; // on the far side of the globe
            }
            frame.toLocal(frame.longitude(), pole, at);
            if (nodes.covers(at[0], at[1], 0)) {
                box[0] = Math.min(box[0], pole);
                box[1] = Math.max(box[1], pole);
                box[2] = frame.longitude() - 180;
                box[3] = frame.longitude() + 180;
            }
        }
    }
}
