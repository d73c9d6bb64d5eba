package org.geoanomaly.gam.pipeline.visual.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;

class StrongestCellsTest {
    private final GridGeometry geometry = new GridGeometry(Crs.WGS84, -180, 90, 1, 1, 360, 180, Registration.CELL);
    private final float[] values = new float[geometry.size()];
    private final FloatGrid grid = new FloatGrid(geometry, Unit.DIMENSIONLESS, values);

    @Test
    void strongest_first_either_sign_and_apart() {
        blob(100, 50, 4);
        blob(104, 50, 3);
        blob(200, 120, -5);
        List<StrongCell> cells = StrongestCells.of(grid, 2, 10);
        assertThat(cells).containsExactly(new StrongCell(20.5, -30.5, -5), new StrongCell(-79.5, 39.5, 4));
    }

    @Test
    void a_lone_cell_does_not_beat_a_body() {
        values[30 * 360 + 30] = 6;
        blob(100, 50, 2);
        assertThat(StrongestCells.of(grid, 1, 10)).containsExactly(new StrongCell(-79.5, 39.5, 2));
    }

    @Test
    void no_data_and_nothing_give_nothing() {
        assertThat(StrongestCells.of(grid, 5, 10)).isEmpty();
        Arrays.fill(values, Float.NaN);
        assertThat(StrongestCells.of(grid, 5, 10)).isEmpty();
    }

    private void blob(int column, int row, float value) {
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                values[r * 360 + c] = r == row && c == column ? value : value * 0.9f;
            }
        }
    }
}
