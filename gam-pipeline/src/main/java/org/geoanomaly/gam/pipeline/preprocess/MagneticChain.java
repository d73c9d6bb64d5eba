package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Arrays;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.spherical.MainFieldVector;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.ProcessedData.Ambient;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.check.FieldRange;
import org.geoanomaly.gam.pipeline.preprocess.check.Spread;
import org.geoanomaly.gam.pipeline.preprocess.check.UnitCheck;
import org.geoanomaly.gam.pipeline.preprocess.gridding.Floor;
import org.geoanomaly.gam.pipeline.preprocess.gridding.GridSampling;
import org.geoanomaly.gam.pipeline.preprocess.gridding.NodeValues;
import org.geoanomaly.gam.pipeline.preprocess.gridding.PoleStep;
import org.geoanomaly.gam.pipeline.preprocess.gridding.StationSampling;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;
import org.geoanomaly.gam.pipeline.preprocess.reduce.MagneticKind;
import org.geoanomaly.gam.pipeline.preprocess.reduce.ReferenceField;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;
import org.jspecify.annotations.Nullable;

/** The steps for magnetic data; values are in nT from the unit check on. */
final class MagneticChain {
    /** Epoch of data of which nobody says when they were measured, decimal year. */
    private static final double USUAL_EPOCH = 2020;

    private final Job job;
    private final MagneticKind stated;
    private final Heights heights;
    private final Finish finish;

    MagneticChain(Job job) {
        this.job = job;
        this.stated = MagneticKind.of(job.facts().quantity());
        this.heights = Heights.of(job);
        this.finish = new Finish(job);
    }

    ProcessedData run() {
        return job.request().data() instanceof RawData.Points points
                ? ofPoints(points)
                : ofGrid((RawData.Gridded) job.request().data());
    }

    private ProcessedData ofPoints(RawData.Points points) {
        StationCleaning cleaning = new StationCleaning(job);
        StationCleaning.Checked checked = cleaning.checked(points, FieldRange.MAGNETIC, stated.whole(), heights);
        Readings readings = dated(checked.readings());
        double epoch = GravityChain.median(readings.epoch());
        if (checked.whole()) {
            readings = mainField().removedFrom(readings, job.parallel());
        }
        readings = cleaning.agreeing(readings, readings.value(), finish.params(), Unit.NANOTESLA);
        double supported = cleaning.resolution(readings);
        job.step("equivalent sources");
        NodeValues values = new StationSampling(
                        job.nodes(),
                        Floor.MAGNETIC,
                        job.parallel(),
                        job.context().stop())
                .of(readings, job.modality(), job.notes());
        return finished(values, supported, epoch);
    }

    private ProcessedData ofGrid(RawData.Gridded data) {
        job.step("selection");
        LocalFrame frame = job.request().area().frame();
        TileWindow window = TileWindow.of(data.grid(), frame, job.nodes(), "the magnetic grid");
        RawData.Facts facts = data.facts();
        UnitCheck.Finding finding = new UnitCheck(FieldRange.MAGNETIC, 0)
                .judge(Spread.of(window.grid().values()), facts.unit(), facts.unitStated(), stated.whole());
        job.notes().addAll(finding.notes());
        double epoch = epoch(facts.epoch());
        FloatGrid grid = inNanotesla(window.grid(), finding.unit());
        if (finding.whole()) {
            heights.require(facts);
            grid = mainField().removedFrom(grid, (lon, lat) -> heights.ofCell(facts, lon, lat), epoch, job.parallel());
        }
        job.step("resampling");
        NodeValues values = new GridSampling(
                        job.nodes(), Floor.MAGNETIC, job.context().workers())
                .of(window.withValues(grid), sigma(data, finding.unit()), heights.ofGrid(facts), job.notes());
        return finished(values, SupportedSpacing.of(data).metres(), epoch);
    }

    private @Nullable TileWindow sigma(RawData.Gridded data, Unit found) {
        FloatGrid uncertainty = data.uncertainty();
        if (uncertainty == null) {
            return null;
        }
        TileWindow window = TileWindow.of(
                uncertainty, job.request().area().frame(), job.nodes(), "the uncertainty of the magnetic grid");
        return window.withValues(inNanotesla(window.grid(), found));
    }

    private static FloatGrid inNanotesla(FloatGrid grid, Unit found) {
        return new FloatGrid(grid.geometry(), found, grid.values()).in(Unit.NANOTESLA);
    }

    private ProcessedData finished(NodeValues values, double supported, double epoch) {
        NodeValues filtered = finish.filtered(values, finish.params());
        Ambient ambient = ambient(filtered, epoch);
        String quantity = "total_field_anomaly";
        boolean wanted = job.request().settings().corrections().reductionToPole();
        if (stated == MagneticKind.AT_POLE) {
            job.notes().add("The values already are reduced to the pole, so the ambient field is vertical.");
            quantity = "reduced_to_pole_anomaly";
            ambient = new Ambient(ambient.intensity(), 90, 0);
        } else if (wanted) {
            job.step("reduction to the pole");
            filtered = new PoleStep(job.nodes(), job.parallel(), job.context().stop()).of(filtered, ambient);
            job.notes()
                    .add("The anomaly was reduced to the pole, as if all magnetisation were induced; from here on the"
                            + " ambient field is vertical. Uncertainties are those before the reduction.");
            quantity = "reduced_to_pole_anomaly";
            ambient = new Ambient(ambient.intensity(), 90, 0);
        }
        return finish.processed(filtered, quantity, Unit.NANOTESLA, supported, ambient);
    }

    /** The main field at the middle of the tile; the frame's north is true north there. */
    private Ambient ambient(NodeValues values, double epoch) {
        LocalFrame frame = job.request().area().frame();
        double height = GravityChain.median(values.height());
        MainFieldVector field = job.request().mainField().get().at(frame.latitude(), frame.longitude(), height, epoch);
        job.notes()
                .add(String.format(
                        Locale.ROOT,
                        "Ambient field at the middle of the tile in %.1f: %.0f nT, inclination %.1f°, declination %.1f°.",
                        epoch,
                        field.intensity(),
                        field.inclination(),
                        field.declination()));
        return new Ambient(field.intensity(), field.inclination(), field.declination());
    }

    private ReferenceField mainField() {
        if (!job.request().settings().corrections().igrf()) {
            throw new PreprocessingException(
                    "the magnetic values are the total field, and preprocessing.corrections.igrf: false keeps the main"
                            + " field in them, which no model of the crust can explain",
                    "set preprocessing.corrections.igrf: true, or give anomalies",
                    null);
        }
        job.step("main field");
        job.notes().add("The main field at the place, height and date of each value was removed.");
        return ReferenceField.mainField(job.request().mainField().get());
    }

    /** The readings with an epoch each. */
    private Readings dated(Readings in) {
        double[] epoch = in.epoch();
        if (Arrays.stream(epoch).noneMatch(Double::isNaN)) {
            return in;
        }
        double known = GravityChain.median(epoch);
        double other = epoch(known > 0 ? Double.valueOf(known) : null);
        double[] filled = new double[epoch.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(epoch[i]) ? other : epoch[i];
        }
        return in.withEpochs(filled);
    }

    private double epoch(@Nullable Double known) {
        if (known == null) {
            job.notes()
                    .add("Nobody states when the magnetic data were measured; " + (int) USUAL_EPOCH + " was assumed.");
            return USUAL_EPOCH;
        }
        return known;
    }
}
