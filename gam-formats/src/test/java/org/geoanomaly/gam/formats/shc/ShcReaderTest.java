package org.geoanomaly.gam.formats.shc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.junit.jupiter.api.Test;

class ShcReaderTest {
    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static double[] g10(ShcModel model, double epoch) {
        double[] out = new double[2];
        model.forEach(epoch, (n, m, g, h) -> {
            if (n == 1 && m == 0) {
                out[0] = g;
            }
            if (n == 1 && m == 1) {
                out[1] = h;
            }
        });
        return out;
    }

    @Test
    void snapshots_are_joined_by_straight_lines() {
        ShcModel model = ShcReader.read(
                bytes(
                        "# Field\n1 1 3 2 1 2000.0 2010.0\n 2000.0 2005.0 2010.0\n1 0 10 20 0\n1 1 1 1 1\n1 -1 -4 -6 -8\n"),
                "x.shc");
        assertThat(model.name()).isEqualTo("Field");
        assertThat(g10(model, 2002.5)).containsExactly(15, -5);
        assertThat(g10(model, 2005)).containsExactly(20, -6);
        assertThat(g10(model, 2009)).containsExactly(new double[] {4, -7.6}, within(1e-12));
        assertThat(g10(model, 2010)).containsExactly(0, -8);
        assertThatThrownBy(() -> g10(model, 2010.01))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("2000.0..2010.0");
    }

    @Test
    void higher_splines_are_restored_piece_by_piece() {
        // two cubic pieces sampled at three steps each: t³ on the first, t³ + (t − 3)³ on the second
        StringBuilder times = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int t = 0; t <= 6; t++) {
            times.append(' ').append(2000 + t);
            values.append(' ').append(t * t * t + (t > 3 ? (t - 3) * (t - 3) * (t - 3) : 0));
        }
        ShcModel model = ShcReader.read(
                bytes("1 1 7 4 3\n" + times + "\n1 0" + values + "\n1 1 0 0 0 0 0 0 0\n1 -1 0 0 0 0 0 0 0\n"), "x.shc");
        assertThat(g10(model, 2001.5)[0]).isCloseTo(3.375, within(1e-9));
        assertThat(g10(model, 2004.5)[0]).isCloseTo(4.5 * 4.5 * 4.5 + 3.375, within(1e-9));
    }

    @Test
    void a_static_model_holds_at_every_epoch() {
        ShcModel model = ShcReader.read(bytes("1 1 1 1 1\n2015.0\n1 0 3\n1 1 1\n1 -1 2\n"), "x.shc");
        assertThat(model.isStatic()).isTrue();
        assertThat(g10(model, 1850)).containsExactly(3, 2);
    }

    @Test
    void the_world_magnetic_model_changes_by_its_secular_variation() {
        String cof = """
                    2025.0            WMM-2025     11/13/2024
                  1  0  -29351.8       0.0       12.0        0.0
                  1  1   -1410.8    4545.4        9.7      -21.5
                999999999999999999999999999999999999999999999999
                """;
        ShcModel model = CofReader.read(bytes(cof), "WMM.COF");
        assertThat(model.name()).isEqualTo("WMM-2025");
        assertThat(g10(model, 2027)).containsExactly(new double[] {-29351.8 + 24, 4545.4 - 43}, within(1e-9));
        assertThatThrownBy(() -> g10(model, 2031)).isInstanceOf(GamException.class);
    }

    @Test
    void damaged_files_are_refused() {
        assertThatThrownBy(() -> ShcReader.read(bytes("# only\n"), "x")).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> ShcReader.read(bytes("1 1 1 1 1\n2015\n1 0 3\n"), "x"))
                .hasMessageContaining("1 of 3");
        assertThatThrownBy(() -> ShcReader.read(bytes("1 1 1 1 1\n2015\n1 0 x\n"), "x"))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> ShcReader.read(bytes("1 1 1 1 1\n2015\n2 0 1\n"), "x"))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> ShcReader.read(bytes("1 1 1 1 1\n2015\n1 0 1 2\n"), "x"))
                .hasMessageContaining("2 values");
        assertThatThrownBy(() -> ShcReader.read(bytes("1 2000 1000000 2 1\n"), "x"))
                .hasMessageContaining("not possible");
        assertThatThrownBy(() -> ShcReader.read(bytes("1 1 2 2 1\n2015 2010\n"), "x"))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> CofReader.read(bytes("2025 W\n1 0 1 1 1\n"), "x"))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> CofReader.read(bytes("2025 W\n1 0 1 1 1 1\n"), "x"))
                .hasMessageContaining("1 of 2");
    }
}
