package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.junit.jupiter.api.Test;

/** What cannot be used is refused in one sentence that says what the values look like and which key to set. */
class RefusalTest {
    private final Scene scene = Scene.of(50, 10, 8, 2000);

    /** Stations in a row of places around the middle. */
    private static RawData.Points line(RawData.Facts facts, double... value) {
        double[] lon = new double[value.length];
        double[] lat = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            lon[i] = 10 + 0.01 * (i % 4 - 2);
            lat[i] = 50 + 0.01 * (i / 4 - 2);
        }
        return Scene.points(facts, lon, lat, new double[value.length], value);
    }

    private static double[] ramp(double from, double to) {
        double[] v = new double[16];
        for (int i = 0; i < v.length; i++) {
            v[i] = from + (to - from) * i / 15;
        }
        return v;
    }

    private PreprocessingException refused(RawData data) {
        return refused(scene, data);
    }

    private static PreprocessingException refused(Scene scene, RawData data) {
        return Objects.requireNonNull(catchThrowableOfType(PreprocessingException.class, () -> scene.process(data)));
    }

    private static void says(PreprocessingException e, String message, String help) {
        assertThat(e).hasMessageContaining(message);
        assertThat(e.help()).contains(help);
    }

    @Test
    void gravity_stated_in_milligal_but_given_in_micrometres() {
        says(
                refused(line(Scene.gravity("gravity"), ramp(9_810_000, 9_810_500))),
                "look like gravity in µm/s²",
                "state data.sources.gravity.unit: µm/s²");
    }

    @Test
    void gravity_stated_in_milligal_but_given_in_metres() {
        says(
                refused(line(Scene.gravity("gravity"), ramp(9.8100, 9.8104))),
                "look like gravity in m/s²",
                "data.sources.gravity.unit: m/s²");
    }

    @Test
    void gravity_in_gal_which_is_no_unit_of_ours() {
        says(
                refused(line(Scene.gravity("gravity"), ramp(981.00, 981.04))),
                "look like gravity in Gal",
                "multiply them by 1000");
    }

    @Test
    void anomalies_in_micrometres_that_no_anomaly_in_milligal_can_reach() {
        says(
                refused(line(Scene.gravity("gravity_anomaly"), ramp(-2500, 2500))),
                "look like gravity_anomaly in µm/s²",
                "data.sources.gravity.unit: µm/s²");
    }

    @Test
    void gravity_that_is_called_an_anomaly() {
        says(
                refused(line(Scene.gravity("gravity_anomaly"), ramp(981_000, 981_050))),
                "look like gravity in mGal",
                "state data.sources.gravity.quantity: gravity");
    }

    @Test
    void a_magnetic_anomaly_in_tesla_that_is_said_to_be_nanotesla() {
        says(
                refused(line(Scene.magnetic("total_field_anomaly"), ramp(-2e-7, 3e-7))),
                "look like total_field_anomaly in T",
                "state data.sources.magnetic.unit: T");
    }

    @Test
    void a_total_field_that_is_called_an_anomaly() {
        says(
                refused(line(Scene.magnetic("total_field_anomaly"), ramp(68_000, 69_000))),
                "look like total_field in nT",
                "data.sources.magnetic.quantity: total_field");
    }

    @Test
    void a_unit_of_something_else() {
        says(
                refused(line(Scene.facts("gravity", "gravity_anomaly", Unit.NANOTESLA, true), ramp(-20, 20))),
                "which is no unit of gravity",
                "data.sources.gravity.unit: mGal");
    }

    @Test
    void one_reading() {
        says(refused(line(Scene.gravity("gravity_anomaly"), 12.0)), "there is only one gravity reading", "data.bbox");
    }

    @Test
    void no_reading_in_the_tile() {
        RawData.Points far = Scene.points(
                Scene.gravity("gravity_anomaly"), new double[] {20, 21}, new double[] {45, 46}, null, ramp(1, 2, 2));
        says(refused(far), "they span longitudes 20.0 to 21.0 and latitudes 45.0 to 46.0", "data.bbox");
    }

    private static double[] ramp(double from, double to, int n) {
        return Arrays.copyOf(ramp(from, to), n);
    }

    @Test
    void longitude_and_latitude_exchanged() {
        RawData.Points right = line(Scene.gravity("gravity_anomaly"), ramp(-20, 20));
        RawData.Points wrong = Scene.points(
                right.facts(),
                right.column(RawData.Points.LATITUDE),
                right.column(RawData.Points.LONGITUDE),
                null,
                right.column(RawData.Points.VALUE));
        says(refused(wrong), "with longitude and latitude exchanged 16 of them do", "columns.longitude");
    }

    @Test
    void nothing_but_missing_values() {
        double[] none = new double[9];
        Arrays.fill(none, Double.NaN);
        says(refused(line(Scene.gravity("gravity"), none)), "all 9 gravity values are missing", "nodata");
    }

    @Test
    void terrain_asked_for_and_not_there() {
        Scene wants = scene.withBouguer(BouguerCorrection.TERRAIN);
        says(
                refused(wants, line(Scene.gravity("gravity_anomaly"), ramp(-20, 20))),
                "needs a terrain model",
                "data.sources.topography");
    }

    @Test
    void a_gravity_grid_at_no_known_height() {
        GridGeometry g = new GridGeometry(Crs.WGS84, 9, 51, 0.05, 0.05, 40, 40, Registration.CELL);
        float[] v = new float[g.size()];
        Arrays.fill(v, 981_000);
        RawData.Gridded grid = new RawData.Gridded(Scene.gravity("gravity"), new FloatGrid(g, Unit.MILLIGAL, v), null);
        says(refused(grid), "at a height that nobody states", "data.sources.gravity.height");
    }

    @Test
    void a_grid_that_does_not_reach_the_tile() {
        GridGeometry g = new GridGeometry(Crs.WGS84, 30, 11, 0.05, 0.05, 40, 40, Registration.CELL);
        RawData.Gridded grid = new RawData.Gridded(
                Scene.gravity("gravity_anomaly"), new FloatGrid(g, Unit.MILLIGAL, new float[g.size()]), null);
        says(refused(grid), "the gravity grid does not reach the tile", "data.bbox");
    }

    @Test
    void gravitation_to_which_no_normal_gravity_fits() {
        says(
                refused(line(Scene.gravity("gravitation"), ramp(981_000, 981_050))),
                "lacks the centrifugal acceleration",
                "gravity_disturbance");
    }

    @Test
    void unstated_units_are_converted_with_a_note() {
        List<String> notes = scene.withField(ReducedFields.DIPOLE)
                .process(line(Scene.facts("magnetic", "total_field_anomaly", Unit.NANOTESLA, false), ramp(-2e-7, 3e-7)))
                .notes();
        assertThat(notes).anyMatch(n -> n.contains("they are in T and were converted"));
    }
}
