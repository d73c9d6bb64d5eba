package org.geoanomaly.gam.pipeline.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes a {@link SyntheticGlobe} as EMAG2 v3 CSV rows and as an ICGEM {@code .gdf} grid. Same seed, same bytes. */
public final class SyntheticInputs {
    /** Cells of the demonstration's magnetic grid in one degree: 15 arc-minutes. */
    public static final int MAGNETIC_PER_DEGREE = 4;
    /** Nodes of the demonstration's gravity grid in one degree: 30 arc-minutes. */
    public static final int GRAVITY_PER_DEGREE = 2;

    private static final double GAP_VALUE = 9999999.0;

    private final SyntheticGlobe globe;
    private final long seed;
    private final int magneticPerDegree;
    private final int gravityPerDegree;

    public SyntheticInputs(long seed) {
        this(seed, MAGNETIC_PER_DEGREE, GRAVITY_PER_DEGREE);
    }

    /** Grids of the given numbers of cells and nodes in one degree. */
    public SyntheticInputs(long seed, int magneticPerDegree, int gravityPerDegree) {
        this.globe = new SyntheticGlobe(seed);
        this.seed = seed;
        this.magneticPerDegree = magneticPerDegree;
        this.gravityPerDegree = gravityPerDegree;
    }

    /** EMAG2 v3 layout: i,j,LON,LAT,SeaLevel,UpCont,Code,Error; rows from the south, longitudes 0..360, CRLF, 99999 for voids. */
    public void writeEmag2(Writer out) throws IOException {
        BufferedWriter csv = new BufferedWriter(out, 1 << 16);
        int columns = 360 * magneticPerDegree;
        int rows = 180 * magneticPerDegree;
        for (int j = 0; j < rows; j++) {
            double lat = -90 + (j + 0.5) / magneticPerDegree;
            for (int i = 0; i < columns; i++) {
                double lon = (i + 0.5) / magneticPerDegree;
                double value = globe.magnetic(lat, lon);
                boolean gap = Double.isNaN(value);
                String text = gap ? "99999" : fixed(value, 3);
                csv.write((i + 1) + "," + (j + 1) + "," + fixed(lon, 6) + "," + fixed(lat, 6) + "," + text + "," + text
                        + (gap ? ",999,-999\r\n" : ",15,20\r\n"));
            }
        }
        csv.flush();
    }

    /** ICGEM grid of classical gravity anomalies on nodes, north to south, longitudes 0..360 with both ends. */
    public void writeGdf(Writer out) throws IOException {
        BufferedWriter gdf = new BufferedWriter(out, 1 << 16);
        int columns = 360 * gravityPerDegree + 1;
        int rows = 180 * gravityPerDegree + 1;
        gdf.write(header(columns, rows));
        for (int r = 0; r < rows; r++) {
            double lat = 90 - (double) r / gravityPerDegree;
            for (int c = 0; c < columns; c++) {
                double lon = (double) c / gravityPerDegree;
                gdf.write(pad(fixed(lon, 4), 12) + pad(fixed(lat, 4), 12) + " "
                        + pad(fixed(globe.gravity(lat, lon % 360), 6), 19) + "\n");
            }
        }
        gdf.flush();
    }

    private String header(int columns, int rows) {
        return """
                generating_institute     none: synthetic demonstration data, seed %d
                product_type             gravity_field
                body                     earth
                modelname                SYNTHETIC-DEMO
                functional               gravity_anomaly_cl
                unit                     mgal
                refsysname               WGS84
                latlimit_north           90.0
                latlimit_south           -90.0
                longlimit_west           0.0
                longlimit_east           360.0
                gridstep                 %s
                height_over_ell          0.0000 m
                latitude_parallels       %d
                longitude_parallels      %d
                number_of_gridpoints     %d
                gapvalue                 %s
                grid_format              long_lat_value

                longitude    latitude    gravity_anomaly_cl
                [deg.]       [deg.]      [mgal]
                end_of_head =============================================
                """.formatted(
                seed, fixed(1.0 / gravityPerDegree, 4), rows, columns, (long) rows * columns, fixed(GAP_VALUE, 4));
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Fixed decimals, rounded half away from zero; much faster than a formatter. */
    private static String fixed(double value, int decimals) {
        long scale = 1;
        for (int d = 0; d < decimals; d++) {
            scale *= 10;
        }
        long scaled = Math.round(Math.abs(value) * scale);
        String digits = Long.toString(scaled % scale);
        String sign = value < 0 && scaled > 0 ? "-" : "";
        return sign + scaled / scale + "." + "0".repeat(decimals - digits.length()) + digits;
    }
}
