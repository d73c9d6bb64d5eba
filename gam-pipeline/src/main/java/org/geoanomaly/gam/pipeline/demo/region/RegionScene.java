package org.geoanomaly.gam.pipeline.demo.region;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * A made-up region in the middle of the ocean, where nobody takes it for a real one. Equal scenes have equal measurements.
 *
 * @param seed of stations, noise and outliers
 * @param area of the answer; measurements reach {@link Sampling#marginDeg} beyond
 * @param bodies none for the twin that has noise only
 * @param sampling of the potential fields
 * @param earthquakes null if none is recorded
 * @param radar null if no satellite looks
 */
public record RegionScene(
        long seed,
        BoundingBox area,
        List<PlantedBody> bodies,
        Sampling sampling,
        @Nullable Earthquakes earthquakes,
        @Nullable Radar radar) {
    private static final BoundingBox AREA = new BoundingBox(42, 44.97, -37, -34.03);
    private static final BoundingBox TINY_AREA = new BoundingBox(42, 42.8, -37, -35.9);
    private static final BoundingBox SMALL_AREA = new BoundingBox(42, 43.2, -37, -35.4);

    private static final List<PlantedBody> BODIES = List.of(
            body("mafic intrusion", "dense_magnetic", 44.30, -36.30, size(24, 20, 3, 9), 300, 0.04),
            body("gabbro body", "dense", 44.35, -34.65, size(20, 24, 3, 9), 280, 0),
            body("salt diapir", "light", 43.45, -35.45, size(22, 22, 2.5, 8), -280, 0),
            body("iron formation", "magnetic", 42.60, -36.40, size(26, 16, 2.5, 7), 0, 0.06),
            body("sedimentary basin", "light", 42.55, -34.60, size(34, 26, 0.8, 4), -300, 0),
            body("deep intrusion", "dense_magnetic", 43.50, -36.55, size(26, 26, 7, 14), 320, 0.05),
            body("small ore body", "dense", 43.55, -34.50, size(1.5, 1.5, 4, 6), 400, 0),
            new PlantedBody(
                    "partial melt",
                    "slow",
                    42.75,
                    -35.50,
                    size(32, 30, 4, 12),
                    new PlantedBody.Contrast(0, 0, -0.12, 0)),
            new PlantedBody(
                    "inflating sill",
                    "inflating",
                    44.25,
                    -35.50,
                    size(8, 8, 4, 6),
                    new PlantedBody.Contrast(0, 0, 0, 1e7)));

    private static final List<PlantedBody> SMALL_BODIES = List.of(
            body("mafic intrusion", "dense_magnetic", 42.82, -36.55, size(22, 20, 3, 9), 300, 0.04),
            body("salt diapir", "light", 42.36, -35.85, size(22, 22, 2.5, 8), -280, 0));

    /**
     * What is measured.
     *
     * @param stations gravity stations, before duplicates
     * @param marginDeg how far data reach beyond the area, degrees of latitude
     * @param gravityNoise standard deviation of a reading, mGal
     * @param magneticNoise standard deviation of a cell, nT
     * @param cellsPerDegree of the magnetic grid; EMAG2 has 30
     * @param gridRes of the run, degrees
     * @param maxDepthKm of the run's model
     */
    public record Sampling(
            int stations,
            double marginDeg,
            double gravityNoise,
            double magneticNoise,
            int cellsPerDegree,
            double gridRes,
            double maxDepthKm) {}

    /**
     * Local earthquakes, located as a network would.
     *
     * @param window where earthquakes and stations are
     * @param stations of the network
     * @param count of the earthquakes
     * @param noise standard deviation of a pick, s
     */
    public record Earthquakes(BoundingBox window, int stations, int count, double noise) {}

    /**
     * Two tracks of a satellite over a part of the area, ascending and descending.
     *
     * @param window what they see
     * @param points of each track
     * @param noise standard deviation of a displacement, m
     */
    public record Radar(BoundingBox window, int points, double noise) {}

    public RegionScene {
        bodies = List.copyOf(bodies);
    }

    /** The region of the demonstration. */
    public static RegionScene standard(long seed) {
        return new RegionScene(
                seed,
                AREA,
                BODIES,
                new Sampling(1900, 0.5, 0.4, 4, 30, 0.09, 18),
                new Earthquakes(new BoundingBox(42.2, 43.3, -36.15, -34.85), 64, 196, 0.03),
                new Radar(new BoundingBox(43.8, 44.7, -36.1, -34.9), 1500, 0.004));
    }

    /** A quarter of it, with two bodies. */
    public static RegionScene small(long seed) {
        return new RegionScene(seed, SMALL_AREA, SMALL_BODIES, new Sampling(500, 0.4, 0.4, 4, 15, 0.1, 12), null, null);
    }

    /** The least region that goes through every stage. */
    public static RegionScene tiny(long seed) {
        return new RegionScene(
                seed,
                TINY_AREA,
                List.of(body("intrusion", "dense_magnetic", 42.4, -36.45, size(20, 18, 3, 8), 300, 0.04)),
                new Sampling(200, 0.3, 0.4, 4, 10, 0.1, 8),
                null,
                null);
    }

    /** The same measurements without the bodies. */
    public RegionScene withoutBodies() {
        return new RegionScene(seed, area, List.of(), sampling, earthquakes, radar);
    }

    /** The plane in which the scene is built. */
    LocalFrame frame() {
        return new LocalFrame(0.5 * (area.south() + area.north()), 0.5 * (area.west() + area.east()));
    }

    /** The area with its margin. */
    BoundingBox measured() {
        double east = sampling.marginDeg / StrictMath.cos(Math.toRadians(area.north()));
        return new BoundingBox(
                area.south() - sampling.marginDeg,
                area.north() + sampling.marginDeg,
                area.west() - east,
                area.east() + east);
    }

    private static PlantedBody body(
            String name,
            String type,
            double latitude,
            double longitude,
            PlantedBody.Size size,
            double density,
            double susceptibility) {
        return new PlantedBody(name, type, latitude, longitude, size, PlantedBody.Contrast.of(density, susceptibility));
    }

    private static PlantedBody.Size size(double eastKm, double northKm, double topKm, double bottomKm) {
        return new PlantedBody.Size(1000 * eastKm, 1000 * northKm, 1000 * topKm, 1000 * bottomKm);
    }
}
