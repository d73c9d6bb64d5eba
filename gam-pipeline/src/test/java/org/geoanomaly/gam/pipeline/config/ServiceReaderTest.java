package org.geoanomaly.gam.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceReaderTest {
    @TempDir
    Path dir;

    private SourceSpec read(String modality, String source) throws IOException {
        Path file =
                Files.writeString(dir.resolve("gam.yaml"), "data:\n  sources:\n    " + modality + ": " + source + "\n");
        SourceSpec spec = ConfigLoader.load(new ConfigRequest(file, Map.of(), List.of(), List.of()))
                .config()
                .data()
                .sources()
                .get(modality);
        if (spec == null) {
            throw new AssertionError("no source");
        }
        return spec;
    }

    @Test
    void a_service_is_read_with_its_defaults() throws IOException {
        assertThat(read("seismic", "{provider: ISC, start: 2019-01-01, end: 2019-12-31T12:00:00Z, min_magnitude: 3}"))
                .isEqualTo(new SourceSpec.Service(
                        "ISC", null, "2019-01-01T00:00:00Z", "2019-12-31T12:00:00Z", 3.0, null, List.of("P", "S")));
        assertThat(
                        read(
                                "seismic",
                                "{provider: USGS, station_provider: IRIS, start: 2019-01-01, end: 2020-01-01, max_depth_km: 40, phases: p}"))
                .isEqualTo(new SourceSpec.Service(
                        "USGS", "IRIS", "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z", null, 40.0, List.of("P")));
    }

    @Test
    void a_file_may_have_a_file_of_stations_beside_it() throws IOException {
        Files.writeString(dir.resolve("s.xml"), "");
        SourceSpec spec = read("seismic", "{path: b.isf, stations: s.xml}");
        assertThat(spec).isInstanceOf(SourceSpec.LocalFile.class);
        assertThat(((SourceSpec.LocalFile) spec).stations()).isEqualTo(dir.resolve("s.xml"));
    }

    @Test
    void picks_of_the_catalogue_may_have_stations_of_the_catalogue() throws IOException {
        assertThat(read("seismic", "{id: parkfield-picks, stations: parkfield-stations}"))
                .isEqualTo(new SourceSpec.Catalogued("parkfield-picks", null, null, null, null, "parkfield-stations"));
    }

    @Test
    void mistakes_are_named_with_what_was_meant() {
        assertProblem("gravity", "{id: egm96, stations: parkfield-stations}", "stations");
        assertProblem("seismic", "{provider: ISC, start: 2019-01-01}", "data.sources.seismic.end: is missing");
        assertProblem("seismic", "{provider: ISC, start: 2019-13-01, end: 2020-01-01}", "expected a date such as");
        assertProblem("seismic", "{provider: ISC, start: 2021-01-01, end: 2020-01-01}", "must be after start");
        assertProblem(
                "seismic", "{provider: ISC, start: 2019-01-01, end: 2020-01-01, phases: [PP]}", "must be of P and S");
        assertProblem("seismic", "{provider: ISC, start: 2019-01-01, end: 2020-01-01, max_depth: 3}", "max_depth");
        assertProblem("gravity", "{provider: ISC, start: 2019-01-01, end: 2020-01-01}", "have no gravity");
    }

    private void assertProblem(String modality, String source, String words) {
        assertThatThrownBy(() -> read(modality, source))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words);
    }
}
