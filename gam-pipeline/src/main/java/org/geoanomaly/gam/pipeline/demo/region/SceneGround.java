package org.geoanomaly.gam.pipeline.demo.region;

import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.processing.GravityReductions;
import org.geoanomaly.gam.geophysics.processing.Lattice;
import org.geoanomaly.gam.geophysics.processing.TerrainEffect;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/** Gentle hills, and what they attract: the terrain as prisms of one kilometre, finer than the terrain model that the run is given. */
final class SceneGround {
    /** Edge of a prism, m. */
    static final double CELL = 1000;

    /** The hills reach this far beyond the measurements, m: as far as the run takes them into account, and more. */
    private static final double REACH = 80_000;

    private final LocalFrame frame;
    private final int columns;
    private final int rows;
    private final double west;
    private final double south;
    private final TerrainEffect prisms;

    SceneGround(RegionScene scene) {
        this.frame = scene.frame();
        double halfNorth = 0.5 * scene.measured().height() * 111_195 + REACH;
        double halfEast = 0.5
                        * scene.measured().width()
                        * 111_195
                        * StrictMath.cos(Math.toRadians(scene.area().south()))
                + REACH;
        this.columns = 2 * (int) Math.ceil(halfEast / CELL);
        this.rows = 2 * (int) Math.ceil(halfNorth / CELL);
        this.west = -0.5 * columns * CELL;
        this.south = -0.5 * rows * CELL;
        this.prisms = prisms();
    }

    private TerrainEffect prisms() {
        double[] elevation = new double[columns * rows];
        double[] place = new double[2];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                frame.toGeographic(west + (i + 0.5) * CELL, south + (j + 0.5) * CELL, place);
                elevation[j * columns + i] = height(place[1], place[0]);
            }
        }
        return new TerrainEffect(
                new Lattice(columns, rows, CELL, CELL),
                west,
                south,
                elevation,
                GravityReductions.CRUST_DENSITY,
                GravityReductions.SEA_WATER_DENSITY);
    }

    /** Height above sea level, m: between about 150 and 750. */
    static double height(double latitude, double longitude) {
        double ridge =
                StrictMath.sin(2.1 * latitude + 1.3 * longitude) * StrictMath.cos(1.7 * longitude - 0.6 * latitude);
        double hills = StrictMath.sin(7.3 * latitude) * StrictMath.sin(6.1 * longitude + 1.0);
        return 450 + 180 * ridge + 110 * hills;
    }

    /** The middle of the prism that a place lies on: a station there stands on the terrain as it is, not inside a step of it. */
    double[] standing(double easting, double northing) {
        return new double[] {
            west + (Math.floor((easting - west) / CELL) + 0.5) * CELL,
            south + (Math.floor((northing - south) / CELL) + 0.5) * CELL
        };
    }

    /** Attraction of the terrain on stations on it, mGal. */
    double[] attraction(ObservationPoints stations, Parallelism parallel) {
        return prisms.at(stations, parallel);
    }
}
