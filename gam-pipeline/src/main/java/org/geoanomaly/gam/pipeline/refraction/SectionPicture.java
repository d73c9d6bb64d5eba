package org.geoanomaly.gam.pipeline.refraction;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.quicklook.BundledFont;
import org.geoanomaly.gam.pipeline.visual.quicklook.PictureText;

/** The section: velocity in colour, paler where the data know little, sensors on the ground. */
final class SectionPicture {
    private static final int WIDTH = 1400;
    private static final int LEFT = 90;
    private static final int RIGHT = 150;
    private static final int TOP = 60;
    private static final int BOTTOM = 70;
    private static final int TALLEST = 900;
    private static final int SHORTEST = 260;

    private static final Font PLAIN = BundledFont.REGULAR.size(16);

    private final RefractionSurvey survey;
    private final RefractionOutcome outcome;
    private final RegularMesh mesh;
    private final int height;
    private final double least;
    private final double most;

    SectionPicture(RefractionSurvey survey, RefractionOutcome outcome) {
        this.survey = survey;
        this.outcome = outcome;
        this.mesh = outcome.mesh();
        double aspect = mesh.depth(mesh.nz()) / (mesh.nx() * mesh.dx());
        this.height = (int) Math.max(SHORTEST, Math.min(TALLEST, Math.round((WIDTH - LEFT - RIGHT) * aspect)));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float v : outcome.velocity()) {
            low = Float.isNaN(v) ? low : Math.min(low, v);
            high = Float.isNaN(v) ? high : Math.max(high, v);
        }
        this.least = low;
        this.most = high > low ? high : low + 1e-3;
    }

    private double px(double x) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (x - mesh.west(0)) / (mesh.nx() * mesh.dx());
    }

    private double py(double z) {
        return TOP + height * (mesh.top() - z) / mesh.depth(mesh.nz());
    }

    /** A picture and the texts on it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Drawn(byte[] png, int width, int height, List<PictureText.Placed> texts) {}

    byte[] png() {
        return draw().png();
    }

    Drawn draw() {
        BufferedImage image = new BufferedImage(WIDTH, TOP + height + BOTTOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        cells(image);
        g.setColor(Color.BLACK);
        sensors(g);
        PictureText texts = new PictureText(g);
        axes(g, texts);
        bar(g, texts);
        String title = String.format(
                Locale.ROOT,
                "P-wave velocity, %d first arrivals, rms %.2f ms; pale where the data know little",
                survey.size(),
                1000 * outcome.result().rms());
        texts.write(title, BundledFont.BOLD.size(20), LEFT, 36, 0, WIDTH - LEFT - RIGHT);
        g.dispose();
        return new Drawn(encoded(image), image.getWidth(), image.getHeight(), texts.placed());
    }

    private static byte[] encoded(BufferedImage image) {
        byte[] samples = new byte[3 * image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int at = 3 * (y * image.getWidth() + x);
                samples[at] = (byte) (rgb >> 16);
                samples[at + 1] = (byte) (rgb >> 8);
                samples[at + 2] = (byte) rgb;
            }
        }
        try (PngEncoder encoder = new PngEncoder()) {
            return encoder.encode(PngColorType.RGB, PngFilter.UP, samples, image.getWidth(), image.getHeight());
        }
    }

    private void cells(BufferedImage image) {
        for (int y = TOP; y < TOP + height; y++) {
            double depth = (y + 0.5 - TOP) / height * mesh.depth(mesh.nz());
            for (int x = LEFT; x < WIDTH - RIGHT; x++) {
                double at = mesh.west(0) + (x + 0.5 - LEFT) / (WIDTH - LEFT - RIGHT) * mesh.nx() * mesh.dx();
                int c = mesh.cellAt(at, 0.5 * (mesh.south(0) + mesh.south(1)), mesh.top() - depth);
                boolean ground = mesh.top() - depth <= survey.ground(at);
                if (c >= 0 && ground && !Float.isNaN(outcome.velocity()[c])) {
                    double opacity = 0.2 + 0.8 * Math.min(1.0, 1.5 * outcome.known()[c]);
                    image.setRGB(x, y, pale(color(outcome.velocity()[c]), opacity));
                }
            }
        }
    }

    private int color(double velocity) {
        return ColorMap.BATLOW.argb(Math.log(velocity), Math.log(least), Math.log(most));
    }

    private static int pale(int argb, double opacity) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            out = (out << 8) | (int) Math.round(255 + opacity * (((argb >> shift) & 0xff) - 255));
        }
        return out;
    }

    private void sensors(Graphics2D g) {
        for (int s = 0; s < survey.places().size(); s++) {
            int x = (int) Math.round(px(survey.sensorX(s)));
            int y = (int) Math.round(py(-survey.places().depth(s)));
            g.fillPolygon(new int[] {x - 4, x + 4, x}, new int[] {y - 8, y - 8, y}, 3);
        }
    }

    private void axes(Graphics2D g, PictureText texts) {
        g.drawRect(LEFT, TOP, WIDTH - LEFT - RIGHT, height);
        double east = mesh.west(mesh.nx());
        double step = step(east - mesh.west(0));
        for (double x = Math.ceil(mesh.west(0) / step) * step; x <= east; x += step) {
            int at = (int) Math.round(px(x));
            g.drawLine(at, TOP + height, at, TOP + height + 6);
            String text = label(x);
            texts.write(text, PLAIN, at, TOP + height + 27, 0.5);
        }
        double bottom = mesh.top() - mesh.depth(mesh.nz());
        step = step(2 * (mesh.top() - bottom));
        for (double z = Math.ceil(bottom / step) * step; z <= mesh.top(); z += step) {
            int at = (int) Math.round(py(z));
            g.drawLine(LEFT - 6, at, LEFT, at);
            String text = label(z);
            texts.write(text, PLAIN, LEFT - 12, at + 6, 1);
        }
        texts.write("distance along the profile (m); heights (m) on the left", PLAIN, LEFT, TOP + height + 54, 0);
    }

    private void bar(Graphics2D g, PictureText texts) {
        int x = WIDTH - RIGHT + 30;
        for (int y = 0; y < height; y++) {
            double v = Math.exp(Math.log(least) + (1 - (y + 0.5) / height) * Math.log(most / least));
            g.setColor(new Color(color(v)));
            g.fillRect(x, TOP + y, 22, 1);
        }
        g.setColor(Color.BLACK);
        g.drawRect(x, TOP, 22, height);
        for (int n = 0; n <= 5; n++) {
            double v = Math.exp(Math.log(least) + n / 5.0 * Math.log(most / least));
            texts.write(String.format(Locale.ROOT, "%.2f", v), PLAIN, x + 30, TOP + height * (1 - n / 5.0) + 6, 0);
        }
        texts.write("km/s", PLAIN, x, TOP - 14, 0);
    }

    private static double step(double extent) {
        double power = Math.pow(10, Math.floor(Math.log10(extent / 5)));
        double rest = extent / 5 / power;
        return power * (rest < 2 ? 1 : rest < 5 ? 2 : 5);
    }

    private static String label(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6 + 0.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
