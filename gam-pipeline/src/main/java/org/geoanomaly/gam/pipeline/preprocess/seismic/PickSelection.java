package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.FilterParams;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.SeismicNames;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.seismic.Picks.Column;

/** Which picks are used; each that is not is counted. */
final class PickSelection {
    private static final int FEWEST_PICKS = 10;
    private static final int FEWEST_STATIONS = 3;
    private static final double SLACK = 1e-9;

    private final TileArea area;
    private final FilterParams.Seismic limits;
    private final PickNotes notes;
    private int selected;

    PickSelection(TileArea area, FilterParams.Seismic limits, PickNotes notes) {
        this.area = area;
        this.limits = limits;
        this.notes = notes;
    }

    /** Picks whose event and station lie in the tile's extent, in the tile's frame. */
    Picks inTile(RawData.Points data) {
        int rows = data.rows();
        double[] depth = data.column(SeismicNames.EVENT_DEPTH);
        double[] time = data.column(RawData.Points.VALUE);
        double[] phase = data.column(SeismicNames.PHASE);
        double[] event = data.column(SeismicNames.EVENT);
        double[] station = data.column(SeismicNames.STATION);
        double[] residual = data.find(SeismicNames.RESIDUAL).orElse(new double[rows]);
        double bottom = area.mesh().depth(area.mesh().nz()) - area.mesh().top();
        int[] left = new int[3];
        int deep = 0;
        boolean[] kept = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            boolean known = Double.isFinite(time[i] + depth[i] + event[i] + station[i]) && time[i] > 0;
            boolean wave = phase[i] == 1 || phase[i] == 2;
            boolean inside = inside(data, i, RawData.Points.LONGITUDE, RawData.Points.LATITUDE)
                    && inside(data, i, RawData.Points.EVENT_LONGITUDE, RawData.Points.EVENT_LATITUDE);
            boolean far = Math.abs(residual[i]) > limits.maxResidualS();
            kept[i] = known && wave && inside && !far;
            deep += kept[i] && depth[i] > bottom ? 1 : 0;
            if (!kept[i]) {
                left[!known || !wave ? 0 : !inside ? 1 : 2]++;
            }
        }
        notes.count(left[0], "rows are incomplete or of another phase and were left out");
        notes.count(left[1], "picks have their event or station outside the tile " + area.id() + " and its buffer");
        notes.count(
                deep,
                "picks are of events below the mesh, deeper than " + Math.round(bottom / 1000)
                        + " km; what slows or speeds their waves below it is taken for errors of their places");
        notes.count(
                left[2],
                "picks have a residual above " + limits.maxResidualS() + " s in their bulletin and were left out");
        Picks all = local(data, kept);
        selected = all.size();
        return all;
    }

    private boolean inside(RawData.Points data, int i, String longitude, String latitude) {
        BoundingBox box = area.extent();
        double lat = data.column(latitude)[i];
        double east = data.column(longitude)[i] - box.west();
        east -= 360 * Math.floor((east + SLACK) / 360);
        return lat >= box.south() - SLACK && lat <= box.north() + SLACK && east <= box.width() + SLACK;
    }

    private Picks local(RawData.Points data, boolean[] kept) {
        int n = 0;
        for (boolean k : kept) {
            n += k ? 1 : 0;
        }
        Map<Column, double[]> out = PickPreprocessor.columns(n);
        int[] event = new int[n];
        int[] station = new int[n];
        int[] phase = new int[n];
        double[] xy = new double[2];
        double seconds = data.facts().unit().factorTo(Unit.SECOND);
        double[] none = new double[data.rows()];
        java.util.Arrays.fill(none, Double.NaN);
        double[] sigma = data.find(RawData.Points.UNCERTAINTY).orElse(none);
        double[] residual = data.find(SeismicNames.RESIDUAL).orElse(none);
        double[] heights = data.find(RawData.Points.HEIGHT).orElse(none);
        int k = 0;
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                continue;
            }
            area.frame().toLocal(data.column(RawData.Points.LONGITUDE)[i], data.column(RawData.Points.LATITUDE)[i], xy);
            set(out, Column.EASTING, k, xy[0]);
            set(out, Column.NORTHING, k, xy[1]);
            set(out, Column.HEIGHT, k, Double.isFinite(heights[i]) ? heights[i] : 0);
            set(out, Column.TIME, k, seconds * data.column(RawData.Points.VALUE)[i]);
            set(out, Column.UNCERTAINTY, k, seconds * sigma[i]);
            area.frame()
                    .toLocal(
                            data.column(RawData.Points.EVENT_LONGITUDE)[i],
                            data.column(RawData.Points.EVENT_LATITUDE)[i],
                            xy);
            set(out, Column.EVENT_EASTING, k, xy[0]);
            set(out, Column.EVENT_NORTHING, k, xy[1]);
            set(out, Column.EVENT_DEPTH, k, data.column(SeismicNames.EVENT_DEPTH)[i]);
            set(out, Column.RESIDUAL, k, residual[i]);
            event[k] = (int) data.column(SeismicNames.EVENT)[i];
            station[k] = (int) data.column(SeismicNames.STATION)[i];
            phase[k++] = (int) data.column(SeismicNames.PHASE)[i];
        }
        return new Picks(out, event, station, phase);
    }

    private static void set(Map<Column, double[]> columns, Column column, int row, double value) {
        double[] values = columns.get(column);
        if (values != null) {
            values[row] = value;
        }
    }

    /** One pick of a phase for each event and station, the first. */
    Picks once(Picks picks) {
        Set<String> seen = new HashSet<>();
        boolean[] first = new boolean[picks.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = seen.add(picks.event()[i] + " " + picks.station()[i] + " " + picks.phase()[i]);
        }
        Picks single = picks.where(i -> first[i]);
        notes.count(
                picks.size() - single.size(), "picks repeat the phase, event and station of another and were left out");
        return single;
    }

    /** Events with fewer picks than configured say too little about their own place. */
    Picks eventsWithEnough(Picks picks) {
        Map<Integer, Integer> counts = Picks.counts(picks.event());
        Picks enough = picks.where(i -> counts.getOrDefault(picks.event()[i], 0) >= limits.minPicks());
        int events = counts.size() - Picks.counts(enough.event()).size();
        notes.count(
                events,
                "events have fewer than " + limits.minPicks()
                        + " picks (filter_params.seismic.min_picks) and were left out with their "
                        + (picks.size() - enough.size()) + " picks");
        return enough;
    }

    /**
     * Refuses what cannot be a tomography.
     *
     * @throws PreprocessingException saying how many picks are left and what took the others
     */
    void require(Picks picks) {
        int stations = Picks.counts(picks.station()).size();
        if (picks.size() >= FEWEST_PICKS && stations >= FEWEST_STATIONS) {
            return;
        }
        throw new PreprocessingException(
                "the tile " + area.id() + " has " + picks.size() + " usable picks at " + stations + " stations of "
                        + selected
                        + " picks in it, and a tomography needs at least " + FEWEST_PICKS + " at " + FEWEST_STATIONS
                        + "; left out were events with fewer than " + limits.minPicks() + " picks",
                "choose a larger data.bbox, more events, or a lower preprocessing.filter_params.seismic.min_picks",
                null);
    }
}
