package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.FilterParams.PotentialField;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.check.FieldRange;
import org.geoanomaly.gam.pipeline.preprocess.check.Spread;
import org.geoanomaly.gam.pipeline.preprocess.check.UnitCheck;
import org.geoanomaly.gam.pipeline.preprocess.station.Duplicates;
import org.geoanomaly.gam.pipeline.preprocess.station.Outliers;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;
import org.geoanomaly.gam.pipeline.preprocess.station.Selection;
import org.jspecify.annotations.Nullable;

/** What is done to readings of either kind before they are gridded. */
final class StationCleaning {
    /** Readings this many nodes outside the lattice still help at its edges. */
    private static final double MARGIN = 4;
    /** Readings within this part of the nodes' spacing are at one place, if it is not more than the next length. */
    private static final double SAME_PLACE = 1e-3;

    private static final double SAME_PLACE_M = 5;
    private static final double SAME_HEIGHT_M = 1;
    private static final int FEWEST = 4;

    private final Job job;

    StationCleaning(Job job) {
        this.job = job;
    }

    /** Readings in the usual unit of their field, and whether they are the field itself. */
    record Checked(Readings readings, boolean whole) {}

    /** The readings of the tile, with heights, none twice, in the usual unit. */
    Checked checked(RawData.Points points, FieldRange field, @Nullable Boolean whole, Heights heights) {
        job.step("selection");
        Readings found = new Selection(
                        job.request().area(), job.nodes(), MARGIN * job.nodes().spacing())
                .of(points, job.notes());
        requireSeveral(found);
        found = heights.complete(found, points.facts());
        double highest = Arrays.stream(found.height()).max().orElse(0);
        UnitCheck.Finding finding = new UnitCheck(field, highest)
                .judge(Spread.of(found.value()), job.facts().unit(), job.facts().unitStated(), whole);
        job.notes().addAll(finding.notes());
        return new Checked(unique(found.times(factor(finding.unit(), field.usual())), field), finding.whole());
    }

    private static double factor(Unit from, Unit to) {
        return from.factorTo(to);
    }

    private void requireSeveral(Readings found) {
        if (found.size() < FEWEST) {
            throw new PreprocessingException(
                    "there " + (found.size() == 1 ? "is only one " : "are only " + found.size() + " ")
                            + job.modality() + (found.size() == 1 ? " reading" : " readings")
                            + " in the tile; it takes at least " + FEWEST + " at different places",
                    "choose a larger data.bbox, or leave " + job.modality() + " out of data.modalities",
                    null);
        }
    }

    private Readings unique(Readings in, FieldRange field) {
        double distance = Math.min(SAME_PLACE_M, SAME_PLACE * job.nodes().spacing());
        Duplicates.Result result = Duplicates.combine(in, distance, SAME_HEIGHT_M);
        if (result.combined() > 0) {
            job.notes()
                    .add(String.format(
                            Locale.ROOT,
                            "At %d places there are several readings; %d of them were combined with another of the same place"
                                    + " and height. The largest difference between two is %.4g %s.",
                            result.places(),
                            result.combined(),
                            result.largest(),
                            field.usual().symbol()));
        }
        return result.readings();
    }

    /**
     * The readings that agree with their neighbours.
     *
     * @param level what is compared
     */
    Readings agreeing(Readings in, double[] level, PotentialField params, Unit unit) {
        job.step("outliers");
        int[] rows = Outliers.find(in, level, params.outlierSigma(), job.parallel());
        List<String> notes = job.notes();
        Outliers.note(in, rows, params.outlierSigma(), unit.symbol(), notes);
        Readings kept = Outliers.without(in, rows);
        requireSeveral(kept);
        return kept;
    }

    /** What the readings support, m, and a note about it. */
    double resolution(Readings readings) {
        SupportedSpacing supported = SupportedSpacing.of(readings.easting(), readings.northing());
        job.notes().add(supported.describe());
        return supported.metres();
    }
}
