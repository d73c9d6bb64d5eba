package org.geoanomaly.gam.pipeline.visual.map;

/**
 * The Robinson projection. Source: A. H. Robinson, A new map projection: its development and characteristics, International Yearbook of
 * Cartography 14 (1974), 145–155: lengths of the parallels and their distances from the equator every 5°. Between them a cubic spline through
 * all of both hemispheres, one cubic over the two intervals at each pole.
 */
final class Robinson implements FlatGlobe {
    private static final double STEP = 5;
    private static final double WIDTH = 0.8487 * Math.PI;
    private static final double HEIGHT = 1.3523;
    private static final double[] LENGTHS = {
        1.0000, 0.9986, 0.9954, 0.9900, 0.9822, 0.9730, 0.9600, 0.9427, 0.9216, 0.8962, 0.8679, 0.8350, 0.7986, 0.7597,
        0.7186, 0.6732, 0.6213, 0.5722, 0.5322
    };
    private static final double[] DISTANCES = {
        0.0000, 0.0620, 0.1240, 0.1860, 0.2480, 0.3100, 0.3720, 0.4340, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903,
        0.8435, 0.8936, 0.9394, 0.9761, 1.0000
    };

    private final Curve lengths = new Curve(LENGTHS, 1);
    private final Curve distances = new Curve(DISTANCES, -1);

    @Override
    public String words() {
        return "Robinson";
    }

    @Override
    public double aspect() {
        return HEIGHT / WIDTH;
    }

    @Override
    public double height(double lat) {
        return distances.at(lat);
    }

    @Override
    public double latitude(double y) {
        double low = -90;
        double high = 90;
        while (high - low > 1e-10) {
            double middle = 0.5 * (low + high);
            if (distances.at(middle) < y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    @Override
    public double halfWidth(double y) {
        return lengths.at(latitude(y));
    }

    @Override
    public double[] place(double lon, double lat) {
        return new double[] {lon / 180 * lengths.at(lat), distances.at(lat)};
    }

    /** The spline over values every 5° from pole to pole. */
    private static final class Curve {
        private final double[] values;
        private final double[] bends;

        /**
         * From values of the northern hemisphere.
         *
         * @param mirror what those of the southern one are multiplied by, 1 or −1
         */
        Curve(double[] north, int mirror) {
            int last = north.length - 1;
            values = new double[2 * last + 1];
            for (int i = 0; i <= last; i++) {
                values[last - i] = mirror * north[i];
                values[last + i] = north[i];
            }
            bends = bends(values);
        }

        /** Second derivatives at the values, in steps: the tridiagonal system of a spline whose third derivative is even beside each end. */
        private static double[] bends(double[] v) {
            int n = v.length;
            double[] m = new double[n];
            m[1] = v[0] - 2 * v[1] + v[2];
            m[n - 2] = v[n - 3] - 2 * v[n - 2] + v[n - 1];
            double[] share = new double[n];
            for (int i = 2; i < n - 2; i++) {
                double pivot = 4 - share[i - 1];
                share[i] = 1 / pivot;
                m[i] = (6 * (v[i - 1] - 2 * v[i] + v[i + 1]) - m[i - 1]) / pivot;
            }
            for (int i = n - 3; i >= 2; i--) {
                m[i] -= share[i] * m[i + 1];
            }
            m[0] = 2 * m[1] - m[2];
            m[n - 1] = 2 * m[n - 2] - m[n - 3];
            return m;
        }

        double at(double lat) {
            double p = (lat + 90) / STEP;
            int i = Math.max(0, Math.min(values.length - 2, (int) p));
            double w = p - i;
            double u = 1 - w;
            return u * values[i]
                    + w * values[i + 1]
                    + ((u * u * u - u) * bends[i] + (w * w * w - w) * bends[i + 1]) / 6;
        }
    }
}
