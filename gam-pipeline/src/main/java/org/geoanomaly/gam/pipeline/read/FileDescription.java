package org.geoanomaly.gam.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a file is, for people: its format, what its header says, the grid in it with its statistics, and what is wrong with it.
 *
 * @param format in words
 * @param fields of the header, in file order
 * @param grid geometry and statistics; empty if there is no grid that can be read
 * @param problems one sentence for each
 */
public record FileDescription(String format, List<Field> fields, List<Field> grid, List<String> problems) {
    /** A name and its value. */
    public record Field(String name, String value) {}

    public FileDescription {
        fields = List.copyOf(fields);
        grid = List.copyOf(grid);
        problems = List.copyOf(problems);
    }

    /** The number at the start of a text. */
    static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.trim()));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Gathers a description. */
    static final class Builder {
        private String format = "unknown";
        private final List<Field> fields = new ArrayList<>();
        private final List<Field> grid = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Builder format(String words) {
            format = words;
            return this;
        }

        Builder field(String name, String value) {
            fields.add(new Field(name, value));
            return this;
        }

        Builder gridField(String name, String value) {
            grid.add(new Field(name, value));
            return this;
        }

        Builder problem(String sentence) {
            problems.add(sentence);
            return this;
        }

        FileDescription build() {
            return new FileDescription(format, fields, grid, problems);
        }
    }
}
