package org.geoanomaly.gam.formats.tiff;

import java.util.Optional;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * What to read.
 *
 * @param unit of the physical values
 * @param band from 0
 * @param level 0 for the full resolution, i for the i-th overview
 * @param window in cells of the level, row 0 in the north; empty for everything
 * @param crs takes the place of what the file says
 * @param threads how many decode
 */
public record ReadRequest(Unit unit, int band, int level, Optional<Window> window, Optional<Crs> crs, int threads) {

    /** A rectangle of cells. */
    public record Window(int column, int row, int width, int height) {}

    public ReadRequest {
        if (band < 0 || level < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    "impossible: band " + band + ", level " + level + ", " + threads + " threads");
        }
    }

    /** The first band at full resolution, by one thread. */
    public static ReadRequest of(Unit unit) {
        return new ReadRequest(unit, 0, 0, Optional.empty(), Optional.empty(), 1);
    }

    public ReadRequest withBand(int index) {
        return new ReadRequest(unit, index, level, window, crs, threads);
    }

    public ReadRequest withLevel(int index) {
        return new ReadRequest(unit, band, index, window, crs, threads);
    }

    public ReadRequest withWindow(int column, int row, int width, int height) {
        return new ReadRequest(unit, band, level, Optional.of(new Window(column, row, width, height)), crs, threads);
    }

    public ReadRequest withCrs(Crs override) {
        return new ReadRequest(unit, band, level, window, Optional.of(override), threads);
    }

    public ReadRequest withThreads(int count) {
        return new ReadRequest(unit, band, level, window, crs, count);
    }
}
