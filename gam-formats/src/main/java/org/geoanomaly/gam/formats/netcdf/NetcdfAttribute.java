package org.geoanomaly.gam.formats.netcdf;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** A named text or list of numbers on a variable or a file. */
public final class NetcdfAttribute {
    private final String name;
    private final Optional<String> text;
    private final double[] numbers;

    private NetcdfAttribute(String name, Optional<String> text, double[] numbers) {
        this.name = name;
        this.text = text;
        this.numbers = numbers;
    }

    static NetcdfAttribute ofText(String name, String text) {
        return new NetcdfAttribute(name, Optional.of(text), new double[0]);
    }

    static NetcdfAttribute ofNumbers(String name, double[] numbers) {
        return new NetcdfAttribute(name, Optional.empty(), numbers);
    }

    public String name() {
        return name;
    }

    public Optional<String> text() {
        return text;
    }

    /** A copy of the numbers; empty for text. */
    public double[] numbers() {
        return numbers.clone();
    }

    /** The first number, if it is numeric. */
    public OptionalDouble number() {
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
    }

    /** The value as {@code ncdump} would show it, without type suffixes. */
    @Override
    public String toString() {
        return text.orElseGet(() -> numbers.length == 1 ? Double.toString(numbers[0]) : Arrays.toString(numbers));
    }
}
