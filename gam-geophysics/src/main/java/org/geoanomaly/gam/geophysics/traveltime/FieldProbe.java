package org.geoanomaly.gam.geophysics.traveltime;

/** Times and gradients of a field at any place, with room of its own to work in: one thread at a time. */
final class FieldProbe {
    private final VelocityGrid grid;
    private final TravelTimeField field;
    private final double[] factors;
    private final Stencil stencil;
    private final SourceDistance.Offset offset = new SourceDistance.Offset();

    FieldProbe(TravelTimeField field) {
        this.grid = field.grid();
        this.field = field;
        this.factors = field.factors();
        this.stencil = new Stencil(grid);
    }

    /** Time of the nearest place in the grid, s; NaN where no wave comes. */
    double time(double x, double y, double z) {
        stencil.at(x, y, z);
        field.distance().at(x, y, z, offset);
        return offset.r * stencil.mean(factors);
    }

    /** Distance from the source, m, at the last place asked for. */
    double distance() {
        return offset.r;
    }

    /** ∇T = τ p + r ∇τ, with ∇τ from central differences at the nodes around. */
    void gradient(double x, double y, double z, double[] out) {
        stencil.at(x, y, z);
        field.distance().at(x, y, z, offset);
        double factor = stencil.mean(factors);
        int stride = 1;
        for (int d = 0; d < 3; d++) {
            int count = grid.axis(d).count();
            double slope = count > 1 ? slope(count, stride) / (grid.axis(d).step() * grid.metres(d, y, z)) : 0;
            out[d] = factor * offset.p(d) + offset.r * slope;
            stride *= count;
        }
    }

    /** Difference of the factor for one step along an axis: the mean over the nodes around that have a neighbour. */
    private double slope(int count, int stride) {
        double sum = 0;
        double total = 0;
        for (int c = 0; c < stencil.count; c++) {
            double weight = stencil.weight[c];
            int node = stencil.node[c];
            double here = factors[node];
            if (weight == 0 || Double.isNaN(here)) {
                continue;
            }
            int i = node / stride % count;
            double before = i > 0 ? factors[node - stride] : Double.NaN;
            double after = i < count - 1 ? factors[node + stride] : Double.NaN;
            double slope =
                    Double.isNaN(before) ? after - here : Double.isNaN(after) ? here - before : (after - before) / 2;
            if (!Double.isNaN(slope)) {
                sum += weight * slope;
                total += weight;
            }
        }
        return total > 0 ? sum / total : 0;
    }
}
