package org.geoanomaly.gam.grid.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalCursorTest {
    private static DecimalCursor over(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new DecimalCursor().over(bytes, 0, bytes.length);
    }

    @Test
    void every_decimal_is_the_double_that_the_jdk_parses() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            String text = decimal(random);
            assertThat(over(text).number()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void the_float_is_the_rounded_double_even_beside_midpoints_of_floats() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200_000; i++) {
            String text = decimal(random);
            assertThat(over(text).numberAsFloat()).as(text).isEqualTo((float) Double.parseDouble(text));
            float f = Float.intBitsToFloat(random.nextInt(0x3f800000, 0x4a000000));
            double middle = ((double) f + Math.nextUp(f)) / 2;
            String near = String.format(Locale.ROOT, "%.18f", middle * (1 + (random.nextInt(5) - 2) * 1e-16));
            assertThat(over(near).numberAsFloat()).as(near).isEqualTo((float) Double.parseDouble(near));
        }
    }

    private static String decimal(SplittableRandom random) {
        int digits = random.nextInt(1, 20);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : random.nextBoolean() ? "+" : "");
        int point = random.nextInt(-1, digits + 1);
        for (int d = 0; d < digits; d++) {
            if (d == point) {
                text.append('.');
            }
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-330, 310));
        }
        return text.toString();
    }

    @Test
    void fortran_exponents_and_nan_are_numbers() {
        assertThat(over("1.5D+02").number()).isEqualTo(150);
        assertThat(over("-2d-1").number()).isEqualTo(-0.2);
        DecimalCursor nan = over("NaN 7");
        assertThat(nan.number()).isNaN();
        assertThat(nan.valid()).isTrue();
        assertThat(nan.number()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1x", "--1", "1e", "1e+", ".", "-", "1.2.3", "0x10", "1f", "Infinity", "1,5"})
    void other_words_are_not_numbers(String text) {
        DecimalCursor cursor = over(text);
        cursor.number();
        assertThat(cursor.valid()).isFalse();
    }

    @Test
    void fields_lines_and_delimiters_are_walked_in_order() {
        byte[] bytes = "1, 2 ,3\r\n\n 4,,5\n".getBytes(StandardCharsets.ISO_8859_1);
        DecimalCursor c = new DecimalCursor(',').over(bytes, 0, bytes.length);
        assertThat(c.number()).isEqualTo(1);
        c.skipField();
        assertThat(c.number()).isEqualTo(3);
        assertThat(c.atLineEnd()).isTrue();
        c.nextLine();
        assertThat(c.atLineEnd()).isTrue();
        c.nextLine();
        assertThat(c.number()).isEqualTo(4);
        c.number();
        assertThat(c.valid()).isFalse();
    }
}
