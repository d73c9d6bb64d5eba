package org.geoanomaly.gam.geophysics.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GravitySynthesisTest {
    private static final ExecutorService EXECUTOR = java.util.concurrent.Executors.newFixedThreadPool(2);
    private static final GravityModel MODEL = Models.kaula(120, 1);
    private static final GravitySynthesis SYNTHESIS = new GravitySynthesis(MODEL, Models.WGS84, 0, 120);

    @AfterAll
    static void stop() {
        EXECUTOR.shutdownNow();
    }

    private static EvaluationHeights ellipsoidal(double h) {
        return EvaluationHeights.constant(h, EvaluationHeights.Reference.ELLIPSOID);
    }

    private static double[] latitudes(GridGeometry g) {
        double[] out = new double[g.size()];
        Arrays.setAll(out, i -> g.y(i / g.columns()));
        return out;
    }

    private static double[] longitudes(GridGeometry g) {
        double[] out = new double[g.size()];
        Arrays.setAll(out, i -> g.x(i % g.columns()));
        return out;
    }

    @ParameterizedTest
    @EnumSource(GravityQuantity.class)
    void a_global_grid_through_the_fft_equals_point_synthesis(GravityQuantity quantity) {
        // 40 columns are fewer than 2 · 120 orders, so orders fold; rows mirror; both poles are nodes
        GridGeometry global = GridGeometry.ofNodes(Crs.WGS84, -180, 171, -90, 90, 40, 19);
        compare(quantity, global, ellipsoidal(1000), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(
            value = GravityQuantity.class,
            names = {"GRAVITY_DISTURBANCE", "GEOID", "POTENTIAL"})
    void a_regional_grid_across_the_dateline_equals_point_synthesis(GravityQuantity quantity) {
        GridGeometry region = new GridGeometry(Crs.WGS84, 175.3, 12.7, 0.37, 0.41, 31, 47, Registration.CELL);
        compare(quantity, region, ellipsoidal(0), 1e-10);
    }

    @Test
    void a_grid_on_topography_above_the_geoid_equals_point_synthesis() {
        GridGeometry region = new GridGeometry(Crs.WGS84, 80, 35, 0.5, 0.5, 20, 14, Registration.CELL);
        double[] ground = new double[region.size()];
        Arrays.setAll(ground, i -> 4000 + 3900 * Math.sin(i * 0.7));
        ground[17] = Double.NaN;
        EvaluationHeights surface = EvaluationHeights.surface(ground, EvaluationHeights.Reference.GEOID);
        for (GravityQuantity q : new GravityQuantity[] {
            GravityQuantity.GRAVITY_ANOMALY, GravityQuantity.HEIGHT_ANOMALY, GravityQuantity.GRAVITY_DISTURBANCE
        }) {
            compare(q, region, surface, 2e-7);
        }
    }

    // at H = 0 a grid is one synthesis on the ellipsoid, continued by ζ; points are two. Towards the poles this model
    // of degree 2190 has thousands of
    // milligals, for its coefficients do not fall off as the Earth's do
    @ParameterizedTest
    @CsvSource({
        "GRAVITY_ANOMALY, 120, 1e-8",
        "GRAVITY_ANOMALY, 2190, 1e-5",
        "HEIGHT_ANOMALY, 120, 1e-6",
        "HEIGHT_ANOMALY, 2190, 5e-5",
        "GRAVITY_ANOMALY_CL, 120, 1e-8"
    })
    void a_grid_on_the_geoid_equals_point_synthesis(GravityQuantity quantity, int degree, double relative) {
        GravitySynthesis synthesis = new GravitySynthesis(Models.kaula(degree, 3), Models.WGS84, 0, degree);
        EvaluationHeights geoid = EvaluationHeights.constant(0, EvaluationHeights.Reference.GEOID);
        for (GridGeometry g : List.of(
                GridGeometry.ofNodes(Crs.WGS84, -180, 165, -90, 90, 24, 7),
                new GridGeometry(Crs.WGS84, 30, 90, 7.3, 0.03, 9, 2, Registration.CELL))) {
            double[] grid = synthesis.grid(quantity, g, geoid, EXECUTOR);
            double[] points = synthesis.points(quantity, latitudes(g), longitudes(g), geoid, EXECUTOR);
            double worst = 0;
            for (int i = 0; i < grid.length; i++) {
                worst = Math.max(worst, Math.abs(grid[i] - points[i]));
            }
            double largest = Arrays.stream(points).map(Math::abs).max().orElseThrow();
            assertThat(largest).isGreaterThan(10);
            assertThat(worst).isLessThan(relative * largest);
        }
    }

    private static void compare(GravityQuantity quantity, GridGeometry g, EvaluationHeights heights, double relative) {
        double[] grid = SYNTHESIS.grid(quantity, g, heights, EXECUTOR);
        double[] points = SYNTHESIS.points(quantity, latitudes(g), longitudes(g), heights, EXECUTOR);
        double largest = Arrays.stream(points)
                .filter(v -> !Double.isNaN(v))
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int i = 0; i < grid.length; i++) {
            if (Double.isNaN(points[i])) {
                assertThat(grid[i]).isNaN();
            } else {
                assertThat(grid[i]).isCloseTo(points[i], within(relative * largest));
            }
        }
    }

    @Test
    void the_number_of_threads_does_not_change_a_bit() {
        GridGeometry g = new GridGeometry(Crs.WGS84, -180, 90, 1, 1, 360, 180, Registration.CELL);
        GravityQuantity q = GravityQuantity.GRAVITY_ANOMALY;
        EvaluationHeights h = EvaluationHeights.constant(0, EvaluationHeights.Reference.GEOID);
        double[] one = Models.on(1, e -> SYNTHESIS.grid(q, g, h, e));
        double[] four = Models.on(4, e -> SYNTHESIS.grid(q, g, h, e));
        assertThat(one).containsExactly(four);
    }

    @Test
    void a_model_of_the_normal_field_has_no_anomalies() {
        HarmonicCoefficients c = new HarmonicCoefficients(20);
        c.set(0, 0, 1, 0);
        for (int n = 2; n <= 20; n += 2) {
            c.set(n, 0, -Ellipsoid.WGS84.evenZonal(n / 2) / Math.sqrt(2 * n + 1), 0);
        }
        GravityModel normal =
                GravityModel.of("normal", Ellipsoid.WGS84.gm(), Ellipsoid.WGS84.semimajorAxis(), c, TideSystem.UNKNOWN);
        GravitySynthesis synthesis = new GravitySynthesis(normal, Models.WGS84, 0, 20);
        double[] lat = {-90, -41.3, 0, 12, 90};
        double[] lon = {0, 10, 200, -50, 3};
        assertThat(synthesis.points(GravityQuantity.GRAVITY_DISTURBANCE, lat, lon, ellipsoidal(0), EXECUTOR))
                .containsOnly(new double[] {0.0}, within(1e-8));
        double[] gravity = synthesis.points(GravityQuantity.GRAVITY, lat, lon, ellipsoidal(2500), EXECUTOR);
        for (int i = 0; i < lat.length; i++) {
            assertThat(gravity[i]).isCloseTo(1e5 * NormalGravity.at(lat[i], 2500), within(1e-7));
        }
        double[] potential = synthesis.points(GravityQuantity.GRAVITY_POTENTIAL, lat, lon, ellipsoidal(0), EXECUTOR);
        assertThat(potential).containsOnly(new double[] {Ellipsoid.WGS84.surfacePotential()}, within(1e-6));
    }

    @Test
    void gravity_is_the_gradient_of_the_gravity_potential_along_the_vertical() {
        double d = 50;
        double[] lat = {47.3};
        double[] lon = {-12.1};
        double up = SYNTHESIS.points(GravityQuantity.GRAVITY_POTENTIAL, lat, lon, ellipsoidal(1000 + d), EXECUTOR)[0];
        double down = SYNTHESIS.points(GravityQuantity.GRAVITY_POTENTIAL, lat, lon, ellipsoidal(1000 - d), EXECUTOR)[0];
        double gravity = SYNTHESIS.points(GravityQuantity.GRAVITY, lat, lon, ellipsoidal(1000), EXECUTOR)[0];
        // the rest is the deflection of the vertical, (1e-4)²/2 of gravity, and rounding of 6e7 m²/s² over 100 m
        assertThat((down - up) / (2 * d) * 1e5).isCloseTo(gravity, within(0.05));
    }

    @Test
    void height_anomaly_makes_the_normal_potential_at_the_telluroid_equal_the_true_one_at_the_ground() {
        double[] lat = {52};
        double[] lon = {20};
        double ground = 1500;
        EvaluationHeights heights = EvaluationHeights.constant(ground, EvaluationHeights.Reference.GEOID);
        double zeta = SYNTHESIS.points(GravityQuantity.HEIGHT_ANOMALY, lat, lon, heights, EXECUTOR)[0];
        double w =
                SYNTHESIS.points(GravityQuantity.GRAVITY_POTENTIAL, lat, lon, ellipsoidal(ground + zeta), EXECUTOR)[0];
        LocalPoint telluroid = new LocalPoint(Models.WGS84);
        telluroid.moveTo(52, ground);
        // Bruns' formula neglects half the vertical gradient of γ times ζ²: 1.54e-6 · ζ² in potential
        assertThat(w).isCloseTo(telluroid.normalPotential, within(1.6e-6 * zeta * zeta + 1e-6));
        double g = SYNTHESIS.points(GravityQuantity.GRAVITY, lat, lon, ellipsoidal(ground + zeta), EXECUTOR)[0];
        double anomaly = SYNTHESIS.points(GravityQuantity.GRAVITY_ANOMALY, lat, lon, heights, EXECUTOR)[0];
        // the service's anomaly is for a point 5 m south of this one
        assertThat(anomaly).isCloseTo(g - 1e5 * telluroid.normalGravity, within(0.02));
        EvaluationHeights far = EvaluationHeights.constant(20_000, EvaluationHeights.Reference.GEOID);
        double farAnomaly = SYNTHESIS.points(GravityQuantity.GRAVITY_ANOMALY, lat, lon, far, EXECUTOR)[0];
        double farZeta = SYNTHESIS.points(GravityQuantity.HEIGHT_ANOMALY, lat, lon, far, EXECUTOR)[0];
        double farGravity =
                SYNTHESIS.points(GravityQuantity.GRAVITY, lat, lon, ellipsoidal(20_000 + farZeta), EXECUTOR)[0];
        telluroid.moveTo(52, 20_000);
        assertThat(farAnomaly).isCloseTo(farGravity - 1e5 * telluroid.normalGravity, within(1e-5));
    }

    @Test
    void spherical_approximations_are_close_to_the_exact_functionals() {
        double[] lat = {-70, -20, 5, 33, 81};
        double[] lon = {0, 77, -120, 15, 160};
        double[] exact = SYNTHESIS.points(GravityQuantity.GRAVITY_DISTURBANCE, lat, lon, ellipsoidal(0), EXECUTOR);
        double[] simple = SYNTHESIS.points(GravityQuantity.GRAVITY_DISTURBANCE_SA, lat, lon, ellipsoidal(0), EXECUTOR);
        for (int i = 0; i < lat.length; i++) {
            assertThat(simple[i]).isCloseTo(exact[i], within(0.4));
        }
    }

    @Test
    void degrees_outside_the_range_do_not_enter() {
        GravitySynthesis all = new GravitySynthesis(MODEL, Models.WGS84, 0, 120);
        GravitySynthesis low = new GravitySynthesis(MODEL, Models.WGS84, 0, 49);
        GravitySynthesis high = new GravitySynthesis(MODEL, Models.WGS84, 50, 5000);
        double[] lat = {31};
        double[] lon = {91};
        GravityQuantity q = GravityQuantity.DISTURBING_POTENTIAL;
        assertThat(low.points(q, lat, lon, ellipsoidal(0), EXECUTOR)[0]
                        + high.points(q, lat, lon, ellipsoidal(0), EXECUTOR)[0])
                .isCloseTo(all.points(q, lat, lon, ellipsoidal(0), EXECUTOR)[0], within(1e-9));
    }

    @Test
    void the_permanent_tide_moves_c20_by_the_published_amounts() {
        // EGM2008: C20 tide-free −0.484165143790815e-3, zero-tide −0.484169317366974e-3 (Pavlis et al. 2012)
        assertThat(TideSystem.TIDE_FREE.c20To(TideSystem.ZERO_TIDE)).isCloseTo(-4.173576159e-9, within(1e-17));
        GravityModel there = MODEL.in(TideSystem.MEAN_TIDE);
        GravityModel back = there.in(TideSystem.TIDE_FREE);
        assertThat(there.potential().coefficients().cosine(2, 0))
                .isCloseTo(
                        MODEL.potential().coefficients().cosine(2, 0) - 1.3 * 3.11080e-8 / Math.sqrt(5), within(1e-18));
        assertThat(back.potential().coefficients().cosine(2, 0))
                .isCloseTo(MODEL.potential().coefficients().cosine(2, 0), within(1e-18));
    }

    @Test
    void projected_grids_are_refused() {
        GridGeometry utm = new GridGeometry(Crs.epsg(32633, false), 0, 0, 10, 10, 3, 3, Registration.CELL);
        assertThatThrownBy(() -> SYNTHESIS.grid(GravityQuantity.GEOID, utm, ellipsoidal(0), EXECUTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("geographic");
    }
}
