package org.geoanomaly.gam.pipeline.search;

import java.util.List;

/** A catalogue of radar scenes. */
public interface SceneCatalogue {
    /** Short name, such as {@code asf}. */
    String id();

    /** Environment variable of the token with which its scenes are fetched. */
    String credential();

    /**
     * An answer.
     *
     * @param scenes newest first, each once, at most as many as asked for
     * @param more whether there are others beyond the limit
     * @param skipped entries that could not be understood
     */
    record Found(List<FoundScene> scenes, boolean more, int skipped) {
        public Found {
            scenes = List.copyOf(scenes);
        }
    }

    /**
     * Searches.
     *
     * @throws org.geoanomaly.gam.pipeline.error.DataFetchException if the catalogue cannot be asked
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if its answer is not what it should be
     */
    Found search(SceneQuery query) throws InterruptedException;
}
