package org.geoanomaly.gam.grid.array;

import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * A grid whose values come in bands of whole rows from the north to the south: the way to work on a grid that is larger than memory. Bands
 * are asked for in ascending order, each once; nothing of a band is kept for the next. Not thread-safe.
 */
public interface BandedGrid {
    /** The whole grid. */
    GridGeometry geometry();

    Unit unit();

    /** How many bands there are, at least one. */
    int bands();

    /** The first row of a band; for {@code bands()} the number of rows. */
    int firstRow(int band);

    /**
     * Fetches a band.
     *
     * @return the values of rows {@code firstRow(band)} to {@code firstRow(band + 1) - 1}, row-major, NaN for no-data; the caller may
     *     change them
     * @throws java.io.UncheckedIOException if the file behind the grid cannot be read
     */
    float[] values(int band);

    /** A grid in memory as one band, its own array. */
    static BandedGrid of(FloatGrid grid) {
        return new BandedGrid() {
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
                return 1;
            }

            @Override
            public int firstRow(int band) {
                return band == 0 ? 0 : grid.geometry().rows();
            }

            @Override
            public float[] values(int band) {
                return grid.values();
            }
        };
    }

    /** The whole grid in one array, which must fit the memory. */
    default FloatGrid whole() {
        if (bands() == 1) {
            return new FloatGrid(geometry(), unit(), values(0));
        }
        float[] all = new float[geometry().size()];
        for (int band = 0; band < bands(); band++) {
            float[] part = values(band);
            System.arraycopy(part, 0, all, firstRow(band) * geometry().columns(), part.length);
        }
        return new FloatGrid(geometry(), unit(), all);
    }
}
