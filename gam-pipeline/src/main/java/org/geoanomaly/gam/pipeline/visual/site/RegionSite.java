package org.geoanomaly.gam.pipeline.visual.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.webtile.WebMercator;
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import org.jspecify.annotations.Nullable;

/** The viewer folder {@code site/} of a regional run: the fused score, the data of each modality, and the anomalies. */
public final class RegionSite {
    private static final String FOLDER = "site";
    private static final String FUSED = "fused";

    private final RegionResult result;
    private final Path archives;
    private final int threads;

    private RegionSite(RegionResult result, Path site, int threads) {
        this.result = result;
        this.archives = site.resolve("data");
        this.threads = threads;
    }

    /**
     * Writes the folder into the directory of the run's products.
     *
     * @return its files; none where the region cannot be shown on web tiles: over the antimeridian, near a pole, or without any value
     * @throws OutputException if a file cannot be written
     */
    public static List<Path> write(RegionResult result, Path directory, int threads) {
        Path site = directory.resolve(FOLDER);
        GridGeometry geometry = result.fused().geometry();
        if (geometry.west() < -180
                || geometry.east() > 180
                || Math.max(geometry.north(), -geometry.south()) > WebMercator.MAX_LATITUDE) {
            return List.of();
        }
        List<SiteLayer> layers = new RegionSite(result, site, threads).layers();
        if (layers.isEmpty()) {
            return List.of();
        }
        Path anomalies = new RegionPaths(directory).geoJson();
        ViewerSite.write(site, config(result, layers, Files.isRegularFile(anomalies) ? anomalies : null));
        try (var files = Files.walk(site)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SiteConfig config(RegionResult result, List<SiteLayer> layers, @Nullable Path anomalies) {
        List<SiteSource> sources = result.run().inputs().stream()
                .map(i -> new SiteSource(
                        i.modality(),
                        i.source().source().title(),
                        "",
                        i.source().license(),
                        i.source().citation(),
                        i.source().url().startsWith("http") ? i.source().url() : "",
                        i.source().sha256()))
                .toList();
        return new SiteConfig(
                "Regional anomalies",
                new SiteAbout(
                        "The fused score of greatest magnitude over all depths, the gridded data of each modality, and"
                                + " the anomalies that were detected. The report has the model in three dimensions.",
                        "fused score, greatest over all depths",
                        result.notes(),
                        result.gaps().stream()
                                .map(g -> new SiteAbout.Missing(g.what(), g.message()))
                                .toList()),
                new SiteRun(result.run().id(), result.run().start(), ProgramVersion.text(), false),
                layers,
                sources,
                List.of(),
                SiteTiles.NONE,
                anomalies,
                SiteLinks.OF_A_REGIONAL_RUN,
                "derived from the sources named here; their terms apply");
    }

    private List<SiteLayer> layers() {
        List<SiteLayer> layers = new ArrayList<>();
        RegionModel fused = result.fused();
        RegionModel.Layer score =
                fused.layers().getOrDefault("score", fused.layers().get("data"));
        if (score != null) {
            add(layers, FUSED, "Fused score", "fused score, greatest over all depths", fused.strongest(score));
        }
        for (ModalityResult modality : result.modalities()) {
            FloatGrid data = modality.grid().layers().get("data");
            if (data != null) {
                String quantity = modality.grid().quantity().replace('_', ' ');
                add(layers, modality.modality(), capital(modality.modality()), quantity, data);
            }
        }
        return layers;
    }

    private void add(List<SiteLayer> layers, String id, String title, String legend, FloatGrid grid) {
        Statistics s = RobustStatistics.of(grid.values());
        Path archive = archives.resolve(id + ".pmtiles");
        if (s.isEmpty()) {
            return;
        }
        int zoom = WebTileOptions.zoomOfCells(
                Math.min(grid.geometry().dx(), grid.geometry().dy()));
        WebTileScale scale = WebTileScale.physical(s.min(), s.max(), Statistics.MAD_TO_STD * s.mad());
        createParent(archive);
        WebTilePyramid.write(
                grid,
                archive,
                new WebTileDescription(title, legend, "", ProgramVersion.text(), List.of(), false),
                new WebTileOptions(0, zoom, PngEncoder.DEFAULT_LEVEL, threads, scale, true),
                ProgressListener.SILENT);
        String unit = grid.unit().equals(Unit.DIMENSIONLESS) ? "" : grid.unit().symbol();
        String text = unit.isEmpty() ? legend : legend + ", " + unit;
        layers.add(new SiteLayer(id, title, text, unit, SiteArchive.read(archive), SiteLayer.range(s)));
    }

    private static void createParent(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new OutputException("cannot make the directory of " + file + ": " + e.getMessage(), null, e);
        }
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
