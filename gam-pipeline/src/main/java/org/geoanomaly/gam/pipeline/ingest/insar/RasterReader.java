package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.tiff.GeoTiffHeader;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads unwrapped phase or displacement from GeoTIFF: LiCSAR, PyRate, GAMMA, and HyP3.
 *
 * <p>Phase grows with the distance from the satellite (LiCSAR, PyRate, GAMMA and HyP3 agree), so displacement toward it is −λφ/4π. HyP3's
 * {@code los_disp} is in metres, positive toward the satellite (HyP3 InSAR product guide, "Displacement maps").
 */
final class RasterReader {
    /** Of Sentinel-1, m. */
    static final double SENTINEL1 = 0.055465763;

    private static final Map<String, Unit> TAGGED = Map.of(
            "RADIANS",
            Unit.RADIAN,
            "MILLIMETRES",
            Unit.MILLIMETRE,
            "CENTIMETRES",
            Unit.CENTIMETRE,
            "METRES",
            Unit.METRE);

    private final SceneRead read;
    private final SourceSpec.Scene scene;
    private final boolean hyp3;
    private final List<String> notes = new ArrayList<>();

    RasterReader(SceneRead read, boolean hyp3) {
        this.read = read;
        this.scene = read.scene();
        this.hyp3 = hyp3;
    }

    SceneRead.Outcome read(LosColumns out) throws IOException {
        Path product = read.files().product();
        GeoTiffHeader header;
        try (GeoTiff tiff = GeoTiff.open(product)) {
            header = tiff.header();
        }
        Optional<Layer> data = Layer.tiff(product, 0, read.area());
        if (data.isEmpty()) {
            notes.add(read.name() + ": lies outside the area");
            return new SceneRead.Outcome(false, true, notes);
        }
        Unit unit = unit(header);
        boolean velocity = unit.dimension() == Unit.Dimension.VELOCITY;
        double metresPerRadian = wavelength(header) / (4 * Math.PI);
        double toMetres =
                unit == Unit.RADIAN ? metresPerRadian : unit.factorTo(velocity ? Unit.MILLIMETRE_PER_YEAR : Unit.METRE);
        Optional<TimeSpan> span = TimeSpan.of(header.metadata(), product);
        if (!velocity) {
            Optional<Double> years = TimeSpan.asked(scene, span, read.name());
            velocity = years.isPresent();
            toMetres *= years.map(y -> 1000 / y).orElse(1.0);
            metresPerRadian *= years.map(y -> Math.abs(1000 / y)).orElse(1.0);
        }
        double sign = towardSatellite(header, unit) ? 1 : -1;
        Layer clean = withoutVoids(data.get(), header);
        plausible(clean, unit);
        RasterScene.Sides sides = new SideLayers(read, notes).open(metresPerRadian);
        notes.addAll(new RasterScene(read, clean, new Looks(read, notes).of(header.metadata()), sign * toMetres, sides)
                .points(out));
        span.ifPresent(t -> notes.add(read.name() + ": displacement from " + t.first() + " to " + t.second()));
        return new SceneRead.Outcome(velocity, true, notes);
    }

    private Unit unit(GeoTiffHeader header) {
        Unit stated = scene.unit();
        if (stated == null) {
            stated = TAGGED.get(header.metadata().getOrDefault("DATA_UNITS", "").toUpperCase(Locale.ROOT));
        }
        if (stated == null) {
            stated = Unit.parse(header.bands().get(0).unit())
                    .filter(u -> u != Unit.DIMENSIONLESS)
                    .orElse(null);
        }
        if (stated == null) {
            String name = read.files().product().getFileName().toString().toLowerCase(Locale.ROOT);
            boolean metres = hyp3 && name.contains("los_disp");
            stated = metres ? Unit.METRE : Unit.RADIAN;
            if (!hyp3 && !name.contains("unw")) {
                notes.add(read.name() + ": nobody states the unit; unwrapped phase in radians is assumed");
            }
        }
        boolean length = stated.dimension() == Unit.Dimension.LENGTH || stated.dimension() == Unit.Dimension.VELOCITY;
        if (stated != Unit.RADIAN && !length) {
            throw new ConfigurationException(
                    read.name() + " is said to be in " + stated.symbol()
                            + ", which is no unit of a displacement or phase",
                    "state rad, m, cm, mm, m/yr or mm/yr as its unit in data.sources.insar",
                    null);
        }
        return stated;
    }

    /** Interferograms that PyRate brings from radians to millimetres keep the sign of the phase. */
    private boolean towardSatellite(GeoTiffHeader header, Unit unit) {
        if (scene.positive() != null) {
            return scene.positive().equals("toward");
        }
        boolean interferogram = header.metadata().getOrDefault("DATA_TYPE", "").contains("IFG");
        return unit != Unit.RADIAN && !interferogram;
    }

    private double wavelength(GeoTiffHeader header) {
        if (scene.wavelength() != null) {
            return scene.wavelength();
        }
        Double tagged =
                number(header.metadata(), "WAVELENGTH_METRES", read.files().product());
        if (tagged == null) {
            return SENTINEL1;
        }
        if (!(tagged > 0.005 && tagged < 2)) {
            throw new DataFormatException(
                    read.files().product(), "states a wavelength of " + tagged + " m, which no radar satellite has");
        }
        return tagged;
    }

    static @Nullable Double number(Map<String, String> metadata, String key, Path file) {
        String text = metadata.get(key);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.trim());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the same message as for a number that is not finite
        }
        throw new DataFormatException(file, "has the metadata " + key + "='" + text + "', which is no number");
    }

    /** Products write zero where the unwrapping found nothing; exactly zero does not occur otherwise. */
    private Layer withoutVoids(Layer layer, GeoTiffHeader header) {
        FloatGrid grid = layer.grid();
        Double nodata = scene.nodata();
        boolean zeros = nodata == null && header.noData().isEmpty();
        float[] values = grid.values();
        for (int i = 0; i < values.length; i++) {
            boolean none = (zeros && values[i] == 0)
                    || (nodata != null && values[i] == nodata.floatValue())
                    || !(Math.abs(values[i]) < 1e30f);
            values[i] = none ? Float.NaN : values[i];
        }
        return layer;
    }

    /** Numbers that cannot be what they are said to be. */
    private void plausible(Layer layer, Unit unit) {
        double largest = 0;
        for (float v : layer.grid().values()) {
            largest = Math.max(largest, Float.isNaN(v) ? 0 : Math.abs(v));
        }
        boolean length = unit.dimension() == Unit.Dimension.LENGTH;
        double metres = length ? largest * unit.factorTo(Unit.METRE) : 0;
        if (metres > 100) {
            throw new DataFormatException(
                    read.files().product().toString(),
                    String.format(
                            Locale.ROOT,
                            "holds displacements up to %.3g %s, more than the ground can move: its unit must be another",
                            largest,
                            unit.symbol()),
                    "state it: data.sources.insar.unit: mm, cm or rad",
                    null);
        }
        if (unit == Unit.RADIAN && largest > 0 && largest <= Math.PI + 1e-3) {
            notes.add(read.name()
                    + ": no phase exceeds half a cycle; if it was not unwrapped, or is in metres, the answer is wrong");
        }
    }
}
