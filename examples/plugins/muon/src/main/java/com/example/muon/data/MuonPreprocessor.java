package com.example.muon.data;

import com.example.muon.physics.CountedOpacity;
import com.example.muon.physics.StandardRock;
import com.example.muon.physics.Transmission;
import com.example.muon.rays.LineOfSight;
import com.example.muon.rays.Terrain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.Key;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.jspecify.annotations.Nullable;

/**
 * From counts to mean density contrasts along lines of sight: counts give an opacity, the way through the rock gives a length, their ratio is a
 * density. What all lines have in common is taken for the rock without bodies: so neither its true density nor the strength of the open
 * sky's flux, both known to a few per cent at best, enter the contrasts.
 */
public final class MuonPreprocessor implements Preprocessor {
    private static final double SHORTEST_ROCK = 5.0;

    /**
     * Keys under {@code plugins.preprocessors.muon-opacity}.
     *
     * @param minCounts lines of sight with fewer muons are left out
     * @param lengthErrorM of the way through rock: errors of the terrain model and of the detector's place, one standard deviation, m
     * @param referenceDensity that contrasts refer to, kg/m³; 0 for the median of all lines
     */
    public record Options(
            @Key(min = 1, max = 1e6) int minCounts,
            @Key(min = 0, max = 1e3) double lengthErrorM,
            @Key(min = 0, max = 1e4) double referenceDensity) {}

    private static final Options USUAL = new Options(10, 1.0, 0.0);

    private static final int FEWEST_LINES = 10;

