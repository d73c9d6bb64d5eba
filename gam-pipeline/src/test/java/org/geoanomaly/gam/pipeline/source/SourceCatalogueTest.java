package org.geoanomaly.gam.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCatalogueTest {
    @TempDir
    Path dir;

    @Test
    void the_built_in_catalogue_states_address_checksum_and_terms_of_each_source() {
        for (DataSource source : SourceCatalogue.builtIn().all()) {
            assertThat(source.file().url()).as(source.id()).startsWith("https://");
            assertThat(source.terms().license()).as(source.id()).isNotEqualTo("unknown");
            assertThat(source.terms().citation()).as(source.id()).isNotEmpty();
            boolean recorded = source.file().expected().sha256() != null
                    && source.file().expected().size() > 0;
            boolean saysWhyNot =
                    source.notes().contains("checksum") || source.terms().updates() != DataSource.UpdatePolicy.FIXED;
            assertThat(recorded || saysWhyNot).as(source.id()).isTrue();
        }
    }

    @Test
    void the_sources_of_the_global_job_are_there() {
        SourceCatalogue catalogue = SourceCatalogue.builtIn();
        DataSource emag2 = catalogue.find("emag2-v3");
        assertThat(emag2.file().url()).startsWith("https://www.ngdc.noaa.gov/geomag/data/EMAG2/");
        assertThat(emag2.content().unit()).isEqualTo("nT");
        DataSource gravity = catalogue.find("eigen-6c4-10arcmin-gravity");
        assertThat(gravity.content())
                .isEqualTo(new DataSource.Content("gravity", "mGal", 10_000.0, "gravity", 1 / 6.0, 65_000.0));
        assertThat(catalogue.find("osborne-magnetic").file().expected().alternatives())
                .containsExactly("md5:b26777bdde2f1ecb97dda655c8b1cf71");
        assertThat(catalogue.find("icgem-eigen-6c4-disturbance").terms().updates())
                .isEqualTo(DataSource.UpdatePolicy.MANUAL);
    }

    @Test
    void an_unknown_id_names_the_nearest() {
        assertThatThrownBy(() -> SourceCatalogue.builtIn().find("emag-v3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("there is no data source 'emag-v3'; did you mean 'emag2-v3'?");
    }

    @Test
    void a_users_file_replaces_fields_and_adds_sources() throws IOException {
        Path mine = write("""
                sources:
                  - id: emag2-v3
                    sha256: "%s"
                  - id: mine
                    modality: gravity
                    url: https://example.org/data/mine.nc
                    format: netcdf
                    quantity: gravity_disturbance
                    unit: mgal
                """.formatted("a".repeat(64)));
        SourceCatalogue catalogue = SourceCatalogue.builtIn().with(mine);
        assertThat(catalogue.find("emag2-v3").file().expected().sha256()).isEqualTo("a".repeat(64));
        assertThat(catalogue.find("emag2-v3").title()).startsWith("EMAG2 v3");
        assertThat(catalogue.find("mine").file().filename()).isEqualTo("mine.nc");
        assertThat(catalogue.find("mine").content().unit()).isEqualTo("mGal");
    }

    @Test
    void a_new_address_drops_the_old_checksum() throws IOException {
        Path mine = write("sources: [{id: egm96, url: 'https://example.org/egm96.gfc'}]");
        DataSource source = SourceCatalogue.builtIn().with(mine).find("egm96");
        assertThat(source.file().expected().sha256()).isNull();
        assertThat(source.file().expected().size()).isEqualTo(-1);
    }

    @Test
    void errors_name_file_line_and_key() throws IOException {
        refuse("sources:\n  - id: a\n    licence: x\n", ":3: unknown key 'licence'; did you mean 'license'?");
        refuse("sorces: []", ":1: unknown key 'sorces'; did you mean 'sources'?");
        refuse("sources:\n  - id: a\n    size: big\n", ":3: cannot be read");
        refuse("sources:\n  - id: a\n    id: b\n", ":3: cannot be read");
        refuse("sources: [{id: a}, {id: a}]", "the source 'a' appears twice");
        refuse("sources: [{id: 'A b'}]", "an id is lower-case letters");
        refuse("sources: [{id: a}]", "source 'a' lacks 'modality'");
        refuse(entry("url: 'ftp://h/x'"), "is no http, https or file address");
        refuse(entry("url: 'https://h/..%2Fx'"), "no plain file name");
        refuse(entry("url: 'https://h/x', filename: ../x"), "'../x' is not a plain file name");
        refuse(entry("url: 'https://h/x', sha256: abc"), "'abc' is not a SHA-256");
        refuse(
                entry("url: 'https://h/x', update_policy: daily"),
                "update_policy is one of fixed, manual, service, not 'daily'");
        refuse(entry("url: 'https://h/x', unit: furlong"), "unknown unit 'furlong'");
        refuse("!!java.io.File [x]", "cannot be read");
        refuse("sources: [", "cannot be read");
    }

    private static String entry(String fields) {
        String unit = fields.contains("unit:") ? "" : ", unit: nT";
        return "sources: [{id: a, modality: magnetic, format: csv, quantity: q, " + fields + unit + "}]";
    }

    private void refuse(String yaml, String why) throws IOException {
        Path file = write(yaml);
        assertThatThrownBy(() -> SourceCatalogue.builtIn().with(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(why);
    }

    private Path write(String yaml) throws IOException {
        Path file = dir.resolve("data_sources.yaml");
        Files.writeString(file, yaml);
        return file;
    }
}
