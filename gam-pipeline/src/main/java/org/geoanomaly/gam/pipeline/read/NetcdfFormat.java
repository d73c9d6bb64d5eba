package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.netcdf.NetcdfAttribute;
import org.geoanomaly.gam.formats.netcdf.NetcdfDimension;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfSelection;
import org.geoanomaly.gam.formats.netcdf.NetcdfVariable;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.unit.Unit;

/** Grids in NetCDF files. */
final class NetcdfFormat implements FormatReader {
    private static final Pattern MODEL = Pattern.compile("(?m)^modelname: *(\\S+)");
    private static final Pattern HEIGHT = Pattern.compile("(?m)^height_over_ell: *([-+0-9.eE]+)");

    @Override
    public GridRead read(Path file, GridRequest request) throws IOException {
        try (NetcdfGrid netcdf = NetcdfGrid.open(file)) {
            Plan plan = plan(netcdf, file, request);
            return open(BandedGrid.of(netcdf.read(plan.wanted())), plan, request)
                    .readAll();
        }
    }

    @Override
    public <T> T banded(Path file, GridRequest request, Function<BandedRead, T> use) throws IOException {
        try (NetcdfGrid netcdf = NetcdfGrid.open(file)) {
            Plan plan = plan(netcdf, file, request);
            return use.apply(open(netcdf.bands(plan.wanted(), GridFile.BAND_BYTES), plan, request));
        }
    }

    private record Plan(NetcdfSelection wanted, boolean smeared, FactsBuilder facts) {}

    private static OpenGrid open(BandedGrid bands, Plan plan, GridRequest request) {
        return new OpenGrid(
                bands,
                plan.smeared() ? LiteralVoids::blankSmeared : values -> 0,
                (smeared, voids) -> plan.facts().facts(bands, request, note(smeared), voids));
    }

    private static Plan plan(NetcdfGrid netcdf, Path file, GridRequest request) {
        NetcdfVariable variable = netcdf.find(selection(request, Optional.empty()));
        FactsBuilder facts = new FactsBuilder(netcdf.kind());
        boolean emag2 = isEmag2(netcdf, file);
        Optional<Unit> unit = request.stated()
                .unit()
                .or(variable::unit)
                .or(() -> emag2 ? Optional.of(Unit.NANOTESLA) : Optional.empty());
        facts.quantity(quantity(variable, emag2)).licence(text(netcdf, variable, "license", "licence"));
        String icgem = variable.text("icgem_metadata").orElse("");
        facts.model(first(MODEL, icgem).orElse("")).height(height(icgem, variable, emag2));
        if (emag2) {
            facts.note("taken as EMAG2: total-field anomaly in nT, -99999 is no-data");
        }
        Unit in = facts.unit(unit);
        return new Plan(selection(request, Optional.of(in)), emag2 && in == Unit.NANOTESLA, facts);
    }

    private static Optional<String> note(long smeared) {
        return smeared == 0
                ? Optional.empty()
                : Optional.of(smeared
                        + " cells beyond ±50000 nT are voids smeared by an earlier resampling; they are void here");
    }

    @Override
    public void describe(Path file, FileDescription.Builder description) throws IOException {
        try (NetcdfGrid netcdf = NetcdfGrid.open(file)) {
            description.format(netcdf.kind());
            for (NetcdfVariable v : netcdf.variables()) {
                StringBuilder line = new StringBuilder(v.type().name().toLowerCase(Locale.ROOT)).append(" (");
                String separator = "";
                for (NetcdfDimension d : v.dimensions()) {
                    line.append(separator).append(d.name()).append(' ').append(d.length());
                    separator = ", ";
                }
                line.append(')');
                v.units().ifPresent(u -> line.append(", ").append(u));
                v.longName().ifPresent(n -> line.append(", ").append(n));
                description.field("variable " + v.name(), line.toString());
            }
            for (NetcdfAttribute a : netcdf.attributes()) {
                description.field(a.name(), a.toString());
            }
        }
    }

    private static NetcdfSelection selection(GridRequest request, Optional<Unit> unit) {
        return new NetcdfSelection(
                request.part().variable(),
                request.part().index(),
                LiteralVoids.with(request.stated().noData()),
                unit,
                request.stated().crs());
    }

    private static boolean isEmag2(NetcdfGrid netcdf, Path file) {
        return LiteralVoids.mentionsEmag2(
                netcdf.text("title").orElse("") + netcdf.text("source").orElse("") + file.getFileName());
    }

    private static String quantity(NetcdfVariable variable, boolean emag2) {
        return variable.standardName()
                .or(variable::longName)
                .filter(n -> !n.equals("z"))
                .orElse(emag2 ? "total-field magnetic anomaly" : variable.name());
    }

    private static OptionalDouble height(String icgem, NetcdfVariable variable, boolean emag2) {
        Optional<String> stated = first(HEIGHT, icgem);
        if (stated.isPresent()) {
            return FileDescription.number(stated.get());
        }
        OptionalDouble own = variable.number("height");
        // EMAG2 version 2 holds 4 km above the geoid (Maus et al. 2009, doi:10.1029/2009GC002471)
        return own.isPresent() || !emag2 ? own : OptionalDouble.of(4000);
    }

    private static String text(NetcdfGrid netcdf, NetcdfVariable variable, String... names) {
        for (String name : names) {
            Optional<String> text = variable.text(name).or(() -> netcdf.text(name));
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
