package org.geoanomaly.gam.pipeline.ingest.insar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.geoanomaly.gam.formats.hdf5.Hdf5Output;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conventions of each raster product: sign, unit, direction, no data. */
class RasterProductsTest {
    private static final BoundingBox MEXICO = new BoundingBox(19.2, 19.6, -99.3, -98.9);
    private static final double LAMBDA = 0.055465763;

    @TempDir
    Path folder = Path.of("");

    @Test
    void phase_that_grows_is_motion_away_from_the_satellite() throws Exception {
        Path file =
                Scenes.tiff(folder.resolve("20180106_20180118.geo.unw.tif"), Scenes.degrees(), (c, r) -> 4 * Math.PI);
        RawData.Points p = read("{path: %s, incidence: 30, heading: 0}", file);
        assertThat(p.facts().quantity()).isEqualTo("los_displacement");
        assertThat(p.facts().unit()).isEqualTo(Unit.METRE);
        assertThat(p.rows()).isEqualTo(80);
        assertThat(Arrays.stream(p.column("value"))).allMatch(v -> Math.abs(v + LAMBDA) < 1e-7);
        // flying north and looking right, that is east: the satellite stands in the west
        assertThat(p.column("los_east")[0]).isCloseTo(-0.5, within(1e-12));
        assertThat(p.column("los_north")[0]).isCloseTo(0, within(1e-12));
        assertThat(p.column("los_up")[0]).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(p.facts().notes()).anyMatch(n -> n.contains("displacement from 2018-01-06 to 2018-01-18"));
    }

    @Test
    void the_wavelength_comes_from_the_tags_or_the_configuration() throws Exception {
        Path file = Scenes.tiff(
                folder.resolve("a_unw.tif"),
                Scenes.degrees(),
                (c, r) -> -4 * Math.PI,
                "WAVELENGTH_METRES",
                "0.24",
                "INCIDENCE_DEGREES",
                "40",
                "HEADING_DEGREES",
                "190");
        assertThat(read("{path: %s}", file).column("value")[0]).isCloseTo(0.24, within(1e-6));
        assertThat(read("{path: %s}", file).column("los_east")[0]).isPositive();
        assertThat(read("{path: %s, wavelength: 0.03}", file).column("value")[0])
                .isCloseTo(0.03, within(1e-7));
        assertThat(read("{path: %s, positive: toward}", file).column("value")[0])
                .isCloseTo(-0.24, within(1e-6));
    }

    @Test
    void zero_and_nan_are_no_data_where_the_file_names_none() throws Exception {
        Path file = folder.resolve("a_unw.tif");
        Scenes.tiff(file, Scenes.degrees(), (c, r) -> r == 0 ? Double.NaN : 1 + c);
        RawData.Points p = read("{path: %s, incidence: 30, heading: 0, nodata: 3}", file);
        assertThat(p.rows()).isEqualTo(63);
        assertThat(p.facts().notes()).anyMatch(n -> n.contains("17 pixels have no value"));
    }

    @Test
    void coherence_components_and_heights_go_with_each_pixel() throws Exception {
        Path file = Scenes.tiff(folder.resolve("a_unw.tif"), Scenes.degrees(), (c, r) -> 1);
        Path coherence = Scenes.tiff(folder.resolve("cc.tif"), Scenes.degrees(), (c, r) -> c == 0 ? 51 : 204);
        Path components =
                Scenes.tiff(folder.resolve("conn.tif"), Scenes.degrees(), (c, r) -> c < 3 ? 2 : c < 9 ? 1 : 0);
        Path heights = Scenes.tiff(folder.resolve("dem.tif"), Scenes.degrees(), (c, r) -> 2200 + r);
        RawData.Points p = read(
                "{path: %s, incidence: 30, heading: 0, coherence: " + coherence + ", components: " + components
                        + ", dem: " + heights + "}",
                file);
        assertThat(p.rows()).isEqualTo(72); // component 0 is none
        assertThat(p.column("coherence")[0]).as("bytes of LiCSAR").isCloseTo(0.2, within(1e-6));
        assertThat(p.column("coherence")[1]).isCloseTo(0.8, within(1e-6));
        assertThat(p.column("component")[0]).isEqualTo(2);
        assertThat(p.column("height")[71]).isEqualTo(2207);
        assertThat(p.column("uncertainty")[0]).isGreaterThan(p.column("uncertainty")[1]);
        assertThat(p.column("uncertainty")[1])
                .as("Cramér-Rao bound of one look")
                .isCloseTo(LAMBDA / (4 * Math.PI) * Math.sqrt((1 - 0.64) / 2) / 0.8, within(1e-6));
    }

