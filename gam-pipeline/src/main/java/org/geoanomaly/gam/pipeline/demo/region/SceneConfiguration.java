package org.geoanomaly.gam.pipeline.demo.region;

import java.nio.file.Path;
import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.BoundingBox;

/** The configuration of the demonstration, with comments for whoever edits it. */
final class SceneConfiguration {
    private final RegionScene scene;
    private final SceneFiles files;
    private final Path output;
    private final Path cache;

    SceneConfiguration(RegionScene scene, SceneFiles files, Path output, Path cache) {
        this.scene = scene;
        this.files = files;
        this.output = output;
        this.cache = cache;
    }

    String text() {
        BoundingBox area = scene.area();
        RegionScene.Sampling s = scene.sampling();
        return String.format(
                Locale.ROOT,
                """
                # The SYNTHETIC demonstration region, seed %d. Nothing in it is measured; truth.csv says what was planted.
                #
                #   gam run demo.yaml        runs it again; paths of inputs are relative to this file
                data:
                  bbox: {south: %s, north: %s, west: %s, east: %s}
                  modalities: [%s]
                  sources:
                    gravity:                       # absolute gravity at stations on the ground
                      path: %s
                      column: gravity_mgal
                      quantity: gravity
                      unit: mGal
                      licence: "none: SYNTHETIC demonstration data"
                      citation: "SYNTHETIC demonstration data of GeoAnomalyMapper"
                    magnetic:                      # total-field anomaly 4 km above sea level, as EMAG2 v3
                      path: %s
                      format: emag2-csv
                      variable: UpCont
                      licence: "none: SYNTHETIC demonstration data"
                      citation: "SYNTHETIC demonstration data of GeoAnomalyMapper"
                %s    topography:                    # for the terrain correction
                      path: %s
                      licence: "none: SYNTHETIC demonstration data"
                      citation: "SYNTHETIC demonstration data of GeoAnomalyMapper"
                    main_field:                    # a dipole, instead of the IGRF
                      path: %s
                      licence: "none: SYNTHETIC demonstration data"
                      citation: "SYNTHETIC demonstration data of GeoAnomalyMapper"
                  cache_dir: %s

                preprocessing:
                  grid_res: %s                   # degrees
                  corrections: {bouguer: terrain, density: 2670}
                  regional: {method: polynomial, degree: 1}

                modeling:
                  mesh: {max_depth_km: %s}
                %s
                core:
                  output_dir: %s
                """,
                scene.seed(),
                area.south(),
                area.north(),
                area.west(),
                area.east(),
                modalities(),
                beside(files.gravity()),
                beside(files.magnetic()),
                rays() + displacements(),
                beside(files.topography()),
                beside(files.mainField()),
                quoted(cache.toString()),
                s.gridRes(),
                s.maxDepthKm(),
                scene.radar() == null
                        ? ""
                        : "  priors: {insar: {std: 5.0e-6}}   # cells are 10 km wide: little strain is much volume\n",
                quoted(output.toString()));
    }

    private String modalities() {
        return "gravity, magnetic"
                + (scene.earthquakes() == null ? "" : ", seismic")
                + (scene.radar() == null ? "" : ", insar");
    }

    private String rays() {
        return scene.earthquakes() == null ? "" : String.format(Locale.ROOT, """
                    seismic:                       # first arrivals of local earthquakes
                      path: %s
                      licence: "none: SYNTHETIC demonstration data"
                      citation: "SYNTHETIC demonstration data of GeoAnomalyMapper"
                """, beside(files.picks()));
    }

    private String displacements() {
        return scene.radar() == null
                ? ""
                : String.format(Locale.ROOT, """
                    insar:                         # displacement toward a satellite, two tracks
                      scenes:
                        - {path: %s}
                        - {path: %s}
                """, beside(files.displacements(0)), beside(files.displacements(1)));
    }

    private static String beside(Path input) {
        return "inputs/" + input.getFileName();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
