package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocatedSource;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RegionGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.run.RegionSampling.LatticeValues;
import org.geoanomaly.gam.pipeline.run.RegionSampling.MeshValues;

/** Puts the tiles of a region together on one grid of longitude, latitude and depth: each place is that of the tile whose core it lies in. */
final class MergeStage {
    /** Observations this part of the spacing away from a node are at it. */
    private static final double AT_NODE = 1e-3;

    private final RegionSampling sampling;
    private final RegionModel.Depths depths;
    private final List<Optional<TileResult>> tiles;
    private final Workers workers;

    /**
     * A merge.
     *
     * @param tiles in the order of the sampling; empty where a tile has no result
     */
    MergeStage(RegionSampling sampling, RegionModel.Depths depths, List<Optional<TileResult>> tiles, Workers workers) {
        this.sampling = sampling;
        this.depths = depths;
        this.tiles = tiles;
        this.workers = workers;
    }

    /** One modality over the region; it has a result in at least one tile. */
    ModalityResult modality(String name, List<String> notes) {
        List<ModalityResult.TileFit> fits = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(notes);
        for (Optional<TileResult> tile : tiles) {
            PropertyModel model = tile.map(t -> t.models().get(name)).orElse(null);
            ProcessedData data = tile.map(t -> t.data().get(name)).orElse(null);
            if (model != null && data != null) {
                fits.add(new ModalityResult.TileFit(tile.get().area().id(), data.observations(), model.fit()));
                all.addAll(data.notes());
                all.addAll(model.fit().quality().notes());
            }
        }
        return new ModalityResult(name, grid(name), model(name), fits, List.copyOf(all), sources(name));
    }

    /** Fitted sources of all tiles; one that two tiles see is that of the tile whose core it lies in. */
    private List<LocatedSource> sources(String name) {
        List<LocatedSource> sources = new ArrayList<>();
        double[] place = new double[2];
        for (Optional<TileResult> tile : tiles) {
            PropertyModel model = tile.map(t -> t.models().get(name)).orElse(null);
            if (model != null) {
                TileArea area = tile.get().area();
                for (FittedSource source : model.fit().sources()) {
                    area.frame().toGeographic(source.easting(), source.northing(), place);
                    if (area.owns(place[0], place[1])) {
                        sources.add(new LocatedSource(area.id(), place[0], place[1], source));
                    }
                }
            }
        }
        return sources;
    }

    private RegionGrid grid(String name) {
        ProcessedData any = first(t -> t.data().get(name));
        Map<String, FloatGrid> layers = new LinkedHashMap<>();
        float[] data = plane(name, Lattice::value);
        float[] predicted = sampling.ofLattices(
                tiles.stream().map(t -> t.flatMap(r -> predicted(r, name))).toList(), workers);
        layers.put("data", layer(any.unit(), data));
        layers.put("uncertainty", layer(any.unit(), plane(name, Lattice::uncertainty)));
        layers.put("height", layer(Unit.METRE, plane(name, Lattice::height)));
        layers.put("predicted", layer(any.unit(), predicted));
        float[] residual = new float[data.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = data[i] - predicted[i];
        }
        layers.put("residual", layer(any.unit(), residual));
        return new RegionGrid(name, any.quantity(), layers);
    }

    private FloatGrid layer(Unit unit, float[] values) {
        return new FloatGrid(sampling.geometry(), unit, values);
    }

    private float[] plane(String name, Function<Lattice, float[]> values) {
        return sampling.ofLattices(
                tiles.stream()
                        .map(t -> t.map(r -> r.data().get(name))
                                .map(ProcessedData::lattice)
                                .map(lattice -> new LatticeValues(lattice, values.apply(lattice))))
                        .toList(),
                workers);
    }

