package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.inversion.SharedTradeOff;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.config.RegionalMethod;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.keep.KeptProducts;
import org.geoanomaly.gam.pipeline.keep.ProcessedDataCodec;
import org.geoanomaly.gam.pipeline.preprocess.StandardPreprocessor;
import org.geoanomaly.gam.pipeline.run.TileStages.Keyed;
import org.geoanomaly.gam.pipeline.spi.RegionChoice;

/**
 * Decides once for a region of several tiles what each would otherwise decide for itself: the regional polynomial, the base level of the data, and the
 * trade-off between fit and norm. A region of one tile needs none of it.
 */
final class RegionStage {
    /** The fields whose preprocessing removes a regional polynomial. */
    private static final Set<String> FIELDS = Set.of("gravity", "magnetic");

    private static final String STAGE = "regional";

    private final GamConfig config;
    private final RegionalPlan plan;
    private final RegionMesh mesh;
    private final KeptProducts kept;

    RegionStage(GamConfig config, RegionalPlan plan, RegionMesh mesh, KeptProducts kept) {
        this.config = config;
        this.plan = plan;
        this.mesh = mesh;
        this.kept = kept;
    }

    /** Whether there is anything to decide. */
    boolean tiled() {
        return mesh.tiles().size() > 1;
    }

    /** Whether the regional field of a modality is removed from all tiles at once. */
    boolean sharesPolynomial(RegionalPlan.Modality modality) {
        PreprocessingSection settings = config.preprocessing();
        return tiled()
                && FIELDS.contains(modality.name())
                && modality.preprocessor() instanceof StandardPreprocessor
                && settings.regional().method() == RegionalMethod.POLYNOMIAL
                && !settings.corrections().reductionToPole();
    }

    /** The data of all tiles without the region's polynomial, where that is wanted. */
    List<Map<String, Keyed<ProcessedData>>> withoutRegional(List<Map<String, Keyed<ProcessedData>>> tiles)
            throws InterruptedException {
        List<Map<String, Keyed<ProcessedData>>> out = new ArrayList<>();
        tiles.forEach(t -> out.add(new LinkedHashMap<>(t)));
        for (RegionalPlan.Modality modality : plan.modalities()) {
            String name = modality.name();
            if (sharesPolynomial(modality) && !keys(tiles, name).isEmpty()) {
                RegionalSurface surface = RegionalSurface.of(
                        view(tiles, name), config.preprocessing().regional().degree());
                String all = Keys.of(
                        "regional",
                        keys(tiles, name),
                        CanonicalJson.of(config.preprocessing().regional()));
                for (int t = 0; t < out.size(); t++) {
                    Keyed<ProcessedData> with = out.get(t).get(name);
                    if (with != null) {
                        LocalFrame frame = mesh.tiles().get(t).frame();
                        String label = with.target().label();
                        String key = Keys.of(all, with.key());
                        ProcessedData data = kept.get(
                                STAGE,
                                label,
                                key,
                                new ProcessedDataCodec(),
                                () -> surface.removedFrom(with.product(), frame));
                        out.get(t).put(name, new Keyed<>(new RegionTask.Target(STAGE, label, key), data));
                    }
                }
            }
        }
        return out;
    }

    private static List<String> keys(List<Map<String, Keyed<ProcessedData>>> tiles, String modality) {
        return tiles.stream()
                .filter(t -> t.containsKey(modality))
                .map(t -> t.get(modality).key())
                .toList();
    }

    private RegionView view(List<Map<String, Keyed<ProcessedData>>> tiles, String modality) {
        List<Optional<ProcessedData>> data = tiles.stream()
                .map(t -> Optional.ofNullable(t.get(modality)).map(Keyed::product))
                .toList();
        return RegionView.of(plan.area(), mesh.tiles(), data);
    }

    /** What trade-offs leave unexplained of one modality, in each tile; nothing where a tile has no data. */
    @FunctionalInterface
    interface Asking {
        List<List<TradeOffPoint>> all(RegionalPlan.Modality modality, RegionChoice choice) throws InterruptedException;
    }

    /** What the tiles of a modality share; empty if each is inverted for itself. */
    Optional<RegionChoice> choice(
            RegionalPlan.Modality modality, List<Map<String, Keyed<ProcessedData>>> tiles, Asking tile)
            throws InterruptedException {
        RegionView view = view(tiles, modality.name());
        double target = config.modeling().regularization().targetMisfit();
        double base = view.median();
        List<List<TradeOffPoint>> curves = tile.all(modality, new RegionChoice(base, null));
        List<SharedTradeOff.Survey> first = counted(curves, view);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        // between trade-offs that single tiles like best the curves are only guessed: ask all of them near the answer
        List<List<TradeOffPoint>> more =
                tile.all(modality, new RegionChoice(base, SharedTradeOff.of(first, target)));
        List<List<TradeOffPoint>> both = IntStream.range(0, curves.size())
                .mapToObj(t -> {
                    List<TradeOffPoint> points = new ArrayList<>(curves.get(t));
                    points.addAll(more.get(t));
                    return points;
                })
                .toList();
        return Optional.of(new RegionChoice(base, SharedTradeOff.of(counted(both, view), target)));
    }

    private static List<SharedTradeOff.Survey> counted(List<List<TradeOffPoint>> curves, RegionView view) {
        List<SharedTradeOff.Survey> surveys = new ArrayList<>();
        for (int t = 0; t < curves.size(); t++) {
            if (!curves.get(t).isEmpty() && view.count(t) > 0) {
                surveys.add(new SharedTradeOff.Survey(curves.get(t), view.count(t)));
            }
        }
        return surveys;
    }
}
