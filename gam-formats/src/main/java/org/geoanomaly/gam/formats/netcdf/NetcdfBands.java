package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.RowSplit;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/** A variable's plane by bands of rows. */
final class NetcdfBands implements BandedGrid {
    private final NetcdfSource source;
    private final Plane plane;
    private final GridGeometry geometry;
    private final RowSplit split;

    NetcdfBands(NetcdfSource source, Plane plane, GridGeometry geometry, RowSplit split) {
        this.source = source;
        this.plane = plane;
        this.geometry = geometry;
        this.split = split;
    }

    /** Which plane of which variable. */
    record Plane(Path path, NetcdfVariable variable, GridLayout layout, NetcdfSelection selection) {}

    @Override
    public GridGeometry geometry() {
        return geometry;
    }

    @Override
    public Unit unit() {
        return plane.selection().unit().or(plane.variable()::unit).orElse(Unit.DIMENSIONLESS);
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
        int from = split.start(band);
        int count = split.start(band + 1) - from;
        GridLayout layout = plane.layout();
        int[] leading = layout.leadingIndices();
        try {
            Object stored = split.bands() == 1
                    ? source.read(plane.variable(), leading)
                    : source.readRun(
                            plane.variable(),
                            leading,
                            layout.southFirst() ? split.rows() - from - count : from,
                            count);
            float[] values = new Unpacker(plane.variable(), plane.selection().noData()).floats(stored);
            if (values.length != count * geometry.columns()) {
                throw new DataFormatException(
                        plane.path(),
                        "has " + values.length + " values of " + plane.variable().name() + " in " + count + " rows of "
                                + geometry.columns());
            }
            return layout.rows(from, count).arrange(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
