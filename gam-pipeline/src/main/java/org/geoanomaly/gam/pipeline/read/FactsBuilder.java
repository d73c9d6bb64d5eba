package org.geoanomaly.gam.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.grid.array.BandedGrid;
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
        long voids = 0;
        for (float v : grid.values()) {
            voids += Float.isNaN(v) ? 1 : 0;
        }
        return new GridRead(grid, facts(BandedGrid.of(grid), request, Optional.empty(), voids));
    }

    /** What there is to say about a grid of which {@code voids} cells are void; {@code note} comes before the share of these. */
    SourceFacts facts(BandedGrid grid, GridRequest request, Optional<String> note, long voids) {
        GridGeometry g = grid.geometry();
        double step = Math.max(g.dx(), g.dy());
        List<String> all = new ArrayList<>(notes);
        note.ifPresent(all::add);
        if (voids > 0) {
            all.add(String.format(
                    Locale.ROOT, "%.1f %% of the cells are void", 100.0 * voids / ((long) g.columns() * g.rows())));
        }
        return new SourceFacts(
                format,
                request.stated().quantity().orElse(quantity),
                grid.unit(),
                unitKnown,
                height,
                g.crs().geographic() ? step : step / METRES_PER_DEGREE,
                model,
                g.registration(),
                licence,
                all);
    }
}
