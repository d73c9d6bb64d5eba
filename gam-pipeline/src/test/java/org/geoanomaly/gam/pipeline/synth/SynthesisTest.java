package org.geoanomaly.gam.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.icgem.IcgemGrid;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.geophysics.spherical.MainFieldVector;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisTest {
    private static final Workers WORKERS = new Workers(2);

    @TempDir
    private Path dir;

    @AfterAll
    static void stop() {
        WORKERS.close();
    }

    private static Path data(String first, String... more) {
        String root = System.getenv("GAM_DATA_DIR");
        Path path = Path.of(root == null ? "." : root, first).resolve(Path.of("", more));
        if (!Files.exists(path)) {
            String message = path + " is missing: set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return path;
    }

    private static SynthRequest request(String quantity, SynthTarget target, SynthRequest.Heights heights) {
        return new SynthRequest(quantity, target, heights, SynthRequest.Terms.ALL, "WGS84", Optional.empty());
    }

    private SynthTarget points(String csv) throws IOException {
        Path file = dir.resolve("points.csv");
        Files.writeString(file, csv);
        return new SynthTarget.Points(PointTable.read(file));
    }

    // Values of the ICGEM service, WGS84, height 0, tide-free, 10 degree grids of 2023-05-26 and 2025-10-22, as kept in
    // SatelliteToolboxGravityModels.jl, test/test_results/{gravity,potential}/EGM96.gdf. At the pole the service leaves
    // out the horizontal
    // components, which are 5e-5 mGal.
    @Test
    void egm96_gives_the_gravity_and_potential_that_the_icgem_service_published() throws IOException {
        ModelSource egm96 = ModelFiles.read(data("gravity", "egm96.gfc.tar.gz"));
        SynthTarget target = points("lon,lat\n-180,80\n10,80\n0,50\n-100,20\n-180,70\n50,40\n150,30\n-70,60\n0,90\n");
        double[] gravity = Synthesis.run(
                        egm96, request("gravity_ell", target, SynthRequest.Heights.ZERO), WORKERS.executor())
                .values();
        double[] expected = {
            983094.531649,
            983112.713740,
            981058.196913,
            978703.155417,
            982607.801332,
            980063.459108,
            979324.232652,
            981883.917387
        };
        for (int i = 0; i < expected.length; i++) {
            assertThat(gravity[i]).isCloseTo(expected[i], within(1e-6));
        }
        assertThat(gravity[8]).isCloseTo(983208.154488, within(1e-4));
        double[] potential = Synthesis.run(
                        egm96, request("potential", target, SynthRequest.Heights.ZERO), WORKERS.executor())
                .values();
        assertThat(potential[0]).isCloseTo(6.2633617539746E+07, within(1e-5));
        assertThat(potential[2]).isCloseTo(6.2592433633790E+07, within(1e-5));
        assertThat(potential[8]).isCloseTo(6.2636990667161E+07, within(1e-5));
    }

    // The service's gravity_anomaly is Molodensky's at the heights in its column h_over_geoid, 0 to 2,102 m. The file
    // has them in centimetres and the
    // values in more digits than matter.
    @Test
    void egm96_gives_the_molodensky_anomaly_of_the_icgem_service_at_every_point() throws IOException {
        Path file = data("gravity", "EGM96PolandGravityAnomaly.gdf");
        ModelSource egm96 = ModelFiles.read(data("gravity", "egm96.gfc.tar.gz"));
        List<String> lines = Files.readAllLines(file);
        List<double[]> published = lines.stream()
                .filter(line -> line.matches("[-0-9. ]+"))
                .filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.trim().split(" +", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertThat(published).hasSize(6426);
        StringBuilder csv = new StringBuilder("lon,lat,height\n");
        published.forEach(p -> csv.append(p[0] + "," + p[1] + "," + p[2] + "\n"));
        double[] atPoints = Synthesis.run(
                        egm96,
                        request("gravity_anomaly", points(csv.toString()), SynthRequest.Heights.ZERO),
                        WORKERS.executor())
                .values();
        requireService(published, atPoints);
        Topography ground = Topography.read(file);
        assertThat(ground.reference()).isEqualTo(EvaluationHeights.Reference.GEOID);
        SynthRequest.Heights heights =
                new SynthRequest.Heights(0, Optional.of(ground.reference()), Optional.of(ground.heights()));
        SynthTarget.Grid target = SynthTarget.grid(new BoundingBox(48.8, 55, 14.11, 24.21), 0.1, Registration.NODE);
        double[] onGrid = Synthesis.run(egm96, request("gravity_anomaly", target, heights), WORKERS.executor())
                .values();
        requireService(published, onGrid);
    }

    private static void requireService(List<double[]> published, double[] values) {
        assertThat(values).hasSize(published.size());
        double squares = 0;
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - published.get(i)[3];
            squares += difference * difference;
            worst = Math.max(worst, Math.abs(difference));
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "ICGEM's anomalies of EGM96: rms %.2e, largest %.2e mGal of %d%n",
                Math.sqrt(squares / values.length),
                worst,
                values.length);
        assertThat(Math.sqrt(squares / values.length)).isLessThan(5e-5);
        assertThat(worst).isLessThan(5e-4);
    }

    @Test
    void heights_beside_the_values_of_an_icgem_grid_are_a_topography() throws IOException {
        FloatGrid egm96 = Topography.read(data("gravity", "EGM96PolandGravityAnomaly.gdf"))
                .heights();
        FloatGrid egm2008 = Topography.read(data("gravity", "EGM2008PolandGravityAnomaly.gdf"))
                .heights();
        assertThat(egm2008.values()).isEqualTo(egm96.values());
        assertThat(egm96.unit()).isEqualTo(Unit.METRE);
        FloatGrid brasil =
                Topography.read(data("gravity", "eigen-6c3stat-brasil.gdf")).heights();
        assertThat(brasil.get(0, 0)).isEqualTo(261.12f);
        FloatGrid hawaii =
                Topography.read(data("gravity", "eigen-6c3stat-havai.gdf")).heights();
        assertThat(hawaii.get(0, 0)).isZero();
        float top = 0;
        for (float h : hawaii.values()) {
            top = Math.max(top, h);
        }
        assertThat(top).as("Mauna Kea, 4,205 m, in steps of 0.1 degree").isBetween(3000f, 4205f);
        // a grid of nothing but heights is its values
        FloatGrid etopo =
                Topography.read(data("topography", "etopo1-brasil.gdf")).heights();
        assertThat(etopo.get(0, 0)).isEqualTo((float) 252.21264);
    }

    @Test
    void a_topography_counts_exactly_at_its_nodes_even_beside_voids() throws IOException {
        GridGeometry nodes = GridGeometry.ofNodes(Crs.WGS84, 10, 10.2, 50, 50.2, 3, 3);
        float nan = Float.NaN;
        FloatGrid ground = new FloatGrid(nodes, Unit.METRE, new float[] {nan, 100, nan, 200, 300, 400, nan, 500, nan});
        ModelSource egm96 = ModelFiles.read(data("gravity", "egm96.gfc.tar.gz"));
        SynthRequest.Heights surface = new SynthRequest.Heights(0, Optional.empty(), Optional.of(ground));
        SynthTarget target = points("lon,lat\n10.1,50.2\n10,50.1\n10.1,50.1\n10.05,50.1\n10,50\n");
        double[] onSurface = Synthesis.run(egm96, request("gravity_anomaly", target, surface), WORKERS.executor())
                .values();
        SynthTarget own = points("lon,lat,height\n10.1,50.2,100\n10,50.1,200\n10.1,50.1,300\n10.05,50.1,250\n");
        double[] expected = Synthesis.run(
                        egm96, request("gravity_anomaly", own, SynthRequest.Heights.ZERO), WORKERS.executor())
                .values();
        for (int i = 0; i < expected.length; i++) {
            assertThat(onSurface[i]).isCloseTo(expected[i], within(1e-9));
        }
        assertThat(onSurface[4]).isNaN();
    }

    @Test
    void a_description_names_degree_resolution_tide_sigmas_and_epochs() {
        ModelDescription egm96 = ModelDescription.of(ModelFiles.read(data("gravity", "egm96.gfc.tar.gz")));
        assertThat(egm96.facts().toString())
                .contains(
                        "EGM96",
                        "value=360]",
                        "0.5000°",
                        "3.986004415E14",
                        "6378136.3",
                        "tide_free",
                        "formal",
                        "static");
        assertThat(egm96.problems()).isEmpty();
        ModelDescription variable =
                ModelDescription.of(ModelFiles.read(data("gravity", "gfc_edge", "EIGEN-6S4-v2-truncated")));
        assertThat(variable.facts().toString()).contains("calibrated", "from 1950.00 to 2050.00");
        ModelDescription mars = ModelDescription.of(ModelFiles.read(data("gravity", "gfc_edge", "jgm85f01.truncated")));
        assertThat(mars.facts().toString()).contains("mars");
        ModelDescription mf7 = ModelDescription.of(ModelFiles.read(data("magnetic", "MF7.shc")));
        assertThat(mf7.facts().toString()).contains("16 to 133", "1.353°", "2005.0, static");
        assertThat(ModelDescription.of(ModelFiles.read(data("magnetic", "IGRF14.shc")))
                        .facts()
                        .toString())
                .contains("1900.0 to 2030.0");
    }

    // Output of the IAGA program igrf14syn (X, Y, Z, F in nT) at geodetic positions: date, height in km, colatitude,
    // east longitude. Source:
    // SatelliteToolboxGeomagneticField.jl, test/IGRF14_test_geodetic.txt. igrf14syn uses degree 10 before 2000 and the
    // same coefficients.
    @Test
    void igrf14_equals_the_reference_program() throws IOException {
        ShcModel file = ((ModelSource.Magnetic) ModelFiles.read(data("magnetic", "IGRF14.shc"))).file();
        IgrfField field = Models.mainField(file);
        double[][] rows = {
            {1900.0, 232.32, 68.00, 165.11, 27505.75351, 3089.91355, 16985.87684, 32475.12977},
            {1971.9, 372.19, 4.23, 244.39, -1032.48029, 117.36753, 48759.11091, 48770.18236},
            {2012.2, 77.18, 4.81, 190.69, 750.03774, 394.68103, 55395.16588, 55401.64919},
            {1990.6, 34.18, 34.51, 24.06, 16779.17251, 1244.60056, 46474.73203, 49426.61609},
            {1985.4, 1232.12, 89.19, 131.52, 21664.23307, 807.92095, -6610.42391, 22664.71784},
            {2022.1, 829.10, 46.47, 114.85, 17590.40262, -1731.07191, 33147.28408, 37565.42714},
            {2027.9, 139.86, 45.06, 138.29, 23759.41728, -4335.97718, 42511.80742, 48893.39810},
            {2011.8, 222.44, 1.43, 247.84, -723.44139, -1045.98675, 51636.66448, 51652.32400},
            {1912.3, 461.20, 0.27, 149.15, 5.54379, 2869.14288, 47029.33285, 47116.77154},
            {1922.0, 1467.14, 70.47, 268.80, 15531.14275, 1739.12731, 18233.01224, 24014.23941},
        };
        for (double[] r : rows) {
            MainFieldVector b = field.at(90 - r[2], r[3], 1000 * r[1], r[0]);
            assertThat(b.bn()).as("X at %s", r[0]).isCloseTo(r[4], within(0.3));
            assertThat(b.be()).as("Y at %s", r[0]).isCloseTo(r[5], within(0.3));
            assertThat(-b.bu()).as("Z at %s", r[0]).isCloseTo(r[6], within(0.3));
            assertThat(b.intensity()).as("F at %s", r[0]).isCloseTo(r[7], within(0.3));
        }
        assertThatThrownBy(() -> field.at(0, 0, 0, 1899.9))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("1900.0..2030.0");
        assertThatThrownBy(() -> field.at(0, 0, 0, 2030.1)).isInstanceOf(GamException.class);
    }

    @Test
    void crustal_models_give_a_total_field_anomaly_along_the_main_field() throws IOException {
        ModelSource crust = ModelFiles.read(data("magnetic", "LCS-1.shc"));
        ShcModel igrf = ((ModelSource.Magnetic) ModelFiles.read(data("magnetic", "IGRF14.shc"))).file();
        SynthTarget target = points("latitude,longitude,height\n51.7,36.5,0\n-30,25,4000\n");
        SynthRequest tmi = new SynthRequest(
                "tmi",
                target,
                SynthRequest.Heights.ZERO,
                new SynthRequest.Terms(
                        OptionalInt.of(16), OptionalInt.empty(), OptionalDouble.of(2015), Optional.empty()),
                "WGS84",
                Optional.of(igrf));
        SynthResult result = Synthesis.run(crust, tmi, WORKERS.executor());
        // the Kursk anomaly is the strongest of all at these wavelengths
        assertThat(result.values()[0]).isGreaterThan(200);
        assertThat(Math.abs(result.values()[1])).isLessThan(300);
        assertThat(result.facts()).anyMatch(f -> f.value().contains("IGRF"));
        assertThatThrownBy(() ->
                        Synthesis.run(crust, request("tmi", target, SynthRequest.Heights.ZERO), WORKERS.executor()))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("main field");
        assertThat(ModelFiles.read(data("magnetic", "MF7.shc"))).isInstanceOf(ModelSource.Magnetic.class);
    }

    @Test
    void an_unknown_quantity_is_answered_with_the_list() throws IOException {
        Path file = dir.resolve("tiny.gfc");
        Files.writeString(file, """
                modelname T
                earth_gravity_constant 3.986004415e14
                radius 6378136.3
                max_degree 2
                end_of_head
                gfc 2 0 -4.84165371736e-4 0
                """);
        ModelSource model = ModelFiles.read(file);
        SynthTarget target = SynthTarget.grid(new BoundingBox(-90, 90, -180, 180), 30, Registration.NODE);
        assertThatThrownBy(() ->
                        Synthesis.run(model, request("gravty", target, SynthRequest.Heights.ZERO), WORKERS.executor()))
                .isInstanceOfSatisfying(
                        GamException.class,
                        e -> assertThat(e.help())
                                .contains("gravity_disturbance", "height_anomaly", "second_r_derivative"));
    }

    @Test
    void every_grid_format_is_written_and_a_model_without_degree_zero_has_its_mass() throws IOException {
        Path file = dir.resolve("tiny.gfc");
        Files.writeString(file, """
                earth_gravity_constant 3.986004418e14
                radius 6378137
                max_degree 2
                end_of_head
                gfc 2 0 -4.84166774985e-4 0
                """);
        SynthTarget target = SynthTarget.grid(new BoundingBox(-60, 60, 170, -170), 5, Registration.CELL);
        SynthResult result = Synthesis.run(
                ModelFiles.read(file),
                request("gravity_disturbance", target, SynthRequest.Heights.ZERO),
                WORKERS.executor());
        for (String name : List.of("a.nc", "a.tif", "a.gdf", "a.csv", "a.xyz")) {
            Path out = dir.resolve(name);
            SynthOutput.write(out, List.of(result));
            assertThat(out).isNotEmptyFile();
        }
        FloatGrid back = IcgemGrid.open(dir.resolve("a.gdf")).read();
        assertThat(back.geometry().columns()).isEqualTo(4);
        for (int i = 0; i < back.values().length; i++) {
            assertThat((double) back.values()[i]).isCloseTo(result.values()[i], within(1e-4));
            assertThat(Math.abs(result.values()[i])).isLessThan(5);
        }
        assertThat(Files.readAllLines(dir.resolve("a.csv")))
                .hasSize(1 + 24 * 4)
                .first()
                .isEqualTo("longitude,latitude,gravity_disturbance");
        assertThatThrownBy(() -> SynthOutput.check(dir.resolve("a.png"), target, 1))
                .isInstanceOfSatisfying(
                        GamException.class, e -> assertThat(e.help()).contains(".nc"));
    }

    @Test
    void bodies_other_than_the_earth_need_a_sphere() throws IOException {
        ModelSource moon = ModelFiles.read(data("gravity", "gfc_edge", "GrazLGM300c.truncated"));
        SynthTarget target = points("lon,lat\n0,0\n");
        assertThatThrownBy(() ->
                        Synthesis.run(moon, request("gravity", target, SynthRequest.Heights.ZERO), WORKERS.executor()))
                .isInstanceOfSatisfying(
                        GamException.class, e -> assertThat(e.help()).contains("sphere"));
        SynthRequest sphere = new SynthRequest(
                "gravitation", target, SynthRequest.Heights.ZERO, SynthRequest.Terms.ALL, "sphere", Optional.empty());
        assertThat(Synthesis.run(moon, sphere, WORKERS.executor()).values()[0]).isCloseTo(162_270, within(500.0));
    }
}
