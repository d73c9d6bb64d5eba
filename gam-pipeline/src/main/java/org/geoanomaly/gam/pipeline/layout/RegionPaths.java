package org.geoanomaly.gam.pipeline.layout;

import java.nio.file.Path;

/** Every product of a regional run under its output directory. */
public record RegionPaths(Path root) {
    public Path csv() {
        return root.resolve("anomalies.csv");
    }

    public Path geoJson() {
        return root.resolve("anomalies.geojson");
    }

    public Path geoPackage() {
        return root.resolve("gam.gpkg");
    }

    /** The gridded data of a modality. */
    public Path grid(String modality) {
        return root.resolve("grids").resolve(modality + ".nc");
    }

    /** The model of a modality, or {@code fused}. */
    public Path model(String name) {
        return root.resolve("models").resolve(name + ".nc");
    }

    /** The same for ParaView. */
    public Path image(String name) {
        return root.resolve("models").resolve(name + ".vti");
    }

    /** Sources with few parameters that were fitted to the data of a modality. */
    public Path sources(String modality) {
        return root.resolve("models").resolve(modality + "_sources.json");
    }

    public Path map(String name) {
        return root.resolve("maps").resolve(name + ".tif");
    }

    public Path manifest() {
        return root.resolve("manifest.json");
    }

    /** A path as the products write it: relative to the output directory, with forward slashes. */
    public String relative(Path path) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }
}
