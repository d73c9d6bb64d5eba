package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.inversion.SharedTradeOff;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.config.Regional;
import org.geoanomaly.gam.pipeline.config.RegionalMethod;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.keep.KeptProducts;
import org.geoanomaly.gam.pipeline.keep.ProcessedDataCodec;
import org.geoanomaly.gam.pipeline.preprocess.StandardPreprocessor;
import org.geoanomaly.gam.pipeline.run.TileStages.Keyed;
import org.geoanomaly.gam.pipeline.spi.RegionChoice;
import org.jspecify.annotations.Nullable;

/**
 * Decides once for a region of several tiles what each would otherwise decide for itself: the level of the errors of the data,
 * the regional polynomial, the base level, and the trade-off between fit and norm. A region of one tile needs none of it.
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

    private boolean sharesErrors(RegionalPlan.Modality modality) {
        return tiled() && FIELDS.contains(modality.name()) && modality.preprocessor() instanceof StandardPreprocessor;
    }

    /** The data of all tiles with uncertainties that they agree on, and without the region's polynomial where that is wanted. */
    List<Map<String, Keyed<ProcessedData>>> agreed(List<Map<String, Keyed<ProcessedData>>> tiles)
            throws InterruptedException {
        List<Map<String, Keyed<ProcessedData>>> out = new ArrayList<>();
        tiles.forEach(t -> out.add(new LinkedHashMap<>(t)));
        for (RegionalPlan.Modality modality : plan.modalities()) {
            if (sharesErrors(modality) && !keys(tiles, modality.name()).isEmpty()) {
                agree(modality, out);
            }
        }
        return out;
    }

    private void agree(RegionalPlan.Modality modality, List<Map<String, Keyed<ProcessedData>>> tiles)
            throws InterruptedException {
        String name = modality.name();
        Regional regional = config.preprocessing().regional();
        String all = Keys.of("regional", keys(tiles, name), CanonicalJson.of(regional), sharesPolynomial(modality));
        double[] factors = SharedErrors.factors(mesh.tiles(), data(tiles, name));
        List<Optional<ProcessedData>> data = new ArrayList<>();
        for (int t = 0; t < factors.length; t++) {
            Keyed<ProcessedData> own = tiles.get(t).get(name);
            data.add(own == null ? Optional.empty() : Optional.of(scaled(own.product(), factors[t])));
        }
        RegionalSurface surface = sharesPolynomial(modality)
                ? RegionalSurface.of(RegionView.of(plan.area(), mesh.tiles(), data), regional.degree())
                : null;
        for (int t = 0; t < factors.length; t++) {
            Keyed<ProcessedData> own = tiles.get(t).get(name);
            if (own != null) {
                LocalFrame frame = mesh.tiles().get(t).frame();
                ProcessedData changed = data.get(t).orElseThrow();
                String label = own.target().label();
                String key = Keys.of(all, own.key());
                ProcessedData product = kept.get(
                        STAGE,
                        label,
                        key,
                        new ProcessedDataCodec(),
                        () -> surface == null ? changed : surface.removedFrom(changed, frame));
                tiles.get(t).put(name, new Keyed<>(new RegionTask.Target(STAGE, label, key), product));
            }
        }
    }

    /** The data with uncertainties so many times as large. */
    private static ProcessedData scaled(ProcessedData data, double factor) {
        Observations o = data.observations();
        double[] sigma = Arrays.stream(o.uncertainty()).map(s -> s * factor).toArray();
        List<String> notes = new ArrayList<>(data.notes());
        notes.add(String.format(
                Locale.ROOT,
                "Uncertainties are %.3g times those estimated in this tile alone, so that tiles agree where they overlap.",
                factor));
        return new ProcessedData(
                data.modality(),
                data.quantity(),
                data.unit(),
                new Observations(o.easting(), o.northing(), o.height(), o.value(), sigma, o.further()),
                scaled(data.lattice(), factor),
                data.resolutionM(),
                data.ambient(),
                notes);
    }

    private static @Nullable Lattice scaled(@Nullable Lattice lattice, double factor) {
        if (lattice == null) {
            return null;
        }
        float[] sigma = lattice.uncertainty().clone();
        for (int k = 0; k < sigma.length; k++) {
            sigma[k] *= (float) factor;
        }
        return new Lattice(
                new double[] {lattice.west(), lattice.south()},
                lattice.spacing(),
                lattice.columns(),
                lattice.rows(),
                lattice.value(),
                sigma,
                lattice.height());
    }

    private static List<String> keys(List<Map<String, Keyed<ProcessedData>>> tiles, String modality) {
        return tiles.stream()
                .filter(t -> t.containsKey(modality))
                .map(t -> t.get(modality).key())
                .toList();
    }

    private static List<Optional<ProcessedData>> data(List<Map<String, Keyed<ProcessedData>>> tiles, String modality) {
        return tiles.stream()
                .map(t -> Optional.ofNullable(t.get(modality)).map(Keyed::product))
                .toList();
    }

    private RegionView view(List<Map<String, Keyed<ProcessedData>>> tiles, String modality) {
        return RegionView.of(plan.area(), mesh.tiles(), data(tiles, modality));
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
        List<List<TradeOffPoint>> more = tile.all(modality, new RegionChoice(base, SharedTradeOff.of(first, target)));
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
