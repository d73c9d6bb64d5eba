package org.geoanomaly.gam.pipeline.validation.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.CogWriter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.export.RegionExports;
import org.geoanomaly.gam.pipeline.export.RegionFixture;
import org.geoanomaly.gam.pipeline.export.RegionManifest;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.manifest.OutputRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionRecord;
import org.geoanomaly.gam.pipeline.manifest.RegionSummary;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing broken at a time. Where the point is what is inside a file, the manifest is written anew so that it vouches for the damage. */
class RegionValidatorTest {
    @TempDir
    private Path folder;

    private final RegionResult result = RegionFixture.western();
    private List<Path> products = List.of();

    private void write(RegionResult r) {
        try (Workers workers = new Workers(2)) {
            products = new ArrayList<>(RegionExports.write(r, folder, workers));
        }
        RegionManifest.write(r, folder, products);
    }

    private List<CheckResult> validate() {
        try (Workers workers = new Workers(2)) {
            return RegionValidator.validate(folder, workers, ProgressListener.SILENT);
        }
    }

    private List<String> errors() {
        return validate().stream()
                .flatMap(r -> r.findings().stream().map(f -> r.name() + ": " + f.subject() + " " + f.message()))
                .filter(t -> !t.startsWith("completeness"))
                .toList();
    }

    private void replaceInside(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        RegionManifest.write(result, folder, products);
    }

    @Test
    void sound_results_pass_and_gaps_are_warnings() {
        for (RegionResult r : List.of(
                result, RegionFixture.across(), RegionFixture.withoutAnomalies(), RegionFixture.ofOneModality())) {
            write(r);
            List<CheckResult> checks = validate();
            assertThat(checks.stream().map(CheckResult::name))
                    .containsExactly("inputs", "manifest", "NetCDF", "COG", "VTI", "anomalies", "completeness");
            assertThat(errors()).isEmpty();
            assertThat(checks.get(6).findings())
                    .containsExactly(
                            Finding.warning("seismic", "is missing from the result (fetch): no source is configured"));
        }
    }

    @Test
    void altered_and_missing_files_are_found() throws IOException {
        write(result);
        Files.writeString(folder.resolve("anomalies.csv"), "anomaly_id\n");
        Files.delete(folder.resolve("maps/gravity_data.tif"));
        assertThat(errors())
                .contains(
                        "manifest: anomalies.csv was altered: it is not the file in the manifest",
                        "manifest: maps/gravity_data.tif is missing");
    }

    @Test
    void tables_that_differ_are_found() throws IOException {
        write(result);
        replaceInside("anomalies.csv", ",4500,", ",4501,");
        assertThat(errors())
                .containsExactly(
                        "anomalies: anomalies.geojson row 2 (A002) differs from the one in anomalies.csv",
                        "anomalies: gam.gpkg row 2 (A002) differs from the one in anomalies.csv");
    }

    @Test
    void impossible_rows_are_found() throws IOException {
        write(RegionFixture.with(result, org.geoanomaly.gam.pipeline.config.ExportFormat.CSV));
        replaceInside("anomalies.csv", "A001,-31.25,-70.25,750,0.987654", "A002,-31.25,70.25,1e9,1.5");
        assertThat(errors())
                .contains(
                        "anomalies: anomalies.csv A002 lies outside the area of the run",
                        "anomalies: anomalies.csv A002 has the confidence 1.5",
                        "anomalies: anomalies.csv A002 is there twice")
                .anyMatch(e -> e.contains("A002 has an impossible size"));
    }

    @Test
    void a_lost_row_is_found() throws IOException {
        write(RegionFixture.with(result, org.geoanomaly.gam.pipeline.config.ExportFormat.CSV));
        replaceInside(
                "anomalies.csv", "A003,-30.65,-69.1234568,125,0.2,unclassified,2.25,2.25,,100,2000000000,0,250\n", "");
        assertThat(errors()).containsExactly("anomalies: anomalies.csv has 2 anomalies, the run found 3");
    }

