package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.stats.ValueRange;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.read.BandedRead;
import org.jspecify.annotations.Nullable;

/** The bands of an input on their way to the globe: in the layer's unit, measured, reduced to anomalies. */
final class LayerBands implements BandedGrid {
    private final BandedRead source;
    private final Unit unit;
    private final double factor;
    private @Nullable GravityReduction reduction;
    private ValueRange range = ValueRange.of(new float[0]);
    private long readingNanos;

    /**
     * Bands of a file.
     *
     * @param factor from the file's unit to {@code unit}
     */
    LayerBands(BandedRead source, Unit unit, double factor) {
        this.source = source;
        this.unit = unit;
        this.factor = factor;
    }

    /** Has values reduced after they are measured. */
    void reduceBy(GravityReduction applied) {
        reduction = applied;
    }

    /** Of the values before any reduction, as far as they were read. */
    ValueRange range() {
        return range;
    }

    /** How long the file took to be read and decoded. */
    long readingNanos() {
        return readingNanos;
    }

    @Override
    public GridGeometry geometry() {
        return source.geometry();
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public int bands() {
        return source.bands();
    }

    @Override
    public int firstRow(int band) {
        return source.firstRow(band);
    }

    @Override
    public float[] values(int band) {
        long start = System.nanoTime();
        float[] values = source.values(band);
        readingNanos += System.nanoTime() - start;
        if (factor != 1) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] * factor);
            }
        }
        range = range.and(ValueRange.of(values));
        if (reduction != null) {
            reduction.apply(geometry(), firstRow(band), values);
        }
        return values;
    }
}
