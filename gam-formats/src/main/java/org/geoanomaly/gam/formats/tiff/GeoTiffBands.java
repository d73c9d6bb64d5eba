package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.RowSplit;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;

/** A file's grid by bands that end where its blocks do, so that every block is decoded once. */
final class GeoTiffBands implements BandedGrid {
    private final GeoTiff file;
    private final ReadRequest request;
    private final GridGeometry geometry;
    private final RowSplit split;

    GeoTiffBands(GeoTiff file, ReadRequest request, GridGeometry geometry, RowSplit split) {
        this.file = file;
        this.request = request;
        this.geometry = geometry;
        this.split = split;
    }

    @Override
    public GridGeometry geometry() {
        return geometry;
    }

    @Override
    public Unit unit() {
        return request.unit();
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
        int rows = split.start(band + 1) - from;
        try {
            return file.values(request.withWindow(0, from, geometry.columns(), rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
