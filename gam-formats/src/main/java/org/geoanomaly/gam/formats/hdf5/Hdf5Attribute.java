package org.geoanomaly.gam.formats.hdf5;

import java.util.List;

/** A named value on a group or dataset: text, or numbers. References and compounds are left out. */
public final class Hdf5Attribute {
    private final String name;
    private final List<String> texts;
    private final double[] numbers;

    Hdf5Attribute(String name, List<String> texts, double[] numbers) {
        this.name = name;
        this.texts = List.copyOf(texts);
        this.numbers = numbers;
    }

    public String name() {
        return name;
    }

    /** The strings; empty if the attribute is numeric. */
    public List<String> texts() {
        return texts;
    }

    /** A copy of the numbers; empty if the attribute is text. */
    public double[] numbers() {
        return numbers.clone();
    }
}
