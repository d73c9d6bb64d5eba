package org.geoanomaly.gam.geophysics.equivalent;

import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.jspecify.annotations.Nullable;

/**
 * Fitted equivalent sources. The field is that of a plane and of point sources, so it is harmonic but for the plane, and can be had at any point
 * above the sources; how far from stations it means something is for {@link StationGridding}. Immutable, safe for any number of threads.
 */
public final class EquivalentSourceModel {
    private final SourceSettings settings;
    private final SourceLayer.Choice choice;
    private final LayeredFit fit;
    private final PointTree index;
    private final @Nullable ErrorMap errors;
    private final CrossValidation crossValidation;
    private final double residualRms;

    EquivalentSourceModel(
            Stations stations,
            SourceSettings settings,
            SourceLayer.Choice choice,
            LayeredFit fit,
            @Nullable HeldOut held,
            Parallelism parallel) {
        this.settings = settings;
        this.choice = choice;
        this.fit = fit;
        double spacing = fit.frame().unit();
        this.index =
                new PointTree(stations.easting(), stations.northing(), stations.height(), fit.frame(), PointTree.GROUP);
        this.errors = held == null ? null : new ErrorMap(stations, held, spacing);
        this.crossValidation = held == null
                ? new CrossValidation(0, 0, spacing, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                : held.summary(stations, settings.folds(), spacing);
        double[] predicted = fit.at(stations, work(settings.kernel(), parallel));
        double sum = 0.0;
        for (int i = 0; i < predicted.length; i++) {
            double r = predicted[i] - stations.value()[i];
            sum += r * r;
        }
        this.residualRms = Math.sqrt(sum / predicted.length);
    }

    /** The field at points above the sources, unit of the stations' values, the plane included. */
    public double[] predict(ObservationPoints points, Parallelism parallel) {
        return fit.at(points, true, work(settings.kernel(), parallel));
    }

    /**
     * Another field of the same sources, without the plane, which has no counterpart in another field: for example, of sources fitted with a {@link
     * LayerKernel.Dipole} the anomaly at the pole.
     */
    public double[] predict(ObservationPoints points, LayerKernel kernel, Parallelism parallel) {
        return fit.at(points, false, work(kernel, parallel));
    }

    private SourceLayer.Work work(LayerKernel kernel, Parallelism parallel) {
        return new SourceLayer.Work(kernel, settings.maxIterations(), parallel, FitMonitor.SILENT);
    }

    /** The error of block cross-validation; not a number if it was left out. */
    public CrossValidation crossValidation() {
        return crossValidation;
    }

    /** Root mean square of the stations' residuals, unit of the values. */
    public double residualRms() {
        return residualRms;
    }

    /** Distance of stations, or of lines, m: across it, shorter waves than about twice this are not resolved. */
    public double spacing() {
        return fit.frame().unit();
    }

    /** Side of the blocks of the finest layer, m. */
    public double block() {
        return choice.block() * spacing();
    }

    /** Depth of the finest layer below the lowest station of a block, m. */
    public double depth() {
        return choice.depth() * block();
    }

    /** Relative damping. */
    public double damping() {
        return choice.damping();
    }

    /** Number of sources in all layers. */
    public int sources() {
        return fit.sources();
    }

    /** Distance on the map to the nearest station and that station's height, both metres, into {@code out[0]} and {@code out[1]}. */
    void nearestStation(double easting, double northing, double[] out) {
        PointTree.Frame f = fit.frame();
        index.nearest((easting - f.originX()) / f.unit(), (northing - f.originY()) / f.unit(), out);
        out[0] *= f.unit();
        out[1] = out[1] * f.unit() + f.originZ();
    }

    /** Expected error, NaN without cross-validation. */
    double errorAt(double easting, double northing, double distance) {
        return errors == null ? Double.NaN : errors.at(easting, northing, distance);
    }
}
