package org.geoanomaly.gam.geophysics.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchFftTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8, 9, 12, 16, 18, 32, 36, 48, 54, 64, 96, 128})
    void it_is_the_sum_of_the_definition_and_the_inverse_undoes_it(int n) {
        int batch = 3;
        SplittableRandom random = new SplittableRandom(n);
        BatchFft.Buffer buffer = new BatchFft.Buffer(n * batch);
        double[] re = random.doubles(3L * n).toArray();
        double[] im = random.doubles(3L * n).toArray();
        System.arraycopy(re, 0, buffer.re(), 0, re.length);
        System.arraycopy(im, 0, buffer.im(), 0, im.length);
        BatchFft fft = new BatchFft(n);
        fft.forward(buffer, batch);
        for (int b = 0; b < batch; b++) {
            for (int k = 0; k < n; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int j = 0; j < n; j++) {
                    double phase = -2 * Math.PI * ((long) j * k % n) / n;
                    double c = Math.cos(phase);
                    double s = Math.sin(phase);
                    sumRe += re[j * batch + b] * c - im[j * batch + b] * s;
                    sumIm += re[j * batch + b] * s + im[j * batch + b] * c;
                }
                assertThat(buffer.re()[k * batch + b]).isCloseTo(sumRe, within(1e-13 * n));
                assertThat(buffer.im()[k * batch + b]).isCloseTo(sumIm, within(1e-13 * n));
            }
        }
        fft.inverse(buffer, batch);
        for (int i = 0; i < re.length; i++) {
            assertThat(buffer.re()[i] / n).isCloseTo(re[i], within(1e-14));
            assertThat(buffer.im()[i] / n).isCloseTo(im[i], within(1e-14));
        }
    }

    @Test
    void lengths_are_products_of_twos_and_threes() {
        assertThat(BatchFft.nextLength(1023)).isEqualTo(1024);
        assertThat(BatchFft.nextLength(65)).isEqualTo(72);
        assertThat(BatchFft.nextLength(1)).isEqualTo(1);
        assertThatThrownBy(() -> new BatchFft(10)).hasMessageContaining("10");
    }
}
