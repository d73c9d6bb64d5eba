package org.geoanomaly.gam.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec.Columns;
import org.geoanomaly.gam.pipeline.config.SourceSpec.LocalFile;
import org.geoanomaly.gam.pipeline.data.RawData.Points;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final BoundingBox BOX = new BoundingBox(-10, 10, -10, 10);

    @TempDir
    Path folder;

    private Reading reading;

    @BeforeEach
    void open() {
        reading = Reading.of(folder);
    }

    @AfterEach
    void close() {
        reading.close();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private LocalFile table(String content) throws IOException {
        return LocalFile.of(file("table.csv", content));
    }

    private static LocalFile with(
            LocalFile f,
            @Nullable Columns columns,
            @Nullable String crs,
            @Nullable Double nodata,
            @Nullable Double height) {
        return new LocalFile(
                f.path(), null, null, null, height, null, null, columns, null, crs, nodata, null, null, null, null,
                null, null);
    }

    @Test
    void an_area_across_the_antimeridian_takes_both_sides_in_either_convention() throws IOException {
        LocalFile source = table("""
                lon,lat,gravity_mgal
                179.5,0,1
                -179.5,0,2
                180.5,0,3
                178.9,0,4
                -178.9,0,5
                180,0,6
                """);
        Points points = reading.points("gravity", source, new BoundingBox(-1, 1, 179, -179));

        assertThat(points.column(Points.VALUE)).containsExactly(1, 2, 3, 6);
        assertThat(points.column(Points.LONGITUDE)).containsExactly(179.5, -179.5, -179.5, -180);
    }

    @Test
    void edges_of_the_area_belong_to_it_and_the_globe_holds_everything() throws IOException {
        String rows = "lon,lat,gravity_mgal\n-10,-10,1\n10,10,2\n10.0001,0,3\n180,90,4\n-180,-90,5\n";

        assertThat(reading.points("gravity", table(rows), BOX).column(Points.VALUE))
                .containsExactly(1, 2);
        assertThat(reading.points("gravity", table(rows), BoundingBox.GLOBE).rows())
                .isEqualTo(5);
    }

    @Test
    void rows_that_cannot_be_used_are_counted() throws IOException {
        LocalFile source = table("""
                longitude,latitude,height_m,gravity_mgal,sigma
                1,1,100,5,0.1
                ,1,100,5,0.1
                1,95,100,5,0.1
                2,2,,6,0.2
                3,3,100,,0.1
                4,4,100,99999,0.1
                """);
        Points points = reading.points("gravity", source, BOX);

        assertThat(points.rows()).isEqualTo(2);
        assertThat(points.column(Points.HEIGHT)).containsExactly(100, Double.NaN);
        assertThat(points.column(Points.UNCERTAINTY)).containsExactly(0.1, 0.2);
        assertThat(points.facts().notes())
                .contains(
                        "2 rows of the file have no possible longitude and latitude and were left out",
                        "2 rows in the area have no value and were left out",
                        "1 stations have no height");
    }

    @Test
    void one_station_is_passed_on() throws IOException {
        assertThat(reading.points("gravity", table("lon,lat,g_mgal\n1,1,5\n50,50,6\n"), BOX)
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void unit_and_quantity_come_from_the_column_or_are_assumed() throws IOException {
        var named = reading.points("gravity", table("lon,lat,Free-air anomaly (mGal)\n1,1,5\n2,2,6\n"), BOX)
                .facts();
        var bare =
                reading.points("magnetic", table("1 1 5\n2 2 6\n3 3 7\n"), BOX).facts();

        assertThat(named.quantity()).isEqualTo("free_air_anomaly");
        assertThat(named.unitStated()).isTrue();
        assertThat(bare.quantity()).isEmpty();
        assertThat(bare.unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(bare.unitStated()).isFalse();
        assertThat(bare.notes()).contains("nobody states the unit of the values; nT is assumed");
    }

    @Test
    void what_the_configuration_says_takes_the_place_of_what_the_file_says() throws IOException {
        LocalFile plain = table("a,b,c,d,e\n1,2,3,4,5\n2,3,-1,4,5\n");
        Columns columns = new Columns("a", "b", "c", "d", "e");
        Points points = reading.points("gravity", with(plain, columns, null, -1.0, null), BOX);

        assertThat(points.column(Points.VALUE)).containsExactly(3);
        assertThat(points.column(Points.HEIGHT)).containsExactly(4);
        assertThat(points.column(Points.UNCERTAINTY)).containsExactly(5);

        Points level = reading.points("gravity", with(plain, columns, null, null, 250.0), BOX);
        assertThat(level.find(Points.HEIGHT)).isEmpty();
        assertThat(level.facts().heightM()).isEqualTo(250.0);
    }

    @Test
    void eastings_and_northings_need_a_reference_system() throws IOException {
        LocalFile utm = table("easting,northing,gravity_mgal\n500000,0,1\n500000,110682.8,2\n");

        assertThatThrownBy(() -> reading.read("gravity", utm, BOX))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("nobody says in which reference system");
        Points points = reading.points("gravity", with(utm, null, "EPSG:32631", null, null), BOX);
        assertThat(points.column(Points.LONGITUDE)[0]).isCloseTo(3, within(1e-9));
        assertThat(points.column(Points.LATITUDE)[1]).as("pyproj: 1.00132").isCloseTo(1.00132, within(1e-4));
    }

    @Test
    void a_choice_between_columns_is_left_to_the_user() throws IOException {
        LocalFile two = table("lon,lat,flight_line,tmi_nt,mag_up_nt\n1,1,7,5,4\n2,2,7,6,5\n");

        assertThatThrownBy(() -> reading.read("magnetic", two, BOX))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("several columns that may be the magnetic values: tmi_nt, mag_up_nt");
        LocalFile chosen = new LocalFile(
                two.path(),
                null,
                null,
                null,
                null,
                null,
                "TMI_nT",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(reading.points("magnetic", chosen, BOX).column(Points.VALUE)).containsExactly(5, 6);
        LocalFile wrong = with(two, new Columns("longitud", null, null, null, null), null, null, null);
        assertThatThrownBy(() -> reading.read("magnetic", wrong, BOX))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("'longitud'; it has lon, lat, flight_line, tmi_nt, mag_up_nt");
    }

    @Test
    void a_table_without_places_or_values_says_which_columns_it_has() throws IOException {
        assertThatThrownBy(() -> reading.read("gravity", table("p,q,gravity\n1,1,5\n2,2,6\n"), BOX))
                .hasMessageContaining("has no column for the longitude; its columns of numbers are p, q, gravity");
        assertThatThrownBy(() -> reading.read("gravity", table("lon,lat,line\n1,1,5\n2,2,6\n"), BOX))
                .hasMessageContaining("has no column of values beside the coordinates; its columns of numbers are lon");
        assertThatThrownBy(() -> reading.read("gravity", table("lon,lat,mag_nt\n1,1,5\n2,2,6\n"), BOX))
                .hasMessageContaining("holds values in nT, which is no unit of gravity");
        assertThatThrownBy(() -> reading.read("gravity", table("lon,lat,gravity\n1,1,nan\n2,2,nan\n50,50,1\n"), BOX))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining(
                        "hold no usable value in the area wanted, south -10, north 10, west -10, east 10");
    }

    @Test
    void compressed_tables_and_archives_are_opened() throws IOException {
        byte[] rows = "lon,lat,gravity_mgal\n1,1,5\n2,2,6\n".getBytes(StandardCharsets.UTF_8);
        Path gzip = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(rows);
        }
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../a.csv"));
            out.write(rows);
        }
        assertThat(reading.points("gravity", LocalFile.of(gzip), BOX).rows()).isEqualTo(2);
        assertThat(reading.points("gravity", LocalFile.of(zip), BOX).rows()).isEqualTo(2);
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).as("nothing stays in the scratch directory").isEmpty();
        }
        byte[] whole = Files.readAllBytes(gzip);
        Files.write(gzip, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> reading.read("gravity", LocalFile.of(gzip), BOX))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("a.csv.gz is a damaged or truncated gzip file");
    }

    @Test
    void messages_name_the_file_of_the_user() throws IOException {
        Path gzip = folder.resolve("bad.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write("lon,lat,gravity_mgal\n1,1,5\n2,2\n3,3,6\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> reading.read("gravity", LocalFile.of(gzip), BOX))
                .hasMessageStartingWith(gzip + " line 3 has 2 fields");
        assertThatThrownBy(() -> reading.read("gravity", LocalFile.of(folder.resolve("none.csv")), BOX))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("there is no data file");
        Path page = file("page.csv", "<!DOCTYPE html><html></html>");
        assertThatThrownBy(() -> reading.read("gravity", LocalFile.of(page), BOX))
                .hasMessageContaining("is an HTML page");
        assertThatThrownBy(() -> reading.read("gravity", LocalFile.of(file("empty.csv", "")), BOX))
                .hasMessageContaining("is empty");
    }
}