    @Test
    void a_displacement_over_its_dates_is_a_velocity() throws Exception {
        Path file = Scenes.tiff(
                folder.resolve("a_unw.tif"),
                Scenes.degrees(),
                (c, r) -> 4 * Math.PI,
                "FIRST_DATE",
                "2018-01-01",
                "SECOND_DATE",
                "2018-07-02");
        RawData.Points p = read("{path: %s, incidence: 30, heading: 0, quantity: los_velocity}", file);
        assertThat(p.facts().unit()).isEqualTo(Unit.MILLIMETRE_PER_YEAR);
        assertThat(p.column("value")[0]).isCloseTo(-1000 * LAMBDA / (182 / 365.25), within(1e-3));
        Path undated = Scenes.tiff(folder.resolve("b_unw.tif"), Scenes.degrees(), (c, r) -> 1);
        assertThatThrownBy(() -> read("{path: %s, incidence: 30, heading: 0, quantity: los_velocity}", undated))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("its two dates are not known");
    }

    @Test
    void hyp3_displacement_is_metres_toward_the_satellite_and_its_look_vector_points_there() throws Exception {
        String stem = "S1AA_20180106T004021_20180118T004020_VVP012_INT80_G_ueF_1234";
        Path file = Scenes.tiff(folder.resolve(stem + "_los_disp.tif"), Scenes.utm(), (c, r) -> 0.03);
        // 50 degrees above the horizon, in the direction 170 degrees anticlockwise from east: west, a little north
        Scenes.tiff(folder.resolve(stem + "_lv_theta.tif"), Scenes.utm(), (c, r) -> Math.toRadians(50));
        Scenes.tiff(folder.resolve(stem + "_lv_phi.tif"), Scenes.utm(), (c, r) -> Math.toRadians(170));
        Scenes.tiff(folder.resolve(stem + "_corr.tif"), Scenes.utm(), (c, r) -> 0.9);
        Scenes.tiff(folder.resolve(stem + "_water_mask.tif"), Scenes.utm(), (c, r) -> c == 9 ? 0 : 1);
        RawData.Points p = read("{path: %s}", file);
        assertThat(p.rows()).isEqualTo(72);
        assertThat(p.column("value")[0]).isCloseTo(0.03, within(1e-8));
        assertThat(p.column("los_east")[0])
                .isCloseTo(Math.cos(Math.toRadians(50)) * Math.cos(Math.toRadians(170)), within(1e-6));
        assertThat(p.column("los_north")[0])
                .isCloseTo(Math.cos(Math.toRadians(50)) * Math.sin(Math.toRadians(170)), within(1e-6));
        assertThat(p.column("los_up")[0]).isCloseTo(Math.sin(Math.toRadians(50)), within(1e-6));
        assertThat(p.column("coherence")[0]).isCloseTo(0.9, within(1e-6));
        assertThat(p.column("longitude")[0]).isBetween(-99.2, -99.0);

        Path phase = Scenes.tiff(
                folder.resolve(stem + "_unw_phase.tif"), Scenes.utm(), (c, r) -> -4 * Math.PI * 0.03 / LAMBDA);
        assertThat(read("{path: %s}", phase).column("value")[0]).isCloseTo(0.03, within(1e-8));
    }

    @Test
    void opera_products_bring_their_masks_and_take_the_look_from_the_static_layers() throws Exception {
        Path file = opera(folder.resolve(
                "OPERA_L3_DISP-S1_IW_F11116_VV_20160705T140755Z_20160729T140756Z_v1.0_20250408T163512Z.nc"));
        Path east = Scenes.tiff(folder.resolve("los_east.tif"), Scenes.utm(), (c, r) -> -0.6);
        Path north = Scenes.tiff(folder.resolve("los_north.tif"), Scenes.utm(), (c, r) -> -0.12);
        RawData.Points p = read("{path: %s, los_east: " + east + ", los_north: " + north + "}", file);
        // row 0 is bad by the mask, row 1 has no displacement, in row 2 column 0 is no component
        assertThat(p.rows()).isEqualTo(80 - 10 - 10 - 1);
        assertThat(Arrays.stream(p.column("value"))).allMatch(v -> v == -0.02f);
        assertThat(p.column("coherence")[0]).isEqualTo(0.75);
        assertThat(p.column("los_up")[0]).isCloseTo(Math.sqrt(1 - 0.36 - 0.0144), within(1e-6));
        assertThat(Arrays.stream(p.column("latitude")).max().orElse(0)).isLessThan(19.41);
        assertThat(p.facts().notes()).anyMatch(n -> n.contains("displacement from 2016-07-05 to 2016-07-29"));
        assertThatThrownBy(() -> read("{path: %s}", file))
                .hasMessageContaining("nobody says from where the satellite looked");
    }

