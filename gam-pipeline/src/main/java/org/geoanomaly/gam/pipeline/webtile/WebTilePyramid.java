package org.geoanomaly.gam.pipeline.webtile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.geoanomaly.gam.formats.pmtiles.ArchiveProfile;
import org.geoanomaly.gam.formats.pmtiles.Compression;
import org.geoanomaly.gam.formats.pmtiles.PmtilesHeader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesMerge;
import org.geoanomaly.gam.formats.pmtiles.PmtilesWriter;
import org.geoanomaly.gam.formats.pmtiles.TileCoordinate;
import org.geoanomaly.gam.formats.pmtiles.TileType;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/**
 * Writes a grid as a PMTiles archive and its metadata as a JSON file beside it. Tiles are made by several threads and stored in the order
 * of their ids; the archive does not depend on the number of threads. The grid is only read and may cover any part of the globe.
 */
public final class WebTilePyramid {
    /** Tiles that may wait for their turn, for each thread; some tiles take longer than others. */
    private static final int WINDOW = 256;

    private static final String STAGE = "pmtiles_export";

    private final FloatGrid grid;
    private final WebTileOptions options;
    private final Deque<WebTilePicture> idle = new ConcurrentLinkedDeque<>();

    private WebTilePyramid(FloatGrid grid, WebTileOptions options) {
        this.grid = grid;
        this.options = options;
    }

    /**
     * Writes {@code archive} and, with the extension {@code .json} in place of {@code .pmtiles}, its metadata.
     *
     * @param grid geographic, within −180..180 degrees
     * @throws OutputException if a file cannot be written, or no tile has a valid pixel
     */
    public static WebTileSummary write(
            FloatGrid grid,
            Path archive,
            WebTileDescription description,
            WebTileOptions options,
            ProgressListener progress) {
        WebTilePyramid pyramid = new WebTilePyramid(grid, options);
        WebTileBounds bounds = WebTileBounds.of(grid.geometry());
        if (!(bounds.south() < bounds.north())) {
            throw new OutputException("the grid lies beyond " + WebMercator.MAX_LATITUDE
                    + "° latitude, which Web Mercator tiles cannot show");
        }
        WebTileMetadata metadata = WebTileMetadata.of(
                description, bounds, options, grid.geometry(), grid.unit().symbol());
        try {
            WebTileSummary summary = pyramid.write(archive, bounds, metadata.toJson(), progress);
            AtomicFile.write(metadataFile(archive), metadata.toJson().getBytes(StandardCharsets.UTF_8));
            return summary;
        } catch (IOException e) {
            throw WriteFailure.of(archive, e);
        }
    }

    /**
     * Writes the tiles of a range of ids as an archive of their own, to be put together by {@link #merge}.
     *
     * @param from first tile id
     * @param to one more than the last
     * @return how many tiles it has; with none no archive is written
     */
    public static long writePart(FloatGrid grid, Path part, WebTileOptions options, long from, long to) {
        WebTilePyramid pyramid = new WebTilePyramid(grid, options);
        ArchiveProfile profile = profile(WebTileBounds.of(grid.geometry()), options);
        try (Workers workers = new Workers(options.threads());
                PmtilesWriter writer = PmtilesWriter.create(part, profile);
                StageProgress stage = ProgressListener.SILENT.begin(STAGE, to - from)) {
            long written = pyramid.writeTiles(writer, workers.executor(), stage, from, to);
            if (written > 0) {
                writer.finish("{}");
            }
            return written;
        } catch (IOException e) {
            throw WriteFailure.of(part, e);
        } finally {
            pyramid.idle.forEach(WebTilePicture::close);
        }
    }

    /**
     * Puts parts together: the same two files, byte for byte, as {@link #write} makes of the whole grid.
     *
     * @param grid the geometry and unit of the whole; its values are not looked at
     * @param parts that together have all ids of the zooms
     */
    public static void merge(
            FloatGrid grid, List<Path> parts, Path archive, WebTileDescription description, WebTileOptions options) {
        WebTileBounds bounds = WebTileBounds.of(grid.geometry());
        String metadata = WebTileMetadata.of(
                        description,
                        bounds,
                        options,
                        grid.geometry(),
                        grid.unit().symbol())
                .toJson();
        try {
            PmtilesMerge.merge(parts, archive, profile(bounds, options), metadata);
            AtomicFile.write(metadataFile(archive), metadata.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw WriteFailure.of(archive, e);
        }
    }

    private static ArchiveProfile profile(WebTileBounds bounds, WebTileOptions options) {
        return new ArchiveProfile(
                TileType.PNG, Compression.NONE, bounds.southWest(), bounds.northEast(), options.minZoom());
    }

    /** The JSON file beside an archive. */
    public static Path metadataFile(Path archive) {
        String name = String.valueOf(archive.getFileName());
        String stem = name.endsWith(".pmtiles") ? name.substring(0, name.length() - ".pmtiles".length()) : name;
        return archive.resolveSibling(stem + ".json");
    }

    private WebTileSummary write(Path archive, WebTileBounds bounds, String metadata, ProgressListener progress)
            throws IOException {
        ArchiveProfile profile = profile(bounds, options);
        long from = TileCoordinate.firstId(options.minZoom());
        long to = TileCoordinate.firstId(options.maxZoom() + 1);
        try (Workers workers = new Workers(options.threads());
                PmtilesWriter writer = PmtilesWriter.create(archive, profile);
                StageProgress stage = progress.begin(STAGE, to - from)) {
            long written = writeTiles(writer, workers.executor(), stage, from, to);
            if (written == 0) {
                throw new OutputException("no web tile has a valid pixel, so " + archive + " was not written");
            }
            PmtilesHeader header = writer.finish(metadata);
            return new WebTileSummary(
                    written, to - from - written, header.counts().contents(), Files.size(archive));
        } finally {
            idle.forEach(WebTilePicture::close);
        }
    }

    private long writeTiles(PmtilesWriter writer, ExecutorService pool, StageProgress stage, long from, long to)
            throws IOException {
        Deque<Future<Optional<byte[]>>> window = new ArrayDeque<>();
        int capacity = options.threads() * WINDOW;
        long submitted = from;
        long written = 0;
        for (long id = from; id < to; id++) {
            while (submitted < to && window.size() < capacity) {
                TileCoordinate next = TileCoordinate.ofId(submitted++);
                window.add(pool.submit(() -> picture(next)));
            }
            Optional<byte[]> picture = result(window.remove());
            if (picture.isPresent()) {
                writer.write(TileCoordinate.ofId(id), picture.get());
                written++;
            }
            stage.advance(1);
        }
        return written;
    }

    private Optional<byte[]> picture(TileCoordinate tile) {
        WebTilePicture maker = idle.poll();
        if (maker == null) {
            maker = new WebTilePicture(grid, options);
        }
        try {
            return maker.encode(tile.z(), tile.x(), tile.y());
        } finally {
            idle.push(maker);
        }
    }

    private static Optional<byte[]> result(Future<Optional<byte[]>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("writing web tiles was interrupted", null, e);
        }
    }
}
