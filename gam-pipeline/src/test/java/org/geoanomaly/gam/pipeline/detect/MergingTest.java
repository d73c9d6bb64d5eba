package org.geoanomaly.gam.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.model.SmoothInverter;
import org.geoanomaly.gam.pipeline.model.deformation.VolumeChangeInverter;
import org.geoanomaly.gam.pipeline.model.seismic.TomographyInverter;
import org.junit.jupiter.api.Test;

/** One list out of many, and names from signs. */
class MergingTest {
    private static Anomaly anomaly(double lat, double lon, double confidence, double score) {
        return new Anomaly(
                "",
                new Anomaly.Place(lat, lon, 5_000),
                confidence,
                "dense",
                score,
                Map.of("gravity", score),
                new Anomaly.Body(20_000, 1e12, 2_000, 9_000, 30));
    }

    private static List<Anomaly> merge(List<List<Anomaly>> tiles) {
        return Merging.merge(tiles, BoundingBox.GLOBE);
    }

    @Test
    void what_lies_outside_the_area_is_left_out() {
        BoundingBox area = new BoundingBox(0, 10, 170, -170);
        List<Anomaly> all = List.of(
                anomaly(5, 175, 0.9, 1),
                anomaly(5, -175, 0.9, 1),
                anomaly(5, -169.9, 0.9, 1),
                anomaly(5, 169.9, 0.9, 1),
                anomaly(10.1, 175, 0.9, 1),
                anomaly(-0.1, 175, 0.9, 1));
        assertThat(Merging.merge(List.of(all), area))
                .extracting(a -> a.peak().lon())
                .containsExactly(-175.0, 175.0);
    }

    @Test
    void most_certain_first_whatever_the_order_of_tiles() {
        List<List<Anomaly>> tiles = new ArrayList<>(List.of(
                List.of(anomaly(1, 1, 0.5, 2), anomaly(2, 1, 0.9, 2)),
                List.of(anomaly(3, 1, 0.9, -3)),
                List.of(),
                List.of(anomaly(5, 1, 0.9, 2), anomaly(4, 1, 0.9, 2))));
        List<Anomaly> merged = merge(tiles);
        assertThat(merged).extracting(Anomaly::id).containsExactly("A001", "A002", "A003", "A004", "A005");
        assertThat(merged).extracting(a -> a.peak().lat()).containsExactly(3.0, 2.0, 4.0, 5.0, 1.0);
        Collections.reverse(tiles);
        assertThat(merge(tiles)).isEqualTo(merged);
    }

    @Test
    void the_same_body_seen_from_two_tiles_is_one() {
        Anomaly sure = anomaly(10, 179.99, 0.95, 2);
        Anomaly again = anomaly(10, -179.97, 0.9, 1.8);
        assertThat(merge(List.of(List.of(again), List.of(sure)))).containsExactly(sure.withId("A001"));
        assertThat(merge(List.of(List.of(again, sure)))).hasSize(2);
        assertThat(merge(List.of(List.of(sure), List.of(anomaly(10, -179.97, 0.9, -1.8)))))
                .hasSize(2);
        assertThat(merge(List.of(List.of(sure), List.of(anomaly(10, -179.8, 0.9, 1.8)))))
                .hasSize(2);
    }

    @Test
    void more_than_999_get_longer_names() {
        List<Anomaly> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(anomaly(i * 0.05, 3, 0.5, 2));
        }
        assertThat(merge(List.of(many)).get(0).id()).isEqualTo("A0001");
    }

    @Test
    void types_are_signs_of_what_stands_out() {
        assertThat(type("gravity", 1, "magnetic", 0.1)).isEqualTo("dense");
        assertThat(type("gravity", -1, "magnetic", 0.1)).isEqualTo("light");
        assertThat(type("gravity", -1, "magnetic", 0.4)).isEqualTo("light_magnetic");
        assertThat(type("gravity", 1, "magnetic", -2)).isEqualTo("dense_nonmagnetic");
        assertThat(type("gravity", 0.1, "seismic", -2)).isEqualTo("slow");
        assertThat(type("insar", 1, "other", 2)).isEqualTo("inflating");
        assertThat(type("insar", 0.1, "other", 2)).isEqualTo("unclassified");
        assertThat(AnomalyType.of(Map.of(), KNOWN)).isEqualTo("unclassified");
    }

    private static final List<ModalityDescription> KNOWN = Stream.of(
                    new SmoothInverter().describe("gravity"),
                    new SmoothInverter().describe("magnetic"),
                    new TomographyInverter().describe("seismic"),
                    new VolumeChangeInverter().describe("insar"))
            .toList();

    @Test
    void a_word_that_two_modalities_share_stands_once() {
        ModalityDescription gravity = KNOWN.get(0);
        ModalityDescription muon = new ModalityDescription(
                "muon", "muons", gravity.property(), gravity.prior(), "dense", "light", gravity.vantage());
        Map<String, Double> both = Map.of("gravity", 1.0, "muon", 1.0);
        assertThat(AnomalyType.of(both, List.of(gravity, muon))).isEqualTo("dense");
        Map<String, Double> against = Map.of("gravity", 1.0, "muon", -1.0);
        assertThat(AnomalyType.of(against, List.of(gravity, muon))).isEqualTo("dense_light");
    }

    private static String type(String a, double x, String b, double y) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(a, x);
        parts.put(b, y);
        return AnomalyType.of(parts, KNOWN);
    }
}
