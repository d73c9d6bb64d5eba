package org.geoanomaly.gam.formats.netcdf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.grid.unit.Unit;

/** A variable without its values; dimensions slowest first. */
public record NetcdfVariable(
        String name, NetcdfType type, List<NetcdfDimension> dimensions, List<NetcdfAttribute> attributes) {
    public NetcdfVariable {
        dimensions = List.copyOf(dimensions);
        attributes = List.copyOf(attributes);
    }

    public Optional<NetcdfAttribute> attribute(String wanted) {
        return attributes.stream().filter(a -> a.name().equals(wanted)).findFirst();
    }

    /** A text attribute, trimmed; empty if absent, blank or numeric. */
    public Optional<String> text(String wanted) {
        return attribute(wanted)
                .flatMap(NetcdfAttribute::text)
                .map(String::trim)
                .filter(t -> !t.isEmpty());
    }

    public OptionalDouble number(String wanted) {
        return attribute(wanted).map(NetcdfAttribute::number).orElse(OptionalDouble.empty());
    }

    public Optional<String> units() {
        return text("units");
    }

    /** The unit, if it is one this program knows. */
    public Optional<Unit> unit() {
        return units().flatMap(Unit::parse);
    }

    public Optional<String> longName() {
        return text("long_name");
    }

    public Optional<String> standardName() {
        return text("standard_name");
    }

    /** Number of values. */
    public long size() {
        long n = 1;
        for (NetcdfDimension d : dimensions) {
            n *= d.length();
        }
        return n;
    }

    boolean isOver(NetcdfDimension dimension) {
        return dimensions.size() == 1 && dimensions.get(0).equals(dimension);
    }
}
