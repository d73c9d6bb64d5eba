package org.geoanomaly.gam.app.global;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.geoanomaly.gam.app.cli.InProcess;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.formats.netcdf.NetcdfProduct;
import org.geoanomaly.gam.formats.netcdf.NetcdfWriter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with an input: one sentence, no stack trace, no product. */
class HostileInputTest {
    private static final int KIBIBYTE = 1024;
    private static final GridGeometry GLOBE =
            new GridGeometry(Crs.WGS84, -180, 90, 2, 2, 180, 90, Registration.CELL);

    @TempDir
    Path folder;

    @Test
    void a_web_page_saved_as_tif_is_refused() throws IOException {
        Path page = Files.writeString(folder.resolve("page.tif"), """
                <!DOCTYPE html>
                <html><head><title>404 Not Found</title></head><body>Not Found</body></html>
                """);
        assertThat(refused("page", magnetic(page))).contains(page.toString()).contains("HTML");
    }

    @Test
    void a_photograph_is_refused() throws IOException {
        Path photograph = Files.write(folder.resolve("rgb.tif"), rgbGeoTiff());
        assertThat(refused("rgb", magnetic(photograph))).contains(photograph.toString());
    }

    @Test
    void every_truncation_of_a_geotiff_is_refused_and_the_whole_is_not() throws IOException {
        Path whole = folder.resolve("whole.tif");
        float[] values = new float[GLOBE.size()];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 * random.nextGaussian());
        }
        CogWriter.write(
                whole, new FloatGrid(GLOBE, Unit.NANOTESLA, values), CogOptions.DEFAULT, CogMetadata.NONE);
        InProcess good = run(folder.resolve("good"), config("good", magnetic(whole)));
        assertThat(good.code()).as(good.err()).isZero();
        byte[] bytes = Files.readAllBytes(whole);
        assertThat(bytes.length).isGreaterThan(40 * KIBIBYTE);
        for (int size = 0; size < bytes.length; size += KIBIBYTE) {
            Path part = Files.write(folder.resolve("part.tif"), Arrays.copyOf(bytes, size));
            assertThat(refused("truncated" + size, magnetic(part))).as("%d bytes", size).contains(part.toString());
        }
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Path nowhere = folder.resolve("nowhere.tif");
        assertThat(refused("missing", magnetic(nowhere))).contains(nowhere.toString());
    }

    @Test
    void a_geoid_in_metres_is_no_gravity() throws IOException {
        Path geoid = folder.resolve("geoid.nc");
        float[] values = new float[GLOBE.size()];
        Arrays.fill(values, 30);
        NetcdfWriter.write(
                geoid, NetcdfProduct.ofPlane(GLOBE).layer("geoid", "geoid height", Unit.METRE, values));
        assertThat(refused("geoid", "gravity: {path: '" + geoid + "'}"))
                .contains(geoid.toString())
                .contains("mGal");
    }

    @Test
    void an_unknown_source_is_refused_with_the_nearest_known_one() throws IOException {
        assertThat(refused("unknown", "magnetic: emag2-v2-1degree")).contains("emag2-v2-1degree");
    }

    private static String magnetic(Path file) {
        return "magnetic: {path: '" + file + "', unit: nT}";
    }

    /** Runs the globe on a source and returns the only error, which must be all that came of it. */
    private String refused(String name, String source) throws IOException {
        Path output = folder.resolve(name);
        InProcess outcome = run(output, config(name, source));
        assertThat(outcome.code()).as(outcome.err()).isIn(1, 2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("unexpected");
        assertThat(outcome.err().lines().filter(line -> !line.startsWith(" ")))
                .as(outcome.err())
                .singleElement()
                .asString()
                .startsWith("error[");
        for (String product : new String[] {"cog", "metadata", "pmtiles", "stac", "mosaic", "site"}) {
            assertThat(output.resolve(product)).doesNotExist();
        }
        return outcome.err();
    }

    private Path config(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), """
                data:
                  modalities: [%s]
                  cache_dir: '%s'
                  sources:
                    %s
                """.formatted(source.substring(0, source.indexOf(':')), folder.resolve("cache"), source));
    }

    private static InProcess run(Path output, Path config) {
        return InProcess.run(
                Map.of(),
                "global",
                config.toString(),
                "--quiet",
                "--tiles",
                "t_N00_E000",
                "--output",
                output.toString(),
                "--set",
                "fusion_mvp.pmtiles.max_zoom=1");
    }

    /** 36 x 18 pixels of 10 degrees, red, green and blue of 8 bits, EPSG:4326. */
    private static byte[] rgbGeoTiff() {
        int pixels = 36 * 18;
        ByteBuffer out = ByteBuffer.allocate(400 + 3 * pixels).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        out.putShort((short) 12);
        entry(out, 256, 3, 1, 36);
        entry(out, 257, 3, 1, 18);
        entry(out, 258, 3, 3, 300);
        entry(out, 259, 3, 1, 1);
        entry(out, 262, 3, 1, 2);
        entry(out, 273, 4, 1, 400);
        entry(out, 277, 3, 1, 3);
        entry(out, 278, 3, 1, 18);
        entry(out, 279, 4, 1, 3 * pixels);
        entry(out, 33550, 12, 3, 200);
        entry(out, 33922, 12, 6, 224);
        entry(out, 34735, 3, 16, 320);
        out.position(200);
        for (double value : new double[] {10, 10, 0, 0, 0, 0, -180, 90, 0}) {
            out.putDouble(value);
        }
        out.position(300);
        out.putShort((short) 8).putShort((short) 8).putShort((short) 8);
        out.position(320);
        for (int key : new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326}) {
            out.putShort((short) key);
        }
        out.position(400);
        new Random(2).ints(3L * pixels, 0, 256).forEach(v -> out.put((byte) v));
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
