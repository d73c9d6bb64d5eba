package org.geoanomaly.gam.geophysics.tomography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.Lsqr;
import org.geoanomaly.gam.geophysics.solver.Vectors;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final RegularMesh UNEVEN = RegularMesh.of(
            new double[] {0, 0, 0}, 5, 4, new double[] {1000, 1500}, new double[] {500, 700, 1000, 1600, 2000});

    private static TomographySystem system(Box box) {
        TomographyProblem problem = box.problem(box.picks, false);
        int cells = box.mesh.cells();
        return new TomographyState(
                        problem,
                        new double[cells],
                        new double[cells],
                        Hypocentres.of(box.events),
                        box.linear(new double[cells], StraightRays::through),
                        new TomographyState.Weighing(
                                new SmoothPrior(box.mesh, 6000, 4000),
                                problem.picksOfEvents(),
                                2.5,
                                true,
                                Parallelism.sequential()))
                .system();
    }

    @Test
    void prior_has_variance_one_in_every_cell() {
        SmoothPrior prior = new SmoothPrior(UNEVEN, 2000, 900);
        double[] unit = new double[UNEVEN.cells()];
        double[] column = new double[UNEVEN.cells()];
        for (int c = 0; c < unit.length; c++) {
            Arrays.fill(unit, 0.0);
            unit[c] = 1.0;
            prior.applyAdjoint(unit, column);
            assertEquals(1.0, Vectors.dot(column, column), 1e-12);
        }
    }

    @Test
    void prior_and_its_adjoint_agree() {
        SmoothPrior prior = new SmoothPrior(UNEVEN, 2000, 900);
        SplittableRandom random = new SplittableRandom(1);
        double[] a = random.doubles(UNEVEN.cells(), -1, 1).toArray();
        double[] b = random.doubles(UNEVEN.cells(), -1, 1).toArray();
        double[] sa = new double[a.length];
        double[] sb = new double[a.length];
        prior.apply(a, sa);
        prior.applyAdjoint(b, sb);
        assertEquals(Vectors.dot(sa, b), Vectors.dot(a, sb), 1e-12);
    }

    @Test
    void correlation_falls_as_stated() {
        RegularMesh line = RegularMesh.of(new double[] {0, 0, 0}, 401, 1, new double[] {100, 100}, new double[] {100});
        SmoothPrior prior = new SmoothPrior(line, 1000, 1000);
        double[] unit = new double[401];
        unit[200] = 1.0;
        double[] half = new double[401];
        double[] row = new double[401];
        prior.applyAdjoint(unit, half);
        prior.apply(half, row);
        for (int d : new int[] {5, 10, 30}) {
            double x = d / 10.0;
            assertEquals((1 + x) * Math.exp(-x), row[200 + d], 0.005);
        }
    }

    @Test
    void system_and_its_adjoint_agree() {
        TomographySystem system = system(new Box(4, 8, 2));
        SplittableRandom random = new SplittableRandom(1);
        double[] m = random.doubles(system.columns(), -1, 1).toArray();
        double[] d = random.doubles(system.rows(), -1, 1).toArray();
        double[] am = new double[d.length];
        double[] ad = new double[m.length];
        system.apply(m, am);
        system.applyAdjoint(d, ad);
        assertEquals(Vectors.dot(am, d), Vectors.dot(m, ad), 1e-9 * Math.abs(Vectors.dot(am, d)));
    }

    @Test
    void exact_resolution_is_what_unit_models_give_back() {
        Box box = new Box(4, 8, 2);
        TomographySystem system = system(box);
        ModelResolution resolution = new ModelResolution(system, 20.0);
        assertTrue(resolution.exact());
        double[] diagonal = resolution.diagonal(box.mesh, 4, 1);
        double[] reduction = resolution.varianceReduction(2, 1);
        for (int c : new int[] {300, 377, 450, 522}) {
            double[] unit = new double[box.mesh.cells()];
            unit[c] = 1.0;
            double[] data = new double[system.rows()];
            system.predict(unit, data);
            assertEquals(back(system, data)[c], diagonal[c], 1e-6);
            // the prior's own column instead of the unit model gives the part of the variance
            double[] half = new double[unit.length];
            system.prior().applyAdjoint(unit, half);
            system.apply(half, data);
            assertEquals(back(system, data)[c], reduction[c], 1e-6);
        }
    }

    private static double[] back(TomographySystem system, double[] data) {
        double[] p = new double[system.columns()];
        Lsqr.solve(system, data, 20.0, p, new Lsqr.Tolerance(1e-12, 0, 1000));
        double[] u = new double[p.length];
        system.prior().apply(p, u);
        return u;
    }

    @Test
    void probing_agrees_with_the_exact_answer() {
        Box small = new Box(4, 8, 2);
        TomographySystem system = system(small);
        double[] exact = new ModelResolution(system, 20.0).varianceReduction(2, 1);
        double[] probed = new ModelResolution(system, 20.0).probedReduction(64, 3);
        double squares = 0.0;
        for (int c = 0; c < exact.length; c++) {
            squares += (exact[c] - probed[c]) * (exact[c] - probed[c]);
        }
        // a part of r has the variance 2 · 2 r²(1 − r)² / 64 and so an error of at most 1/16 for r = ½
        assertTrue(Math.sqrt(squares / exact.length) < 0.05, "rms " + Math.sqrt(squares / exact.length));
    }

    @Test
    void cells_without_rays_keep_their_prior() {
        // events and stations in the western third only
        Box box = new Box(4, 8, 2);
        int n = box.stations.size();
        double[][] s = new double[3][n];
        for (int i = 0; i < n; i++) {
            s[0][i] = -25_000 + 0.1 * box.stations.x(i);
            s[1][i] = box.stations.y(i);
        }
        double[][] e = new double[3][box.events.size()];
        for (int i = 0; i < box.events.size(); i++) {
            e[0][i] = -25_000 + 0.1 * box.events.x(i);
            e[1][i] = box.events.y(i);
            e[2][i] = 0.3 * box.events.depth(i);
        }
        TomographyProblem problem = new TomographyProblem(
                box.mesh,
                Box.REFERENCE,
                new Places(s[0], s[1], s[2]),
                new Places(e[0], e[1], e[2]),
                new boolean[box.events.size()],
                box.picks.withTimes(new double[box.picks.size()]));
        TomographySettings settings = new TomographySettings(
                1.0,
                1,
                new TomographySettings.Correlation(2500, 2500),
                new TomographySettings.Prior(0.05, 0.05, -0.5, 0.5),
                2.5,
                TomographySettings.Relocation.NONE);
        double[] reduction = box.tomography(problem, StraightRays::through, settings)
                .run()
                .resolution()
                .varianceReduction(16, 1);
        int east = box.mesh.index(11, 5, 5);
        int west = box.mesh.index(1, 5, 0);
        assertTrue(reduction[east] < 1e-5, "reduction " + reduction[east]);
        assertTrue(reduction[west] > 0.3, "reduction " + reduction[west]);
    }
}
