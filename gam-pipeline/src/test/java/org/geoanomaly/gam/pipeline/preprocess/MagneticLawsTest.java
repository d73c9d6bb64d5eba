package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.config.Corrections;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.ProcessedData.Ambient;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.junit.jupiter.api.Test;

/** Total-field readings above a known magnetised body, sent through the whole chain. */
class MagneticLawsTest {
    private static final int CELLS = 24;
    private static final double CELL = 1000;
    private static final Prism PRISM = new Prism(-3000, 2500, -2000, 3500, -5000, -2000);

    private final Scene scene = Scene.of(40, 15, CELLS, CELL).withField(ReducedFields.DIPOLE);

    /** Readings 300 m up; {@code total} adds the main field of each reading's year. */
    private RawData.Points readings(boolean total) {
        int n = 1800;
        double[][] c = new double[5][n];
        Random random = new Random(11);
        double[] at = new double[2];
        AmbientField ambient = field(2000);
        BodyField body = body(ambient);
        for (int i = 0; i < n; i++) {
            double e = (random.nextDouble() - 0.5) * 1.2 * CELLS * CELL;
            double north = (random.nextDouble() - 0.5) * 1.2 * CELLS * CELL;
            scene.area().frame().toGeographic(e, north, at);
            c[0][i] = at[0];
            c[1][i] = at[1];
            c[2][i] = 300;
            c[4][i] = 1990 + 20 * random.nextDouble();
            c[3][i] = ambient.totalFieldAnomaly(body.at(e, north, 300).magnetic()) * 1e9;
            if (total) {
                c[3][i] += scene.field().get().at(at[1], at[0], 300, c[4][i]).intensity();
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(RawData.Points.LONGITUDE, c[0]);
        columns.put(RawData.Points.LATITUDE, c[1]);
        columns.put(RawData.Points.HEIGHT, c[2]);
        columns.put(RawData.Points.VALUE, c[3]);
        columns.put("year", c[4]);
        return new RawData.Points(Scene.magnetic(total ? "total_field" : "total_field_anomaly"), columns);
    }

    private AmbientField field(double epoch) {
        var f = scene.field().get().at(40, 15, 300, epoch);
        return new AmbientField(f.intensity(), f.inclination(), f.declination());
    }

    private static BodyField body(AmbientField ambient) {
        return new BodyField(List.of(Body.ofMagnetization(PRISM, ambient.induced(0.05))));
    }

    @Test
    void the_main_field_of_each_readings_date_is_removed() {
        ProcessedData data = scene.process(readings(true));
        assertThat(data.quantity()).isEqualTo("total_field_anomaly");
        AmbientField ambient = field(2000);
        BodyField body = body(ambient);
        double sum = 0;
        for (int i = 0; i < data.observations().size(); i++) {
            double e = data.observations().easting()[i];
            double n = data.observations().northing()[i];
            double truth = ambient.totalFieldAnomaly(body.at(e, n, 300).magnetic()) * 1e9;
            sum += Math.pow(data.observations().value()[i] - truth, 2);
        }
        // the anomaly spans 600 nT; the main field changes by 400 nT over the years of the readings
        assertThat(Math.sqrt(sum / data.observations().size())).isLessThan(3);
    }

    @Test
    void anomalies_are_used_as_they_are_and_give_the_same() {
        ProcessedData total = scene.process(readings(true));
        ProcessedData anomaly = scene.process(readings(false));
        for (int i = 0; i < total.observations().size(); i++) {
            assertThat(total.observations().value()[i])
                    .isCloseTo(anomaly.observations().value()[i], within(2.0));
        }
    }

    @Test
    void the_ambient_field_is_that_of_the_middle_of_the_tile_at_the_datas_epoch() {
        Ambient ambient = Objects.requireNonNull(scene.process(readings(false)).ambient());
        // of an axial dipole, tan I = 2 tan of the geocentric latitude (39.81 degrees for 40 geodetic)
        double geocentric = Math.atan(0.99330562 * Math.tan(Math.toRadians(40)));
        double inclination = Math.toDegrees(Math.atan(2 * Math.tan(geocentric)));
        // the horizon of the ellipsoid leans by the difference of the two latitudes
        assertThat(ambient.inclination()).isCloseTo(inclination - 40 + Math.toDegrees(geocentric), within(0.05));
        assertThat(ambient.declination()).isCloseTo(0, within(1e-9));
        assertThat(ambient.intensity()).isCloseTo(field(2000).intensity(), within(20.0));
    }

    @Test
    void reduced_to_the_pole_the_anomaly_stands_over_the_body_in_a_vertical_field() {
        Scene pole = scene.withCorrections(new Corrections(true, BouguerCorrection.NONE, 2670, true, true));
        ProcessedData data = pole.process(readings(false));
        assertThat(data.quantity()).isEqualTo("reduced_to_pole_anomaly");
        Ambient ambient = Objects.requireNonNull(data.ambient());
        assertThat(ambient.inclination()).isEqualTo(90);
        BodyField body = body(new AmbientField(ambient.intensity(), 90, 0));
        AmbientField vertical = new AmbientField(ambient.intensity(), 90, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < data.observations().size(); i++) {
            double e = data.observations().easting()[i];
            double n = data.observations().northing()[i];
            double truth = vertical.totalFieldAnomaly(body.at(e, n, 300).magnetic()) * 1e9;
            sum += Math.pow(data.observations().value()[i] - truth, 2);
            squares += truth * truth;
        }
        // a mean over so small a tile has no counterpart at the pole, hence so much
        assertThat(Math.sqrt(sum / squares)).isLessThan(0.2);
    }

    @Test
    void a_date_that_nobody_states_is_noted() {
        RawData.Points with = readings(false);
        Map<String, double[]> columns = new LinkedHashMap<>(with.columns());
        columns.remove("year");
        ProcessedData data = scene.process(new RawData.Points(with.facts(), columns));
        assertThat(data.notes()).anyMatch(n -> n.contains("2020 was assumed"));
    }
}