    /** The layout of the product specification: root group with axes, grid mapping and layers, further groups below. */
    private static Path opera(Path file) throws Exception {
        var g = Scenes.utm();
        float[][] displacement = new float[8][10];
        byte[][] mask = new byte[8][10];
        short[][] labels = new short[8][10];
        float[][] coherence = new float[8][10];
        double[] y = new double[8];
        double[] x = new double[10];
        for (int r = 0; r < 8; r++) {
            y[r] = g.y(r);
            for (int c = 0; c < 10; c++) {
                x[c] = g.x(c);
                displacement[r][c] = r == 1 ? Float.NaN : -0.02f;
                mask[r][c] = (byte) (r == 0 ? 0 : 1);
                labels[r][c] = (short) (r == 2 && c == 0 ? 0 : 1);
                coherence[r][c] = 0.75f;
            }
        }
        try (Hdf5Output out = Hdf5Output.create(file)) {
            out.dataset("/y", y)
                    .attribute("/y", "CLASS", "DIMENSION_SCALE")
                    .attribute("/y", "NAME", "y")
                    .attribute("/y", "_Netcdf4Dimid", 0)
                    .attribute("/y", "standard_name", "projection_y_coordinate")
                    .attribute("/y", "units", "m");
            out.dataset("/x", x)
                    .attribute("/x", "CLASS", "DIMENSION_SCALE")
                    .attribute("/x", "NAME", "x")
                    .attribute("/x", "_Netcdf4Dimid", 1)
                    .attribute("/x", "standard_name", "projection_x_coordinate")
                    .attribute("/x", "units", "m");
            out.dataset("/spatial_ref", 0)
                    .attribute("/spatial_ref", "grid_mapping_name", "transverse_mercator")
                    .attribute(
                            "/spatial_ref",
                            "crs_wkt",
                            "PROJCS[\"WGS 84 / UTM zone 14N\",GEOGCS[\"WGS 84\",AUTHORITY[\"EPSG\",\"4326\"]],AUTHORITY[\"EPSG\",\"32614\"]]");
            layer(out, "displacement", displacement, "meters");
            layer(out, "short_wavelength_displacement", displacement, "meters");
            layer(out, "recommended_mask", mask, "unitless");
            layer(out, "connected_component_labels", labels, "unitless");
            layer(out, "temporal_coherence", coherence, "unitless");
            out.dataset("/identification/product_version", "1.0");
            out.dataset("/identification/reference_datetime", "2016-07-05 14:07:55.000000");
            out.dataset("/identification/secondary_datetime", "2016-07-29 14:07:56.000000");
            out.commit();
        }
        return file;
    }

    private static void layer(Hdf5Output out, String name, Object values, String units) {
        out.dataset("/" + name, values)
                .attribute("/" + name, "_Netcdf4Coordinates", new int[] {0, 1})
                .attribute("/" + name, "grid_mapping", "spatial_ref")
                .attribute("/" + name, "units", units);
    }

