package org.geoanomaly.gam.pipeline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.processing.SurfacePolynomial;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.jspecify.annotations.Nullable;

/** One regional polynomial for all tiles of a region: with one for each tile the same body would stand on another level in each. */
final class RegionalSurface {
    private final SurfacePolynomial polynomial;
    private final LocalFrame frame;
    private final int degree;

    private RegionalSurface(SurfacePolynomial polynomial, LocalFrame frame, int degree) {
        this.polynomial = polynomial;
        this.frame = frame;
        this.degree = degree;
    }

    static RegionalSurface of(RegionView region, int degree) {
        return new RegionalSurface(
                SurfacePolynomial.fit(region.easting(), region.northing(), region.value(), region.weight(), degree),
                region.frame(),
                degree);
    }

    /** The data of a tile without the regional field. */
    ProcessedData removedFrom(ProcessedData data, LocalFrame plane) {
        Observations o = data.observations();
        double[] values = o.value().clone();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double field = at(plane, o.easting()[i], o.northing()[i]);
            low = Math.min(low, field);
            high = Math.max(high, field);
            values[i] -= field;
        }
        List<String> notes = new ArrayList<>(data.notes());
        notes.add(String.format(
                Locale.ROOT,
                "The regional field was removed by a polynomial of degree %d, one for all tiles; it spans %.4g to %.4g here.",
                degree,
                low,
                high));
        return new ProcessedData(
                data.modality(),
                data.quantity(),
                data.unit(),
                new Observations(o.easting(), o.northing(), o.height(), values, o.uncertainty(), o.further()),
                removedFrom(data.lattice(), plane),
                data.resolutionM(),
                data.ambient(),
                notes);
    }

    private @Nullable Lattice removedFrom(@Nullable Lattice lattice, LocalFrame plane) {
        if (lattice == null) {
            return null;
        }
        float[] values = lattice.value().clone();
        for (int k = 0; k < values.length; k++) {
            if (!Float.isNaN(values[k])) {
                int row = k / lattice.columns();
                int column = k % lattice.columns();
                double east = lattice.west() + column * lattice.spacing();
                double north = lattice.south() + row * lattice.spacing();
                values[k] -= (float) at(plane, east, north);
            }
        }
        return new Lattice(
                new double[] {lattice.west(), lattice.south()},
                lattice.spacing(),
                lattice.columns(),
                lattice.rows(),
                values,
                lattice.uncertainty(),
                lattice.height());
    }

    private double at(LocalFrame plane, double east, double north) {
        double[] place = new double[2];
        plane.toGeographic(east, north, place);
        frame.toLocal(place[0], place[1], place);
        return polynomial.at(place[0], place[1]);
    }
}
