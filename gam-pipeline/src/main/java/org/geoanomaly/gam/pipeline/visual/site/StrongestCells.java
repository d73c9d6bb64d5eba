package org.geoanomaly.gam.pipeline.visual.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/**
 * The places where a geographic grid stands out, apart from each other. A cell ranks by the absolute mean of the 3 × 3 cells around it, so
 * that one odd cell, or a clamped value among many, does not win by itself; ties go to the north-west.
 */
public final class StrongestCells {
    /** Candidates kept for each place asked for; neighbours of a strong cell are strong too. */
    private static final int CANDIDATES_PER_PLACE = 2000;

    private record Candidate(int index, double strength) {}

    private static final Comparator<Candidate> WEAKEST_FIRST = Comparator.comparingDouble(Candidate::strength)
            .thenComparing(Comparator.comparingInt(Candidate::index).reversed());

    private StrongestCells() {}

    /**
     * At most {@code count} cells, strongest first, no two nearer than {@code separation} degrees of arc.
     *
     * @param grid geographic, degrees
     */
    public static List<StrongCell> of(FloatGrid grid, int count, double separation) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(WEAKEST_FIRST);
        int limit = Math.max(1, count) * CANDIDATES_PER_PLACE;
        GridGeometry geometry = grid.geometry();
        for (int row = 1; row < geometry.rows() - 1; row++) {
            for (int column = 1; column < geometry.columns() - 1; column++) {
                double strength = strength(grid, column, row);
                Candidate weakest = best.peek();
                if (best.size() == limit && weakest != null && !(strength > weakest.strength())) {
                    continue;
                }
                if (strength > 0) {
                    best.add(new Candidate(row * geometry.columns() + column, strength));
                    if (best.size() > limit) {
                        best.remove();
                    }
                }
            }
        }
        return spread(grid, best.stream().sorted(WEAKEST_FIRST.reversed()).toList(), count, separation);
    }

    /** NaN if a cell of the nine is. */
    private static double strength(FloatGrid grid, int column, int row) {
        double sum = 0;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                sum += grid.get(c, r);
            }
        }
        return Math.abs(sum) / 9;
    }

    private static List<StrongCell> spread(FloatGrid grid, List<Candidate> ranked, int count, double separation) {
        GridGeometry geometry = grid.geometry();
        double cosine = Math.cos(Math.toRadians(separation));
        List<StrongCell> chosen = new ArrayList<>(count);
        for (Candidate candidate : ranked) {
            int column = candidate.index() % geometry.columns();
            int row = candidate.index() / geometry.columns();
            StrongCell cell = new StrongCell(
                    rounded(geometry.x(column)), rounded(geometry.y(row)), rounded(grid.get(column, row)));
            if (chosen.size() < count && chosen.stream().noneMatch(other -> cosineBetween(cell, other) > cosine)) {
                chosen.add(cell);
            }
        }
        return List.copyOf(chosen);
    }

    private static double cosineBetween(StrongCell a, StrongCell b) {
        double phi = Math.toRadians(a.lat());
        double psi = Math.toRadians(b.lat());
        return Math.sin(phi) * Math.sin(psi)
                + Math.cos(phi) * Math.cos(psi) * Math.cos(Math.toRadians(a.lon() - b.lon()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
