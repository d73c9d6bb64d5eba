package org.geoanomaly.gam.pipeline.demo.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.store.AtomicFile;

/**
 * Writes the measurements of a scene: stations as CSV, the magnetic grid as EMAG2 v3 is published, the terrain as ICGEM writes it, a main
 * field of its own, and picks and displacements as CSV where the scene has them. Same scene, same bytes; a file that is there with these bytes is left alone.
 */
final class SceneFiles {
    /** Nodes of the terrain in one degree: 2 arc-minutes. */
    private static final int PER_DEGREE = 30;
    /** Nodes of the terrain reach this far beyond the measurements, degrees. */
    private static final int TERRAIN_MARGIN = 1;

    private final RegionScene scene;
    private final SceneMainField mainField;
    private final Path folder;

    SceneFiles(RegionScene scene, Path folder) {
        this.scene = scene;
        this.mainField = new SceneMainField(scene);
        this.folder = folder;
    }

    Path gravity() {
        return folder.resolve("gravity-stations-synthetic.csv");
    }

    Path magnetic() {
        return folder.resolve("emag2-v3-synthetic.csv");
    }

    Path topography() {
        return folder.resolve("topography-synthetic.gdf");
    }

    Path mainField() {
        return folder.resolve("main-field-synthetic.shc");
    }

    Path picks() {
        return folder.resolve("picks-synthetic.csv");
    }

    Path displacements(int track) {
        return folder.resolve(track == 0 ? "los-ascending-synthetic.csv" : "los-descending-synthetic.csv");
    }

    /** Writes all of them. */
    void write(Parallelism parallel) {
        AmbientField ambient = mainField.ambient();
        LocalFrame frame = scene.frame();
        List<Body> bodies =
                scene.bodies().stream().map(b -> b.in(frame, ambient)).toList();
        BodyField field = new BodyField(bodies);
        keep(gravity(), stations(field, parallel));
        keep(magnetic(), emag2(field, ambient, parallel));
        keep(topography(), terrain());
        keep(mainField(), mainField.text());
        RegionScene.Earthquakes quakes = scene.earthquakes();
        if (quakes != null) {
            keep(picks(), pickTable(new EarthquakeRecords(scene, quakes), quakes.noise(), parallel));
        }
        RegionScene.Radar radar = scene.radar();
        for (int track = 0; radar != null && track < RadarTracks.count(); track++) {
            keep(displacements(track), displacementTable(new RadarTracks(scene, radar).track(track), radar.noise()));
        }
    }

    private String pickTable(EarthquakeRecords records, double noise, Parallelism parallel) {
        StringBuilder csv =
                new StringBuilder("event_id,event_lat,event_lon,event_depth_km,station,station_lat,station_lon,"
                        + "station_elev_m,phase,travel_time_s,uncertainty_s\n");
        double[] from = new double[2];
        double[] to = new double[2];
        for (EarthquakeRecords.Pick p : records.picks(parallel)) {
            scene.frame().toGeographic(p.located().east(), p.located().north(), from);
            scene.frame().toGeographic(p.at().east(), p.at().north(), to);
            csv.append(text(
                    "synthetic-%03d,%.5f,%.5f,%.3f,S%02d,%.5f,%.5f,%.1f,P,%.3f,%.3f%n",
                    p.event() + 1,
                    from[1],
                    from[0],
                    p.located().depth() / 1000,
                    p.station() + 1,
                    to[1],
                    to[0],
                    -p.at().depth(),
                    p.time(),
                    noise));
        }
        return csv.toString();
    }

    private static String displacementTable(List<RadarTracks.Point> points, double noise) {
        StringBuilder csv =
                new StringBuilder("longitude,latitude,height_m,los_displacement_m,sigma_m,incidence,heading\n");
        for (RadarTracks.Point p : points) {
            csv.append(text(
                    "%.5f,%.5f,%.1f,%.5f,%.4f,%.1f,%.1f%n",
                    p.longitude(),
                    p.latitude(),
                    p.height(),
                    p.displacement(),
                    noise,
                    p.look().incidence(),
                    p.look().heading()));
        }
        return csv.toString();
    }

