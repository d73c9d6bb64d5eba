package org.geoanomaly.gam.pipeline.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.anomaly.CellBodies;
import org.geoanomaly.gam.geophysics.anomaly.CellBodies.CellBody;
import org.geoanomaly.gam.geophysics.anomaly.FamilywiseConfidence;
import org.geoanomaly.gam.geophysics.anomaly.LayerBackground;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.TileArea;

/**
 * The {@code zscore} detector. A cell counts if z = (score − median) / √(spread² + deviation²) lies beyond {@code modeling.threshold}, median and
 * robust spread being those of its layer over the region: it must be unlike its surroundings and certain. Cells that touch make a body, positive
 * and negative ones apart, and every peak that stands out by half its height makes one of its own. A body is what is at least half as far from the
 * median as its peak; it lies where the peak is, at its mean depth. Its confidence is the chance that no ordinary column of the region reaches the
 * body's largest z ({@link FamilywiseConfidence}). Pure.
 */
public final class Detection {
    /** A single cell or two are below what fields resolve. */
    private static final int FEWEST_CELLS = 4;

    /** Peaks within so many columns of a core are reported too: two views of one body differ by less. */
    private static final double OVERLAP = 1.5;

    private Detection() {}

    /** The anomalies of a region of one tile. */
    public static List<Anomaly> find(
            FusedModel model, TileArea tile, ModelingSection settings, List<ModalityDescription> modalities) {
        return find(model, tile, Background.of(List.of(model), List.of(tile)), settings, modalities);
    }

    /**
     * The anomalies whose peak lies in the tile's core, or so little beside it that the neighbour's view may put it into its own surroundings
     * in turn: {@link Merging} makes one of the two. The buffer lets bodies at the core's edge be seen whole. Ids are empty.
     *
     * @param background of the whole region
     * @param modalities their words for bodies, in the order in which they make up a type
     */
    public static List<Anomaly> find(
            FusedModel model,
            TileArea tile,
            LayerBackground background,
            ModelingSection settings,
            List<ModalityDescription> modalities) {
        List<CellBody> bodies = CellBodies.find(
                model.mesh(),
                model.score(),
                model.deviation(),
                background,
                new CellBodies.Limits(settings.threshold(), FEWEST_CELLS));
        List<Anomaly> found = new ArrayList<>();
        double[] place = new double[2];
        for (CellBody body : bodies) {
            double[] peak = peak(model, body);
            if (isNearCore(tile, peak, OVERLAP * model.mesh().dx(), place)) {
                tile.frame().toGeographic(peak[0], peak[1], place);
                found.add(anomaly(model, body, background, modalities, place));
            }
        }
        return found;
    }

    private static boolean isNearCore(TileArea tile, double[] peak, double margin, double[] place) {
        for (int n = -1; n <= 1; n++) {
            for (int e = -1; e <= 1; e++) {
                tile.frame().toGeographic(peak[0] + e * margin, peak[1] + n * margin, place);
                if (tile.owns(place[0], place[1])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Easting and northing of the peak, between cells: the top of the parabolas through it and its neighbours. */
    private static double[] peak(FusedModel model, CellBody body) {
        RegularMesh mesh = model.mesh();
        int i = body.peak() % mesh.nx();
        int j = body.peak() / mesh.nx() % mesh.ny();
        double east = i > 0 && i + 1 < mesh.nx() ? top(model.score(), body, 1) : 0;
        double north = j > 0 && j + 1 < mesh.ny() ? top(model.score(), body, mesh.nx()) : 0;
        return new double[] {mesh.west(i) + (0.5 + east) * mesh.dx(), mesh.south(j) + (0.5 + north) * mesh.dy()};
    }

    private static double top(float[] score, CellBody body, int stride) {
        double before = body.sign() * score[body.peak() - stride];
        double here = body.sign() * score[body.peak()];
        double after = body.sign() * score[body.peak() + stride];
        double bend = before - 2 * here + after;
        boolean peak = here >= before && here >= after && bend < 0;
        return peak ? Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / bend)) : 0;
    }

    /**
     * What each modality brings to the inner half of a body, from its top to its bottom: where models are compact, two modalities put one body
     * into cells beside each other, and the peak's cell knows of one alone.
     */
    private static Map<String, Double> around(FusedModel model, CellBody body) {
        RegularMesh mesh = model.mesh();
        int reach = Math.max(1, (int) Math.round(0.25 * body.extent() / mesh.dx()));
        int peakColumn = body.peak() % mesh.nx();
        int peakRow = body.peak() / mesh.nx() % mesh.ny();
        Map<String, Double> sums = new LinkedHashMap<>();
        model.contributions().forEach((modality, values) -> {
            double sum = 0;
            for (int k = 0; k < mesh.nz(); k++) {
                if (mesh.depth(k) < body.depthTop() || mesh.depth(k + 1) > body.depthBottom()) {
                    continue;
                }
                for (int j = Math.max(0, peakRow - reach); j <= Math.min(mesh.ny() - 1, peakRow + reach); j++) {
                    for (int i = Math.max(0, peakColumn - reach);
                            i <= Math.min(mesh.nx() - 1, peakColumn + reach);
                            i++) {
                        float v = values[mesh.index(i, j, k)];
                        sum += Float.isNaN(v) ? 0 : v * mesh.thickness(k);
                    }
                }
            }
            sums.put(modality, sum);
        });
        return sums;
    }

    private static Anomaly anomaly(
            FusedModel model,
            CellBody body,
            LayerBackground background,
            List<ModalityDescription> modalities,
            double[] place) {
        Map<String, Double> contributions = new LinkedHashMap<>();
        model.contributions().forEach((m, values) -> {
            if (!Float.isNaN(values[body.peak()])) {
                contributions.put(m, (double) values[body.peak()]);
            }
        });
        return new Anomaly(
                "",
                new Anomaly.Place(place[1], place[0], body.depthCentre()),
                FamilywiseConfidence.of(body.certainty(), background.columns()),
                AnomalyType.of(around(model, body), modalities),
                model.score()[body.peak()],
                contributions,
                new Anomaly.Body(body.extent(), body.volume(), body.depthTop(), body.depthBottom(), body.cells()));
    }
}
