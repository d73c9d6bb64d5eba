package org.geoanomaly.gam.formats.tiff;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.Crs;

/**
 * Everything that a file says about itself.
 *
 * @param layout of the full resolution
 * @param overviews layouts of the overviews, in the file's order
 * @param georeference where the cells lie
 * @param noData the text of the no-data value; empty if there is none
 * @param bands what is said about each band
 * @param metadata items about the file as a whole, sorted by name
 * @param structure facts about the file as such
 * @param refusal why no grid of values can be read although the header can, such as a picture; empty if it can
 */
public record GeoTiffHeader(
        RasterLayout layout,
        List<RasterLayout> overviews,
        Georeference georeference,
        Optional<String> noData,
        List<BandInfo> bands,
        SortedMap<String, String> metadata,
        FileStructure structure,
        String refusal) {
    public GeoTiffHeader {
        overviews = List.copyOf(overviews);
        bands = List.copyOf(bands);
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    public int width() {
        return layout.width();
    }

    public int height() {
        return layout.height();
    }

    public Optional<Crs> crs() {
        return georeference.crs();
    }

    /** Whether the file has the layout of a cloud-optimized GeoTIFF: tiled if it is large, directories first, overviews. */
    public boolean isCloudOptimized() {
        boolean large = width() > 512 || height() > 512;
        return structure.directoriesFirst() && (!large || (layout.tiled() && !overviews.isEmpty()));
    }
}
