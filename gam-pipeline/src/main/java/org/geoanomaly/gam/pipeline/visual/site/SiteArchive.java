package org.geoanomaly.gam.pipeline.visual.site;

import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.webtile.WebTileMetadata;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import tools.jackson.core.JacksonException;

/**
 * An archive of web tiles and its description.
 *
 * @param file the {@code .pmtiles} file
 * @param metadata how its codes become values
 */
public record SiteArchive(Path file, WebTileMetadata metadata) {
    private static final long MAX_METADATA_BYTES = 1 << 20;

    /**
     * An archive with the metadata file that was written beside it.
     *
     * @throws DataFormatException if one of them is missing or the metadata cannot be understood
     */
    public static SiteArchive read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataFormatException(file, "is missing");
        }
        Path beside = WebTilePyramid.metadataFile(file);
        byte[] json = JsonProduct.read(beside, MAX_METADATA_BYTES);
        try {
            return new SiteArchive(file, JsonProduct.mapper().readValue(json, WebTileMetadata.class));
        } catch (JacksonException e) {
            throw new DataFormatException(
                    beside.toString(), "is not the description of web tiles: " + e.getOriginalMessage(), null, e);
        }
    }
}