    @Test
    void directions_come_as_angles_pixel_by_pixel_or_as_vectors() throws Exception {
        Path file = Scenes.tiff(folder.resolve("a_unw.tif"), Scenes.degrees(), (c, r) -> 1);
        Path degrees = Scenes.tiff(folder.resolve("inc.tif"), Scenes.degrees(), (c, r) -> 30 + c);
        Path radians = Scenes.tiff(folder.resolve("rad.tif"), Scenes.degrees(), (c, r) -> Math.toRadians(30 + c));
        RawData.Points byDegrees = read("{path: %s, heading: -12, incidence_file: " + degrees + "}", file);
        RawData.Points byRadians = read("{path: %s, heading: -12, incidence_file: " + radians + "}", file);
        assertThat(byDegrees.column("los_up")[9]).isCloseTo(Math.cos(Math.toRadians(39)), within(1e-6));
        assertThat(byRadians.column("los_up")[9]).isCloseTo(Math.cos(Math.toRadians(39)), within(1e-6));
        Path long1 = Scenes.tiff(folder.resolve("e.tif"), Scenes.degrees(), (c, r) -> c == 0 ? 0.9 : -0.6);
        Path long2 = Scenes.tiff(folder.resolve("n.tif"), Scenes.degrees(), (c, r) -> c == 0 ? 0.9 : -0.1);
        RawData.Points parts = read("{path: %s, los_east: " + long1 + ", los_north: " + long2 + "}", file);
        assertThat(parts.rows()).as("longer than one is no direction").isEqualTo(72);
        assertThatThrownBy(() -> read("{path: %s, los_east: " + long1 + "}", file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("los_north is not");
        assertThatThrownBy(() -> read("{path: %s, incidence: 30}", file))
                .hasMessageContaining("the heading of its flight is missing");
    }

    @Test
    void numbers_that_cannot_be_metres_are_refused() throws Exception {
        Path file = Scenes.tiff(folder.resolve("disp.tif"), Scenes.degrees(), (c, r) -> -350);
        assertThatThrownBy(() -> read("{path: %s, incidence: 30, heading: 0, unit: m}", file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("more than the ground can move");
        assertThat(read("{path: %s, incidence: 30, heading: 0, unit: mm}", file).column("value")[0])
                .isCloseTo(-0.35, within(1e-7));
        assertThatThrownBy(() -> read("{path: %s, incidence: 30, heading: 0, unit: mGal}", file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no unit of a displacement or phase");
        Path odd = Scenes.tiff(folder.resolve("a_unw.tif"), Scenes.degrees(), (c, r) -> 1, "WAVELENGTH_METRES", "55");
        assertThatThrownBy(() -> read("{path: %s, incidence: 30, heading: 0}", odd))
                .hasMessageContaining("a wavelength of 55");
        Path words =
                Scenes.tiff(folder.resolve("b_unw.tif"), Scenes.degrees(), (c, r) -> 1, "INCIDENCE_DEGREES", "steep");
        assertThatThrownBy(() -> read("{path: %s, heading: 0}", words))
                .hasMessageContaining("INCIDENCE_DEGREES='steep'");
    }

    @Test
    void an_area_elsewhere_says_so() throws Exception {
        Path file = Scenes.tiff(folder.resolve("a_unw.tif"), Scenes.degrees(), (c, r) -> 1);
        assertThatThrownBy(() -> Scenes.read(
                        folder, new BoundingBox(50, 51, 10, 11), "{path: " + file + ", incidence: 30, heading: 0}"))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("lies outside the area");
    }

    @Test
    void files_that_are_no_products_are_told_apart() throws Exception {
        for (String text : new String[] {"", "<html>", "II*\0", "hello world", "\u0089HDF\r\n", "PK\u0003\u0004"}) {
            Path file = folder.resolve("x.dat");
            Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> read("{path: %s, incidence: 30, heading: 0}", file))
                    .as(text)
                    .isInstanceOf(GamException.class);
        }
        assertThatThrownBy(() -> Scenes.read(folder, MEXICO, "{path: /no/such/file.tif}"))
                .isInstanceOf(DataFetchException.class)
                .hasMessageContaining("there is no data file");
        assertThatThrownBy(() -> Scenes.read(folder, MEXICO, "{id: mexico-citi-20180106-20180518, heading: 1}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean 'mexico-city-20180106-20180518'");
        assertThatThrownBy(() -> Scenes.read(folder, MEXICO, "{id: osborne-magnetic, heading: 1}"))
                .hasMessageContaining("is a source of magnetic");
    }

    @Test
    void mexico_city_sinks_most_in_the_east() throws Exception {
        Path real = Scenes.real();
        Path crop = real.resolve("pyrate_mexico_cropA");
        String stem = "cropA_20180106-20180518_VV_8rlks_";
        RawData.Points p = Scenes.read(
                folder,
                MEXICO,
                "{path: " + crop.resolve(stem + "eqa_unw.tif") + ", coherence: "
                        + crop.resolve(stem + "flat_eqa_cc.tif") + ", dem: " + crop.resolve("cropA_T005A_dem.tif")
                        + ", heading: -12.27}");
        assertThat(p.rows()).isEqualTo(5898);
        double[] value = p.column("value");
        // 33.53 rad of the header's statistics, with the wavelength of its tag
        assertThat(Arrays.stream(value).min().orElse(0))
                .isCloseTo(-33.534603 * 0.05550415767769124 / (4 * Math.PI), within(1e-6));
        assertThat(correlation(p.column("longitude"), value)).isLessThan(-0.8);
        assertThat(p.column("los_up")[0]).isCloseTo(Math.cos(Math.toRadians(39.70455)), within(1e-9));
        assertThat(p.column("height")[0]).isBetween(2200.0, 2300.0);
        RawData.Points whole =
                Scenes.read(folder, MEXICO, "{path: " + real.resolve("pyrate_mexico_cropB_ifg.tif") + "}");
        assertThat(whole.facts().notes()).anyMatch(n -> n.contains("heading of -12.27 degrees"));
    }

    private static double correlation(double[] a, double[] b) {
        double ma = Arrays.stream(a).average().orElse(0);
        double mb = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private RawData.Points read(String insar, Path file) throws Exception {
        return Scenes.read(folder, MEXICO, insar.replace("%s", file.toString()));
    }
}
