package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;
import java.util.List;

/**
 * Section {@code fusion_mvp}: the global job. (One component for each key of the section, hence so many.)
 *
 * @param rollingWindowDeg edge of the window of {@code normalization: rolling} in degrees
 * @param predictor TIFF predictor: 1 none, 2 horizontal differences, 3 floating point
 * @param compressionLevel 1..9
 * @param blockSize edge of a COG block in pixels
 * @param overviews decimation factors, ascending
 */
public record FusionMvpSection(
        Resampling resampling,
        Normalization normalization,
        double rollingWindowDeg,
        Weights weights,
        MinValidFraction minValidFraction,
        int predictor,
        Compression compression,
        int compressionLevel,
        int blockSize,
        List<Integer> overviews,
        PmtilesOptions pmtiles,
        FigureOptions figure) {
    public static final FusionMvpSection DEFAULT = new FusionMvpSection(
            Resampling.BILINEAR,
            Normalization.TILE,
            20,
            new Weights(1, 1),
            new MinValidFraction(0, 0.9, 0),
            2,
            Compression.DEFLATE,
            9,
            512,
            List.of(2, 4, 8, 16),
            new PmtilesOptions(0, 7, 4),
            new FigureOptions(GlobeProjection.MOLLWEIDE, false));

    public FusionMvpSection {
        overviews = List.copyOf(overviews);
    }

    /** Weights of the layers in the fused index; at least one is above 0. */
    public record Weights(double magnetic, double gravity) {
        private static Weights read(SectionReader in) {
            Weights d = DEFAULT.weights;
            Weights w = new Weights(
                    in.number("magnetic", d.magnetic, Limits.NOT_NEGATIVE),
                    in.number("gravity", d.gravity, Limits.NOT_NEGATIVE));
            ConfigNode at = in.value("gravity");
            if (w.magnetic == 0 && w.gravity == 0 && at != null) {
                in.problem(at, "gravity", "all weights are 0, so nothing is left to fuse", null, null);
            }
            return w;
        }
    }

    /** Share of valid pixels below which a tile of the layer fails validation, 0..1. */
    public record MinValidFraction(double magnetic, double gravity, double fused) {
        private static MinValidFraction read(SectionReader in) {
            MinValidFraction d = DEFAULT.minValidFraction;
            return new MinValidFraction(
                    in.number("magnetic", d.magnetic, Limits.FRACTION),
                    in.number("gravity", d.gravity, Limits.FRACTION),
                    in.number("fused", d.fused, Limits.FRACTION));
        }
    }

    /**
     * The web archive.
     *
     * @param pngLevel deflate level of its pictures, 1..9
     */
    public record PmtilesOptions(int minZoom, int maxZoom, int pngLevel) implements Serializable {
        private static PmtilesOptions read(SectionReader in) {
            PmtilesOptions d = DEFAULT.pmtiles;
            PmtilesOptions p = new PmtilesOptions(
                    in.integer("min_zoom", d.minZoom, 0, 12),
                    in.integer("max_zoom", d.maxZoom, 0, 12),
                    in.integer("png_level", d.pngLevel, 1, 9));
            ConfigNode at = in.value(in.value("min_zoom") != null ? "min_zoom" : "max_zoom");
            if (p.minZoom > p.maxZoom && at != null) {
                in.problem(at, "min_zoom", p.minZoom + " is above max_zoom " + p.maxZoom, null, null);
                return d;
            }
            return p;
        }
    }

    /**
     * The figure of the globe.
     *
     * @param plates whether boundaries of plates are drawn on it
     */
    public record FigureOptions(GlobeProjection projection, boolean plates) implements Serializable {
        private static FigureOptions read(SectionReader in) {
            FigureOptions d = DEFAULT.figure;
            return new FigureOptions(in.choice("projection", d.projection), in.flag("plates", d.plates));
        }
    }

    static FusionMvpSection read(SectionReader in) {
        return new FusionMvpSection(
                in.choice("resampling", DEFAULT.resampling),
                in.choice("normalization", DEFAULT.normalization),
                in.number("rolling_window_deg", DEFAULT.rollingWindowDeg, Limits.between(1, 180)),
                in.section("weights", Weights::read),
                in.section("min_valid_fraction", MinValidFraction::read),
                in.integer("predictor", DEFAULT.predictor, 1, 3),
                in.choice("compression", DEFAULT.compression),
                in.integer("compression_level", DEFAULT.compressionLevel, 1, 9),
                blockSize(in),
                overviews(in),
                in.section("pmtiles", PmtilesOptions::read),
                in.section("figure", FigureOptions::read));
    }

    private static int blockSize(SectionReader in) {
        int size = in.integer("block_size", DEFAULT.blockSize, 16, 4096);
        ConfigNode value = in.value("block_size");
        if (size % 16 != 0 && value != null) {
            in.problem(value, "block_size", "must be a multiple of 16, found " + size, null, null);
        }
        return size;
    }

    private static List<Integer> overviews(SectionReader in) {
        List<Integer> factors = in.integers("overviews", DEFAULT.overviews, 2, 1024);
        ConfigNode value = in.value("overviews");
        boolean powers = factors.stream().allMatch(f -> Integer.bitCount(f) == 1);
        boolean ascending = factors.stream().sorted().distinct().toList().equals(factors);
        if (value != null && !(powers && ascending)) {
            in.problem(
                    value, "overviews", "must be ascending powers of two, found " + factors, null, "such as [2, 4, 8]");
            return DEFAULT.overviews;
        }
        return factors;
    }
}
