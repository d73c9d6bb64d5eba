package org.geoanomaly.gam.formats.netcdf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.grid.geometry.Crs;

/** Finds the reference system that a {@code grid_mapping} variable or a {@code crs} attribute states (CF-1.10 section 5.6). */
final class GridMapping {
    private static final Pattern WKT1 =
            Pattern.compile("AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*\\]\\s*\\]\\s*$");
    private static final Pattern WKT2 =
            Pattern.compile("\\bID\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*\\]\\s*\\]\\s*$");
    private static final Pattern CODE =
            Pattern.compile("(?i)^\\s*(?:EPSG\\s*:+\\s*|urn:ogc:def:crs:EPSG:[^:]*:)?(\\d{4,6})\\s*$");

    private GridMapping() {}

    /**
     * The reference system of a grid.
     *
     * @param geographic whether the axes are longitude and latitude
     */
    static Crs crs(
            NetcdfVariable grid, List<NetcdfVariable> variables, List<NetcdfAttribute> global, boolean geographic) {
        Optional<String> code = grid.text("grid_mapping")
                .flatMap(name -> variables.stream()
                        .filter(v -> v.name().equals(mappingName(name)))
                        .findFirst())
                .flatMap(GridMapping::code);
        code = code.or(() -> first(grid.attributes())).or(() -> first(global));
        if (code.isPresent()) {
            return new Crs("EPSG:" + code.get(), geographic);
        }
        return geographic ? Crs.WGS84 : Crs.UNKNOWN;
    }

    /** The extended form is {@code "crs: x y"}. */
    private static String mappingName(String text) {
        String word = text.trim().split("\\s+", 2)[0];
        return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
    }

    private static Optional<String> code(NetcdfVariable mapping) {
        Optional<String> code = first(mapping.attributes());
        if (code.isEmpty() && mapping.text("grid_mapping_name").orElse("").equals("latitude_longitude")) {
            return Optional.of("4326");
        }
        return code;
    }

    private static Optional<String> first(List<NetcdfAttribute> attributes) {
        for (String name : List.of("epsg_code", "epsg", "EPSG", "crs_wkt", "spatial_ref", "crs")) {
            for (NetcdfAttribute a : attributes) {
                if (a.name().equals(name)) {
                    Optional<String> code = parse(a.text()
                            .orElseGet(() -> Long.toString((long) a.number().orElse(0))));
                    if (code.isPresent()) {
                        return code;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The EPSG code of the whole system: in well-known text the authority that closes the outermost bracket. */
    static Optional<String> parse(String text) {
        if (text.toUpperCase(Locale.ROOT).contains("BOUNDCRS")) {
            return Optional.empty();
        }
        for (Pattern pattern : List.of(CODE, WKT1, WKT2)) {
            Matcher m = pattern.matcher(text);
            if (m.find()) {
                return Optional.of(m.group(1));
            }
        }
        return text.trim().equalsIgnoreCase("WGS84") ? Optional.of("4326") : Optional.empty();
    }
}
