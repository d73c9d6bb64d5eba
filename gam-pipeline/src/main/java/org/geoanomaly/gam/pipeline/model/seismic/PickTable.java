package org.geoanomaly.gam.pipeline.model.seismic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.tomography.Phase;
import org.geoanomaly.gam.geophysics.tomography.Picks;
import org.geoanomaly.gam.geophysics.tomography.Places;
import org.geoanomaly.gam.geophysics.tomography.TimeGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.SeismicNames;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;

/** Observations of travel times as stations, events and picks. */
final class PickTable {
    static final String EVENT_EASTING = "event_easting";
    static final String EVENT_NORTHING = "event_northing";

    /** 1 for events whose place and time are exact, as those of shots; a column that may be absent. */
    static final String EVENT_KNOWN = "event_known";

    /** Nodes on which times are computed, at most. */
    private static final long NODES = 1_500_000;

    /** Rays between distant stations dive to about this part of their distance. */
    private static final double DIVE = 0.2;

    private static final double DEEPEST = 250_000;

    private final Places stations;
    private final Places events;
    private final boolean[] known;
    private final Picks picks;

    private PickTable(Places stations, Places events, boolean[] known, Picks picks) {
        this.stations = stations;
        this.events = events;
        this.known = known;
        this.picks = picks;
    }

    /**
     * The table of processed data.
     *
     * @throws PreprocessingException if a column is missing
     * @throws org.geoanomaly.gam.grid.error.UnitMismatchException if the values are no times
     */
    static PickTable of(ProcessedData data) {
        Observations o = data.observations();
        double factor = data.unit().factorTo(Unit.SECOND);
        if (o.size() == 0) {
            throw new PreprocessingException(
                    "there are no travel times below this tile", "choose a larger data.bbox or another source", null);
        }
        double[] depth = new double[o.size()];
        Arrays.setAll(depth, i -> -o.height()[i]);
        Index station = new Index(column(data, SeismicNames.STATION));
        Index event = new Index(column(data, SeismicNames.EVENT));
        double[] code = column(data, SeismicNames.PHASE);
        Phase[] phase = new Phase[o.size()];
        Arrays.setAll(phase, i -> code[i] == 2 ? Phase.S : Phase.P);
        double[] time = new double[o.size()];
        double[] sigma = new double[o.size()];
        Arrays.setAll(time, i -> factor * o.value()[i]);
        Arrays.setAll(sigma, i -> factor * o.uncertainty()[i]);
        Places events = event.places(
                column(data, EVENT_EASTING), column(data, EVENT_NORTHING), column(data, SeismicNames.EVENT_DEPTH));
        boolean[] known = new boolean[events.size()];
        double[] exact = o.further().get(EVENT_KNOWN);
        for (int i = 0; exact != null && i < o.size(); i++) {
            known[event.of[i]] |= exact[i] == 1;
        }
        return new PickTable(
                station.places(o.easting(), o.northing(), depth),
                events,
                known,
                new Picks(station.of, event.of, phase, time, sigma));
    }

    private static double[] column(ProcessedData data, String name) {
        double[] column = data.observations().further().get(name);
        if (column == null) {
            throw new PreprocessingException(
                    "the travel times come without the column " + name + " that a tomography needs",
                    "choose another preprocessing.preprocessor",
                    null);
        }
        return column;
    }

    /** Numbers of stations or events made to count from 0. */
    private static final class Index {
        private final int[] of;
        private final int[] first;

        Index(double[] numbers) {
            Map<Double, Integer> found = new LinkedHashMap<>();
            of = new int[numbers.length];
            int[] rows = new int[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                Integer at = found.putIfAbsent(numbers[i], found.size());
                of[i] = at == null ? found.size() - 1 : at;
                if (at == null) {
                    rows[of[i]] = i;
                }
            }
            first = Arrays.copyOf(rows, found.size());
        }

        Places places(double[] x, double[] y, double[] depth) {
            return new Places(pick(x), pick(y), pick(depth));
        }

        private double[] pick(double[] values) {
            return Arrays.stream(first).mapToDouble(i -> values[i]).toArray();
        }
    }

    Places stations() {
        return stations;
    }

    Places events() {
        return events;
    }

    boolean[] known() {
        return known;
    }

    Picks picks() {
        return picks;
    }

    /** Nodes that hold the mesh, the stations and the events. */
    TimeGrid nodes(RegularMesh mesh) {
        return TimeGrid.around(mesh, stations, events, demand(mesh, extent(mesh)), null);
    }

    private double extent(RegularMesh mesh) {
        double[] box = {mesh.west(0), mesh.west(mesh.nx()), mesh.south(0), mesh.south(mesh.ny())};
        for (Places places : new Places[] {stations, events}) {
            for (int i = 0; i < places.size(); i++) {
                box[0] = Math.min(box[0], places.x(i));
                box[1] = Math.max(box[1], places.x(i));
                box[2] = Math.min(box[2], places.y(i));
                box[3] = Math.max(box[3], places.y(i));
            }
        }
        return Math.hypot(box[1] - box[0], box[3] - box[2]);
    }

    /** Nodes for stations and events within the mesh, before there are any. */
    static TimeGrid expectedNodes(RegularMesh mesh) {
        Places corner =
                new Places(new double[] {mesh.west(0)}, new double[] {mesh.south(0)}, new double[] {-mesh.top()});
        double extent = Math.hypot(mesh.nx() * mesh.dx(), mesh.ny() * mesh.dy());
        return TimeGrid.around(mesh, corner, corner, demand(mesh, extent), null);
    }

    private static TimeGrid.Demand demand(RegularMesh mesh, double extent) {
        double dx = Math.min(mesh.dx(), mesh.dy());
        return new TimeGrid.Demand(
                dx,
                Math.max(0.25 * dx, Math.min(dx, mesh.thickness(0))),
                2.0 * dx,
                Math.max(mesh.depth(mesh.nz()) - mesh.top(), Math.min(DEEPEST, DIVE * extent)),
                NODES);
    }
}
