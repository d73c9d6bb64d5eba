package org.geoanomaly.gam.pipeline.preprocess.reduce;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.processing.GravityReductions;
import org.geoanomaly.gam.geophysics.processing.TerrainEffect;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.preprocess.plane.HoleFill;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;

/**
 * The terrain of a tile as prisms, and its attraction. A terrain model never has the true height of a station, and a station inside a prism that is
 * too high would be pulled up by rock that is not there. So for readings on the ground the attraction is that of a plate of the station's own height,
 * plus what the prisms differ from a plate at their own surface: the terrain correction, which varies slowly and is interpolated.
 */
public final class Terrain {
    /** How far beyond the tile prisms attract, m. A plate's far part is below 0.5 mGal for a plateau of 1 km (Hayford zone L). */
    private static final double REACH = 60_000;

    /** A height below which a reading over the sea counts as on its surface, m. */
    private static final double SEA_SURFACE = 1;

    private final Nodes cells;
    private final double[] height;
    private final double density;
    private final Parallelism parallel;
    private final TerrainEffect prisms;

    private Terrain(Nodes cells, double[] height, double density, Parallelism parallel) {
        this.cells = cells;
        this.height = height;
        this.density = density;
        this.parallel = parallel;
        this.prisms = new TerrainEffect(
                cells.shape(),
                cells.west() - cells.spacing() / 2,
                cells.south() - cells.spacing() / 2,
                height,
                density,
                GravityReductions.SEA_WATER_DENSITY);
    }

    /** The nodes over which a terrain model is needed: cells of the given size around the tile. */
    public static Nodes cells(Nodes tile, double spacing) {
        return tile.around(REACH, spacing);
    }

    /**
     * The terrain of a tile.
     *
     * @param model heights around the tile
     * @param cells as {@link #cells} says, not finer than the model
     * @param density of rock, kg/m³
     * @param notes how much of it is missing
     */
    public static Terrain of(
            TileWindow model, Nodes cells, double density, Workers workers, Parallelism parallel, List<String> notes) {
        double[] height = model.at(cells, workers);
        int holes = HoleFill.holes(height);
        if (holes == height.length) {
            Arrays.fill(height, 0);
        } else if (holes > 0) {
            height = HoleFill.nearest(cells, height);
        }
        if (holes > 0) {
            notes.add("The terrain model lacks " + Math.round(100.0 * holes / height.length)
                    + " % of the area within " + Math.round(REACH / 1000)
                    + " km of the tile; the heights at its edge were continued there.");
        }
        return new Terrain(cells, height, density, parallel);
    }

    /** Height of the terrain at a place of the plane, m; negative under the sea. */
    public double height(double easting, double northing) {
        return cells.interpolate(height, easting, northing);
    }

    /** Attraction of a plate from sea level to the ground at a reading, mGal; under the sea of the missing rock. */
    public double plate(double easting, double northing, double readingHeight) {
        return plate(ground(easting, northing, readingHeight));
    }

    /** The ground below a reading: the reading's own height, except over the sea. */
    private double ground(double easting, double northing, double readingHeight) {
        double model = height(easting, northing);
        boolean afloat = model < 0 && !(readingHeight > SEA_SURFACE);
        return afloat || Double.isNaN(readingHeight) ? model : readingHeight;
    }

    private double plate(double ground) {
        return GravityReductions.bouguerPlate(ground, density, GravityReductions.SEA_WATER_DENSITY);
    }

    /**
     * Attraction of the terrain on readings on the ground or the sea, mGal.
     *
     * @param readingHeight of each, m
     */
    public double[] onGround(double[] easting, double[] northing, double[] readingHeight, Nodes tile) {
        double[] correction = corrections(tile);
        double[] out = new double[easting.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = plate(easting[i], northing[i], readingHeight[i])
                    + cells.interpolate(correction, easting[i], northing[i]);
        }
        return out;
    }

    /** Attraction of the terrain on readings well above it, mGal. */
    public double[] above(double[] easting, double[] northing, double[] readingHeight) {
        return prisms.at(new ObservationPoints(easting, northing, readingHeight), parallel);
    }

    /** Attraction of the prisms at the middle of each one's own surface, less that of a plate; zero away from the tile, where nobody asks. */
    private double[] corrections(Nodes tile) {
        int n = 0;
        int[] needed = new int[cells.size()];
        for (int k = 0; k < cells.size(); k++) {
            if (tile.covers(cells.easting(k), cells.northing(k), 4 * cells.spacing() + 4 * tile.spacing())) {
                needed[n++] = k;
            }
        }
        double[] e = new double[n];
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            e[i] = cells.easting(needed[i]);
            v[i] = cells.northing(needed[i]);
            u[i] = Math.max(0, height[needed[i]]);
        }
        double[] attraction = prisms.at(new ObservationPoints(e, v, u), parallel);
        double[] out = new double[cells.size()];
        for (int i = 0; i < n; i++) {
            out[needed[i]] = attraction[i] - plate(height[needed[i]]);
        }
        return out;
    }
}
