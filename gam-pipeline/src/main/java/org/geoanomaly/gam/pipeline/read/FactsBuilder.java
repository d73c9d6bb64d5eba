package org.geoanomaly.gam.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/** Gathers facts while a file is read. */
final class FactsBuilder {
    private static final double METRES_PER_DEGREE = 111_195;

    private final String format;
    private final List<String> notes = new ArrayList<>();
    private String quantity = "";
    private String model = "";
    private String licence = "";
    private OptionalDouble height = OptionalDouble.empty();
    private boolean unitKnown = true;

    FactsBuilder(String format) {
        this.format = format;
    }

    FactsBuilder quantity(String words) {
        quantity = words;
        return this;
    }

    FactsBuilder model(String name) {
        model = name;
        return this;
    }

    FactsBuilder licence(String text) {
        licence = text;
        return this;
    }

    FactsBuilder height(OptionalDouble metres) {
        height = metres;
        return this;
    }

    FactsBuilder note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** The unit to read in: the first that anyone states. */
    Unit unit(Optional<Unit> unit) {
        unitKnown = unit.isPresent();
        if (!unitKnown) {
            notes.add("the file does not state a unit that is known here; its values pass as dimensionless");
        }
        return unit.orElse(Unit.DIMENSIONLESS);
    }

    GridRead build(FloatGrid grid, GridRequest request) {
        GridGeometry g = grid.geometry();
        double step = Math.max(g.dx(), g.dy());
        long voids = 0;
        for (float v : grid.values()) {
            voids += Float.isNaN(v) ? 1 : 0;
        }
        if (voids > 0) {
            notes.add(
                    String.format(Locale.ROOT, "%.1f %% of the cells are void", 100.0 * voids / grid.values().length));
        }
        SourceFacts facts = new SourceFacts(
                format,
                request.stated().quantity().orElse(quantity),
                grid.unit(),
                unitKnown,
                height,
                g.crs().geographic() ? step : step / METRES_PER_DEGREE,
                model,
                g.registration(),
                licence,
                notes);
        return new GridRead(grid, facts);
    }
}
