package org.geoanomaly.gam.geophysics.processing;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;

/**
 * Attraction of the topography itself: rock between sea level and the ground, and under the sea the rock that water replaces, as a negative density.
 * Near a point each cell of the elevation model is a prism; farther off, squares of cells {@value #NEAR} times smaller than their distance are four
 * vertical rods about their centre of mass, of the same mass and the same vertical moment, which errs by some 1e-4 of the effect. The earth is flat:
 * take at most some 170 km around a station.
 */
public final class TerrainEffect {
    /** Squares whose side is at most the distance over this are taken as a whole. */
    static final double NEAR = 4.0;

    private static final double GAUSS = 0.5 / Math.sqrt(3.0);

    private final Lattice lattice;
    private final double west;
    private final double south;
    private final double[] elevation;
    private final double crust;
    private final double water;
    private final TerrainPyramid land;
    private final TerrainPyramid sea;

    /**
     * Takes an elevation model.
     *
     * @param west edge of the westernmost cells, m
     * @param south edge of the southernmost cells, m
     * @param elevation m above sea level, the sea floor negative; cells that are NaN have no effect; copied
     * @param crust density of rock, kg/m³
     * @param water density of water, kg/m³
     */
    public TerrainEffect(Lattice lattice, double west, double south, double[] elevation, double crust, double water) {
        lattice.requireSize(elevation);
        this.lattice = lattice;
        this.west = west;
        this.south = south;
        this.elevation = elevation.clone();
        this.crust = crust;
        this.water = water;
        this.land = new TerrainPyramid(lattice, elevation, 1);
        this.sea = new TerrainPyramid(lattice, elevation, -1);
    }

    /** Vertical attraction at each point, mGal, positive down. */
    public double[] at(ObservationPoints points, Parallelism parallel) {
        double[] out = new double[points.size()];
        parallel.run(points.size(), () -> {
            Station station = new Station();
            return i -> out[i] = station.attraction(points.easting(i), points.northing(i), points.height(i));
        });
        return out;
    }

    /**
     * Terrain correction at each point, mGal: what the ground, as far as the elevation model reaches, attracts less than a flat one at the height of the
     * point. On land it is positive; off a coast the lighter water adds to it. A cell that is NaN counts as ground at sea level: fill holes before.
     */
    public double[] correction(ObservationPoints points, Parallelism parallel) {
        double[] out = at(points, parallel);
        double[] box = new double[9];
        double[] sum = new double[PrismIntegrals.COUNT];
        for (int i = 0; i < out.length; i++) {
            double h = points.height(i);
            Arrays.fill(sum, 0.0);
            if (h > 0) {
                box[0] = west - points.easting(i);
                box[1] = south - points.northing(i);
                box[2] = -h;
                box[6] = lattice.columns() * lattice.dx();
                box[7] = lattice.rows() * lattice.dy();
                box[8] = h;
                box[3] = box[0] + box[6];
                box[4] = box[1] + box[7];
                box[5] = 0.0;
                PrismIntegrals.add(box, crust, sum);
            }
            out[i] = toMilligal(-sum[3]) - out[i];
        }
        return out;
    }

    double crustDensity() {
        return crust;
    }

    double waterDensity() {
        return water;
    }

    private static double toMilligal(double integral) {
        return PhysicalConstants.GRAVITATIONAL_CONSTANT * integral / PhysicalConstants.MILLIGAL;
    }

    /** The sum for one point; the work space of one thread. */
    private final class Station {
        private final double[] box = new double[9];
        private final double[] sum = new double[PrismIntegrals.COUNT];
        private double easting;
        private double northing;
        private double height;
        private double rods;

        double attraction(double e, double n, double h) {
            easting = e;
            northing = n;
            height = h;
            rods = 0.0;
            Arrays.fill(sum, 0.0);
            visit(land.levels(), 0, 0);
            return toMilligal(rods - sum[3]);
        }

