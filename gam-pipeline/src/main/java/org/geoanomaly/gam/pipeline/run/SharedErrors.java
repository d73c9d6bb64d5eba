package org.geoanomaly.gam.pipeline.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.TileArea;

/**
 * Uncertainties that tiles agree on. Each tile estimates the errors of its data from its own readings, and one estimates all of them larger than
 * another. Where tiles overlap they speak of the same places, so the mean logarithm of the ratio there is the difference of their levels; the levels are the
 * least-squares answer to all these differences whose mean over all data is zero. What varies within a tile stays.
 */
final class SharedErrors {
    /** Fewer places in common say nothing. */
    private static final int FEWEST = 9;

    private static final int SWEEPS = 500;

    private final List<TileArea> tiles;
    private final List<Optional<ProcessedData>> data;

    private SharedErrors(List<TileArea> tiles, List<Optional<ProcessedData>> data) {
        this.tiles = tiles;
        this.data = data;
    }

    /** The factor for each tile's uncertainties; 1 where nothing can be compared. */
    static double[] factors(List<TileArea> tiles, List<Optional<ProcessedData>> data) {
        SharedErrors errors = new SharedErrors(tiles, data);
        int n = tiles.size();
        double[][] difference = new double[n][n];
        double[][] places = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (a != b && errors.near(a, b)) {
                    errors.compare(a, b, difference, places);
                }
            }
        }
        double[] level = levels(difference, places);
        errors.center(level);
        Arrays.setAll(level, t -> Math.exp(-level[t]));
        return level;
    }

    private boolean near(int a, int b) {
        return tiles.get(a).extent().intersects(tiles.get(b).extent());
    }

    /** Adds what observations of one tile say of the lattice of another, for both. */
    private void compare(int a, int b, double[][] difference, double[][] places) {
        ProcessedData one = data.get(a).orElse(null);
        Lattice other = data.get(b).map(ProcessedData::lattice).orElse(null);
        if (one == null || other == null) {
            return;
        }
        Observations o = one.observations();
        double[] place = new double[2];
        for (int i = 0; i < o.size(); i++) {
            tiles.get(a).frame().toGeographic(o.easting()[i], o.northing()[i], place);
            tiles.get(b).frame().toLocal(place[0], place[1], place);
            double sigma = nearest(other, place);
            if (sigma > 0) {
                double ratio = Math.log(o.uncertainty()[i] / sigma);
                difference[a][b] += ratio;
                difference[b][a] -= ratio;
                places[a][b]++;
                places[b][a]++;
            }
        }
    }

    /** The uncertainty at the nearest node, NaN where there is none. */
    private static double nearest(Lattice lattice, double[] place) {
        long column = Math.round((place[0] - lattice.west()) / lattice.spacing());
        long row = Math.round((place[1] - lattice.south()) / lattice.spacing());
        boolean inside = column >= 0 && column < lattice.columns() && row >= 0 && row < lattice.rows();
        int node = inside ? (int) (row * lattice.columns() + column) : 0;
        return inside && !Float.isNaN(lattice.value()[node]) ? lattice.uncertainty()[node] : Double.NaN;
    }

    /** Least squares by sweeps: each level is the mean of what its neighbours say of it. */
    private static double[] levels(double[][] difference, double[][] places) {
        int n = places.length;
        double[] level = new double[n];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int a = 0; a < n; a++) {
                double sum = 0.0;
                double count = 0.0;
                for (int b = 0; b < n; b++) {
                    if (places[a][b] >= FEWEST) {
                        sum += difference[a][b] + places[a][b] * level[b];
                        count += places[a][b];
                    }
                }
                level[a] = count > 0 ? sum / count : 0.0;
            }
        }
        return level;
    }

    private void center(double[] level) {
        double sum = 0.0;
        double count = 0.0;
        for (int t = 0; t < level.length; t++) {
            int size = data.get(t).map(d -> d.observations().size()).orElse(0);
            sum += size * level[t];
            count += size;
        }
        double mean = count > 0 ? sum / count : 0.0;
        Arrays.setAll(level, t -> level[t] - mean);
    }
}
