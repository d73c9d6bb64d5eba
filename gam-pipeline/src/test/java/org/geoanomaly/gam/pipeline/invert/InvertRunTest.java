package org.geoanomaly.gam.pipeline.invert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.geophysics.inversion.Sensitivity;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files in, files out. */
class InvertRunTest {
    private static final BodyField BODY =
            new BodyField(List.of(Body.ofDensity(new Prism(310, 690, 420, 780, -420, -130), 300.0)));

    @TempDir
    private Path folder;

    /** A grid of 10 × 12 from the north down, as maps are often listed, with 0.02 mGal of alternating error. */
    private Path data(boolean uncertainty, double shift) throws IOException {
        StringBuilder text =
                new StringBuilder("easting,northing,height,value").append(uncertainty ? ",uncertainty\n" : "\n");
        for (int j = 11; j >= 0; j--) {
            for (int i = 0; i < 10; i++) {
                double e = 50 + 100 * i + (i == 3 ? shift : 0.0);
                double n = 50 + 100 * j;
                double gz = 1e5 * BODY.at(e, n, 30).gz() + ((i * 7 + j * 3) % 2 == 0 ? 0.02 : -0.02);
                text.append(e).append(',').append(n).append(",30,").append(gz).append(uncertainty ? ",0.02\n" : "\n");
            }
        }
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private InvertRequest request(Path data, InvertRequest.Spread spread, String output) {
        return new InvertRequest(
                data,
                new InvertField.Gravity(),
                new InvertMesh(10, 12, 6, new InvertMesh.Spacing(100, 100, 100), 2, Double.NaN),
                InversionSettings.smooth(),
                null,
                spread,
                folder.resolve(output));
    }

    private static InvertOutcome run(InvertRequest request, int threads) throws IOException, InterruptedException {
        try (Workers workers = new Workers(threads)) {
            return new InvertRun(request, workers, ProgressListener.SILENT, () -> false).run();
        }
    }

    @Test
    void grid_in_any_order_is_a_grid_and_predictions_keep_its_order() throws IOException, InterruptedException {
        Path data = data(true, 0.0);
        InvertOutcome outcome = run(request(data, InvertRequest.Spread.NONE, "out"), 2);
        assertThat(outcome.operator()).isEqualTo(Sensitivity.Kind.FFT);
        assertThat(outcome.fit().chi()).isBetween(0.98, 1.02);
        List<String> in = Files.readAllLines(data);
        List<String> out = Files.readAllLines(folder.resolve("out/predicted.csv"));
        assertThat(out).hasSize(in.size());
        for (int row : new int[] {1, 57, 120}) {
            String[] a = in.get(row).split(",", -1);
            String[] b = out.get(row).split(",", -1);
            assertThat(Double.parseDouble(b[0])).isEqualTo(Double.parseDouble(a[0]));
            assertThat(Double.parseDouble(b[1])).isEqualTo(Double.parseDouble(a[1]));
            assertThat(Double.parseDouble(b[4])).isCloseTo(Double.parseDouble(a[3]), within(0.08));
        }
    }

    @Test
    void model_lies_under_the_data_with_its_maximum_at_the_body() throws IOException, InterruptedException {
        run(request(data(true, 0.0), InvertRequest.Spread.NONE, "out"), 1);
        List<String> lines = Files.readAllLines(folder.resolve("out/model.csv"));
        assertThat(lines.get(0)).isEqualTo("easting,northing,depth,value,std");
        assertThat(lines).hasSize(1 + 10 * 12 * 6);
        assertThat(lines.get(1)).startsWith("50,50,50,").endsWith(",NaN");
        String best = lines.stream()
                .skip(1)
                .max((a, b) -> Double.compare(value(a), value(b)))
                .orElseThrow();
        String[] cell = best.split(",", -1);
        assertThat(Double.parseDouble(cell[0])).isBetween(310.0, 690.0);
        assertThat(Double.parseDouble(cell[1])).isBetween(420.0, 780.0);
        assertThat(Double.parseDouble(cell[2])).isBetween(50.0, 420.0);
        assertThat(folder.resolve("out/model.nc")).isNotEmptyFile();
        assertThat(folder.resolve("out/model.vti")).isNotEmptyFile();
    }

    private static double value(String line) {
        return Double.parseDouble(line.split(",", -1)[3]);
    }

    @Test
    void bytes_do_not_depend_on_threads() throws IOException, InterruptedException {
        Path data = data(true, 0.0);
        InvertRequest.Spread spread = new InvertRequest.Spread(4, 1, true);
        run(request(data, spread, "one"), 1);
        run(request(data, spread, "three"), 3);
        for (String name : List.of("model.csv", "model.nc", "model.vti", "predicted.csv")) {
            assertThat(folder.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("three").resolve(name));
        }
    }

    @Test
    void report_says_how_it_went() throws IOException, InterruptedException {
        run(request(data(false, 20.0), new InvertRequest.Spread(4, 1, false), "out"), 1);
        JsonNode report = JsonProduct.mapper()
                .readTree(folder.resolve("out/inversion.json").toFile());
        assertThat(report.get("operator").asString()).isEqualTo("dense");
        assertThat(report.get("data_uncertainty_source").asString()).isEqualTo("cross-validation");
        assertThat(report.get("data_uncertainty_mean").asDouble()).isBetween(0.01, 0.04);
        assertThat(report.get("resolution_by_layer").size()).isEqualTo(6);
        assertThat(report.get("peak_memory_bytes").asLong()).isPositive();
        assertThat(report.get("convergence").size()).isPositive();
    }

    @Test
    void wrong_tables_are_explained() throws IOException {
        Path noHeight = Files.writeString(folder.resolve("a.csv"), "easting,northing,value\n1,2,3\n2,3,4\n");
        assertThatThrownBy(() -> run(request(noHeight, InvertRequest.Spread.NONE, "out"), 1))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("has no column 'height'");
        Path negative = Files.writeString(
                folder.resolve("b.csv"), "easting,northing,height,value,uncertainty\n1,2,3,4,0.1\n2,3,4,5,-1\n");
        assertThatThrownBy(() -> run(request(negative, InvertRequest.Spread.NONE, "out"), 1))
                .hasMessageContaining("row 2 of the data has the uncertainty -1.0");
    }

    @Test
    void stopping_writes_nothing() throws IOException {
        InvertRequest request = request(data(true, 0.0), InvertRequest.Spread.NONE, "out");
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> new InvertRun(request, workers, ProgressListener.SILENT, () -> true).run())
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