        private void visit(int level, int column, int row) {
            int side = 1 << level;
            int lastColumn = Math.min(lattice.columns(), (column + 1) * side);
            int lastRow = Math.min(lattice.rows(), (row + 1) * side);
            double x1 = west + column * side * lattice.dx();
            double x2 = west + lastColumn * lattice.dx();
            double y1 = south + row * side * lattice.dy();
            double y2 = south + lastRow * lattice.dy();
            double gapX = Math.max(0.0, Math.max(x1 - easting, easting - x2));
            double gapY = Math.max(0.0, Math.max(y1 - northing, northing - y2));
            double width = Math.max(x2 - x1, y2 - y1);
            if (gapX * gapX + gapY * gapY >= NEAR * NEAR * width * width) {
                addSquare(level, column, row, x2 - x1, y2 - y1);
            } else if (level == 0) {
                addPrism(column, row, x1, y1);
            } else {
                for (int b = 2 * row; b < Math.min(2 * row + 2, land.rows(level - 1)); b++) {
                    for (int a = 2 * column; a < Math.min(2 * column + 2, land.columns(level - 1)); a++) {
                        visit(level - 1, a, b);
                    }
                }
            }
        }

        private void addPrism(int column, int row, double x1, double y1) {
            double h = elevation[row * lattice.columns() + column];
            if (h == 0.0 || Double.isNaN(h)) {
                return;
            }
            box[0] = x1 - easting;
            box[1] = y1 - northing;
            box[2] = Math.min(0.0, h) - height;
            box[3] = x1 + lattice.dx() - easting;
            box[4] = y1 + lattice.dy() - northing;
            box[5] = Math.max(0.0, h) - height;
            box[6] = lattice.dx();
            box[7] = lattice.dy();
            box[8] = Math.abs(h);
            PrismIntegrals.add(box, h > 0 ? crust : water - crust, sum);
        }

        private void addSquare(int level, int column, int row, double width, double depth) {
            if (level == 0) {
                double h = elevation[row * lattice.columns() + column];
                if (h != 0.0 && !Double.isNaN(h)) {
                    addRods(column + 0.5, row + 0.5, width, depth, h, h > 0 ? h * crust : h * (crust - water));
                }
                return;
            }
            addPart(land, crust, level, column, row, width, depth);
            addPart(sea, crust - water, level, column, row, width, depth);
        }

        /** Mass Σh, and Σh²/2 for its vertical moment: rods from sea level to Σh²/Σh. */
        private void addPart(
                TerrainPyramid part, double density, int level, int column, int row, double width, double depth) {
            double h = part.sum(level, column, row, 0);
            if (h != 0.0) {
                double x = part.sum(level, column, row, 2) / h;
                double y = part.sum(level, column, row, 3) / h;
                addRods(x, y, width, depth, part.sum(level, column, row, 1) / h, h * density);
            }
        }

        /**
         * Four rods from sea level to {@code top}.
         *
         * @param x centre of mass in columns
         * @param load mass over the area of one cell, kg/m²; negative for the sea
         */
        private void addRods(double x, double y, double width, double depth, double top, double load) {
            double line = 0.25 * load * lattice.dx() * lattice.dy() / Math.abs(top);
            double below = Math.min(0.0, top) - height;
            double above = Math.max(0.0, top) - height;
            double cx = west + x * lattice.dx() - easting;
            double cy = south + y * lattice.dy() - northing;
            for (int k = 0; k < 4; k++) {
                double dx = cx + ((k & 1) == 0 ? -GAUSS : GAUSS) * width;
                double dy = cy + (k < 2 ? -GAUSS : GAUSS) * depth;
                double r2 = dx * dx + dy * dy;
                double near = Math.sqrt(r2 + above * above);
                double far = Math.sqrt(r2 + below * below);
                // 1/near - 1/far without cancellation
                rods += line * (below - above) * (below + above) / (near * far * (near + far));
            }
        }
    }
}
