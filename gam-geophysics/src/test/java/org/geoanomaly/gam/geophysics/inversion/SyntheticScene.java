package org.geoanomaly.gam.geophysics.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.FieldValues;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** Three blocks that fit no cell, their field by the closed form of whole prisms, and noise of 1 % of its largest value. */
final class SyntheticScene {
    /** West, east, south, north, top, bottom as parts of width and depth; then the contrast. */
    static final double[][] THREE = {
        {0.22, 0.41, 0.27, 0.44, 0.11, 0.47, 1.0},
        {0.57, 0.78, 0.52, 0.71, 0.16, 0.58, -0.7},
        {0.61, 0.73, 0.17, 0.31, 0.07, 0.29, 0.8}
    };

    static final double[][] ONE = {{0.373, 0.611, 0.412, 0.637, 0.183, 0.52, 1.0}};

    static final double[][] TWO = {
        {0.18, 0.36, 0.33, 0.66, 0.12, 0.41, -1.0},
        {0.61, 0.83, 0.37, 0.61, 0.2, 0.6, 1.0}
    };

    static final double[][] DEEP = {
        {0.33, 0.57, 0.30, 0.61, 0.33, 0.7, 1.0},
        {0.7, 0.8, 0.7, 0.8, 0.08, 0.25, 0.6}
    };

    private static final double CELL = 100.0;
    private static final AmbientField AMBIENT = new AmbientField(50_000.0, 65.0, 10.0);

    final RegularMesh mesh;
    final ObservationGrid grid;
    final FieldKernel kernel;
    final double[] truth;
    final double[] data;
    final double[] sigma;

    final ObservationPoints points;

    private SyntheticScene(int nx, int nz, boolean magnetic, double[][] blocks, double relief) {
        double[] thickness = new double[nz];
        Arrays.fill(thickness, CELL);
        mesh = RegularMesh.of(new double[] {0, 0, 0}, nx, nx, new double[] {CELL, CELL}, thickness);
        grid = ObservationGrid.over(mesh, 0.5 * CELL);
        kernel = magnetic ? FieldKernel.tmi(AMBIENT) : FieldKernel.gz();
        truth = new double[mesh.cells()];
        List<Body> bodies = new ArrayList<>();
        for (double[] b : blocks) {
            double width = nx * CELL;
            double depth = nz * CELL;
            Prism prism =
                    new Prism(b[0] * width, b[1] * width, b[2] * width, b[3] * width, -b[5] * depth, -b[4] * depth);
            double value = magnetic ? 0.05 * Math.abs(b[6]) : 400.0 * b[6];
            bodies.add(magnetic ? Body.ofMagnetization(prism, AMBIENT.induced(value)) : Body.ofDensity(prism, value));
            addToTruth(prism, value);
        }
        points = relief == 0.0 ? grid.points(mesh) : draped(nx * nx, nx * CELL, relief);
        data = field(new BodyField(bodies), magnetic);
        sigma = new double[data.length];
        double largest = Arrays.stream(data).map(Math::abs).max().orElse(0.0);
        Arrays.fill(sigma, 0.01 * largest);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < data.length; i++) {
            data[i] += sigma[i] * random.nextGaussian();
        }
    }

    static SyntheticScene gravity(int nx, int nz) {
        return new SyntheticScene(nx, nz, false, THREE, 0.0);
    }

    static SyntheticScene gravity(int nx, int nz, double[][] blocks) {
        return new SyntheticScene(nx, nz, false, blocks, 0.0);
    }

    /** Scattered points, one cell above a ground of some relief. */
    static SyntheticScene draped(int nx, int nz, double relief) {
        return new SyntheticScene(nx, nz, false, THREE, relief);
    }

    private static ObservationPoints draped(int count, double width, double relief) {
        SplittableRandom random = new SplittableRandom(21);
        double[][] at = new double[3][count];
        for (int i = 0; i < count; i++) {
            at[0][i] = width * random.nextDouble();
            at[1][i] = width * random.nextDouble();
            at[2][i] =
                    CELL + relief * (0.5 + 0.5 * Math.sin(9.0 * at[0][i] / width) * Math.cos(7.0 * at[1][i] / width));
        }
        return new ObservationPoints(at[0], at[1], at[2]);
    }

    static SyntheticScene magnetic(int nx, int nz) {
        return new SyntheticScene(nx, nz, true, THREE, 0.0);
    }

    /** Every cell gets the part of the block that it holds. */
    private void addToTruth(Prism block, double value) {
        for (int k = 0; k < mesh.nz(); k++) {
            for (int j = 0; j < mesh.ny(); j++) {
                for (int i = 0; i < mesh.nx(); i++) {
                    Prism cell = mesh.cell(i, j, k);
                    double e = Math.min(cell.east(), block.east()) - Math.max(cell.west(), block.west());
                    double n = Math.min(cell.north(), block.north()) - Math.max(cell.south(), block.south());
                    double u = Math.min(cell.top(), block.top()) - Math.max(cell.bottom(), block.bottom());
                    double shared = Math.max(0, e) * Math.max(0, n) * Math.max(0, u);
                    truth[mesh.index(i, j, k)] += value * shared / cell.volume();
                }
            }
        }
    }

    private double[] field(BodyField bodies, boolean magnetic) {
        double[] out = new double[points.size()];
        for (int i = 0; i < out.length; i++) {
            FieldValues v = bodies.at(points.easting(i), points.northing(i), points.height(i));
            out[i] = magnetic ? 1e9 * AMBIENT.totalFieldAnomaly(v.magnetic()) : 1e5 * v.gz();
        }
        return out;
    }

    ObservationPoints points() {
        return points;
    }

    Sensitivity sensitivity(Parallelism parallel) {
        return Sensitivity.of(mesh, grid, kernel, parallel);
    }

    InversionProblem problem(Parallelism parallel) {
        return InversionProblem.of(sensitivity(parallel), data, sigma);
    }

    double correlation(double[] model) {
        double a = Arrays.stream(model).average().orElse(0.0);
        double b = Arrays.stream(truth).average().orElse(0.0);
        double ab = 0.0;
        double aa = 0.0;
        double bb = 0.0;
        for (int c = 0; c < model.length; c++) {
            ab += (model[c] - a) * (truth[c] - b);
            aa += (model[c] - a) * (model[c] - a);
            bb += (truth[c] - b) * (truth[c] - b);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
