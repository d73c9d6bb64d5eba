package org.geoanomaly.gam.formats.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetcdfWriterTest {
    private static final GridGeometry CELLS =
            new GridGeometry(Crs.WGS84, 10, 50, 0.5, 0.25, 300, 270, Registration.CELL);

    @TempDir
    Path directory;

    private static float[] values(int n) {
        float[] v = new float[n];
        for (int i = 0; i < n; i++) {
            v[i] = i % 7 == 0 ? Float.NaN : i * 0.37f;
        }
        return v;
    }

    private Path plane(String name) throws IOException {
        Path file = directory.resolve(name);
        NetcdfWriter.write(
                file,
                NetcdfProduct.ofPlane(CELLS)
                        .layer("data", "gravity anomaly", new FloatGrid(CELLS, Unit.MILLIGAL, values(CELLS.size())))
                        .layer("uncertainty", "standard deviation", Unit.MILLIGAL, values(CELLS.size()))
                        .processing("0.5", "2026-01-01T00:00:00Z"));
        return file;
    }

    @Test
    void what_is_written_is_read_back_bit_for_bit() throws IOException {
        try (NetcdfGrid netcdf = NetcdfGrid.open(plane("a.nc"))) {
            FloatGrid grid = netcdf.read(NetcdfSelection.ONLY);
            assertThat(grid.values()).containsExactly(values(CELLS.size()));
            assertThat(grid.geometry()).isEqualTo(CELLS);
            assertThat(grid.unit()).isEqualTo(Unit.MILLIGAL);
            assertThat(netcdf.read(NetcdfSelection.of("uncertainty")).values()).containsExactly(values(CELLS.size()));
            assertThat(netcdf.text("processed_at")).contains("2026-01-01T00:00:00Z");
        }
    }

    @Test
    void the_same_product_gives_the_same_bytes_and_no_remains() throws IOException {
        assertThat(Files.mismatch(plane("a.nc"), plane("b.nc"))).isEqualTo(-1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("a.nc", "b.nc");
        }
    }

    @Test
    void missing_directories_are_made() throws IOException {
        assertThat(plane("new/deep/a.nc")).hasSameBinaryContentAs(plane("a.nc"));
    }

    @Test
    void ncdump_sees_dimensions_coordinates_and_attributes() throws IOException {
        Netcdf.require("ncdump");
        String header = Netcdf.run("ncdump", "-h", plane("a.nc").toString()).replace("data :", "data:");
        assertThat(header)
                .contains(
                        "lat = 270",
                        "lon = 300",
                        "float data(lat, lon)",
                        "double lat(lat)",
                        "double lat_bnds(lat, bnds)")
                .contains(
                        "data:units = \"mGal\"", "data:_FillValue = NaNf", "data:ancillary_variables = \"uncertainty\"")
                .contains(":Conventions = \"CF-1.10\"", ":grid_res = \"0.5\"");
        assertThat(Netcdf.run("ncdump", "-v", "lat", plane("a.nc").toString())).contains("-17.375, -17.125");
    }

    @Test
    void h5dump_and_gdal_read_it() throws IOException {
        Netcdf.require("h5dump");
        Netcdf.require("gdalinfo");
        Path file = plane("a.nc");
        assertThat(Netcdf.run("h5dump", "-d", "/data", "-s", "269,1", "-c", "1,2", file.toString()))
                .contains("0.37, 0.74");
        String info = Netcdf.run("gdalinfo", "-stats", "NETCDF:" + file + ":data");
        assertThat(info).contains("Origin = (10.0", "Pixel Size = (0.5", "WGS 84", "STATISTICS_MAXIMUM=29969");
    }

    @Test
    void a_model_has_depth_northing_and_easting_in_utm() throws IOException {
        Netcdf.require("gdalinfo");
        GridGeometry utm =
                new GridGeometry(Crs.epsg(32633, false), 500_000, 5_000_000, 1000, 2000, 30, 20, Registration.CELL);
        Path file = directory.resolve("m.nc");
        NetcdfWriter.write(
                file,
                NetcdfProduct.ofModel(utm, 100, 300, 700)
                        .layer("data", "density contrast", Unit.KILOGRAM_PER_CUBIC_METRE, values(1800)));
        String header = Netcdf.run("ncdump", "-h", file.toString());
        assertThat(header)
                .contains(
                        "float data(depth, northing, easting)", "depth:positive = \"down\"", "\"transverse_mercator\"");
        assertThat(Netcdf.run("gdalinfo", "NETCDF:" + file + ":data")).contains("Origin = (500000.0", "Band 3");
        try (NetcdfGrid netcdf = NetcdfGrid.open(file)) {
            NetcdfSelection second = new NetcdfSelection(
                    java.util.Optional.empty(),
                    java.util.OptionalInt.of(1),
                    java.util.List.of(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty());
            FloatGrid grid = netcdf.read(second);
            assertThat(grid.geometry()).isEqualTo(utm);
            assertThat(grid.values()[1]).isEqualTo(601 * 0.37f);
        }
    }

    @Test
    void layers_that_do_not_fit_are_refused() {
        NetcdfProduct product = NetcdfProduct.ofPlane(CELLS);
        assertThatThrownBy(() -> product.layer("data", "x", Unit.MILLIGAL, new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> product.layer("da ta", "x", Unit.MILLIGAL, values(CELLS.size())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetcdfProduct.ofModel(CELLS, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
