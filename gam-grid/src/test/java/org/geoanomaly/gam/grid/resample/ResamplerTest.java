package org.geoanomaly.gam.grid.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.array.RowSplit;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final GridGeometry COARSE = global(-180, 36, 18, Registration.CELL);

    private static GridGeometry global(double west, int columns, int rows, Registration registration) {
        return new GridGeometry(Crs.WGS84, west, 90, 360.0 / columns, 180.0 / rows, columns, rows, registration);
    }

    private static FloatGrid noise(GridGeometry g, long seed) {
        Random random = new Random(seed);
        float[] v = new float[g.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) random.nextGaussian();
        }
        return new FloatGrid(g, Unit.NANOTESLA, v);
    }

    private static FloatGrid resample(FloatGrid source, GridGeometry target, Resampling method) {
        try (Workers workers = new Workers(2)) {
            return Resampler.resample(source, target, method, workers);
        }
    }

    /** A grid in memory that comes in bands, each a copy that is spoilt when the next is asked for. */
    private static final class InBands implements BandedGrid {
        private final FloatGrid grid;
        private final RowSplit split;
        private float[] last = new float[0];

        InBands(FloatGrid grid, RowSplit split) {
            this.grid = grid;
            this.split = split;
        }

        @Override
        public GridGeometry geometry() {
            return grid.geometry();
        }

        @Override
        public Unit unit() {
            return grid.unit();
        }

        @Override
        public int bands() {
            return split.bands();
        }

        @Override
        public int firstRow(int band) {
            return split.start(band);
        }

        @Override
        public float[] values(int band) {
            Arrays.fill(last, 1e30f);
            int from = split.start(band);
            last = grid.window(0, from, grid.geometry().columns(), split.start(band + 1) - from)
                    .values();
            return last;
        }
    }

    @Test
    void a_source_in_bands_gives_the_same_bits_however_it_is_cut() {
        Random random = new Random(11);
        int different = 0;
        for (int columns : new int[] {20, 36, 108, 252, 432}) {
            for (GridGeometry g : new GridGeometry[] {
                global(-180, columns, columns / 2, Registration.CELL),
                GridGeometry.ofNodes(Crs.WGS84, 0, 360, -90, 90, columns + 1, columns / 2 + 1),
                new GridGeometry(Crs.WGS84, 150, 60, 0.5, 0.75, columns, columns / 3, Registration.CELL)
            }) {
                FloatGrid source = noise(g, columns);
                for (int i = 0; i < source.values().length; i++) {
                    source.values()[i] = random.nextInt(6) == 0 ? Float.NaN : source.values()[i];
                }
                for (Resampling method : Resampling.values()) {
                    float[] whole = resample(source, COARSE, method).values();
                    for (int height : new int[] {1, 2, 5, 17}) {
                        boolean reversed = height % 2 == 0;
                        BandedGrid bands = new InBands(source, RowSplit.ofBlocks(g.rows(), height, 1, reversed));
                        try (Workers workers = new Workers(1 + height % 3)) {
                            float[] banded = Resampler.resample(bands, COARSE, method, workers)
                                    .values();
                            assertThat(banded).as("%s in bands of %d", method, height).containsExactly(whole);
                        }
                        different += bands.bands() > 1 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(different).isGreaterThan(150);
    }

    @Test
    void bands_end_where_blocks_do() {
        assertThat(RowSplit.ofBlocks(1000, 64, 200, false)).isEqualTo(new RowSplit(1000, 192, 192));
        // from the south: 1000 = 40 + 5 x 192
        RowSplit reversed = RowSplit.ofBlocks(1000, 64, 200, true);
        assertThat(reversed).isEqualTo(new RowSplit(1000, 40, 192));
        assertThat(reversed.bands()).isEqualTo(6);
        assertThat(reversed.start(6)).isEqualTo(1000);
        assertThat(RowSplit.ofBlocks(100, 512, 10, false).bands()).isEqualTo(1);
        assertThat(RowSplit.ofBlocks(100, 512, 10, true).bands()).isEqualTo(1);
    }

    @Test
    void a_constant_field_stays_exactly_constant_in_every_method() {
        for (Resampling method : Resampling.values()) {
            for (int n : new int[] {36 * 3, 36 * 7, 36, 18, 50}) {
                float[] v = new float[global(-180, n, n / 2, Registration.CELL).size()];
                Arrays.fill(v, 12.7f);
                FloatGrid source = new FloatGrid(global(-180, n, n / 2, Registration.CELL), Unit.NANOTESLA, v);
                assertThat(resample(source, COARSE, method).values()).containsOnly(12.7f);
            }
        }
    }

    @Test
    void decimation_by_three_has_the_weights_one_two_three_two_one() {
        GridGeometry fine = global(-180, 108, 54, Registration.CELL);
        FloatGrid source = noise(fine, 1);
        FloatGrid out = resample(source, COARSE, Resampling.BILINEAR);
        double[] w = {1, 2, 3, 2, 1};
        int column = 7;
        int row = 5;
        double sum = 0;
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < 5; i++) {
                sum += w[i] * w[j] * source.get(3 * column - 1 + i, 3 * row - 1 + j);
            }
        }
        assertThat(out.get(column, row)).isCloseTo((float) (sum / 81), within(1e-6f));
    }

    @Test
    void cells_between_four_nodes_take_their_mean_across_the_seam_too() {
        GridGeometry nodes = GridGeometry.ofNodes(Crs.WGS84, 0, 360, -90, 90, 37, 19);
        FloatGrid source = noise(nodes, 2);
        for (int r = 0; r < 19; r++) {
            source.values()[r * 37 + 36] = source.values()[r * 37];
        }
        FloatGrid out = resample(source, COARSE, Resampling.BILINEAR);
        // the westernmost target spans 180..190 east: nodes 18 and 19
        float mean = (source.get(18, 4) + source.get(19, 4) + source.get(18, 5) + source.get(19, 5)) / 4;
        assertThat(out.get(0, 4)).isCloseTo(mean, within(1e-6f));
        // just west of Greenwich: nodes 35 and 36 (= 0)
        float seam = (source.get(35, 4) + source.get(0, 4) + source.get(35, 5) + source.get(0, 5)) / 4;
        assertThat(out.get(17, 4)).isCloseTo(seam, within(1e-6f));
    }

    @Test
    void the_same_field_in_another_longitude_convention_gives_the_same_result() {
        GridGeometry west = global(-180, 108, 54, Registration.CELL);
        FloatGrid source = noise(west, 3);
        FloatGrid rolled = FloatGrid.empty(global(0, 108, 54, Registration.CELL), Unit.NANOTESLA);
        for (int r = 0; r < 54; r++) {
            for (int c = 0; c < 108; c++) {
                rolled.values()[r * 108 + (c + 54) % 108] = source.get(c, r);
            }
        }
        for (Resampling method : Resampling.values()) {
            assertThat(resample(rolled, COARSE, method).values())
                    .isEqualTo(resample(source, COARSE, method).values());
        }
    }

    @Test
    void a_void_centre_cell_makes_a_void_and_other_voids_drop_out_of_the_weights() {
        GridGeometry fine = global(-180, 108, 54, Registration.CELL);
        FloatGrid source = noise(fine, 4);
        source.values()[(3 * 5 + 1) * 108 + 3 * 7 + 1] = Float.NaN; // centre of (7, 5)
        source.values()[(3 * 5) * 108 + 3 * 9] = Float.NaN; // off centre in (9, 5)
        FloatGrid bilinear = resample(source, COARSE, Resampling.BILINEAR);
        assertThat(bilinear.get(7, 5)).isNaN();
        assertThat(bilinear.get(9, 5)).isNotNaN();
        FloatGrid average = resample(source, COARSE, Resampling.AVERAGE);
        assertThat(average.get(7, 5)).isNotNaN();
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                sum += i == 1 && j == 1 ? 0 : source.get(21 + i, 15 + j);
            }
        }
        assertThat(average.get(7, 5)).isCloseTo((float) (sum / 8), within(1e-6f));
    }

    @Test
    void average_preserves_the_mean_for_any_ratio() {
        GridGeometry fine = global(-180, 100, 50, Registration.CELL);
        FloatGrid source = noise(fine, 5);
        double in = 0;
        double out = 0;
        for (float v : source.values()) {
            in += v / (double) source.values().length;
        }
        FloatGrid result = resample(source, COARSE, Resampling.AVERAGE);
        for (float v : result.values()) {
            out += v / (double) result.values().length;
        }
        assertThat(out).isCloseTo(in, within(1e-7));
    }

    @Test
    void outside_a_regional_source_there_is_no_data() {
        GridGeometry region = new GridGeometry(Crs.WGS84, 170, 20, 1, 1, 20, 20, Registration.CELL); // crosses 180
        FloatGrid source = noise(region, 6);
        FloatGrid out = resample(source, global(-180, 360, 180, Registration.CELL), Resampling.BILINEAR);
        assertThat(out.get(350, 75)).isEqualTo(source.get(0, 5));
        assertThat(out.get(5, 75)).isEqualTo(source.get(15, 5));
        assertThat(out.get(10, 75)).isNaN();
        assertThat(out.get(349, 75)).isNaN();
        assertThat(out.get(355, 69)).isNaN();
    }

    @Test
    void any_number_of_threads_gives_the_same_bytes() {
        FloatGrid source = noise(global(-180, 500, 250, Registration.CELL), 7);
        try (Workers one = new Workers(1);
                Workers three = new Workers(3)) {
            assertThat(Resampler.resample(source, COARSE, Resampling.BILINEAR, three)
                            .values())
                    .isEqualTo(Resampler.resample(source, COARSE, Resampling.BILINEAR, one)
                            .values());
        }
    }

    @Test
    void warping_by_the_identity_equals_resampling() {
        GridGeometry region = new GridGeometry(Crs.WGS84, 10, 40, 0.25, 0.25, 80, 80, Registration.CELL);
        GridGeometry inner = new GridGeometry(Crs.WGS84, 12, 38, 0.7, 0.6, 20, 20, Registration.CELL);
        FloatGrid source = noise(region, 8);
        source.values()[30 * 80 + 30] = Float.NaN;
        PointTransform identity = (x, y, out) -> {
            out[0] = x;
            out[1] = y;
            return true;
        };
        try (Workers workers = new Workers(2)) {
            for (Resampling method : Resampling.values()) {
                float[] warped =
                        Warper.warp(source, inner, identity, method, workers).values();
                float[] expected =
                        Resampler.resample(source, inner, method, workers).values();
                for (int i = 0; i < warped.length; i++) {
                    assertThat(warped[i]).isCloseTo(expected[i], within(2e-6f));
                }
            }
        }
    }
}
