package org.geoanomaly.gam.pipeline.demo.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.traveltime.FastMarching;
import org.geoanomaly.gam.geophysics.traveltime.GridAxis;
import org.geoanomaly.gam.geophysics.traveltime.Source;
import org.geoanomaly.gam.geophysics.traveltime.TravelTimeField;
import org.geoanomaly.gam.geophysics.traveltime.VelocityGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;

/**
 * First P arrivals of local earthquakes at the stations of a network, through the crust of ak135 (Kennett, Engdahl and Buland 1995) with
 * the slow and fast bodies in it. Places and origin times of the earthquakes are off by as much as a network's are.
 */
final class EarthquakeRecords {
    /** P velocity of the upper crust, m/s. */
    static final double UPPER_CRUST = 5800;

    /** Bottom of each layer, m below sea level, and its P velocity, m/s. */
    private static final double[][] CRUST = {{20_000, UPPER_CRUST}, {35_000, 6500}, {Double.POSITIVE_INFINITY, 8040}};

    private static final double STEP = 4000;
    private static final double LAYER = 2500;
    private static final double TOP = -2500;
    private static final double BOTTOM = 42_500;
    /** Samples of a cell along each axis when a body fills a part of it. */
    private static final int PARTS = 4;

    /** Beyond this a local network's picks are of other phases, m. */
    private static final double FARTHEST = 110_000;

    private static final double[] DEPTHS = {2000, 18_000};
    /** Standard deviations of a location: sideways and depth in m, origin time in s. */
    private static final double[] MISLOCATION = {800, 1500, 0.08};

    private final RegionScene scene;
    private final RegionScene.Earthquakes quakes;
    private final LocalFrame frame;

    EarthquakeRecords(RegionScene scene, RegionScene.Earthquakes quakes) {
        this.scene = scene;
        this.quakes = quakes;
        this.frame = scene.frame();
    }

    /** A place in the plane, m; depth below sea level. */
    record Place(double east, double north, double depth) {}

    /**
     * One pick.
     *
     * @param event number of the earthquake
     * @param located where the network thinks that it was
     * @param station number of the station
     * @param at where that is
     * @param time of travel by the network's origin time, s
     */
    record Pick(int event, Place located, int station, Place at, double time) {}

    List<Pick> picks(Parallelism parallel) {
        Random random = random();
        List<Place> stations = scattered(quakes.stations(), random, true);
        List<Place> events = scattered(quakes.count(), random, false);
        List<Place> located = new ArrayList<>();
        double[] late = new double[events.size()];
        for (int e = 0; e < late.length; e++) {
            Place p = events.get(e);
            located.add(new Place(
                    p.east + MISLOCATION[0] * random.nextGaussian(),
                    p.north + MISLOCATION[0] * random.nextGaussian(),
                    Math.max(500, p.depth + MISLOCATION[1] * random.nextGaussian())));
            late[e] = MISLOCATION[2] * random.nextGaussian();
        }
        double[][] times = times(stations, events, parallel);
        List<Pick> picks = new ArrayList<>();
        for (int e = 0; e < late.length; e++) {
            for (int s = 0; s < stations.size(); s++) {
                double noise = quakes.noise() * random.nextGaussian();
                Place at = stations.get(s);
                if (near(at, events.get(e))) {
                    picks.add(new Pick(e, located.get(e), s, at, times[s][e] + late[e] + noise));
                }
            }
        }
        return picks;
    }

    /** Metres of the straight line from each earthquake to each station near enough that lie in a body. */
    double[] paths(PlantedBody body) {
        Random random = random();
        List<Place> stations = scattered(quakes.stations(), random, true);
        List<Place> events = scattered(quakes.count(), random, false);
        Prism block = body.block(frame);
        return events.stream()
                .flatMapToDouble(e -> stations.stream().filter(s -> near(s, e)).mapToDouble(s -> inside(block, e, s)))
                .toArray();
    }

    private Random random() {
        return new Random(scene.seed() + 104_729);
    }

    private static boolean near(Place a, Place b) {
        return Math.hypot(a.east - b.east, a.north - b.north) < FARTHEST;
    }

