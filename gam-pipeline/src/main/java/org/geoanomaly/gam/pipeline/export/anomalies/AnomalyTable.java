package org.geoanomaly.gam.pipeline.export.anomalies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionResult;

/**
 * Anomalies with the digits that files carry.
 *
 * @param modalities columns of contributions, in order
 * @param rows rounded; a number of cells is not kept, and what a file does not have is NaN
 */
public record AnomalyTable(List<String> modalities, List<Anomaly> rows) {
    static final List<String> BEFORE =
            List.of("anomaly_id", "lat", "lon", "depth", "confidence", "anomaly_type", "score");
    static final List<String> AFTER = List.of("extent_m", "volume_m3", "depth_min", "depth_max");
    static final String CONTRIBUTION = "contribution_";

    private static final int DEGREES = 7;
    private static final int METRES = 2;
    private static final int CUBIC_METRES = 0;
    private static final int NUMBERS = 6;

    /**
     * One cell of a row.
     *
     * @param column its name
     * @param text what the file shows; empty for a number that is not there
     * @param numeric whether it is a number
     */
    public record Field(String column, String text, boolean numeric) {}

    public AnomalyTable {
        modalities = List.copyOf(modalities);
        rows = List.copyOf(rows);
    }

    /** The anomalies of a run, in its order; modalities in the run's order. */
    public static AnomalyTable of(RegionResult result) {
        Set<String> modalities = new LinkedHashSet<>();
        result.modalities().stream().map(ModalityResult::modality).forEach(modalities::add);
        result.anomalies().forEach(a -> modalities.addAll(a.contributions().keySet()));
        return new AnomalyTable(
                List.copyOf(modalities),
                result.anomalies().stream().map(AnomalyTable::rounded).toList());
    }

    /** The same modalities with other rows. */
    public AnomalyTable with(List<Anomaly> others) {
        return new AnomalyTable(modalities, others);
    }

    /** Names of all columns. */
    public List<String> columns() {
        List<String> names = new ArrayList<>(BEFORE);
        modalities.forEach(m -> names.add(CONTRIBUTION + m));
        names.addAll(AFTER);
        return List.copyOf(names);
    }

    /** The cells of a row, one for each column. */
    public List<Field> fields(Anomaly a) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("anomaly_id", a.id(), false));
        fields.add(number("lat", a.peak().lat(), DEGREES));
        fields.add(number("lon", a.peak().lon(), DEGREES));
        fields.add(number("depth", a.peak().depth(), METRES));
        fields.add(number("confidence", a.confidence(), NUMBERS));
        fields.add(new Field("anomaly_type", a.type(), false));
        fields.add(number("score", a.score(), NUMBERS));
        for (String modality : modalities) {
            double part = a.contributions().getOrDefault(modality, Double.NaN);
            fields.add(number(CONTRIBUTION + modality, part, NUMBERS));
        }
        fields.add(number("extent_m", a.body().extentM(), METRES));
        fields.add(number("volume_m3", a.body().volumeM3(), CUBIC_METRES));
        fields.add(number("depth_min", a.body().depthMin(), METRES));
        fields.add(number("depth_max", a.body().depthMax(), METRES));
        return List.copyOf(fields);
    }

    private static Field number(String column, double value, int decimals) {
        return new Field(column, Decimals.text(value, decimals), true);
    }

    private static Anomaly rounded(Anomaly a) {
        Anomaly.Place peak = a.peak();
        Anomaly.Body body = a.body();
        if (!(Math.abs(peak.lat()) <= 90) || !Double.isFinite(peak.lon())) {
            throw new IllegalArgumentException("anomaly " + a.id() + " lies at " + peak);
        }
        Map<String, Double> contributions = new LinkedHashMap<>();
        a.contributions().forEach((modality, part) -> {
            if (Double.isFinite(part)) {
                contributions.put(modality, Decimals.round(part, NUMBERS));
            }
        });
        return new Anomaly(
                a.id(),
                new Anomaly.Place(
                        Decimals.round(peak.lat(), DEGREES),
                        Decimals.longitude(peak.lon(), DEGREES),
                        Decimals.round(peak.depth(), METRES)),
                Decimals.round(a.confidence(), NUMBERS),
                a.type(),
                Decimals.round(a.score(), NUMBERS),
                contributions,
                new Anomaly.Body(
                        Decimals.round(body.extentM(), METRES),
                        Decimals.round(body.volumeM3(), CUBIC_METRES),
                        Decimals.round(body.depthMin(), METRES),
                        Decimals.round(body.depthMax(), METRES),
                        0));
    }
}