    @Override
    public String id() {
        return "muon-opacity";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Record options() {
        return USUAL;
    }

    @Override
    public Set<String> modalities() {
        return Set.of(MuonNames.MODALITY);
    }

    @Override
    public ProcessedData process(PreprocessRequest request, StageContext context) {
        if (!(request.data() instanceof RawData.Points points)) {
            throw new PreprocessingException(
                    "muon data are a grid, not counts", "name a table of counts under data.sources.muon.path", null);
        }
        List<String> notes = new ArrayList<>(points.facts().notes());
        Options options = context.options(USUAL);
        List<Line> lines = lines(request, points, options, notes);
        if (context.stop().getAsBoolean()) {
            throw new CancellationException("stopped");
        }
        if (lines.size() < FEWEST_LINES) {
            throw new PreprocessingException(
                    "only " + lines.size() + " lines of sight can be used below " + request.area().id() + ": "
                            + String.join("; ", notes),
                    "expose longer, or choose an area that holds the detectors",
                    null);
        }
        boolean known = options.referenceDensity() > 0;
        double median = median(lines.stream().mapToDouble(Line::density).toArray());
        double reference = known ? options.referenceDensity() : median;
        notes.add(String.format(
                Locale.ROOT,
                "%d lines of sight; the median of their densities is %.0f kg/m³%s",
                lines.size(),
                median,
                known ? "" : " and taken for the reference: contrasts say nothing about what all lines share"));
        return new ProcessedData(
                MuonNames.MODALITY,
                "mean_density_contrast",
                Unit.KILOGRAM_PER_CUBIC_METRE,
                observations(lines, reference),
                ExitMap.of(request.area().mesh(), request.coarsening(), lines, reference),
                resolution(points),
                null,
                notes);
    }

    private static double resolution(RawData.Points points) {
        Double degrees = points.facts().resolutionDeg();
        return degrees == null ? Double.NaN : degrees * MuonSource.METRES_PER_DEGREE;
    }

    /** One usable line: where, how far through rock, and its mean density with one standard deviation, kg/m³. */
    record Line(LineOfSight sight, int detector, double rock, double counts, double exposure, double threshold, double density, double deviation) {}

    private static List<Line> lines(PreprocessRequest request, RawData.Points points, Options options, List<String> notes) {
        LocalFrame frame = request.area().frame();
        RegularMesh mesh = request.area().mesh();
        GridTerrain terrain = request.terrain() == null ? null : new GridTerrain(request.terrain().grid(), frame);
        StandardRock rock = new StandardRock();
        Map<String, Transmission> directions = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        double[] place = new double[2];
        int few = 0;
        int shallow = 0;
        for (int i = 0; i < points.rows(); i++) {
            frame.toLocal(points.column(RawData.Points.LONGITUDE)[i], points.column(RawData.Points.LATITUDE)[i], place);
            if (mesh.cellAt(place[0], place[1], mesh.top() - 0.5 * mesh.thickness(0)) < 0) {
                continue; // another tile's detector
            }
            double zenith = points.column(MuonNames.ZENITH)[i];
            double threshold = points.column(MuonNames.THRESHOLD)[i];
            LineOfSight sight = new LineOfSight(
                    place[0], place[1], points.column(MuonNames.DETECTOR_HEIGHT)[i], points.column(MuonNames.AZIMUTH)[i], zenith);
            double length = length(sight, points.column(MuonNames.ROCK)[i], terrain);
            double counts = points.column(RawData.Points.VALUE)[i];
            if (counts < options.minCounts()) {
                few++;
            } else if (length < SHORTEST_ROCK) {
                shallow++;
            } else {
                Transmission direction = directions.computeIfAbsent(
                        zenith + "," + threshold,
                        k -> new Transmission(rock, Math.cos(Math.toRadians(zenith)), threshold));
                double exposure = points.column(MuonNames.EXPOSURE)[i];
                CountedOpacity opacity = CountedOpacity.of(direction, counts, exposure);
                double density = opacity.opacity() / length;
                double deviation = Math.hypot(opacity.deviation() / length, density * options.lengthErrorM() / length);
                lines.add(new Line(
                        sight,
                        (int) points.column(MuonNames.DETECTOR)[i],
                        length,
                        counts,
                        exposure,
                        threshold,
                        density,
                        deviation));
            }
        }
        count(few, "lines of sight have fewer than " + options.minCounts() + " muons and were left out", notes);
        count(shallow, "lines of sight go through less than " + SHORTEST_ROCK + " m of rock and were left out", notes);
        notes.add(terrain == null
                ? "lengths in rock are those of the file"
                : "lengths in rock are those below the terrain model, known to " + options.lengthErrorM() + " m");
        return lines;
    }

    private static void count(int n, String what, List<String> notes) {
        if (n > 0) {
            notes.add(n + " " + what);
        }
    }

    private static double length(LineOfSight sight, double stated, @Nullable GridTerrain terrain) {
        if (terrain != null) {
            try {
                return terrain.along(sight, terrain.highest(), terrain.step()).rock();
            } catch (IllegalArgumentException e) {
                throw new PreprocessingException(
                        "the terrain model ends below a line of sight of the detector at " + sight.easting() + ", " + sight.northing() + " m",
                        "name a larger one under data.sources.topography",
                        e);
            }
        }
        if (Double.isNaN(stated)) {
            throw new PreprocessingException(
                    "nobody says how far the muons came through rock",
                    "name a terrain model under data.sources.topography, or give a column rock_m",
                    null);
        }
        return stated;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return 0.5 * (values[(n - 1) / 2] + values[n / 2]);
    }

    private static Observations observations(List<Line> lines, double reference) {
        Map<String, double[]> further = new LinkedHashMap<>();
        further.put(MuonNames.DETECTOR, lines.stream().mapToDouble(Line::detector).toArray());
        further.put(MuonNames.AZIMUTH, lines.stream().mapToDouble(l -> l.sight().azimuth()).toArray());
        further.put(MuonNames.ZENITH, lines.stream().mapToDouble(l -> l.sight().zenith()).toArray());
        further.put(MuonNames.ROCK, lines.stream().mapToDouble(Line::rock).toArray());
        further.put(MuonNames.COUNTS, lines.stream().mapToDouble(Line::counts).toArray());
        further.put(MuonNames.EXPOSURE, lines.stream().mapToDouble(Line::exposure).toArray());
        further.put(MuonNames.THRESHOLD, lines.stream().mapToDouble(Line::threshold).toArray());
        further.put(MuonNames.REFERENCE, lines.stream().mapToDouble(l -> reference).toArray());
        return new Observations(
                lines.stream().mapToDouble(l -> l.sight().easting()).toArray(),
                lines.stream().mapToDouble(l -> l.sight().northing()).toArray(),
                lines.stream().mapToDouble(l -> l.sight().height()).toArray(),
                lines.stream().mapToDouble(l -> l.density() - reference).toArray(),
                lines.stream().mapToDouble(Line::deviation).toArray(),
                further);
    }
}
