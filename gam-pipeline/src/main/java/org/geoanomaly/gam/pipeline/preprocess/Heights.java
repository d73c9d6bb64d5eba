package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Arrays;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;
import org.jspecify.annotations.Nullable;

/** Heights of data that do not say them: on the ground, if there is a terrain model. */
final class Heights {
    private final Job job;
    private final @Nullable TileWindow terrain;

    private Heights(Job job, @Nullable TileWindow terrain) {
        this.job = job;
        this.terrain = terrain;
    }

    static Heights of(Job job) {
        RawData.Gridded model = job.request().terrain();
        if (model == null) {
            return new Heights(job, null);
        }
        Nodes around = job.nodes().around(8 * job.nodes().spacing(), job.nodes().spacing());
        return new Heights(job, TileWindow.of(model.grid(), job.request().area().frame(), around, "the terrain model"));
    }

    boolean haveTerrain() {
        return terrain != null;
    }

    /** Height of the ground or of the sea surface, m; NaN where the terrain model has none, or there is no model. */
    double surface(double longitude, double latitude) {
        return terrain == null ? Double.NaN : Math.max(0, terrain.at(longitude, latitude));
    }

    /** The readings with a height for each: their own, the ground's, or sea level. */
    Readings complete(Readings in, RawData.Facts facts) {
        double[] height = in.height().clone();
        int ground = 0;
        int sea = 0;
        for (int i = 0; i < height.length; i++) {
            if (Double.isNaN(height[i])) {
                height[i] = surface(in.longitude()[i], in.latitude()[i]);
                ground++;
                if (Double.isNaN(height[i])) {
                    height[i] = 0;
                    sea++;
                    ground--;
                }
            }
        }
        if (ground > 0) {
            job.notes().add(ground + " readings state no height; they were placed on the terrain model.");
        }
        if (sea > 0) {
            String where = "the " + facts.modality() + " readings";
            job.notes().add(sea + " of " + where + " state no height; they were placed at sea level.");
        }
        return ground + sea == 0 ? in : in.withHeights(height);
    }

    /** Heights of the values of a grid at the nodes: the stated one, the ground's, or sea level. */
    double[] ofGrid(RawData.Facts facts) {
        double[] height = new double[job.nodes().size()];
        if (facts.heightM() != null) {
            Arrays.fill(height, facts.heightM());
            return height;
        }
        if (terrain == null) {
            job.notes()
                    .add("Nobody states the height of the " + facts.modality()
                            + " grid; its values were placed at sea level.");
            return height;
        }
        double[] model = terrain.at(job.nodes(), job.context().workers());
        for (int k = 0; k < height.length; k++) {
            height[k] = Math.max(0, Double.isNaN(model[k]) ? 0 : model[k]);
        }
        job.notes()
                .add("Nobody states the height of the " + facts.modality()
                        + " grid; its values were placed on the terrain model.");
        return height;
    }

    /** Refuses a grid from which a field of its height is to be taken off if that height is unknown. */
    void require(RawData.Facts facts) {
        if (facts.heightM() == null && terrain == null) {
            throw new PreprocessingException(
                    "the " + facts.modality() + " grid holds " + facts.quantity() + " at a height that nobody states",
                    "state data.sources." + facts.modality()
                            + ".height in metres, or name a terrain model in data.sources.topography",
                    null);
        }
    }

    /** Height of a grid's value at a place, m. */
    double ofCell(RawData.Facts facts, double longitude, double latitude) {
        return facts.heightM() != null ? facts.heightM() : surface(longitude, latitude);
    }
}
