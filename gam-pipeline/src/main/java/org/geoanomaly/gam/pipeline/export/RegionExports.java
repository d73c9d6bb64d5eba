package org.geoanomaly.gam.pipeline.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.formats.vtk.VtiWriter;
import org.geoanomaly.gam.formats.vtk.VtuWriter;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyCsv;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyGeoJson;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyParquet;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.export.gpkg.GeoPackageContent;
import org.geoanomaly.gam.pipeline.export.gpkg.GeoPackageWriter;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.WriteFailure;
import org.geoanomaly.gam.pipeline.visual.map.Palette;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.style.AnomalyStyle;
import org.geoanomaly.gam.pipeline.visual.style.RasterStyle;

/** Writes the products of a regional run that {@code visualization.export_formats} asks for. */
public final class RegionExports {
    private final RegionResult result;
    private final RegionPaths paths;
    private final Credits credits;
    private final List<Product> products = new ArrayList<>();

    /** A file and what makes it. */
    private record Product(Path file, Writing writing) {}

    /** Writes one file. */
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private RegionExports(RegionResult result, Path directory) {
        this.result = result;
        this.paths = new RegionPaths(directory);
        this.credits = new Credits(result);
    }

    /**
     * Writes everything, each file by one of the workers, complete or not at all.
     *
     * @return the files, in an order that depends on the result alone
     * @throws org.geoanomaly.gam.pipeline.error.OutputException if one cannot be written
     */
    public static List<Path> write(RegionResult result, Path outputDir, Workers workers) {
        RegionExports exports = new RegionExports(result, outputDir);
        exports.plan();
        List<Product> products = exports.products;
        workers.forEach(products.size(), i -> write(products.get(i)));
        return products.stream().map(Product::file).toList();
    }

    private static void write(Product product) {
        try {
            Path directory = product.file().toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            product.writing().to(product.file());
        } catch (IOException e) {
            throw WriteFailure.of(product.file(), e);
        }
    }

    private void plan() {
        List<ExportFormat> formats = result.run().config().visualization().exportFormats();
        if (formats.contains(ExportFormat.NETCDF)) {
            netcdf();
        }
        if (formats.contains(ExportFormat.VTI)) {
            models().forEach(m -> products.add(new Product(
                    paths.image(m.name()),
                    file -> AtomicFile.write(file, out -> VtiWriter.write(ModelImage.of(m), out)))));
        }
        if (formats.contains(ExportFormat.VTU)) {
            BodyMeshes meshes = new BodyMeshes(result);
            products.add(new Product(
                    paths.mesh("anomalies"), file -> AtomicFile.write(file, VtuWriter.bytes(meshes.peaks()))));
            products.add(new Product(
                    paths.mesh("bodies"), file -> AtomicFile.write(file, VtuWriter.bytes(meshes.bodies()))));
        }
        if (formats.contains(ExportFormat.TIF)) {
            MapFiles maps = new MapFiles(result, credits);
            maps.all().forEach(m -> map(maps, m));
        }
        sources();
        tables(formats);
    }

    /** A raster, and the colours of our figures for it. */
    private void map(MapFiles maps, MapFiles.MapFile m) {
        products.add(new Product(
                paths.map(m.name()),
                file -> CogWriter.write(
                        file, m.grid(), MapFiles.options(m.grid().geometry()), m.metadata())));
        products.add(new Product(paths.style(m.name()), file -> {
            ColorScale c = maps.colors(m, palette());
            AtomicFile.write(file, RasterStyle.of(c.colors(), c.low(), c.high()).getBytes(StandardCharsets.UTF_8));
        }));
    }

    private Palette palette() {
        return Palette.of(result.run().config().visualization().colorScheme());
    }

    private List<RegionModel> models() {
        List<RegionModel> models = new ArrayList<>();
        result.modalities().forEach(m -> models.add(m.model()));
        models.add(result.fused());
        return models;
    }

    private void netcdf() {
        NetcdfFiles netcdf = new NetcdfFiles(credits);
        for (ModalityResult m : result.modalities()) {
            if (!m.grid().layers().isEmpty()) {
                products.add(new Product(paths.grid(m.modality()), file -> netcdf.grid(m.grid(), file)));
            }
        }
        models().forEach(m -> products.add(new Product(paths.model(m.name()), file -> netcdf.model(m, file))));
    }

    private void sources() {
        for (ModalityResult m : result.modalities()) {
            if (!m.sources().isEmpty()) {
                products.add(
                        new Product(paths.sources(m.modality()), file -> AtomicFile.write(file, SourceFiles.bytes(m))));
            }
        }
    }

    private void tables(List<ExportFormat> formats) {
        AnomalyTable table = AnomalyTable.of(result);
        if (formats.contains(ExportFormat.CSV)) {
            products.add(new Product(paths.csv(), file -> AtomicFile.write(file, AnomalyCsv.bytes(table))));
        }
        if (formats.contains(ExportFormat.GEOJSON)) {
            products.add(new Product(paths.geoJson(), file -> AtomicFile.write(file, AnomalyGeoJson.bytes(table))));
        }
        if (formats.contains(ExportFormat.PARQUET)) {
            products.add(new Product(paths.parquet(), file -> AtomicFile.write(file, AnomalyParquet.bytes(table))));
        }
        if (formats.contains(ExportFormat.KMZ)) {
            products.add(new Product(
                    paths.kmz(),
                    file -> AtomicFile.write(file, new GlobeFile(result, credits, palette()).bytes(table))));
        }
        if (formats.contains(ExportFormat.GPKG)) {
            List<GeoPackageContent.Source> sources = result.run().inputs().stream()
                    .map(i -> new GeoPackageContent.Source(
                            i.modality(), i.source().source().id()))
                    .toList();
            GeoPackageContent content = new GeoPackageContent(
                    table,
                    sources,
                    result.run().start(),
                    "anomalies of run " + result.run().id() + "; depth in metres, positive down",
                    AnomalyStyle.qml(palette().signed()));
            products.add(new Product(paths.geoPackage(), file -> GeoPackageWriter.write(file, content)));
        }
    }
}
