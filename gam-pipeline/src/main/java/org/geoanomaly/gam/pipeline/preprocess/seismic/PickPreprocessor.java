package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.FilterParams;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.SeismicNames;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.SupportedSpacing;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.seismic.Picks.Column;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** Travel times of P and S waves, selected and checked, with an uncertainty for each. */
public final class PickPreprocessor implements Preprocessor {
    @Override
    public String id() {
        return "picks";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Set<String> modalities() {
        return Set.of("seismic");
    }

    @Override
    public ProcessedData process(PreprocessRequest request, StageContext context) {
        if (!(request.data() instanceof RawData.Points points)) {
            throw new PreprocessingException(
                    "seismic data are a grid, not travel times",
                    "use QuakeML with arrivals, an ISF bulletin or pick CSV under data.sources.seismic",
                    null);
        }
        if (context.stop().getAsBoolean()) {
            throw new CancellationException();
        }
        context.progress().note(request.area().id() + " seismic: selection");
        PickNotes notes = new PickNotes(points.facts().notes());
        FilterParams.Seismic limits = request.settings().filterParams().seismic();
        PickSelection selection = new PickSelection(request.area(), limits, notes);
        Picks picks = selection.inTile(points);
        UnitSense.check(picks);
        picks = selection.once(picks);
        double[] residual = PickResiduals.of(picks);
        boolean[] gross = new boolean[picks.size()];
        for (int i = 0; i < gross.length; i++) {
            gross[i] = Math.abs(residual[i]) > limits.maxResidualS();
        }
        Picks near = picks.where(i -> !gross[i]);
        notes.count(
                picks.size() - near.size(),
                "picks are more than " + limits.maxResidualS()
                        + " s (filter_params.seismic.max_residual_s) off the travel-time curve of all and were left out");
        Picks enough = selection.eventsWithEnough(near);
        selection.require(enough);
        return answer(request, points, enough, notes);
    }

    private static ProcessedData answer(
            PreprocessRequest request, RawData.Points points, Picks picks, PickNotes notes) {
        double[] residual = PickResiduals.of(picks);
        PickResiduals.report(picks, residual, notes);
        Nodes nodes = Nodes.over(request.area().mesh(), request.coarsening());
        double[] sigma = PickUncertainty.of(picks, notes);
        Map<String, double[]> further = new LinkedHashMap<>();
        further.put(SeismicNames.EVENT, Picks.renumbered(picks.event()));
        further.put(SeismicNames.STATION, Picks.renumbered(picks.station()));
        further.put(
                SeismicNames.PHASE,
                Arrays.stream(picks.phase()).asDoubleStream().toArray());
        further.put("event_easting", picks.column(Column.EVENT_EASTING));
        further.put("event_northing", picks.column(Column.EVENT_NORTHING));
        further.put(SeismicNames.EVENT_DEPTH, picks.column(Column.EVENT_DEPTH));
        Observations observations = new Observations(
                picks.column(Column.EASTING),
                picks.column(Column.NORTHING),
                picks.column(Column.HEIGHT),
                picks.column(Column.TIME),
                sigma,
                further);
        double resolution =
                Math.max(nodes.spacing(), SupportedSpacing.of(points).metres());
        notes.add(String.format(
                Locale.ROOT,
                "%d travel times of %d events at %d stations; stations and events lie densely enough for cells of about %.3g km",
                picks.size(),
                new HashSet<>(Picks.counts(picks.event()).keySet()).size(),
                Picks.counts(picks.station()).size(),
                resolution / 1000));
        return new ProcessedData(
                "seismic",
                "travel_time_residual",
                Unit.SECOND,
                observations,
                PickResiduals.lattice(picks, residual, nodes),
                resolution,
                null,
                notes.all());
    }

    /** Columns by name while they are filled. */
    static Map<Column, double[]> columns(int rows) {
        Map<Column, double[]> out = new HashMap<>();
        for (Column column : Column.values()) {
            out.put(column, new double[rows]);
        }
        return out;
    }
}