    private static void keep(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.isRegularFile(file)
                    && Files.size(file) == bytes.length
                    && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
        } catch (IOException e) {
            // what cannot be read is written again, and that says what is wrong
        }
        AtomicFile.write(file, bytes);
    }

    private String stations(BodyField field, Parallelism parallel) {
        StringBuilder csv = new StringBuilder("longitude,latitude,height_sea_level_m,gravity_mgal\n");
        StationSurvey survey = new StationSurvey(scene, new SceneGround(scene));
        for (StationSurvey.Reading r : survey.readings(field, parallel)) {
            csv.append(text("%.5f,%.5f,%.2f,%.3f%n", r.longitude(), r.latitude(), r.height(), r.gravity()));
        }
        return csv.toString();
    }

    /** EMAG2 v3: i,j,LON,LAT,SeaLevel,UpCont,Code,Error from the south, longitudes 0…360, CRLF; no sea-level values over land. */
    private String emag2(BodyField field, AmbientField ambient, Parallelism parallel) {
        BoundingBox area = scene.measured();
        int per = scene.sampling().cellsPerDegree();
        int west = (int) Math.floor((area.west() + 360) * per);
        int east = (int) Math.ceil((area.east() + 360) * per);
        int south = (int) Math.floor((area.south() + 90) * per);
        int north = (int) Math.ceil((area.north() + 90) * per);
        int columns = east - west;
        double[] value = anomaly(field, ambient, new int[] {west, south, columns, north - south}, parallel);
        Random random = new Random(~scene.seed());
        StringBuilder csv = new StringBuilder(value.length * 64);
        for (int k = 0; k < value.length; k++) {
            int i = west + k % columns;
            int j = south + k / columns;
            double noise = scene.sampling().magneticNoise() * random.nextGaussian();
            String cell = text("%d,%d,%.6f,%.6f,99999,", i + 1, j + 1, (i + 0.5) / per, (j + 0.5) / per - 90);
            csv.append(cell)
                    .append(
                            gap((k % columns) / (double) per, Math.floorDiv(k, columns) / (double) per)
                                    ? "99999,999,-999"
                                    : text("%.3f,7,6", value[k] + noise));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    /** A small hole in the south-west, as compilations have. */
    private static boolean gap(double east, double north) {
        return east >= 0.45 && east < 0.65 && north >= 0.45 && north < 0.6;
    }

    private double[] anomaly(BodyField field, AmbientField ambient, int[] window, Parallelism parallel) {
        LocalFrame frame = scene.frame();
        int per = scene.sampling().cellsPerDegree();
        double[] out = new double[window[2] * window[3]];
        parallel.run(window[3], () -> {
            double[] place = new double[2];
            return row -> {
                for (int c = 0; c < window[2]; c++) {
                    double lon = (window[0] + c + 0.5) / per - 360;
                    double lat = (window[1] + row + 0.5) / per - 90;
                    frame.toLocal(lon, lat, place);
                    out[row * window[2] + c] = ambient.totalFieldAnomaly(
                                    field.at(place[0], place[1], 4000).magnetic())
                            / PhysicalConstants.NANOTESLA;
                }
            };
        });
        return out;
    }

    private String terrain() {
        BoundingBox area = scene.measured();
        int west = (int) Math.floor(area.west() + 360) - TERRAIN_MARGIN;
        int east = (int) Math.ceil(area.east() + 360) + TERRAIN_MARGIN;
        int south = (int) Math.floor(area.south()) - TERRAIN_MARGIN;
        int north = (int) Math.ceil(area.north()) + TERRAIN_MARGIN;
        int columns = (east - west) * PER_DEGREE + 1;
        int rows = (north - south) * PER_DEGREE + 1;
        StringBuilder gdf = new StringBuilder(columns * rows * 48);
        gdf.append(String.format(
                Locale.ROOT, """
                generating_institute     none: SYNTHETIC demonstration data
                        product_type     topography
                                body     Earth
                           modelname     synthetic
                          functional     topography_shm
                                unit     meter
                          refsysname     WGS84
                       long_lat_unit     degree
                      latlimit_north     %d
                      latlimit_south     %d
                      longlimit_west     %d
                      longlimit_east     %d
                            gridstep     %.15f
                  latitude_parallels     %d
                 longitude_parallels     %d
                number_of_gridpoints     %d
                            gapvalue     99999.0000
                         grid_format     long_lat_value

                          longitude    latitude    topography_shm
                            [deg.]      [deg.]         [meter]
                end_of_head ============================================
                """, north, south, west, east, 1.0 / PER_DEGREE, rows, columns, (long) rows * columns));
        for (int r = 0; r < rows; r++) {
            double lat = north - (double) r / PER_DEGREE;
            for (int c = 0; c < columns; c++) {
                double lon = west + (double) c / PER_DEGREE;
                gdf.append(text("%19.10f %14.10f %19.6f%n", lon, lat, SceneGround.height(lat, lon - 360)));
            }
        }
        return gdf.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }
}
