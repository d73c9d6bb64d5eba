package org.geoanomaly.gam.geophysics.equivalent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;

/**
 * A plane and layers of sources, each fitted to what is left by those before it: the coarse ones carry the long waves over gaps, the finest one the
 * detail (the idea of gradient boosting, Soler and Uieda 2021, with scales in place of windows, so that there are no borders).
 */
final class LayeredFit {
    /** From one layer to the next, blocks shrink by this. */
    private static final double RATIO = 2.0;

    private static final int COARSEST = 200;
    private static final int MAX_LAYERS = 8;

    /** Stations are averaged within cubes of this part of a block before a layer is fitted. */
    private static final double AVERAGE = 0.25;

    private final Trend trend;
    private final List<SourceLayer> layers;
    private final PointTree.Frame frame;

    private LayeredFit(Trend trend, List<SourceLayer> layers, PointTree.Frame frame) {
        this.trend = trend;
        this.layers = layers;
        this.frame = frame;
    }

    static LayeredFit of(
            Stations stations,
            double spacing,
            SourceLayer.Choice choice,
            SourceLayer.Work work,
            DoubleConsumer worked) {
        PointTree.Frame frame = new PointTree.Frame(
                Blocks.min(stations.easting()),
                Blocks.min(stations.northing()),
                Blocks.min(stations.height()),
                spacing);
        Trend trend = Trend.fit(stations);
        double[] residual = stations.value().clone();
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= trend.at(stations.easting()[i], stations.northing()[i]);
        }
        List<SourceLayer> layers = new ArrayList<>();
        double finest = choice.block() * spacing;
        int levels = levels(stations, finest);
        double before = 0.0;
        for (int level = levels - 1; level >= 0; level--) {
            double block = finest * Math.pow(RATIO, level);
            Stations left = stations.withValues(residual);
            Stations data = left.averaged(Blocks.of(left.easting(), left.northing(), left.height(), AVERAGE * block));
            double start = before;
            double part = level == 0 ? 1.0 - before : 0.5 * (1.0 - before) / levels;
            SourceLayer layer =
                    SourceLayer.fit(data, block, choice, frame, work, share -> worked.accept(start + part * share));
            before += part;
            layers.add(layer);
            if (level > 0) {
                subtract(layer, stations, frame, work, residual);
            }
        }
        return new LayeredFit(trend, List.copyOf(layers), frame);
    }

    private static int levels(Stations stations, double finest) {
        int levels = 1;
        while (levels < MAX_LAYERS
                && Blocks.squares(stations.easting(), stations.northing(), finest * Math.pow(RATIO, levels - 1))
                                .count()
                        > COARSEST) {
            levels++;
        }
        return levels;
    }

    private static void subtract(
            SourceLayer layer, Stations stations, PointTree.Frame frame, SourceLayer.Work work, double[] residual) {
        PointTree points =
                new PointTree(stations.easting(), stations.northing(), stations.height(), frame, PointTree.GROUP);
        double[] field = new double[residual.length];
        layer.addTo(points, work.kernel(), field, work.parallel());
        for (int i = 0; i < field.length; i++) {
            residual[i] -= field[i];
        }
    }

    /** The field at points, with the plane or without it. */
    double[] at(double[] easting, double[] northing, double[] height, boolean withTrend, SourceLayer.Work work) {
        double[] sum = new double[easting.length];
        if (sum.length == 0) {
            return sum;
        }
        PointTree points = new PointTree(easting, northing, height, frame, PointTree.GROUP);
        for (SourceLayer layer : layers) {
            layer.addTo(points, work.kernel(), sum, work.parallel());
        }
        if (withTrend) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += trend.at(easting[i], northing[i]);
            }
        }
        return sum;
    }

    double[] at(ObservationPoints points, boolean withTrend, SourceLayer.Work work) {
        int n = points.size();
        double[] e = new double[n];
        double[] u = new double[n];
        double[] h = new double[n];
        for (int i = 0; i < n; i++) {
            e[i] = points.easting(i);
            u[i] = points.northing(i);
            h[i] = points.height(i);
        }
        return at(e, u, h, withTrend, work);
    }

    double[] at(Stations stations, SourceLayer.Work work) {
        return at(stations.easting(), stations.northing(), stations.height(), true, work);
    }

    PointTree.Frame frame() {
        return frame;
    }

    int sources() {
        int n = 0;
        for (SourceLayer layer : layers) {
            n += layer.size();
        }
        return n;
    }
}
