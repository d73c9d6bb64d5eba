package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfVariable;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads OPERA DISP-S1 (product specification JPL D-108278): {@code displacement} in metres on a UTM grid, positive toward the satellite,
 * with {@code recommended_mask} (1 is good), {@code connected_component_labels} and {@code temporal_coherence} beside it. The line of sight
 * is in the static layers of the frame, a product of its own: a GeoTIFF of three bands, east, north and up, from the ground to the satellite.
 */
final class OperaReader {
    private static final String DISPLACEMENT = "displacement";

    private final SceneRead read;
    private final List<String> notes = new ArrayList<>();

    OperaReader(SceneRead read) {
        this.read = read;
    }

    SceneRead.Outcome read(LosColumns out) throws IOException {
        Path product = read.files().product();
        String variable =
                read.scene().variable() == null ? DISPLACEMENT : read.scene().variable();
        boolean masked;
        boolean labelled;
        boolean coherent;
        try (NetcdfGrid file = NetcdfGrid.open(product)) {
            requireDisplacement(file, product, variable);
            masked = has(file, "recommended_mask");
            labelled = has(file, "connected_component_labels");
            coherent = has(file, "temporal_coherence");
        }
        Optional<TimeSpan> span = TimeSpan.of(Map.of(), product);
        span.ifPresent(t -> notes.add(read.name() + ": displacement from " + t.first() + " to " + t.second()));
        Optional<Double> years = TimeSpan.asked(read.scene(), span, read.name());
        Optional<Layer> data = Layer.netcdf(product, variable, read.area());
        if (data.isEmpty()) {
            notes.add(read.name() + ": lies outside the area");
            return new SceneRead.Outcome(false, true, notes);
        }
        RasterScene.Sides named = new SideLayers(read, notes)
                .open(RasterReader.SENTINEL1
                        / (4 * Math.PI)
                        * years.map(y -> Math.abs(1000 / y)).orElse(1.0));
        RasterScene.Sides sides = new RasterScene.Sides(
                named.coherence() != null ? named.coherence() : own(coherent, "temporal_coherence"),
                named.coherenceScale(),
                named.components() != null ? named.components() : own(labelled, "connected_component_labels"),
                named.mask() != null ? named.mask() : own(masked, "recommended_mask"),
                named.dem(),
                named.metresPerRadian());
        double sign = "away".equals(read.scene().positive()) ? -1 : 1;
        double factor = sign * years.map(y -> 1000 / y).orElse(1.0);
        Look look = new Looks(read, notes).of(Map.of());
        notes.addAll(new RasterScene(read, data.get(), look, factor, sides).points(out));
        return new SceneRead.Outcome(years.isPresent(), true, notes);
    }

    private @Nullable Layer own(boolean there, String variable) throws IOException {
        return there
                ? Layer.netcdf(read.files().product(), variable, read.area()).orElse(null)
                : null;
    }

    private static boolean has(NetcdfGrid file, String name) {
        return file.variables().stream().anyMatch(v -> v.name().equals(name));
    }

    private void requireDisplacement(NetcdfGrid file, Path product, String name) {
        NetcdfVariable variable = file.variables().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataFormatException(
                        product,
                        "has no variable '" + name + "', so it is no OPERA DISP-S1 product",
                        "name the variable in data.sources.insar.variable"));
        Unit unit = variable.unit().orElse(Unit.METRE);
        if (unit != Unit.METRE) {
            throw new DataFormatException(product, "holds " + name + " in " + unit.symbol() + " instead of metres");
        }
    }
}
