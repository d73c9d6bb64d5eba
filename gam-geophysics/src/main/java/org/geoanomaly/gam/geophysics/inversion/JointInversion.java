package org.geoanomaly.gam.geophysics.inversion;

import java.util.ArrayList;
import java.util.List;

/**
 * Two surveys over one mesh, such as gravity and magnetic, whose models are to change in the same directions: each in turn is inverted with
 * the other's structure as a cross-gradient coupling ({@link CrossGradient}), and every one fits its own data. Quadratic in each model alone, it
 * is solved as a chain of ordinary inversions.
 */
public final class JointInversion {
    private final InversionProblem first;
    private final InversionProblem second;
    private final InversionSettings firstSettings;
    private final InversionSettings secondSettings;
    private final double coupling;
    private final InversionMonitor monitor;

    /**
     * A pair of problems over meshes of equal cells.
     *
     * @param coupling strength against that of the smooth norm; 0 for none, 10 to 1000 as a rule
     */
    public JointInversion(
            InversionProblem first,
            InversionSettings firstSettings,
            InversionProblem second,
            InversionSettings secondSettings,
            double coupling,
            InversionMonitor monitor) {
        boolean alike = first.mesh().nx() == second.mesh().nx()
                && first.mesh().ny() == second.mesh().ny()
                && first.mesh().nz() == second.mesh().nz();
        if (!alike || !(coupling >= 0.0)) {
            throw new IllegalArgumentException(
                    "a joint inversion needs meshes of as many cells each way and a coupling >= 0, not " + coupling);
        }
        this.first = first;
        this.second = second;
        this.firstSettings = firstSettings;
        this.secondSettings = secondSettings;
        this.coupling = coupling;
        this.monitor = monitor;
    }

    /** Both results of a sweep. */
    public record Pair(InversionResult first, InversionResult second) {}

    /**
     * Runs sweeps; the first inverts without coupling.
     *
     * @return one pair for each sweep, the last the most alike
     */
    public List<Pair> run(int sweeps) {
        if (sweeps < 1) {
            throw new IllegalArgumentException("at least one sweep, not " + sweeps);
        }
        InversionResult a = new Inversion(first, firstSettings, monitor).run();
        InversionResult b = new Inversion(second, secondSettings, monitor).run();
        List<Pair> pairs = new ArrayList<>(List.of(new Pair(a, b)));
        while (pairs.size() < sweeps) {
            Inversion withB = new Inversion(first, firstSettings, monitor);
            withB.couple(b.model(), coupling);
            a = withB.run();
            Inversion withA = new Inversion(second, secondSettings, monitor);
            withA.couple(a.model(), coupling);
            b = withA.run();
            pairs.add(new Pair(a, b));
        }
        return pairs;
    }
}
