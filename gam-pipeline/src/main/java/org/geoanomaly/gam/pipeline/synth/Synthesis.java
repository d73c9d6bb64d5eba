package org.geoanomaly.gam.pipeline.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.gfc.GfcHeader;
import org.geoanomaly.gam.formats.gfc.GfcModel;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;
import org.geoanomaly.gam.geophysics.spherical.EvaluationHeights;
import org.geoanomaly.gam.geophysics.spherical.GravityModel;
import org.geoanomaly.gam.geophysics.spherical.GravityQuantity;
import org.geoanomaly.gam.geophysics.spherical.GravitySynthesis;
import org.geoanomaly.gam.geophysics.spherical.MagneticModel;
import org.geoanomaly.gam.geophysics.spherical.MagneticQuantity;
import org.geoanomaly.gam.geophysics.spherical.MagneticSynthesis;
import org.geoanomaly.gam.geophysics.spherical.NormalField;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.synth.SynthResult.Fact;
import org.jspecify.annotations.Nullable;

/** Computes a quantity from a model file. */
public final class Synthesis {
    private static final double EARTH_RADIUS_TOLERANCE = 20_000.0;

    private Synthesis() {}

    /**
     * Runs one synthesis; what cannot be done is said before anything is computed.
     *
     * @param executor runs the work; not shut down
     */
    public static SynthResult run(ModelSource source, SynthRequest request, ExecutorService executor) {
        if (source instanceof ModelSource.Gravity gravity) {
            return gravity(gravity.file(), request, executor);
        }
        return magnetic(((ModelSource.Magnetic) source).file(), request, executor);
    }

    /** The names of the quantities that a model can give. */
    public static List<String> quantities(ModelSource source) {
        return source instanceof ModelSource.Gravity
                ? Stream.of(GravityQuantity.values()).map(GravityQuantity::id).toList()
                : Stream.of(MagneticQuantity.values()).map(MagneticQuantity::id).toList();
    }

    private static SynthResult gravity(GfcModel file, SynthRequest request, ExecutorService executor) {
        GravityQuantity quantity = GravityQuantity.parse(request.quantity())
                .orElseThrow(() -> unknown(request.quantity(), new ModelSource.Gravity(file)));
        GfcHeader header = file.header();
        NormalField normal = normal(request.ellipsoid(), header.gravityConstant(), header.radius(), header.body());
        GravityModel model = Models.gravity(file, request.terms().epoch());
        if (request.terms().tide().isPresent()) {
            model = model.in(request.terms().tide().get());
        }
        int low = request.terms().nmin().orElse(0);
        int high = range(low, request.terms().nmax().orElse(model.maxDegree()), model.maxDegree());
        GravitySynthesis synthesis = new GravitySynthesis(model, normal, low, high);
        EvaluationHeights heights = HeightSurface.of(request, quantity.aboveGeoid());
        double[] values;
        if (request.target() instanceof SynthTarget.Grid grid) {
            values = synthesis.grid(quantity, grid.geometry(), heights, executor);
        } else {
            PointTable table = ((SynthTarget.Points) request.target()).table();
            values = synthesis.points(quantity, table.latitudes(), table.longitudes(), heights, executor);
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("modelname", model.name()));
        facts.add(new Fact("body", header.body()));
        facts.add(new Fact("tide_system", model.tide().name().toLowerCase(Locale.ROOT)));
        facts.add(new Fact("zero_degree_term", low == 0 ? "included" : "not included"));
        describe(facts, request, normal, heights, low, high);
        return new SynthResult(request.target(), quantity.id(), quantity.unit(), values, facts);
    }

