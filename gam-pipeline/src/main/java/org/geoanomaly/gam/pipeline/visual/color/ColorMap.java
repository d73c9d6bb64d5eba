package org.geoanomaly.gam.pipeline.visual.color;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 256 colours from low to high. Immutable.
 *
 * <p>Source: Crameri, F. (2021), Scientific colour maps 7.0.1, Zenodo, doi:10.5281/zenodo.5501399; viridis is matplotlib's; balance is
 * cmocean's (Thyng et al. 2016, Oceanography 29(3), doi:10.5670/oceanog.2016.66).
 */
public final class ColorMap {
    public static final int SIZE = 256;
    /** Diverging, blue over white to brown: for values with a meaningful zero. */
    public static final ColorMap VIK = load("vik");
    /** Sequential, dark blue over green to pink: for amounts. */
    public static final ColorMap BATLOW = load("batlow");
    /** Diverging, dark blue over white to dark red: like vik, with the darkest ends. */
    public static final ColorMap BALANCE = load("balance");
    /** Diverging, red over yellow to blue, as seismologists colour slow and fast. */
    public static final ColorMap ROMA = load("roma");
    /** Sequential, dark violet over green to yellow. */
    public static final ColorMap VIRIDIS = load("viridis");
    /** Sequential, white to black, for print. */
    public static final ColorMap GRAYC = load("grayc");

    private final String name;
    private final int[] colors;

    private ColorMap(String name, int[] colors) {
        this.name = name;
        this.colors = colors;
    }

    private static ColorMap load(String name) {
        int[] colors = new int[SIZE];
        int n = 0;
        try (InputStream in = ColorMap.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the colour map " + name + " is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    colors[n++] = 0xff000000 | Integer.parseInt(line.strip(), 16);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (n != SIZE) {
            throw new IllegalStateException("the colour map " + name + " has " + n + " colours");
        }
        return new ColorMap(name, colors);
    }

    public String name() {
        return name;
    }

    /** The colour number {@code index}, 0..255, as 0xFFRRGGBB. */
    public int argb(int index) {
        return colors[index];
    }

    /** The index of the colour of a value: 0 at and below {@code min}, 255 at and above {@code max}, evenly between. */
    public static int index(double value, double min, double max) {
        return (int) Math.max(0, Math.min(SIZE - 1, Math.floor((value - min) * (SIZE / (max - min)))));
    }

    /** The colour of a value as 0xFFRRGGBB; transparent (0) for NaN. */
    public int argb(double value, double min, double max) {
        return Double.isNaN(value) ? 0 : colors[index(value, min, max)];
    }

    /** {@code count} colours at evenly spaced values from {@code min} to {@code max}, interpolated between those of the map. */
    public List<ColorStop> stops(double min, double max, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("a colour ramp needs two stops, not " + count);
        }
        List<ColorStop> stops = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double at = i * (SIZE - 1.0) / (count - 1);
            double value = i == count - 1 ? max : min + (max - min) * i / (count - 1);
            stops.add(new ColorStop(value, css(at)));
        }
        return List.copyOf(stops);
    }

    private String css(double at) {
        int low = (int) at;
        int high = Math.min(SIZE - 1, low + 1);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (colors[low] >> shift) & 0xff;
            int b = (colors[high] >> shift) & 0xff;
            rgb = (rgb << 8) | (int) Math.round(a + (b - a) * (at - low));
        }
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    @Override
    public String toString() {
        return name;
    }
}
