package org.geoanomaly.gam.pipeline.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.TileArea;

/**
 * The observations of one modality over a whole region from those of its tiles, each once: tiles share their buffers, and a place belongs to the
 * tile in whose core it lies or, outside the region, to the one whose core is nearest.
 */
final class RegionView {
    /** Degrees by which places at or beyond the region's edge are taken inside. */
    private static final double INSIDE = 1e-9;

    private final LocalFrame frame;
    private final BoundingBox area;
    private final int[] counts;
    private final double[] east;
    private final double[] north;
    private final double[] value;
    private final double[] weight;

    private RegionView(BoundingBox area, int tiles, int most) {
        this.area = area;
        this.frame = new LocalFrame(0.5 * (area.south() + area.north()), Tiling.middle(area));
        this.counts = new int[tiles];
        this.east = new double[most];
        this.north = new double[most];
        this.value = new double[most];
        this.weight = new double[most];
    }

    /**
     * The view.
     *
     * @param data of each tile, where it has any
     */
    static RegionView of(BoundingBox area, List<TileArea> tiles, List<Optional<ProcessedData>> data) {
        int most = data.stream()
                .flatMap(Optional::stream)
                .mapToInt(d -> d.observations().size())
                .sum();
        RegionView view = new RegionView(area, tiles.size(), most);
        int n = 0;
        for (int t = 0; t < tiles.size(); t++) {
            if (data.get(t).isPresent()) {
                n = view.add(t, tiles.get(t), data.get(t).get().observations(), n);
            }
        }
        return view;
    }

    private int add(int tile, TileArea area, Observations from, int start) {
        int n = start;
        double[] place = new double[2];
        for (int i = 0; i < from.size(); i++) {
            area.frame().toGeographic(from.easting()[i], from.northing()[i], place);
            if (owns(area, place[0], place[1])) {
                frame.toLocal(place[0], place[1], place);
                east[n] = place[0];
                north[n] = place[1];
                value[n] = from.value()[i];
                weight[n++] = 1.0 / (from.uncertainty()[i] * from.uncertainty()[i]);
            }
        }
        counts[tile] = n - start;
        return n;
    }

    private boolean owns(TileArea tile, double lon, double lat) {
        double middle = Tiling.middle(area);
        double half = 0.5 * area.width() - INSIDE;
        double off = lon - middle;
        off -= 360 * Math.rint(off / 360);
        return tile.owns(
                middle + Math.max(-half, Math.min(half, off)),
                Math.max(area.south() + INSIDE, Math.min(area.north() - INSIDE, lat)));
    }

    private int size() {
        return Arrays.stream(counts).sum();
    }

    /** How many observations belong to a tile. */
    int count(int tile) {
        return counts[tile];
    }

    /** A plane for the whole region. */
    LocalFrame frame() {
        return frame;
    }

    double[] easting() {
        return Arrays.copyOf(east, size());
    }

    double[] northing() {
        return Arrays.copyOf(north, size());
    }

    double[] value() {
        return Arrays.copyOf(value, size());
    }

    /** Inverse squared uncertainties. */
    double[] weight() {
        return Arrays.copyOf(weight, size());
    }

    /** Median of the values; 0 if there are none. */
    double median() {
        double[] sorted = value();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? 0.0 : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }
}
