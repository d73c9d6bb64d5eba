package org.geoanomaly.gam.formats.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.geoanomaly.gam.formats.tiff.GdalReference;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetcdfGridTest {
    private static final String PACKED = """
            netcdf t {
            dimensions: lat = 3 ; lon = 4 ;
            variables:
              double lat(lat) ; lat:units = "degrees_north" ;
              float lon(lon) ; lon:units = "degrees_east" ;
              short z(lat, lon) ; z:scale_factor = 0.5 ; z:add_offset = 10. ; z:_FillValue = -1s ; z:units = "mGal" ;
                z:long_name = "gravity" ;
              char note(lon) ;
            data:
              lat = 10, 20, 30 ; lon = 0, 10, 20, 30 ;
              z = 1, 2, 3, 4, 5, -1, 7, 8, 9, 10, 11, 12 ;
              note = "abcd" ;
            }
            """;

    @TempDir
    Path directory;

    private FloatGrid read(Path file) throws IOException {
        return read(file, NetcdfSelection.ONLY);
    }

    private FloatGrid read(Path file, NetcdfSelection selection) throws IOException {
        try (NetcdfGrid netcdf = NetcdfGrid.open(file)) {
            FloatGrid grid = netcdf.read(selection);
            for (int bytes : new int[] {1, 40, 1 << 20}) {
                FloatGrid banded = netcdf.bands(selection, bytes).whole();
                assertThat(banded.values()).isEqualTo(grid.values());
                assertThat(banded.geometry()).isEqualTo(grid.geometry());
                assertThat(banded.unit()).isEqualTo(grid.unit());
            }
            return grid;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void packed_values_come_out_north_up_in_every_kind_of_file(int kind) throws IOException {
        Netcdf.require("ncgen");
        FloatGrid grid = read(Netcdf.generate(directory, PACKED, kind));
        assertThat(grid.values())
                .containsExactly(14.5f, 15f, 15.5f, 16f, 12.5f, Float.NaN, 13.5f, 14f, 10.5f, 11f, 11.5f, 12f);
        assertThat(grid.unit()).isEqualTo(Unit.MILLIGAL);
        assertThat(grid.geometry().y(0)).isEqualTo(30);
        assertThat(grid.geometry().x(3)).isEqualTo(30);
        assertThat(grid.geometry().registration()).isEqualTo(Registration.NODE);
        assertThat(grid.geometry().crs()).isEqualTo(Crs.WGS84);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void transposed_and_descending_axes_are_turned(int kind) throws IOException {
        Netcdf.require("ncgen");
        String cdl = """
                netcdf t { dimensions: x = 2 ; y = 3 ; one = 1 ;
                variables: double x(x) ; x:units = "degrees_east" ; double y(y) ; y:units = "degrees_north" ;
                  float z(one, x, y) ;
                data: x = 20, 10 ; y = 3, 2, 1 ; z = 1, 2, 3, 4, 5, 6 ; }
                """;
        FloatGrid grid = read(Netcdf.generate(directory, cdl, kind));
        assertThat(grid.values()).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(grid.geometry().x(0)).isEqualTo(10);
        assertThat(grid.geometry().y(0)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void a_record_dimension_needs_an_index(int kind) throws IOException {
        Netcdf.require("ncgen");
        String cdl = """
                netcdf t { dimensions: time = UNLIMITED ; lat = 2 ; lon = 3 ;
                variables: double lat(lat) ; double lon(lon) ; short flag(time) ; float z(time, lat, lon) ;
                data: lat = 1, 2 ; lon = 1, 2, 3 ; flag = 7, 8 ; z = 1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16 ; }
                """;
        Path file = Netcdf.generate(directory, cdl, kind);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("2 planes of z along the dimension time");
        NetcdfSelection second =
                new NetcdfSelection(Optional.of("z"), OptionalInt.of(1), List.of(), Optional.empty(), Optional.empty());
        assertThat(read(file, second).values()).containsExactly(14, 15, 16, 11, 12, 13);
        NetcdfSelection third =
                new NetcdfSelection(Optional.empty(), OptionalInt.of(2), List.of(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> read(file, third)).hasMessageContaining("indices 0 to 1");
    }

    private Path axes(String lat, String lon, String extra) throws IOException {
        int rows = lat.split(",", -1).length;
        int columns = lon.split(",", -1).length;
        String cdl = "netcdf t { dimensions: lat = " + rows + " ; lon = " + columns
                + " ; variables: double lat(lat) ; double lon(lon) ; " + "float z(lat, lon) ; " + extra
                + " data: lat = " + lat + " ; lon = " + lon + " ; }";
        return Netcdf.generate(directory, cdl, 1);
    }

    private Registration registration(String lat, String lon, String extra) throws IOException {
        try (NetcdfGrid netcdf = NetcdfGrid.open(axes(lat, lon, extra))) {
            return netcdf.geometry(NetcdfSelection.ONLY).registration();
        }
    }

    @Test
    void cells_are_told_from_nodes() throws IOException {
        Netcdf.require("ncgen");
        assertThat(registration("-90, 0, 90", "0, 90, 180, 270, 360", "")).isEqualTo(Registration.NODE);
        assertThat(registration("-45, 45", "-135, -45, 45, 135", "")).isEqualTo(Registration.CELL);
        assertThat(registration("10, 20", "45, 135, 225, 315", "")).isEqualTo(Registration.CELL);
        assertThat(registration("10, 20", "0, 90, 180, 270", "")).isEqualTo(Registration.NODE);
        assertThat(registration("10, 20", "1, 2", ":node_offset = 1 ;")).isEqualTo(Registration.CELL);
        assertThat(registration("10, 20", "1, 2", "lat:bounds = \"b\" ; lon:bounds = \"b\" ;"))
                .isEqualTo(Registration.CELL);
    }

    @Test
    void longitudes_that_jump_are_unrolled_and_uneven_axes_refused() throws IOException {
        Netcdf.require("ncgen");
        try (NetcdfGrid netcdf = NetcdfGrid.open(axes("10, 20", "170, 175, 180, -175, -170", ""))) {
            assertThat(netcdf.geometry(NetcdfSelection.ONLY).x(4)).isEqualTo(190);
        }
        assertThatThrownBy(() -> read(axes("10, 20", "1, 2, 4", "")))
                .hasMessageContaining("the axis lon is not regular");
        assertThatThrownBy(() -> read(axes("80, 100", "1, 2", ""))).hasMessageContaining("not latitudes");
        assertThatThrownBy(() -> read(axes("20, 20", "1, 2", ""))).hasMessageContaining("evenly");
    }

    @Test
    void an_epsg_code_in_the_grid_mapping_is_found() {
        assertThat(GridMapping.parse("EPSG:32633")).contains("32633");
        assertThat(GridMapping.parse("urn:ogc:def:crs:EPSG::3413")).contains("3413");
        assertThat(GridMapping.parse(
                        "PROJCS[\"x\",GEOGCS[\"y\",AUTHORITY[\"EPSG\",\"4326\"]],AUTHORITY[\"EPSG\",\"32733\"]]"))
                .contains("32733");
        assertThat(GridMapping.parse("PROJCRS[\"x\",BASEGEOGCRS[\"y\",ID[\"EPSG\",4326]],ID[\"EPSG\",6933]]"))
                .contains("6933");
        assertThat(GridMapping.parse("PROJCS[\"x\",GEOGCS[\"y\",AUTHORITY[\"EPSG\",\"4326\"]],UNIT[\"m\",1]]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void a_file_cut_anywhere_is_a_clear_error(int kind) throws IOException {
        Netcdf.require("ncgen");
        byte[] whole = Files.readAllBytes(Netcdf.generate(directory, PACKED, kind));
        for (int length = 0; length < whole.length - 16; length += kind == 3 ? 1024 : 16) {
            Path cut = Files.write(directory.resolve("cut.nc"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).as("cut at " + length).isInstanceOf(GamException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void random_damage_never_ends_in_anything_but_a_grid_or_a_clear_error(int kind) throws IOException {
        Netcdf.require("ncgen");
        byte[] whole = Files.readAllBytes(Netcdf.generate(directory, PACKED, kind));
        SplittableRandom random = new SplittableRandom(kind);
        int refused = 0;
        for (int run = 0; run < 400; run++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k < 3; k++) {
                bytes[random.nextInt(Math.min(bytes.length, 4000))] = (byte) random.nextInt(256);
            }
            Path file = Files.write(directory.resolve("fuzz.nc"), bytes);
            try {
                assertThat(read(file).values()).isNotEmpty();
            } catch (GamException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void the_layout_of_gmt_3_agrees_with_ncdump() throws IOException {
        Netcdf.require("ncdump");
        String dir = System.getenv("GAM_DATA_DIR");
        GdalReference.requireOnCi(dir != null, "GAM_DATA_DIR is not set");
        Path file = Path.of(String.valueOf(dir), "magnetic/EMAG2_V2_1x1.grd");
        NetcdfSelection voids = new NetcdfSelection(
                Optional.empty(),
                OptionalInt.empty(),
                List.of(-99999.0),
                Optional.of(Unit.NANOTESLA),
                Optional.empty());
        FloatGrid grid = read(file, voids);
        String dump = Netcdf.run("ncdump", "-p", "9,17", "-v", "z", file.toString());
        String[] z = dump.substring(dump.lastIndexOf("z =") + 3, dump.lastIndexOf(';'))
                .trim()
                .split("[,\\s]+", -1);
        assertThat(grid.values()).hasSameSizeAs(z);
        int empty = 0;
        for (int i = 0; i < z.length; i++) {
            boolean none = z[i].equals("-99999");
            empty += none ? 1 : 0;
            float expected = none ? Float.NaN : Float.parseFloat(z[i]);
            assertThat(Float.compare(grid.values()[i], expected))
                    .as("node " + i)
                    .isZero();
        }
        assertThat(empty).isPositive();
        assertThat(grid.geometry().columns()).isEqualTo(361);
        assertThat(grid.geometry().y(0)).isEqualTo(90);
        assertThat(grid.geometry().registration()).isEqualTo(Registration.NODE);
    }

    @Test
    void real_grids_agree_with_gdal() throws IOException {
        String dir = System.getenv("GAM_DATA_DIR");
        GdalReference.requireOnCi(dir != null, "GAM_DATA_DIR is not set");
        Path script = Files.writeString(directory.resolve("ref.py"), """
                import sys, numpy as np
                from osgeo import gdal
                d = gdal.Open(sys.argv[1]); b = d.GetRasterBand(1)
                a = b.ReadAsArray().astype('f8'); n = b.GetNoDataValue()
                m = np.isnan(a) if n is None or n != n else (a == n)
                v = a * (b.GetScale() or 1) + (b.GetOffset() or 0); v[m] = np.nan
                v.astype('<f4').tofile(sys.argv[2]); print(*d.GetGeoTransform(), d.RasterXSize, d.RasterYSize)
                """);
        for (String name : List.of(
                "gravity/AK_gulf_grav.nc",
                "gravity/earth-geoid-10arcmin.nc",
                "gravity/grav.V18.par.surf.1km.sq.nc",
                "gravity/osu91a1f_16.nc",
                "topography/earth-topography-10arcmin.nc",
                "topography/mb.par.surf.1km.sq.nc",
                "topography/tut_relief.nc",
                "NETCDF:gravity/earth-gravity-10arcmin.nc:gravity")) {
            boolean named = name.startsWith("NETCDF:");
            Path file = Path.of(dir, named ? name.split(":", -1)[1] : name);
            String gdal = named ? "NETCDF:" + file + ":gravity" : file.toString();
            Path raw = directory.resolve("ref.raw");
            String[] facts = Netcdf.run("/usr/bin/python3", script.toString(), gdal, raw.toString())
                    .trim()
                    .split(" ", -1);
            FloatGrid grid = read(file);
            float[] expected = GdalReference.floats(raw);
            assertThat(grid.values()).as(name).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                float tolerance = Math.abs(expected[i]) * 2.5e-7f; // GDAL rounds add_offset to the sample type
                assertThat(grid.values()[i] == expected[i]
                                || (Float.isNaN(expected[i]) == Float.isNaN(grid.values()[i])
                                        && !(Math.abs(grid.values()[i] - expected[i]) > tolerance)))
                        .as(name + " cell " + i)
                        .isTrue();
            }
            double[] transform = grid.geometry().geotransform();
            for (int k = 0; k < 6; k++) {
                assertThat(transform[k])
                        .as(name + " geotransform " + k)
                        .isCloseTo(Double.parseDouble(facts[k]), org.assertj.core.api.Assertions.within(1e-6));
            }
        }
    }
}