    /** What the model of a tile predicts, on the lattice of its data; nothing if the observations are not its nodes. */
    private static Optional<LatticeValues> predicted(TileResult tile, String name) {
        ProcessedData data = tile.data().get(name);
        PropertyModel model = tile.models().get(name);
        Lattice lattice = data == null ? null : data.lattice();
        if (data == null || model == null || lattice == null) {
            return Optional.empty();
        }
        Observations o = data.observations();
        if (LosPrediction.suits(o)) {
            float[] squares = LosPrediction.on(lattice, o, model.fit().predicted());
            return Optional.of(new LatticeValues(lattice, squares));
        }
        float[] values = new float[lattice.columns() * lattice.rows()];
        Arrays.fill(values, Float.NaN);
        for (int k = 0; k < o.size(); k++) {
            double x = (o.easting()[k] - lattice.west()) / lattice.spacing();
            double y = (o.northing()[k] - lattice.south()) / lattice.spacing();
            long i = Math.round(x);
            long j = Math.round(y);
            if (Math.abs(x - i) > AT_NODE || Math.abs(y - j) > AT_NODE) {
                return Optional.empty();
            }
            if (i < 0 || j < 0 || i >= lattice.columns() || j >= lattice.rows()) {
                return Optional.empty();
            }
            values[(int) (j * lattice.columns() + i)] = (float) model.fit().predicted()[k];
        }
        return Optional.of(new LatticeValues(lattice, values));
    }

    private RegionModel model(String name) {
        PropertyModel any = first(t -> t.models().get(name));
        Unit unit = any.property().unit();
        String what = any.property().name();
        Map<String, RegionModel.Layer> layers = new LinkedHashMap<>();
        layers.put("data", new RegionModel.Layer(what, unit, volume(name, PropertyModel::value)));
        layers.put(
                "uncertainty",
                new RegionModel.Layer(
                        "posterior standard deviation of " + what, unit, volume(name, PropertyModel::deviation)));
        layers.put(
                "prior_uncertainty",
                new RegionModel.Layer(
                        "standard deviation of " + what + " without the data",
                        unit,
                        volume(name, PropertyModel::prior)));
        return new RegionModel(name, sampling.geometry(), depths, layers);
    }

    private float[] volume(String name, Function<PropertyModel, float[]> values) {
        return sampling.ofMeshes(
                tiles.stream()
                        .map(t -> t.map(r -> r.models().get(name)).map(m -> new MeshValues(m.mesh(), values.apply(m))))
                        .toList(),
                depths.count(),
                workers);
    }

    /**
     * The fused model over the region.
     *
     * @param modalities that contributed somewhere
     */
    RegionModel fused(List<String> modalities) {
        Map<String, RegionModel.Layer> layers = new LinkedHashMap<>();
        layers.put(
                "score",
                new RegionModel.Layer("fused score", Unit.DIMENSIONLESS, fusedVolume(f -> Optional.of(f.score()))));
        layers.put(
                "uncertainty",
                new RegionModel.Layer(
                        "standard deviation of the score",
                        Unit.DIMENSIONLESS,
                        fusedVolume(f -> Optional.of(f.deviation()))));
        for (String modality : modalities) {
            layers.put(
                    "contribution_" + modality,
                    new RegionModel.Layer(
                            "part of the score from " + modality + "; missing where it is not assessed",
                            Unit.DIMENSIONLESS,
                            fusedVolume(
                                    f -> Optional.ofNullable(f.contributions().get(modality)))));
        }
        return new RegionModel("fused", sampling.geometry(), depths, layers);
    }

    private float[] fusedVolume(Function<FusedModel, Optional<float[]>> values) {
        return sampling.ofMeshes(
                tiles.stream()
                        .map(t -> t.map(TileResult::fused)
                                .flatMap(f -> values.apply(f).map(v -> new MeshValues(f.mesh(), v))))
                        .toList(),
                depths.count(),
                workers);
    }

    private <T> T first(Function<TileResult, T> part) {
        return tiles.stream()
                .flatMap(Optional::stream)
                .map(part)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no tile has what is to be merged"));
    }
}
