package org.geoanomaly.gam.pipeline.read;

import java.util.function.ToLongFunction;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/** Bands of a file on their way out: numbers that mean no-data are blanked and voids are counted. */
final class OpenGrid implements BandedRead {
    private final BandedGrid bands;
    private final ToLongFunction<float[]> blanking;
    private final Facts facts;
    private long blanked;
    private long voids;

    /** What is to be said after so many cells were blanked and so many were void in the end. */
    interface Facts {
        SourceFacts after(long blanked, long voids);
    }

    /**
     * Bands as they come from a file.
     *
     * @param blanking sets values to NaN and says how many
     */
    OpenGrid(BandedGrid bands, ToLongFunction<float[]> blanking, Facts facts) {
        this.bands = bands;
        this.blanking = blanking;
        this.facts = facts;
    }

    /** A grid that was read as a whole. */
    static BandedRead of(GridRead read) {
        return new OpenGrid(BandedGrid.of(read.grid()), values -> 0, (blanked, voids) -> read.facts());
    }

    /** All of it at once. */
    GridRead readAll() {
        var grid = whole();
        return new GridRead(grid, facts());
    }

    @Override
    public GridGeometry geometry() {
        return bands.geometry();
    }

    @Override
    public Unit unit() {
        return bands.unit();
    }

    @Override
    public int bands() {
        return bands.bands();
    }

    @Override
    public int firstRow(int band) {
        return bands.firstRow(band);
    }

    @Override
    public float[] values(int band) {
        float[] values = bands.values(band);
        blanked += blanking.applyAsLong(values);
        for (float v : values) {
            voids += Float.isNaN(v) ? 1 : 0;
        }
        return values;
    }

    @Override
    public SourceFacts facts() {
        return facts.after(blanked, voids);
    }

    @Override
    public boolean inParts() {
        return bands.bands() > 1;
    }
}
