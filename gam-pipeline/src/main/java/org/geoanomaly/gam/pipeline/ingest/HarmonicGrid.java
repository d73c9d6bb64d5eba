package org.geoanomaly.gam.pipeline.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.synth.ModelFiles;
import org.geoanomaly.gam.pipeline.synth.ModelSource;
import org.geoanomaly.gam.pipeline.synth.SynthRequest;
import org.geoanomaly.gam.pipeline.synth.SynthResult;
import org.geoanomaly.gam.pipeline.synth.SynthTarget;
import org.geoanomaly.gam.pipeline.synth.Synthesis;
import org.jspecify.annotations.Nullable;

/**
 * Spherical-harmonic models evaluated on nodes over the area. Degree n has half waves of 180°/n: they are sampled at least four and at most
 * twelve times, as the request's spacing asks, so that straight lines between nodes err by less than 8 % of the shortest wave.
 */
final class HarmonicGrid {
    /** m above the ellipsoid where nobody says: above nearly all terrain that such models resolve, and where EMAG2 is given. */
    static final double USUAL_HEIGHT = 4000;

    private static final double COARSEST = 180.0 / 4;
    private static final double FINEST = 180.0 / 12;
    private static final Set<String> FORMATS = Set.of("gfc", "icgem-gfc", "shc", "cof");

    private HarmonicGrid() {}

    static boolean isFormat(String format) {
        return FORMATS.contains(format);
    }

    /** Whether a file is a model by its format or, if that is open, by its name. */
    static boolean isModel(String format, Path file) {
        String name = String.valueOf(file.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.tgz|\\.zip|(\\.tar)?\\.(gz|xz)|\\.tar)$", "");
        return isFormat(format) || (format.isEmpty() && name.matches(".*\\.(gfc|shc|cof)"));
    }

    /**
     * Evaluates a model.
     *
     * @param mainField model of the main field, for the total-field anomaly of a magnetic model
     */
    static RawData.Gridded evaluate(
            DataRequest request, FileHints hints, Path file, @Nullable Path mainField, Workers workers) {
        ModelSource model = ModelFiles.read(file);
        SynthRequest.Terms terms = terms(request.source());
        int degree = Math.max(1, Math.min(degree(model), terms.nmax().orElse(Integer.MAX_VALUE)));
        String quantity = quantity(request, hints, model, file);
        Double stated = hints.values().height();
        double height = stated == null ? USUAL_HEIGHT : stated;
        double spacing = Math.max(FINEST / degree, Math.min(COARSEST / degree, request.spacingDeg()));
        SynthResult result = Synthesis.run(
                model,
                new SynthRequest(
                        quantity,
                        new SynthTarget.Grid(nodes(request.area(), spacing)),
                        new SynthRequest.Heights(
                                height, Optional.of(EvaluationHeights.Reference.ELLIPSOID), Optional.empty()),
                        terms,
                        "WGS84",
                        mainField == null ? Optional.empty() : Optional.of(magnetic(mainField))),
                workers.executor());
        GridGeometry geometry = ((SynthTarget.Grid) result.target()).geometry();
        FloatGrid grid = new FloatGrid(geometry, result.unit(), result.narrowed());
        Double resolution = hints.values().resolution();
        RawData.Facts facts = new RawData.Facts(
                request.modality(),
                quantity.equals("tmi") ? "total_field_anomaly" : quantity,
                result.unit(),
                true,
                height,
                resolution == null || terms.nmax().isPresent() ? Double.valueOf(180.0 / degree) : resolution,
                null,
                notes(result, stated == null, spacing));
        return new RawData.Gridded(facts, grid, null);
    }

    /** The part of a model that the configuration asks for. */
    private static SynthRequest.Terms terms(SourceSpec source) {
        return source instanceof SourceSpec.Catalogued entry
                ? terms(entry.minDegree(), entry.maxDegree(), entry.epoch())
                : terms((SourceSpec.LocalFile) source);
    }

    private static SynthRequest.Terms terms(SourceSpec.LocalFile file) {
        return terms(file.minDegree(), file.maxDegree(), file.epoch());
    }

    private static SynthRequest.Terms terms(
            @Nullable Integer least, @Nullable Integer largest, @Nullable Double epoch) {
        return new SynthRequest.Terms(
                least == null ? OptionalInt.empty() : OptionalInt.of(least),
                largest == null ? OptionalInt.empty() : OptionalInt.of(largest),
                epoch == null ? OptionalDouble.empty() : OptionalDouble.of(epoch),
                Optional.empty());
    }

    private static int degree(ModelSource model) {
        return model instanceof ModelSource.Gravity gravity
                ? gravity.file().header().maxDegree()
                : ((ModelSource.Magnetic) model).file().maxDegree();
    }

    private static ShcModel magnetic(Path file) {
        if (ModelFiles.read(file) instanceof ModelSource.Magnetic magnetic) {
            return magnetic.file();
        }
        throw new DataFormatException(file, "is no model of the main magnetic field");
    }

    private static String quantity(DataRequest request, FileHints hints, ModelSource model, Path file) {
        boolean gravity = model instanceof ModelSource.Gravity;
        if (gravity == request.modality().equals("magnetic")) {
            throw new DataFormatException(
                    file,
                    "is a " + (gravity ? "gravity" : "magnetic") + " model, which gives no " + request.modality()
                            + " data",
                    "choose another source for data.sources." + request.modality());
        }
        String stated = hints.values().quantity();
        if (stated != null && !stated.isBlank() && !stated.endsWith("_coefficients")) {
            return stated.equals("total_field_anomaly") ? "tmi" : stated;
        }
        return gravity ? request.modality().equals("geoid") ? "geoid" : "gravity_disturbance" : "tmi";
    }

    /** Nodes at whole multiples of the spacing, one beyond the area each way. */
    private static GridGeometry nodes(BoundingBox area, double spacing) {
        double first = Math.floor(area.west() / spacing + 1e-9) - 1;
        double last = Math.ceil((area.west() + area.width()) / spacing - 1e-9) + 1;
        double bottom = Math.max(Math.floor(area.south() / spacing + 1e-9) - 1, Math.ceil(-90 / spacing - 1e-9));
        double top = Math.min(Math.ceil(area.north() / spacing - 1e-9) + 1, Math.floor(90 / spacing + 1e-9));
        return new GridGeometry(
                Crs.WGS84,
                (first - 0.5) * spacing,
                (top + 0.5) * spacing,
                spacing,
                spacing,
                (int) (last - first) + 1,
                (int) (top - bottom) + 1,
                Registration.NODE);
    }

    private static List<String> notes(SynthResult result, boolean usualHeight, double spacing) {
        List<String> notes = new ArrayList<>();
        result.facts().forEach(f -> notes.add(f.name().replace('_', ' ') + ": " + f.value()));
        notes.add(String.format(Locale.ROOT, "evaluated every %.4f degrees", spacing));
        if (usualHeight) {
            notes.add("nobody states a height for this model; set 'height' of its source to choose another");
        }
        return notes;
    }
}
