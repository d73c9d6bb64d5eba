package org.geoanomaly.gam.pipeline.cache;

import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.source.DataSource.Content;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The name of a product by everything that decides its content, so that nothing stale can be found under it: the bytes of the files, what
 * is said about them, the area, who reads them, and the version of this layout.
 */
final class CacheKey {
    /** Grows when the files in the cache, or what a reader makes of the same file, change. */
    private static final int VERSION = 1;

    private CacheKey() {}

    private record Everything(
            int version,
            String reader,
            String modality,
            double south,
            double north,
            double west,
            double east,
            double spacing,
            @Nullable Said said,
            SourceSpec.@Nullable Scenes scenes,
            SourceSpec.@Nullable Plugged plugged,
            List<File> files) {}

    private record File(
            String name, String format, @Nullable String member, String sha256, Content content) {}

    /** What the configuration says about a user's file, its place left out. */
    private record Said(
            @Nullable String format,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable Double height,
            @Nullable String variable,
            @Nullable String column,
            SourceSpec.@Nullable Columns columns,
            @Nullable Double resolution,
            @Nullable String crs,
            @Nullable Double nodata) {}

    static String of(String reader, DataRequest request, List<ResolvedSource> located) {
        BoundingBox a = request.area();
        return Sha256.of(CanonicalJson.of(new Everything(
                VERSION,
                reader,
                request.modality(),
                a.south(),
                a.north(),
                a.west(),
                a.east(),
                request.spacingDeg(),
                said(request.source()),
                request.source() instanceof SourceSpec.Scenes scenes ? scenes : null,
                request.source() instanceof SourceSpec.Plugged plugged ? plugged : null,
                located.stream().map(CacheKey::file).toList())));
    }

    private static File file(ResolvedSource found) {
        Path name = found.file().getFileName();
        return new File(
                String.valueOf(name),
                found.source().file().format(),
                found.source().file().member(),
                found.sha256(),
                found.source().content());
    }

    private static @Nullable Said said(SourceSpec spec) {
        if (!(spec instanceof SourceSpec.LocalFile f)) {
            return null;
        }
        return new Said(
                f.format(),
                f.quantity(),
                f.unit() == null ? null : f.unit().name(),
                f.height(),
                f.variable(),
                f.column(),
                f.columns(),
                f.resolutionDeg(),
                f.crs(),
                f.nodata());
    }
}
