package org.geoanomaly.gam.pipeline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.junit.jupiter.api.Test;

class OutputRecordsTest {
    private static OutputRecord record(int i) {
        return new OutputRecord("tiles/" + i % 97 + "/" + i + ".tif", String.format("%064x", i), i);
    }

    @Test
    void parts_shared_out_in_any_way_merge_to_the_same_sorted_list() {
        List<OutputRecord> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(record(i));
        }
        List<OutputRecord> sorted =
                all.stream().sorted(Comparator.comparing(OutputRecord::path)).toList();
        Random random = new Random(3);
        for (int workers : new int[] {1, 2, 7, 50}) {
            List<List<OutputRecord>> parts = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                parts.add(new ArrayList<>());
            }
            parts.add(new ArrayList<>());
            Collections.shuffle(all, random);
            all.forEach(r -> parts.get(random.nextInt(workers)).add(r));
            // a task that was done twice lists its products twice
            all.subList(0, 20).forEach(r -> parts.get(random.nextInt(workers)).add(r));
            assertThat(OutputRecords.merge(parts)).isEqualTo(sorted);
        }
    }

    @Test
    void two_different_products_under_one_path_are_an_error() {
        OutputRecord a = record(1);
        OutputRecord b = new OutputRecord(a.path(), String.format("%064x", 2), 1);
        assertThatThrownBy(() -> OutputRecords.merge(List.of(List.of(a), List.of(b))))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(a.path());
    }
}