    @Test
    void maps_of_other_values_or_infinite_ones_are_found() throws IOException {
        write(result);
        FloatGrid grid = RegionFixture.data(result);
        float[] values = grid.values().clone();
        values[7] = Float.POSITIVE_INFINITY;
        Path map = folder.resolve("maps/gravity_data.tif");
        CogWriter.write(
                map,
                new FloatGrid(grid.geometry(), grid.unit(), values),
                CogOptions.DEFAULT.withBlockSize(64),
                CogMetadata.NONE);
        RegionManifest.write(result, folder, products);
        assertThat(errors())
                .containsExactly(
                        "COG: maps/gravity_data.tif data has 1 infinite values",
                        "COG: maps/gravity_data.tif has other values than data in grids/gravity.nc");
    }

    @Test
    void unreadable_rasters_and_images_are_found() throws IOException {
        write(result);
        for (String name : List.of("grids/gravity.nc", "maps/anomaly_score.tif", "models/fused.vti")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            Files.write(folder.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length / 3));
        }
        RegionManifest.write(result, folder, products);
        assertThat(errors())
                .anyMatch(e -> e.startsWith("NetCDF: grids/gravity.nc cannot be read: "))
                .anyMatch(e -> e.startsWith("COG: maps/anomaly_score.tif cannot be read: "))
                .anyMatch(e -> e.startsWith("VTI: models/fused.vti cannot be read: "));
    }

    @Test
    void a_changed_configuration_or_no_manifest_is_refused() throws IOException {
        write(result);
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"seed\": ", "\"seed\": 1"));
        assertThatThrownBy(this::validate)
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("the configuration does not have the checksum beside it");
        Files.delete(manifest);
        assertThat(RegionValidator.recognises(folder)).isFalse();
        assertThatThrownBy(this::validate)
                .isInstanceOf(DataFormatException.class)
                .hasMessageEndingWith("is missing");
    }

    @Test
    void the_manifest_holds_inputs_fits_gaps_and_outputs() throws IOException {
        write(result);
        RegionRecord record = ManifestStore.readRegion(folder);
        assertThat(record.run().runId()).isEqualTo("7f3a9c1e");
        assertThat(record.run().createdAt()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(record.inputs().stream().map(i -> i.layer() + " " + i.sourceId()))
                .containsExactly("gravity gravity-survey", "magnetic magnetic-survey", "topography topography-survey");
        assertThat(record.outputs()).hasSize(products.size());
        RegionSummary.TileFit fit = record.summary().modalities().get(0).tiles().get(0);
        assertThat(fit.observations()).isEqualTo(3);
        assertThat(fit.chi2PerDatum()).isEqualTo(0.98);
        assertThat(fit.rmsResidual()).isEqualTo(Math.sqrt(1 / 3.0));
        assertThat(record.summary().area()).isEqualTo(RegionFixture.WESTERN);
        assertThat(record.summary().gaps()).hasSize(1);
        byte[] bytes = Files.readAllBytes(folder.resolve("manifest.json"));
        RegionManifest.write(result, folder, products);
        assertThat(Files.readAllBytes(folder.resolve("manifest.json"))).isEqualTo(bytes);
    }

    @Test
    void products_of_an_earlier_run_go_unless_the_user_changed_them() throws IOException {
        write(result);
        Path report = Files.writeString(folder.resolve("models/notes.txt"), "mine");
        Files.writeString(folder.resolve("anomalies.geojson"), "edited");
        write(RegionFixture.with(result, org.geoanomaly.gam.pipeline.config.ExportFormat.CSV));
        assertThat(folder.resolve("gam.gpkg")).doesNotExist();
        assertThat(folder.resolve("maps/anomaly_score.tif")).doesNotExist();
        assertThat(folder.resolve("anomalies.geojson")).hasContent("edited");
        assertThat(report).exists();
        assertThat(ManifestStore.readRegion(folder).outputs().stream().map(OutputRecord::path))
                .containsExactly("anomalies.csv");
    }
}
