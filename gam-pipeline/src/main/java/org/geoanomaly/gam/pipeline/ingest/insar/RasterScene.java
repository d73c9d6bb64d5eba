package org.geoanomaly.gam.pipeline.ingest.insar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pixels of a raster as points. Where there are more than a run can use, square blocks of pixels of one connected component are averaged.
 */
final class RasterScene {
    /** More pixels than this are averaged in blocks. */
    private static final int MOST_PIXELS = 400_000;

    private final SceneRead read;
    private final Layer data;
    private final Look look;
    private final double factor;
    private final Sides sides;
    private final double[] place = new double[2];

    /**
     * Rasters beside the values.
     *
     * @param coherenceScale largest possible number of the coherence file, 1 or 255
     * @param mask 0 where not to be used
     * @param metresPerRadian wavelength/4π
     */
    record Sides(
            @Nullable Layer coherence,
            double coherenceScale,
            @Nullable Layer components,
            @Nullable Layer mask,
            @Nullable Layer dem,
            double metresPerRadian) {}

    /** @param factor from the file's numbers to metres toward the satellite */
    RasterScene(SceneRead read, Layer data, Look look, double factor, Sides sides) {
        this.read = read;
        this.data = data;
        this.look = look;
        this.factor = factor;
        this.sides = sides;
    }

    private int empty;
    private int masked;
    private int unlit;
    private int outside;

    /** Counts of what one block gathered. */
    private static final class Block {
        double value;
        double column;
        double row;
        double coherence;
        double component = Double.NaN;
        int pixels;
        int others;
    }

    /** Adds the points; notes say what was left out. */
    List<String> points(LosColumns out) {
        List<String> notes = new ArrayList<>();
        long cells = (long) data.columns() * data.rows();
        int side = (int) Math.ceil(Math.sqrt(Math.max(1.0, (double) cells / MOST_PIXELS)));
        int before = out.rows();
        int others = 0;
        LosColumns.Point p = new LosColumns.Point();
        for (int r = 0; r < data.rows(); r += side) {
            for (int c = 0; c < data.columns(); c += side) {
                Block block = gather(c, r, side);
                others += block.others;
                if (block.pixels > 0 && fill(p, block)) {
                    out.add(p, read.track());
                }
            }
        }
        if (side > 1) {
            notes.add(read.name() + ": blocks of " + side + " x " + side + " pixels were averaged, since " + cells
                    + " pixels lie in the area");
        }
        note(notes, empty, "pixels have no value");
        note(notes, masked, "pixels are masked by the product's mask or lie in no connected component");
        note(notes, others, "pixels lie in another connected component than the rest of their block");
        note(notes, unlit, "pixels have no line of sight");
        if (out.rows() == before && outside > 0) {
            notes.add(read.name() + ": no pixel lies in the area");
        }
        return notes;
    }

    private void note(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add(read.name() + ": " + count + " " + what + " and were left out");
        }
    }

    private Block gather(int column, int row, int side) {
        Block block = new Block();
        for (int r = row; r < Math.min(row + side, data.rows()); r++) {
            for (int c = column; c < Math.min(column + side, data.columns()); c++) {
                double value = data.grid().get(c, r);
                if (!data.place(c + 0.5, r + 0.5, place) || !read.wants(place[0], place[1])) {
                    outside++;
                } else if (Double.isNaN(value)) {
                    empty++;
                } else {
                    take(block, value, c, r);
                }
            }
        }
        return block;
    }

    private void take(Block block, double value, int c, int r) {
        double open = sides.mask == null ? 1 : sides.mask.at(place[0], place[1]);
        double component = sides.components == null ? Double.NaN : sides.components.at(place[0], place[1]);
        boolean none = sides.components != null && !(component > 0);
        if (!(open > 0) || none) {
            masked++;
            return;
        }
        if (block.pixels > 0 && component != block.component && sides.components != null) {
            block.others++;
            return;
        }
        block.component = component;
        block.value += value;
        block.column += c + 0.5;
        block.row += r + 0.5;
        block.coherence +=
                sides.coherence == null ? Double.NaN : sides.coherence.at(place[0], place[1]) / sides.coherenceScale;
        block.pixels++;
    }

    private boolean fill(LosColumns.Point p, Block block) {
        int n = block.pixels;
        boolean placed = data.place(block.column / n, block.row / n, place);
        if (!placed || !look.at(place[0], place[1], p.look)) {
            unlit += n;
            return false;
        }
        p.longitude = place[0];
        p.latitude = place[1];
        p.height = sides.dem == null ? Double.NaN : sides.dem.at(place[0], place[1]);
        p.value = factor * block.value / n;
        p.component = block.component;
        p.coherence = block.coherence / n;
        p.uncertainty = sides.metresPerRadian * deviation(p.coherence) / Math.sqrt(n);
        return true;
    }

    /** Standard deviation of the phase of one look by the Cramér–Rao bound (Rodriguez &amp; Martin 1992, eq. 11), radians. */
    static double deviation(double coherence) {
        double g = Math.max(0.05, Math.min(0.999, coherence));
        return Double.isNaN(coherence) ? Double.NaN : Math.sqrt((1 - g * g) / 2) / g;
    }
}
