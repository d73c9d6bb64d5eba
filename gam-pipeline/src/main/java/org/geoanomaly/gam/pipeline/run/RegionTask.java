package org.geoanomaly.gam.pipeline.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.keep.KeptProducts;
import org.geoanomaly.gam.pipeline.keep.ProductCodec;
import org.geoanomaly.gam.pipeline.spi.RegionChoice;
import org.jspecify.annotations.Nullable;

/** One product of one tile: what it is made from, and where it goes. Its words name it. */
sealed interface RegionTask extends Serializable {
    Target target();

    /**
     * Where a product is kept.
     *
     * @param label tile and modality, part of the file's name
     * @param key hash of everything that decides it
     */
    record Target(String stage, String label, String key) implements Serializable {
        Path file(Path directory) {
            return KeptProducts.file(directory, stage, label, key);
        }

        <P> P read(Path directory, ProductCodec<P> codec) {
            return codec.decode(HdfArrays.read(file(directory)));
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Raw data to observations.
     *
     * @param withRegional whether the regional field stays in, to be removed from all tiles at once
     */
    record Preprocess(
            Target target, String modality, String plugin, TileArea tile, int coarsening, boolean withRegional)
            implements RegionTask {
        @Override
        public String toString() {
            return target.toString();
        }
    }

    /** What trade-offs leave unexplained of observations. */
    record Ask(
            Target target, String modality, String plugin, Target observations, RegularMesh cells, RegionChoice region)
            implements RegionTask {
        @Override
        public String toString() {
            return target.toString();
        }
    }

    /**
     * Observations to a model.
     *
     * @param region what all tiles share, null if nothing
     */
    record Invert(
            Target target,
            String modality,
            String plugin,
            Target observations,
            RegularMesh cells,
            @Nullable RegionChoice region)
            implements RegionTask {
        @Override
        public String toString() {
            return target.toString();
        }
    }

    /** Models to one. */
    record Fuse(Target target, String plugin, ArrayList<Target> models, RegularMesh mesh) implements RegionTask {
        @Override
        public String toString() {
            return target.toString();
        }
    }
}
