package org.geoanomaly.gam.formats.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.unit.Unit;

/** Columns of numbers of one length; NaN is missing. Columns of text in the file are left out. */
public final class PointTable {
    private final String source;
    private final List<String> names;
    private final List<double[]> columns;
    private final boolean named;

    /**
     * Makes a table; the arrays are given away.
     *
     * @param source the file, for messages
     * @param named whether the names come from the file rather than being made up
     */
    PointTable(String source, List<String> names, List<double[]> columns, boolean named) {
        this.source = source;
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.named = named;
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).length;
    }

    /** Names of the columns in file order. */
    public List<String> names() {
        return names;
    }

    /** Whether the file names its columns; if not, they are called {@code column1} and so on. */
    public boolean named() {
        return named;
    }

    /**
     * The values of a column, not a copy.
     *
     * @param name its name whatever the case, or its number from 1
     * @throws GamException if there is none
     */
    public double[] column(String name) {
        return columns.get(index(name)
                .orElseThrow(() -> new GamException(
                        source + " has no column of numbers '" + name + "'; it has " + String.join(", ", names))));
    }

    /** The first column with a meaning; unnamed columns are taken as x, y, perhaps height, value. */
    public Optional<String> find(PointRole role) {
        if (named) {
            return names.stream().filter(role::matches).findFirst();
        }
        int n = names.size();
        return switch (role) {
            case LONGITUDE, EASTING ->
                n >= 2 && (role == PointRole.LONGITUDE) == looksGeographic()
                        ? Optional.of(names.get(0))
                        : Optional.empty();
            case LATITUDE, NORTHING ->
                n >= 2 && (role == PointRole.LATITUDE) == looksGeographic()
                        ? Optional.of(names.get(1))
                        : Optional.empty();
            case HEIGHT -> n == 4 ? Optional.of(names.get(2)) : Optional.empty();
            case UNCERTAINTY -> Optional.empty();
        };
    }

    /** The columns that no role explains: what was measured. */
    public List<String> measured() {
        if (!named) {
            return names.size() < 3 ? List.of() : List.of(names.get(names.size() == 4 ? 3 : 2));
        }
        List<String> rest = new ArrayList<>();
        boolean height = false;
        for (String name : names) {
            boolean explained = false;
            for (PointRole role : PointRole.values()) {
                explained |= role.matches(name);
            }
            height |= PointRole.HEIGHT.matches(name);
            if (!explained) {
                rest.add(name);
            }
        }
        // x, y, z: the z is what was measured
        return rest.isEmpty() && height ? find(PointRole.HEIGHT).stream().toList() : rest;
    }

    /** The unit in a column's name, as in {@code gravity_mgal} or {@code TMI (nT)}. */
    public static Optional<Unit> unit(String column) {
        String[] words =
                column.toLowerCase(Locale.ROOT).replaceAll("[\\])]+$", "").split("[_\\s\\[(]+", -1);
        return words.length < 2 ? Optional.empty() : Unit.parse(words[words.length - 1]);
    }

    private Optional<Integer> index(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name.trim())) {
                return Optional.of(i);
            }
        }
        if (name.trim().matches("\\d{1,4}")) {
            int i = Integer.parseInt(name.trim()) - 1;
            return i >= 0 && i < names.size() ? Optional.of(i) : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean looksGeographic() {
        for (int i = 0; i < rows(); i++) {
            if (Math.abs(columns.get(0)[i]) > 360 || Math.abs(columns.get(1)[i]) > 90) {
                return false;
            }
        }
        return true;
    }
}
