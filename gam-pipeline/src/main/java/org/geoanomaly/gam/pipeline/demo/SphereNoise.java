package org.geoanomaly.gam.pipeline.demo;

/**
 * Seeded gradient noise (Perlin 1985, with the quintic fade of Perlin 2002) on the unit sphere, summed over octaves: continuous at the poles
 * and the antimeridian. Immutable, thread-safe.
 */
final class SphereNoise {
    private final long seed;

    SphereNoise(long seed) {
        this.seed = seed;
    }

    /**
     * Fractal noise of roughly unit amplitude.
     *
     * @param frequency cycles around half the globe of the first octave
     * @param octaves how many times the frequency doubles
     * @param persistence amplitude of an octave relative to the one before
     */
    double fractal(double latitude, double longitude, double frequency, int octaves, double persistence) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double x = StrictMath.cos(phi) * StrictMath.cos(lambda);
        double y = StrictMath.cos(phi) * StrictMath.sin(lambda);
        double z = StrictMath.sin(phi);
        double sum = 0;
        double amplitude = 1;
        double f = frequency;
        for (int octave = 0; octave < octaves; octave++) {
            sum += amplitude * gradient(x * f, y * f, z * f, octave);
            amplitude *= persistence;
            f *= 2;
        }
        return sum;
    }

    private double gradient(double x, double y, double z, int octave) {
        long i = (long) Math.floor(x);
        long j = (long) Math.floor(y);
        long k = (long) Math.floor(z);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int di = corner & 1;
            int dj = corner >> 1 & 1;
            int dk = corner >> 2;
            double u = x - i - di;
            double v = y - j - dj;
            double w = z - k - dk;
            sum += fade(1 - Math.abs(u))
                    * fade(1 - Math.abs(v))
                    * fade(1 - Math.abs(w))
                    * slope(hash(i + di, j + dj, k + dk, octave), u, v, w);
        }
        return 1.6 * sum;
    }

    private static double fade(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    private static double slope(long hash, double u, double v, double w) {
        double a = (hash & 0xffff) / 32767.5 - 1;
        double b = (hash >>> 16 & 0xffff) / 32767.5 - 1;
        double c = (hash >>> 32 & 0xffff) / 32767.5 - 1;
        return a * u + b * v + c * w;
    }

    /** SplitMix64 (Steele et al. 2014) over the lattice coordinates. */
    private long hash(long i, long j, long k, int octave) {
        long h = seed + 0x9E3779B97F4A7C15L * (i * 73856093L ^ j * 19349663L ^ k * 83492791L ^ octave * 2971215073L);
        h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
        return h ^ h >>> 31;
    }
}
