package com.example.muon.plot;

import com.example.muon.data.MuonNames;
import com.example.muon.physics.StandardRock;
import com.example.muon.physics.Transmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.store.AtomicFile;

/**
 * For each detector three polar plots of its sky, zenith in the middle and north up: the part of the open sky's muons that came through, observed
 * and predicted by the model (logarithm to base 10), and the residual of the mean density in standard deviations. One SVG for each tile.
 */
public final class SkyPlot implements Visualizer {
    private static final int SIZE = 190;
    private static final int HEAD = 46;
    private static final double RADIUS = 82;

    @Override
    public String id() {
        return "skyplot";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context)
            throws IOException {
        List<Path> written = new ArrayList<>();
        for (ModalityResult modality : result.modalities()) {
            for (ModalityResult.TileFit fit : modality.fits()) {
                if (fit.observed().further().containsKey(MuonNames.ZENITH)) {
                    Path file = directory.resolve("maps").resolve("skyplot_" + modality.modality() + "_" + fit.tile() + ".svg");
                    byte[] svg = svg(fit).getBytes(StandardCharsets.UTF_8);
                    AtomicFile.write(file, out -> out.write(svg));
                    written.add(file);
                }
            }
        }
        return written;
    }

    /** The page of one tile. */
    static String svg(ModalityResult.TileFit fit) {
        Observations o = fit.observed();
        double[] detector = o.further().get(MuonNames.DETECTOR);
        TreeSet<Integer> detectors = new TreeSet<>();
        for (double d : detector) {
            detectors.add((int) d);
        }
        double[][] panels = panels(fit);
        double[] range = range(panels[0]);
        StringBuilder out = new StringBuilder();
        int height = HEAD + detectors.size() * SIZE + 10;
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                3 * SIZE + 20,
                height));
        String[] titles = {
            String.format(Locale.ROOT, "observed log10 T, %.1f to %.1f", range[0], range[1]),
            "predicted log10 T",
            "residual, -4 to 4 sigma"
        };
        for (int p = 0; p < titles.length; p++) {
            text(out, 10 + p * SIZE + SIZE / 2.0, 28, titles[p]);
        }
        int row = 0;
        for (int d : detectors) {
            for (int p = 0; p < titles.length; p++) {
                double x = 10 + p * SIZE + SIZE / 2.0;
                double y = HEAD + row * SIZE + SIZE / 2.0;
                double low = p == 2 ? -4 : range[0];
                double high = p == 2 ? 4 : range[1];
                panel(out, o, detector, d, panels[p], new double[] {x, y, low, high}, p == 2);
            }
            text(out, 30, HEAD + row * SIZE + 14, "detector " + d);
            row++;
        }
        return out.append("</svg>\n").toString();
    }

    private static double[][] panels(ModalityResult.TileFit fit) {
        Observations o = fit.observed();
        Map<String, double[]> f = o.further();
        StandardRock rock = new StandardRock();
        Map<String, Transmission> directions = new TreeMap<>();
        double[][] panels = new double[3][o.size()];
        for (int i = 0; i < o.size(); i++) {
            double zenith = f.get(MuonNames.ZENITH)[i];
            double threshold = f.get(MuonNames.THRESHOLD)[i];
            Transmission t = directions.computeIfAbsent(
                    zenith + "," + threshold, k -> new Transmission(rock, Math.cos(Math.toRadians(zenith)), threshold));
            double open = t.intensity(0.0);
            double opacity = (f.get(MuonNames.REFERENCE)[i] + fit.fit().predicted()[i]) * f.get(MuonNames.ROCK)[i];
            panels[0][i] = Math.log10(f.get(MuonNames.COUNTS)[i] / f.get(MuonNames.EXPOSURE)[i] / open);
            panels[1][i] = Math.log10(t.intensity(Math.max(0.0, opacity)) / open);
            panels[2][i] = (o.value()[i] - fit.fit().predicted()[i]) / o.uncertainty()[i];
        }
        return panels;
    }

    private static double[] range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return new double[] {low, high > low ? high : low + 1.0};
    }

    private static void panel(
            StringBuilder out, Observations o, double[] detector, int which, double[] values, double[] frame, boolean signed) {
        double widest = 0;
        for (int i = 0; i < values.length; i++) {
            widest = detector[i] == which ? Math.max(widest, o.further().get(MuonNames.ZENITH)[i]) : widest;
        }
        double scale = RADIUS / Math.max(10.0, widest + 5.0);
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"none\" stroke=\"#bbbbbb\"/>%n",
                frame[0],
                frame[1],
                RADIUS));
        for (int i = 0; i < values.length; i++) {
            if (detector[i] == which) {
                double r = scale * o.further().get(MuonNames.ZENITH)[i];
                double a = Math.toRadians(o.further().get(MuonNames.AZIMUTH)[i]);
                out.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                        frame[0] + r * Math.sin(a),
                        frame[1] - r * Math.cos(a),
                        color((values[i] - frame[2]) / (frame[3] - frame[2]), signed)));
            }
        }
        text(out, frame[0], frame[1] - RADIUS - 2, "N");
    }

    /** Dark blue to yellow; for signed values blue over white to red. */
    private static String color(double part, boolean signed) {
        double t = Math.max(0.0, Math.min(1.0, part));
        double[][] stops = signed
                ? new double[][] {{33, 102, 172}, {247, 247, 247}, {178, 24, 43}}
                : new double[][] {{40, 30, 90}, {45, 130, 140}, {250, 225, 70}};
        int i = t < 0.5 ? 0 : 1;
        double u = 2 * t - i;
        int[] rgb = new int[3];
        for (int c = 0; c < 3; c++) {
            rgb[c] = (int) Math.round(stops[i][c] + u * (stops[i + 1][c] - stops[i][c]));
        }
        return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
    }

    private static void text(StringBuilder out, double x, double y, String text) {
        out.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n", x, y, text));
    }
}
