package org.geoanomaly.gam.pipeline.refraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.sgt.SgtReader;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.TextBoxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections from first arrivals: of two layers, whose times are known in closed form, and of a real survey. */
class RefractionRunTest {
    private static final double UPPER = 600;
    private static final double LOWER = 2500;
    private static final double THICK = 3;

    @TempDir
    private Path folder;

    /** 31 geophones every 2 m along a slope, shots at every fifth; times of direct and head waves in coordinates along the slope. */
    private Path twoLayers(double slope) throws IOException {
        StringBuilder text = new StringBuilder("31 # sensors\n#x\tz\n");
        for (int i = 0; i < 31; i++) {
            text.append(String.format(Locale.ROOT, "%.6f\t%.6f%n", 2 * i * Math.cos(slope), 2 * i * Math.sin(slope)));
        }
        StringBuilder rows = new StringBuilder();
        int n = 0;
        for (int s = 0; s < 31; s += 5) {
            for (int g = 0; g < 31; g++) {
                if (s == g) {
                    continue;
                }
                double x = 2.0 * Math.abs(s - g);
                double head = x / LOWER + 2 * THICK * Math.sqrt(LOWER * LOWER - UPPER * UPPER) / (LOWER * UPPER);
                rows.append(String.format(Locale.ROOT, "%d %d %.7f%n", s + 1, g + 1, Math.min(x / UPPER, head)));
                n++;
            }
        }
        return Files.writeString(folder.resolve("two.sgt"), text + "" + n + " # measurements\n#s g t\n" + rows);
    }

    private static RefractionOutcome run(RefractionRequest request, int threads)
            throws IOException, InterruptedException {
        try (Workers workers = new Workers(threads)) {
            return new RefractionRun(request, workers, ProgressListener.SILENT, () -> false).run();
        }
    }

    private static double velocity(RefractionOutcome outcome, double x, double z) {
        RegularMesh mesh = outcome.mesh();
        return 1000 * outcome.velocity()[mesh.cellAt(x, 0.1 * mesh.dy(), z)];
    }

    @Test
    void two_layers_on_a_slope_come_back() throws Exception {
        double slope = 0.1;
        Path out = folder.resolve("out");
        Path data = twoLayers(slope);
        RefractionOutcome outcome = run(new RefractionRequest(data, 0.0005, 1, null, out), 2);
        assertThat(outcome.result().converged()).isTrue();
        assertThat(outcome.result().rms()).isLessThan(0.0007);
        for (double s : new double[] {16, 30, 44}) {
            // smoothness over two sensor spacings blurs the jump at 3 m, so the upper layer is looked at near the
            // ground
            double top = velocity(
                    outcome,
                    s * Math.cos(slope) + 0.75 * Math.sin(slope),
                    s * Math.sin(slope) - 0.75 * Math.cos(slope));
            double deep = velocity(
                    outcome, s * Math.cos(slope) + 6 * Math.sin(slope), s * Math.sin(slope) - 6 * Math.cos(slope));
            assertThat(top).isBetween(0.7 * UPPER, 1.4 * UPPER);
            assertThat(deep).isBetween(0.75 * LOWER, 1.35 * LOWER);
        }
        for (String file : List.of("model.csv", "model.nc", "model.vti", "predicted.csv", "section.png")) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        SectionPicture.Drawn picture =
                new SectionPicture(RefractionSurvey.of(data, SgtReader.read(data), 0.0005), outcome).draw();
        TextBoxes.requireApart(
                "section",
                new Rectangle2D.Double(0, 0, picture.width(), picture.height()),
                picture.texts().stream()
                        .map(t -> new Sheet.Placed(t.text(), t.box()))
                        .toList());
        assertThat(picture.png()).isEqualTo(Files.readAllBytes(out.resolve("section.png")));
        assertThat(Files.readString(out.resolve("inversion.json"))).contains("\"field\": \"time\"", "\"rms_ms\"");
        assertThat(Files.readAllLines(out.resolve("predicted.csv"))).hasSize(7 * 30 + 1);
    }

    @Test
    void threads_do_not_change_a_byte() throws Exception {
        Path data = twoLayers(0);
        run(new RefractionRequest(data, 0.001, 1, null, folder.resolve("one")), 1);
        run(new RefractionRequest(data, 0.001, 1, null, folder.resolve("three")), 3);
        for (String file : List.of("model.csv", "model.nc", "model.vti", "predicted.csv", "section.png")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("three").resolve(file));
        }
    }

    @Test
    void what_cannot_be_used_is_told() throws IOException {
        Path none = folder.resolve("none.sgt");
        assertThatThrownBy(() -> run(new RefractionRequest(none, null, 1, null, folder), 1))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("no such file");
        Path still = Files.writeString(folder.resolve("still.sgt"), "2\n0 0\n5 0\n2\n1 2 0\n1 1 0.1\n");
        assertThatThrownBy(() -> run(new RefractionRequest(still, null, 1, null, folder), 1))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("usable first arrivals");
        Path wide = Files.writeString(folder.resolve("wide.sgt"), "2\n0 0\n5 0\n3\n1 2 0.1\n1 2 0.1\n2 1 0.1\n");
        assertThatThrownBy(() ->
                        run(new RefractionRequest(wide, null, 1, new RefractionRequest.Cell(1e-4, 1e-4), folder), 1))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("cells");
        assertThatThrownBy(() -> new RefractionRequest.Cell(0, 1)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void the_koenigsee_survey_fits_to_less_than_a_millisecond() throws Exception {
        String root = System.getenv("GAM_DATA_DIR");
        if (root == null || !Files.isRegularFile(Path.of(root, "seismic/koenigsee.sgt"))) {
            String message = "set GAM_DATA_DIR to the folder of real data with seismic/koenigsee.sgt";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        Path out = folder.resolve("koenigsee");
        RefractionOutcome outcome = run(
                new RefractionRequest(Path.of(String.valueOf(root), "seismic/koenigsee.sgt"), null, 1, null, out), 2);
        assertThat(outcome.result().predicted()).hasSize(714);
        assertThat(1000 * outcome.result().rms()).isLessThan(0.9);
        // soil on top, rock at ten metres
        double soil = 0;
        double rock = 0;
        for (double x = 10; x <= 40; x += 2) {
            soil += velocity(outcome, x, -0.75) / 16;
            rock = Math.max(rock, velocity(outcome, x, -13));
        }
        assertThat(soil).isBetween(300.0, 1100.0);
        assertThat(rock).isBetween(3000.0, 6000.0);
    }
}
