package org.geoanomaly.gam.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names, numbers and quotes as text. */
class PlainTextTest {
    @Test
    void numbers_read_back_exactly_and_are_short() {
        assertThat(List.of(
                        0.1, 1.0, 1e-7, Double.parseDouble("1e23"), -2.5e-300, Double.MIN_VALUE, 100000.0, 123456.789))
                .extracting(RecordTree::real)
                .containsExactly("0.1", "1.0", "1.0e-7", "1.0e23", "-2.5e-300", "5.0e-324", "100000.0", "123456.789");
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(RecordTree.real(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void what_is_not_finite_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(List.of(Double.NaN)));
    }

    @Test
    void text_is_quoted_as_json_demands() {
        assertThat(CanonicalJson.of(List.of("a\"b\\c\n\t\u0001é😀\ud800", List.of(), true, 3)))
                .isEqualTo("[\"a\\\"b\\\\c\\n\\t\\u0001é😀\\ud800\",[],true,3]");
    }

    @Test
    void component_names_become_snake_case() {
        assertThat(RecordTree.snakeCase("rollingWindowDeg")).isEqualTo("rolling_window_deg");
    }

    @Test
    void nearest_name_is_a_likely_slip_or_nothing() {
        List<String> names = List.of("bbox", "modalities", "sources", "cache_dir");
        assertThat(NearestName.of("bbbox", names)).contains("bbox");
        assertThat(NearestName.of("modalites", names)).contains("modalities");
        assertThat(NearestName.of("cacheDir", names)).contains("cache_dir");
        assertThat(NearestName.of("soucres", names)).contains("sources");
        assertThat(NearestName.of("engine", names)).isEmpty();
        assertThat(NearestName.of("", names)).isEmpty();
    }

    @Test
    void swapped_neighbours_are_one_edit() {
        assertThat(NearestName.edits("golbal", "global")).isEqualTo(1);
        assertThat(NearestName.edits("kitten", "sitting")).isEqualTo(3);
    }
}
