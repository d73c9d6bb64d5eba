package org.geoanomaly.gam.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of users have the names that users give them. */
class OwnFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "picks.csv|picks.csv",
                "Köln (2).csv|Köln (2).csv",
                "nul.xml|_nul.xml_",
                "a=1&b,c#d~e.csv|_a_1_b_c_d_e.csv_",
                "-x.csv|_-x.csv_",
                ".hidden|_.hidden_",
                "it's [1].csv|_it_s _1_.csv_",
                "ends.|_ends._"
            })
    void every_name_will_do(String name, String recorded) {
        DataSource source = OwnFile.described(SourceSpec.LocalFile.of(Path.of(name)), "seismic");
        assertThat(source.file().filename()).isEqualTo(recorded);
    }

    @Test
    void the_longest_name_will_do() {
        DataSource source = OwnFile.described(SourceSpec.LocalFile.of(Path.of("#".repeat(255))), "seismic");
        assertThat(source.file().filename()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void an_address_that_is_none_is_one_sentence() {
        SourceSpec.LocalFile spec = new SourceSpec.LocalFile(
                Path.of("a.csv"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "ht tp://x",
                null,
                null,
                null);
        assertThatThrownBy(() -> OwnFile.described(spec, "seismic"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.sources.seismic.url: 'ht tp://x' is no address");
    }
}
