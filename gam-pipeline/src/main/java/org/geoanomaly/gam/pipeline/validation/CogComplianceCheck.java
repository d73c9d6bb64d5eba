package org.geoanomaly.gam.pipeline.validation;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.tiff.Compression;
import org.geoanomaly.gam.formats.tiff.GeoTiffHeader;
import org.geoanomaly.gam.formats.tiff.RasterLayout;
import org.geoanomaly.gam.formats.tiff.SampleType;

/** Checkpoint 5: a cloud-optimised GeoTIFF as configured: float32, tiled, compressed, overviews, directories first, tags in place. */
public final class CogComplianceCheck implements TileCheckpoint {
    private static final List<String> TAGS = List.of("layer", "units", "grid", "tile_id", "bounds", "stats_count");

    private final CogOptions options;

    public CogComplianceCheck(CogOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "COG compliance";
    }

    @Override
    public List<Finding> check(TileFiles files) {
        GeoTiffHeader header = files.cog().header();
        List<String> problems = new ArrayList<>();
        layout(header.layout(), problems);
        for (RasterLayout overview : header.overviews()) {
            layout(overview, problems);
        }
        overviews(header, problems);
        if (!header.structure().directoriesFirst()) {
            problems.add("has image data before the last directory, or overviews in the wrong order");
        }
        if (!header.structure().ghostArea().contains("LAYOUT=IFDS_BEFORE_DATA")) {
            problems.add("does not declare its layout behind the header");
        }
        if (!header.noData().map(n -> n.equalsIgnoreCase("nan")).orElse(false)) {
            problems.add("does not name NaN as its no-data value");
        }
        for (String tag : TAGS) {
            if (!header.metadata().containsKey(tag)) {
                problems.add("lacks the metadata tag '" + tag + "'");
            }
        }
        String tileTag = header.metadata().get("tile_id");
        if (tileTag != null && !tileTag.equals(files.tile().name())) {
            problems.add("says that it is " + tileTag);
        }
        return problems.stream()
                .distinct()
                .map(p -> Finding.error(files.subject(), p))
                .toList();
    }

    private void layout(RasterLayout layout, List<String> problems) {
        if (layout.sampleType() != SampleType.FLOAT32 || layout.bands() != 1) {
            problems.add("is not one band of float32");
        }
        if (layout.compression() != Compression.DEFLATE) {
            problems.add("is compressed by " + layout.compression() + ", not deflate");
        }
        if (layout.predictor() != options.predictor()) {
            problems.add("has predictor " + layout.predictor() + ", not " + options.predictor());
        }
        if (!layout.tiled()
                || layout.blockWidth() != options.blockSize()
                || layout.blockHeight() != options.blockSize()) {
            problems.add("is not tiled in blocks of " + options.blockSize());
        }
    }

    private void overviews(GeoTiffHeader header, List<String> problems) {
        List<Integer> widths = new ArrayList<>();
        for (int factor : options.overviewFactors()) {
            widths.add((header.width() + factor - 1) / factor);
        }
        List<Integer> found =
                header.overviews().stream().map(RasterLayout::width).toList();
        if (!found.equals(widths)) {
            problems.add("has overviews of width " + found + ", not " + widths);
        }
    }
}
