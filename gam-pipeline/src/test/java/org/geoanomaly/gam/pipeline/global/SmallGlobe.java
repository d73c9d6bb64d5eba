package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ConfigLoader;
import org.geoanomaly.gam.pipeline.config.ConfigRequest;
import org.geoanomaly.gam.pipeline.demo.SyntheticInputs;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.tiling.TileSelection;

/** Runs of a few tiles from coarse synthetic inputs. */
final class SmallGlobe {
    private final Path folder;
    private Path magnetic;
    private Path gravity;

    SmallGlobe(Path folder) {
        this.folder = folder;
        SyntheticInputs inputs = new SyntheticInputs(7, 1, 1);
        this.magnetic = write("magnetic.csv", inputs::writeEmag2);
        this.gravity = write("gravity.gdf", inputs::writeGdf);
    }

    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    Path write(String name, Content content) {
        Path file = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    SmallGlobe withMagnetic(Path file) {
        magnetic = file;
        return this;
    }

    SmallGlobe withGravity(Path file) {
        gravity = file;
        return this;
    }

    /** Changes the lines of the gravity file. */
    SmallGlobe editGravity(java.util.function.UnaryOperator<String> line) throws IOException {
        List<String> lines = Files.readAllLines(gravity).stream().map(line).toList();
        return withGravity(write("edited.gdf", out -> out.write(String.join("\n", lines) + "\n")));
    }

    List<LayerInput> inputs() {
        return List.of(
                input(Layer.MAG, magnetic, new ReadingHints(null, null, null, Unit.NANOTESLA, null, null, null)),
                input(Layer.GRAV, gravity, new ReadingHints(null, null, null, null, null, null, null)));
    }

    static LayerInput input(Layer layer, Path file, ReadingHints reading) {
        try {
            return new LayerInput(
                    layer,
                    file,
                    new SourceRef(
                            "test-" + layer.id(), file.toUri().toString(), Sha256.ofFile(file), "none", "none", null),
                    Files.size(file),
                    Instant.ofEpochSecond(1_700_000_000),
                    reading,
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request for named tiles, with settings as {@code --set} takes them; web tiles of zooms 0 to 2 unless set. */
    static GlobalRequest request(Path output, String tiles, String... settings) {
        List<String> all = Stream.concat(Stream.of("fusion_mvp.pmtiles.max_zoom=2"), Arrays.stream(settings))
                .toList();
        var config = ConfigLoader.load(new ConfigRequest(null, Map.of(), all, List.of()))
                .config();
        var ids = Arrays.stream(tiles.split(",", -1))
                .map(TileId::parse)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new GlobalRequest(
                config,
                new GlobalPaths(output),
                new TileSelection(BoundingBox.GLOBE, ids, java.util.Set.of()),
                false,
                false,
                "1.2.3");
    }

    GlobalSummary run(GlobalRequest request) {
        return run(request, () -> false);
    }

    GlobalSummary run(GlobalRequest request, BooleanSupplier stop) {
        return new GlobalJob(request, inputs(), ProgressListener.SILENT, stop).run();
    }

    /** Every product's checksum by path; logs and lock files are none. */
    static SortedMap<String, String> products(Path output) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = output.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("logs/") && !name.contains(".gam.lock")) {
                    sums.put(name, Sha256.ofFile(file));
                }
            }
        }
        return sums;
    }
}
