package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.deformation.los.FarField;
import org.geoanomaly.gam.pipeline.config.FilterParams;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.jspecify.annotations.Nullable;

/** Displacements of a track are relative: makes them relative to a stated place, or to the far field. */
final class LosReference {
    private final FilterParams.@Nullable Reference stated;
    private final double[] place = new double[2];

    LosReference(FilterParams.@Nullable Reference stated, LocalFrame frame) {
        this.stated = stated;
        if (stated != null) {
            frame.toLocal(stated.longitude(), stated.latitude(), place);
        }
    }

    /** The track less what its reference does. */
    LosPoints applied(LosPoints track, List<String> notes) {
        double[] value = track.column(LosPoints.VALUE);
        double[] e = track.column(LosPoints.EASTING);
        double[] n = track.column(LosPoints.NORTHING);
        int[] chosen = new int[0];
        if (stated != null) {
            double reach = 1000 * stated.radiusKm();
            chosen = rows(value.length, i -> Math.hypot(e[i] - place[0], n[i] - place[1]) <= reach);
        }
        boolean far = chosen.length == 0;
        if (far) {
            chosen = FarField.of(e, n, value);
        }
        double[] sample =
                Arrays.stream(chosen).mapToDouble(i -> value[i]).sorted().toArray();
        double level = sample.length == 0 ? 0 : sample[sample.length / 2];
        notes.add(String.format(
                Locale.ROOT,
                "track %.0f: %.4g m was subtracted, the median of %d points %s.%s",
                track.get(LosPoints.TRACK, 0),
                level,
                sample.length,
                far ? "of its far field" : "around the reference",
                far && stated != null ? " No point lies at the reference." : ""));
        return track.with(
                LosPoints.VALUE, Arrays.stream(value).map(v -> v - level).toArray());
    }

    private static int[] rows(int n, java.util.function.IntPredicate wanted) {
        return java.util.stream.IntStream.range(0, n).filter(wanted).toArray();
    }
}
