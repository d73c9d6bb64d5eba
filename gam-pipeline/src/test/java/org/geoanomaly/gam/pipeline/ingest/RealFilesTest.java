package org.geoanomaly.gam.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.config.SourceSpec.Catalogued;
import org.geoanomaly.gam.pipeline.config.SourceSpec.LocalFile;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.RawData.Points;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of rows and sums were found with Python's csv module, values of grids with GDAL. */
class RealFilesTest {
    @TempDir
    Path folder;

    private Reading reading;
    private Path data;

    @BeforeEach
    void open() {
        data = Reading.realData();
        reading = Reading.ofRealData(folder);
    }

    @AfterEach
    void close() {
        if (reading != null) {
            reading.close();
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static float largest(RawData.Gridded data) {
        float largest = 0;
        for (float v : data.grid().values()) {
            assertThat(v).isNotNaN();
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    @Test
    void gravity_stations_of_southern_africa() throws IOException {
        Points points =
                reading.points("gravity", new Catalogued("southern-africa-gravity"), new BoundingBox(-30, -25, 25, 30));

        assertThat(points.columns().keySet()).containsExactly("longitude", "latitude", "height", "value");
        assertThat(points.rows()).isEqualTo(2475);
        assertThat(sum(points.column(Points.VALUE))).isCloseTo(2422223743.35, within(1e-3));
        assertThat(sum(points.column(Points.HEIGHT))).isCloseTo(3462228.7, within(1e-3));
        RawData.Facts facts = points.facts();
        assertThat(facts.quantity()).isEqualTo("gravity");
        assertThat(facts.unit()).isEqualTo(Unit.MILLIGAL);
        assertThat(facts.unitStated()).isTrue();
        assertThat(facts.heightM()).isNull();
        assertThat(facts.epoch()).isNull();
    }

    @Test
    void flight_lines_over_britain_with_their_years() throws IOException {
        Points points = reading.points("magnetic", new Catalogued("britain-magnetic"), new BoundingBox(53, 54, -3, -1));

        assertThat(points.columns().keySet()).containsExactly("longitude", "latitude", "height", "value", "year");
        assertThat(points.rows()).isEqualTo(5733);
        assertThat(sum(points.column(Points.VALUE))).isEqualTo(9115.0);
        assertThat(sum(points.column(Points.HEIGHT))).isEqualTo(2536076.0);
        assertThat(points.facts().quantity()).isEqualTo("total_field_anomaly");
        assertThat(points.facts().unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(points.facts().epoch())
                .as("mean of the years, taken as their middles")
                .isCloseTo(1956.6546310832025 + 0.5, within(1e-9));
        assertThat(points.facts().notes()).contains("measured 1955 to 1958");
    }

    @Test
    void every_row_of_the_large_tables_comes_through() throws IOException {
        assertThat(reading.points("magnetic", new Catalogued("britain-magnetic"), BoundingBox.GLOBE)
                        .rows())
                .isEqualTo(541_508);
        assertThat(reading.points("magnetic", new Catalogued("osborne-magnetic"), BoundingBox.GLOBE)
                        .rows())
                .isEqualTo(990_987);
    }

    @Test
    void flight_lines_at_osborne_without_their_line_numbers() throws IOException {
        Points points = reading.points(
                "magnetic", new Catalogued("osborne-magnetic"), new BoundingBox(-22.2, -22.0, 140.5, 140.7));

        assertThat(points.columns().keySet()).containsExactly("longitude", "latitude", "height", "value");
        assertThat(points.rows()).isEqualTo(180_218);
        assertThat(sum(points.column(Points.VALUE))).isEqualTo(71859374.0);
        assertThat(sum(points.column(Points.HEIGHT))).isEqualTo(61271401.0);
    }

    @Test
    void both_files_of_the_bushveld_archive() throws IOException {
        Points gravity =
                reading.points("gravity", new Catalogued("bushveld-gravity"), new BoundingBox(-25.5, -24.5, 27, 29));
        RawData.Gridded topography = reading.grid(
                "topography", new Catalogued("bushveld-topography"), new BoundingBox(-25.5, -24.5, 27, 29));

        assertThat(gravity.rows()).isEqualTo(421);
        assertThat(sum(gravity.column(Points.VALUE))).isCloseTo(412002351.03, within(1e-3));
        assertThat(gravity.columns()).containsKey(Points.HEIGHT);
        assertThat(topography.facts().unit()).isEqualTo(Unit.METRE);
        assertThat(topography.grid().geometry().dx()).isCloseTo(1 / 60.0, within(1e-9));
        assertThat(topography.grid().geometry().columns()).isBetween(121, 124);
    }

    @Test
    void a_window_across_the_antimeridian_takes_both_ends_of_a_grid() throws IOException {
        RawData.Gridded fiji = reading.grid(
                "topography", new Catalogued("earth-topography-10arcmin"), new BoundingBox(-20, -16, 177, -178));

        var g = fiji.grid().geometry();
        assertThat(g.crs()).isEqualTo(Crs.WGS84);
        assertThat(g.west()).isBetween(176.5, 177.0);
        assertThat(g.east()).isBetween(182.0, 182.5);
        assertThat(Reading.at(fiji, 179.5, -17)).isEqualTo(-1547f);
        assertThat(Reading.at(fiji, -179.5, -17)).isEqualTo(-1294f);
        assertThat(Reading.at(fiji, 178, -18)).isEqualTo(549f);
        assertThat(Reading.at(fiji, -179.16666667, -19.5)).isEqualTo(-1738f);
    }

    @Test
    void an_icgem_grid_keeps_what_its_header_says() throws IOException {
        RawData.Gridded anomaly =
                reading.grid("gravity", new Catalogued("egm2008-poland-anomaly"), new BoundingBox(54, 55, 14, 15));

        assertThat(Reading.at(anomaly, 14.11, 55.0)).isEqualTo((float) -19.859277404422);
        assertThat(Reading.at(anomaly, 14.51, 55.0)).isEqualTo((float) -21.699545763809);
        assertThat(anomaly.facts().quantity()).isEqualTo("gravity_anomaly");
        assertThat(anomaly.facts().resolutionDeg()).isEqualTo(0.1);
        assertThat(anomaly.facts().notes()).contains("from the model EGM2008");
    }

    @Test
    void a_magnetic_grid_states_its_height() throws IOException {
        RawData.Gridded emag =
                reading.grid("magnetic", new Catalogued("emag2-v2-1deg"), new BoundingBox(40, 60, -10, 10));

        assertThat(emag.facts().heightM()).isEqualTo(4000.0);
        assertThat(emag.facts().quantity()).isEqualTo("total_field_anomaly");
        assertThat(emag.grid().geometry().rows()).isBetween(20, 24);
    }

    @Test
    void a_projected_grid_lands_where_gdal_puts_it() throws IOException {
        LocalFile swiss = new LocalFile(
                data.resolve("validator/tif/zh_dem_25.tif"),
                null,
                null,
                Unit.METRE,
                null,
                null,
                null,
                null,
                null,
                "EPSG:21781",
                -9999.0,
                null,
                null,
                null,
                null,
                null,
                null);
        RawData.Gridded dem = reading.grid("topography", swiss, new BoundingBox(47.35, 47.41, 8.47, 8.57));

        assertThat(dem.grid().geometry().crs()).isEqualTo(Crs.WGS84);
        assertThat((double) Reading.at(dem, 8.53, 47.38)).isCloseTo(408.0, within(8.0));
        assertThat((double) Reading.at(dem, 8.50, 47.36)).isCloseTo(517.0, within(8.0));
    }

    @Test
    void a_gravity_model_is_evaluated_as_finely_as_it_goes() throws IOException {
        RawData.Gridded egm = reading.grid("gravity", new Catalogued("egm96"), new BoundingBox(54, 55, 14, 15));

        assertThat(egm.facts().quantity()).isEqualTo("gravity_disturbance");
        assertThat(egm.facts().heightM()).isEqualTo(HarmonicGrid.USUAL_HEIGHT);
        assertThat(egm.facts().resolutionDeg()).isEqualTo(0.5);
        assertThat(egm.grid().geometry().dx()).isEqualTo(0.1);
        assertThat(egm.facts().notes()).anyMatch(n -> n.contains("nobody states a height"));
        assertThat(largest(egm)).isBetween(5f, 60f);
    }

    @Test
    void a_crustal_field_model_is_projected_on_the_main_field() throws IOException {
        RawData.Gridded lcs = reading.grid("magnetic", new Catalogued("lcs-1"), new BoundingBox(45, 55, -5, 5));

        assertThat(lcs.facts().quantity()).isEqualTo("total_field_anomaly");
        assertThat(lcs.facts().unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(lcs.facts().notes()).anyMatch(n -> n.startsWith("main field: "));
        assertThat(lcs.facts().resolutionDeg()).isCloseTo(180.0 / 185, within(1e-12));
        assertThat(largest(lcs)).isBetween(20f, 400f);
    }

    @Test
    void any_other_table_keeps_all_its_columns() throws IOException {
        LocalFile insar = LocalFile.of(data.resolve("insar/unimak_asc_ref.csv"));
        Points points = reading.points("insar", insar, new BoundingBox(54, 55.5, -166, -163));

        assertThat(points.columns().keySet())
                .containsExactly(
                        "longitude",
                        "latitude",
                        "column3",
                        "column4",
                        "column5",
                        "column6",
                        "column7",
                        "column8",
                        "column9",
                        "column10");
        assertThat(points.rows()).isEqualTo(800);
    }

    @Test
    void data_elsewhere_are_named_with_both_areas() {
        assertThatThrownBy(() -> reading.points(
                        "gravity", new Catalogued("southern-africa-gravity"), new BoundingBox(40, 50, 0, 10)))
                .isInstanceOf(DataFetchException.class)
                .hasMessageMatching(
                        "the gravity data of .*southern-africa-gravity.csv.xz lie elsewhere: they cover "
                                + "south -34.996, north -17.3333, west 11.9083, east 32.7467, and wanted is south 40, north 50, west 0, east 10");
        assertThatThrownBy(() -> reading.grid(
                        "gravity", new Catalogued("egm2008-poland-anomaly"), new BoundingBox(-10, 0, 14, 15)))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("they cover south 48.75, north 55.05, west 14.06, east 24.26");
    }

    @Test
    void a_source_of_another_modality_is_refused() {
        SourceSpec topography = new Catalogued("earth-topography-10arcmin");
        assertThatThrownBy(() -> reading.read("gravity", topography, new BoundingBox(0, 1, 0, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a source of topography");
    }

    @Test
    void a_gravity_model_gives_no_magnetic_data() {
        LocalFile model = LocalFile.of(data.resolve("gravity/egm96.gfc.tar.gz"));
        assertThatThrownBy(() -> reading.read("magnetic", model, new BoundingBox(0, 1, 0, 1)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("is a gravity model, which gives no magnetic data");
    }
}