    /** Length of a line's part in a block: what is left between the three pairs of faces. */
    private static double inside(Prism block, Place a, Place b) {
        double[] from = {a.east, a.north, -a.depth};
        double[] way = {b.east - a.east, b.north - a.north, a.depth - b.depth};
        double[] low = {block.west(), block.south(), block.bottom()};
        double[] high = {block.east(), block.north(), block.top()};
        double enter = 0;
        double leave = 1;
        for (int axis = 0; axis < 3; axis++) {
            double one = (low[axis] - from[axis]) / way[axis];
            double two = (high[axis] - from[axis]) / way[axis];
            enter = Math.max(enter, Math.min(one, two));
            leave = Math.min(leave, Math.max(one, two));
        }
        return Math.max(0, leave - enter) * Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
    }

    /** One place at random in each field of an even division of the window. */
    private List<Place> scattered(int wanted, Random random, boolean onGround) {
        BoundingBox area = quakes.window();
        int across = (int) Math.ceil(Math.sqrt(wanted));
        int down = (wanted + across - 1) / across;
        List<Place> places = new ArrayList<>();
        double[] place = new double[2];
        for (int k = 0; k < across * down; k++) {
            double lon = area.west() + area.width() * (k % across + random.nextDouble()) / across;
            double lat = area.south() + area.height() * (Math.floorDiv(k, across) + random.nextDouble()) / down;
            double depth = DEPTHS[0] + (DEPTHS[1] - DEPTHS[0]) * random.nextDouble();
            frame.toLocal(lon, lat, place);
            places.add(new Place(place[0], place[1], onGround ? -SceneGround.height(lat, lon) : depth));
        }
        return places;
    }

    /** Times from every event, in columns, to every station, in rows: by reciprocity one field for each station. */
    private double[][] times(List<Place> stations, List<Place> events, Parallelism parallel) {
        VelocityGrid crust = crust(stations, events);
        double[][] times = new double[stations.size()][events.size()];
        parallel.run(stations.size(), () -> s -> {
            Place at = stations.get(s);
            TravelTimeField field = FastMarching.solve(crust, new Source(at.east, at.north, at.depth));
            for (int e = 0; e < events.size(); e++) {
                Place from = events.get(e);
                times[s][e] = field.timeAt(from.east, from.north, from.depth);
            }
        });
        return times;
    }

    private VelocityGrid crust(List<Place> stations, List<Place> events) {
        List<Place> all = new ArrayList<>(stations);
        all.addAll(events);
        GridAxis x = GridAxis.spanning(
                all.stream().mapToDouble(Place::east).min().orElse(0) - STEP,
                all.stream().mapToDouble(Place::east).max().orElse(0) + STEP,
                STEP);
        GridAxis y = GridAxis.spanning(
                all.stream().mapToDouble(Place::north).min().orElse(0) - STEP,
                all.stream().mapToDouble(Place::north).max().orElse(0) + STEP,
                STEP);
        GridAxis z = GridAxis.spanning(TOP, BOTTOM, LAYER);
        double[] velocity = new double[x.count() * y.count() * z.count()];
        List<PlantedBody> bodies = scene.bodies().stream()
                .filter(b -> b.contrast().velocity() != 0)
                .toList();
        int node = 0;
        for (int k = 0; k < z.count(); k++) {
            for (int j = 0; j < y.count(); j++) {
                for (int i = 0; i < x.count(); i++) {
                    double factor = 1;
                    for (PlantedBody body : bodies) {
                        factor += body.contrast().velocity()
                                * share(body.block(frame), new double[] {x.at(i), y.at(j), z.at(k)});
                    }
                    velocity[node++] = factor * layered(z.at(k));
                }
            }
        }
        return VelocityGrid.cartesian(x, y, z, velocity);
    }

    /** Mean slowness of the layers that the cell around a depth lies in, as velocity. */
    private static double layered(double depth) {
        double sum = 0;
        for (int p = 0; p < PARTS; p++) {
            double d = depth + LAYER * ((p + 0.5) / PARTS - 0.5);
            int layer = 0;
            while (d > CRUST[layer][0]) {
                layer++;
            }
            sum += 1 / CRUST[layer][1];
        }
        return PARTS / sum;
    }

    /** The part of the cell around a node that a block fills. */
    private static double share(Prism block, double[] node) {
        return overlap(block.west(), block.east(), node[0], STEP)
                * overlap(block.south(), block.north(), node[1], STEP)
                * overlap(-block.top(), -block.bottom(), node[2], LAYER);
    }

    private static double overlap(double from, double to, double centre, double width) {
        return Math.max(0, Math.min(to, centre + 0.5 * width) - Math.max(from, centre - 0.5 * width)) / width;
    }
}