    private static SynthResult magnetic(ShcModel file, SynthRequest request, ExecutorService executor) {
        MagneticQuantity quantity = MagneticQuantity.parse(request.quantity())
                .orElseThrow(() -> unknown(request.quantity(), new ModelSource.Magnetic(file)));
        MagneticModel model = Models.magnetic(file, request.terms().epoch());
        int low = request.terms().nmin().orElse(Math.max(1, file.minDegree()));
        if (low < 1) {
            throw new GamException("degree " + low + " has no meaning for a magnetic model", "begin at 1", null);
        }
        int high = range(low, request.terms().nmax().orElse(model.maxDegree()), model.maxDegree());
        @Nullable MagneticModel main = null;
        if (quantity == MagneticQuantity.TMI) {
            ShcModel field = request.mainField()
                    .orElseThrow(() -> new GamException(
                            "a total-field anomaly needs a main field to project on",
                            "name one with --main-field, such as IGRF14.shc",
                            null));
            main = Models.magnetic(
                    field,
                    request.terms().epoch().isPresent() ? request.terms().epoch() : OptionalDouble.of(model.epoch()));
        }
        NormalField reference = normal(request.ellipsoid(), Ellipsoid.WGS84.gm(), MagneticModel.RADIUS, "earth");
        MagneticSynthesis synthesis = new MagneticSynthesis(model, reference, low, high, main);
        EvaluationHeights heights = HeightSurface.of(request, false);
        double[] values;
        if (request.target() instanceof SynthTarget.Grid grid) {
            values = synthesis.grid(quantity, grid.geometry(), heights, executor);
        } else {
            PointTable table = ((SynthTarget.Points) request.target()).table();
            values = synthesis.points(quantity, table.latitudes(), table.longitudes(), heights, executor);
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("modelname", model.name()));
        facts.add(new Fact("epoch", Double.toString(model.epoch())));
        if (main != null) {
            facts.add(new Fact("main_field", main.name() + " at " + main.epoch()));
        }
        describe(facts, request, reference, heights, low, high);
        return new SynthResult(request.target(), quantity.id(), Unit.NANOTESLA, values, facts);
    }

    private static void describe(
            List<Fact> facts, SynthRequest request, NormalField normal, EvaluationHeights heights, int low, int high) {
        facts.add(new Fact("min_used_degree", Integer.toString(low)));
        facts.add(new Fact("max_used_degree", Integer.toString(high)));
        facts.add(new Fact("refsysname", normal.name()));
        String above = heights.reference() == EvaluationHeights.Reference.GEOID ? "geoid" : "ellipsoid";
        String height = heights.isConstant()
                ? heights.at(0) + " m above the " + above
                : request.heights().topography().isPresent()
                        ? "on topography above the " + above
                        : "of each point, above the " + above;
        facts.add(new Fact("height", height));
    }

    private static int range(int low, int high, int modelDegree) {
        if (low < 0 || high < low) {
            throw new GamException("degrees " + low + ".." + high + " are no range");
        }
        if (low > modelDegree) {
            throw new GamException("the model ends at degree " + modelDegree + ", below the least degree " + low);
        }
        return Math.min(high, modelDegree);
    }

    private static NormalField normal(String name, double gm, double radius, String body) {
        Optional<NormalField> field =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "wgs84" -> Optional.of(NormalField.of(Ellipsoid.WGS84));
                    case "grs80" -> Optional.of(NormalField.of(Ellipsoid.GRS80));
                    case "sphere" -> Optional.of(NormalField.sphere(gm, radius));
                    default -> Optional.empty();
                };
        NormalField normal = field.orElseThrow(
                () -> new GamException("no ellipsoid is called '" + name + "'", "choose WGS84, GRS80 or sphere", null));
        if (Math.abs(normal.semimajorAxis() - radius) > EARTH_RADIUS_TOLERANCE) {
            throw new GamException(
                    "the model's reference radius of " + radius + " m (body: " + body + ") is not that of "
                            + normal.name(),
                    "for bodies other than the Earth use --ellipsoid sphere: heights then count from the model's sphere",
                    null);
        }
        return normal;
    }

    private static GamException unknown(String name, ModelSource source) {
        String kind = source instanceof ModelSource.Gravity ? "gravity" : "magnetic";
        return new GamException(
                "a " + kind + " model gives no quantity '" + name + "'",
                "choose one of " + quantities(source).stream().collect(Collectors.joining(", ")),
                null);
    }
}
