package org.geoanomaly.gam.geophysics.equivalent;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * Adds the field of single sources to a group of neighbouring points. Coordinates are floats in units of the layer's block size relative to the
 * group, which leaves a relative error of some 1e-6; the loops over the group compile to vector instructions.
 */
abstract sealed class GroupField {
    /** Keeps a source that coincides with a point from giving infinity; far below the square of any depth of a layer. */
    private static final float FLOOR = 1e-9f;

    final float[] x;
    final float[] y;
    final float[] z;
    final float[] out;
    int n;

    private GroupField(int capacity) {
        x = new float[capacity];
        y = new float[capacity];
        z = new float[capacity];
        out = new float[capacity];
    }

    /** Work space for groups of at most {@code capacity} points; {@code reversed} exchanges the roles of source and point. */
    static GroupField of(LayerKernel kernel, boolean reversed, int capacity) {
        if (kernel instanceof LayerKernel.Dipole dipole) {
            return new Dipoles(dipole, capacity);
        }
        return new Masses(reversed ? -1f : 1f, capacity);
    }

    abstract void add(float sx, float sy, float sz, float q);

    private static final class Masses extends GroupField {
        private final float sign;

        Masses(float sign, int capacity) {
            super(capacity);
            this.sign = (float) (sign / (2.0 * Math.PI));
        }

        @Override
        void add(float sx, float sy, float sz, float q) {
            float[] tx = x;
            float[] ty = y;
            float[] tz = z;
            float[] sum = out;
            float factor = sign * q;
            int count = n;
            for (int i = 0; i < count; i++) {
                float dx = tx[i] - sx;
                float dy = ty[i] - sy;
                float dz = tz[i] - sz;
                float r2 = dx * dx + dy * dy + dz * dz + FLOOR;
                sum[i] += factor * dz / (r2 * (float) Math.sqrt(r2));
            }
        }
    }

    private static final class Dipoles extends GroupField {
        private final float fx;
        private final float fy;
        private final float fz;
        private final float mx;
        private final float my;
        private final float mz;
        private final float dot;

        Dipoles(LayerKernel.Dipole kernel, int capacity) {
            super(capacity);
            Vector3 f = kernel.field();
            Vector3 m = kernel.magnetization();
            fx = (float) f.east();
            fy = (float) f.north();
            fz = (float) f.up();
            mx = (float) m.east();
            my = (float) m.north();
            mz = (float) m.up();
            dot = (float) f.dot(m);
        }

        @Override
        void add(float sx, float sy, float sz, float q) {
            float[] tx = x;
            float[] ty = y;
            float[] tz = z;
            float[] sum = out;
            float factor = (float) (q / (2.0 * Math.PI));
            int count = n;
            for (int i = 0; i < count; i++) {
                float dx = tx[i] - sx;
                float dy = ty[i] - sy;
                float dz = tz[i] - sz;
                float r2 = dx * dx + dy * dy + dz * dz + FLOOR;
                float f = fx * dx + fy * dy + fz * dz;
                float m = mx * dx + my * dy + mz * dz;
                sum[i] += factor * (3f * f * m - dot * r2) / (r2 * r2 * (float) Math.sqrt(r2));
            }
        }
    }
}
