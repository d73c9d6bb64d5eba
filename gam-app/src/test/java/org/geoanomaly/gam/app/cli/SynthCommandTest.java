package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gam synth} and {@code gam info} on model files, as a shell sees them. */
class SynthCommandTest {
    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void real_data() {
        String root = System.getenv("GAM_DATA_DIR");
        if (root == null || !Files.isDirectory(Path.of(root))) {
            String message = "set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        data = Path.of(String.valueOf(root));
    }

    private String cache() {
        return "data.cache_dir=" + folder.resolve("cache");
    }

    @Test
    void a_total_field_anomaly_takes_the_main_field_of_the_catalogue_and_says_so() throws Exception {
        Path out = folder.resolve("tmi.csv");
        String[] arguments = {
            "synth",
            data.resolve("magnetic/LCS-1.shc").toString(),
            "--quantity",
            "tmi",
            "--bbox",
            "50,52,36,38",
            "--step",
            "1",
            "-o",
            out.toString(),
            "--set",
            cache()
        };
        InProcess found = InProcess.run(Map.of("GAM_DATA_DIR", data.toString()), arguments);
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.err()).contains("main field: igrf-14 of the catalogue", "IGRF14.shc");
        String own = Files.readString(out);
        InProcess same = InProcess.run(
                Map.of(),
                "synth",
                arguments[1],
                "--quantity",
                "tmi",
                "--main-field",
                data.resolve("magnetic/IGRF14.shc").toString(),
                "--bbox",
                "50,52,36,38",
                "--step",
                "1",
                "-o",
                out.toString());
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(Files.readString(out)).isEqualTo(own);
    }

    @Test
    void a_main_field_that_cannot_be_had_is_a_clear_error() throws Exception {
        Path catalogue = folder.resolve("data_sources.yaml");
        Files.writeString(
                catalogue,
                "sources:\n  - id: igrf-14\n    url: "
                        + folder.resolve("none.shc").toUri() + "\n");
        InProcess outcome = InProcess.run(
                Map.of(),
                "synth",
                data.resolve("magnetic/LCS-1.shc").toString(),
                "--quantity",
                "tmi",
                "--bbox",
                "50,52,36,38",
                "--step",
                "1",
                "-o",
                folder.resolve("tmi.csv").toString(),
                "--set",
                cache(),
                "--set",
                "data.catalogue=" + catalogue);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("a total-field anomaly needs a main field", "--main-field", "GAM_DATA_DIR");
    }

    @Test
    void an_icgem_grid_is_its_own_topography() throws Exception {
        Path out = folder.resolve("x.gdf");
        Path published = data.resolve("gravity/EGM96PolandGravityAnomaly.gdf");
        InProcess outcome = InProcess.run(
                Map.of(),
                "synth",
                data.resolve("gravity/egm96.gfc.tar.gz").toString(),
                "--quantity",
                "gravity_anomaly",
                "--topography",
                published.toString(),
                "--bbox",
                "48.8,55,14.11,24.21",
                "--step",
                "0.1",
                "-o",
                out.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        double[] ours = lastColumn(out);
        double[] theirs = lastColumn(published);
        assertThat(ours).hasSize(6426).containsExactly(theirs, within(5e-4));
    }

    private static double[] lastColumn(Path gdf) throws Exception {
        return Files.readString(gdf)
                .lines()
                .dropWhile(line -> !line.startsWith("end_of_head"))
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToDouble(line ->
                        Double.parseDouble(line.trim().substring(line.trim().lastIndexOf(' '))))
                .toArray();
    }

    @Test
    void info_describes_models_and_names_compressed_files_as_the_user_does() throws Exception {
        Path egm = data.resolve("gravity/egm96.gfc.tar.gz");
        InProcess model = InProcess.run(Map.of(), "info", egm.toString());
        assertThat(model.code()).as(model.err()).isZero();
        assertThat(model.out()).contains(egm + ": ICGEM gravity field model", "EGM96", "360", "0.5000°", "tide_free");
        InProcess broken = InProcess.run(
                Map.of(),
                "info",
                data.resolve("gravity/gfc_edge/invalid_order.gfc").toString());
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("line 18 has order '0a'");
        Path packed = folder.resolve("cut.gdf.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("product_type gravity_field\nend_of_head\n".getBytes(StandardCharsets.US_ASCII));
        }
        InProcess cut = InProcess.run(Map.of(), "info", packed.toString());
        assertThat(cut.out() + cut.err()).contains(packed.toString()).doesNotContain("gam-read");
    }
}
