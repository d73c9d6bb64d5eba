package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.tiff.GeoTiffHeader;
import org.geoanomaly.gam.formats.tiff.RasterLayout;

/** Describes GeoTIFFs: layout, place, compression, overviews. */
final class TiffDescriber implements FileDescriber {
    @Override
    public Optional<String> describe(Path file) throws IOException {
        if (!FileMagic.startsWith(file, "II*\0", "MM\0*", "II+\0", "MM\0+")) {
            return Optional.empty();
        }
        try (GeoTiff tiff = GeoTiff.open(file)) {
            return Optional.of(describe(file, tiff.header()));
        }
    }

    private static String describe(Path file, GeoTiffHeader header) {
        RasterLayout layout = header.layout();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s%s, %d x %d, %d %s of %s",
                file,
                header.structure().bigTiff() ? "BigTIFF" : "GeoTIFF",
                header.isCloudOptimized() ? ", cloud-optimised" : "",
                header.width(),
                header.height(),
                layout.bands(),
                layout.bands() == 1 ? "band" : "bands",
                layout.sampleType()));
        lines.add("  crs          " + header.crs().map(Object::toString).orElse("none"));
        lines.add("  place        " + place(header));
        lines.add(String.format(
                Locale.ROOT,
                "  blocks       %d x %d %s, %s, predictor %d",
                layout.blockWidth(),
                layout.blockHeight(),
                layout.tiled() ? "tiles" : "strips",
                layout.compression(),
                layout.predictor()));
        lines.add("  overviews    "
                + (header.overviews().isEmpty()
                        ? "none"
                        : header.overviews().stream()
                                .map(o -> o.width() + " x " + o.height())
                                .collect(Collectors.joining(", "))));
        lines.add("  no data      " + header.noData().orElse("not set"));
        header.metadata().forEach((name, value) -> lines.add("  item         " + name + " = " + value));
        if (!header.refusal().isEmpty()) {
            lines.add("  ! a picture, not values: " + header.refusal());
        }
        return String.join("\n", lines);
    }

    private static String place(GeoTiffHeader header) {
        return header.georeference()
                .transform()
                .map(t -> String.format(
                        Locale.ROOT,
                        "west %.10g  north %.10g  cells %.10g x %.10g%s",
                        t.west(),
                        t.north(),
                        t.dx(),
                        t.dy(),
                        t.southUp() ? "  stored south-up" : ""))
                .orElse("unknown: " + header.georeference().problem());
    }
}
