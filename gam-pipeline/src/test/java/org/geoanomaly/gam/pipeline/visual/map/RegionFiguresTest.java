package org.geoanomaly.gam.pipeline.visual.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.config.ColorScheme;
import org.geoanomaly.gam.pipeline.config.SectionLine;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.TextBoxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionFiguresTest {
    private static final double SMALL = 0.25;
    /** Of the fused model and of two modalities. */
    private static final int PROFILES = 3;

    enum Scene {
        TYPICAL,
        HOSTILE,
        ANTIMERIDIAN,
        EMPTY;

        RegionResult result() {
            return switch (this) {
                case TYPICAL -> SampleRegion.typical();
                case HOSTILE -> SampleRegion.hostile();
                case ANTIMERIDIAN -> SampleRegion.acrossTheAntimeridian();
                case EMPTY -> SampleRegion.empty();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_text_leaves_the_sheet_or_touches_another(Scene scene) {
        List<String> names = new ArrayList<>();
        for (Figure figure : RegionFigures.of(scene.result(), alongALine(scene.result()))) {
            Plate plate = figure.plate();
            names.add(plate.name());
            assertThat(plate.sheet().texts()).hasSizeGreaterThan(10);
            TextBoxes.requireApart(plate);
        }
        assertThat(names).filteredOn(n -> n.endsWith("_section_line")).hasSize(PROFILES);
        assertThat(names)
                .hasSize(14 + PROFILES)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[A-Za-z0-9_-]{1,80}"));
    }

    /** With a section from corner to corner. */
    private static VisualizationSection alongALine(RegionResult result) {
        GridGeometry g = result.fused().geometry();
        VisualizationSection d = VisualizationSection.DEFAULT;
        SectionLine line = new SectionLine(List.of(g.south(), g.west()), List.of(g.north(), g.east()));
        return new VisualizationSection(d.mapType(), d.exportFormats(), d.colorScheme(), d.confidenceMin(), line);
    }

    @Test
    void same_result_gives_the_same_bytes() {
        Map<String, byte[]> first = figures(SampleRegion.typical(), ColorScheme.VIK);
        figures(SampleRegion.typical(), ColorScheme.VIK)
                .forEach((name, png) ->
                        assertThat(Arrays.equals(png, first.get(name))).as(name).isTrue());
    }

    @Test
    void colours_are_those_of_the_configured_scheme() throws IOException {
        Map<String, byte[]> gray = figures(SampleRegion.typical(), ColorScheme.GRAYC);
        Map<String, byte[]> vik = figures(SampleRegion.typical(), ColorScheme.VIK);
        assertThat(colorfulPixels(gray.getOrDefault("fused_score", new byte[0])))
                .isZero();
        assertThat(colorfulPixels(vik.getOrDefault("fused_score", new byte[0]))).isGreaterThan(2000);
    }

    @Test
    void picture_says_how_large_it_is_on_paper() throws IOException {
        byte[] png = new Sheet(900).png(1);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getHeight()).isEqualTo(900);
        assertThat(new String(png, 37, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("pHYs");
        // 300 / 0.0254 dots in a metre
        assertThat(ByteBuffer.wrap(png).getInt(41)).isEqualTo(11_811);
    }

    private static Map<String, byte[]> figures(RegionResult result, ColorScheme scheme) {
        VisualizationSection d = VisualizationSection.DEFAULT;
        Map<String, byte[]> found = new TreeMap<>();
        VisualizationSection asked =
                new VisualizationSection(d.mapType(), d.exportFormats(), scheme, d.confidenceMin(), d.section());
        for (Figure figure : RegionFigures.of(result, asked)) {
            Plate plate = figure.plate();
            found.put(plate.name(), plate.png(SMALL));
        }
        return found;
    }

    /** Pixels of the map's middle that are far from grey. */
    private static int colorfulPixels(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int count = 0;
        for (int y = image.getHeight() / 4; y < image.getHeight() * 3 / 4; y++) {
            for (int x = image.getWidth() / 4; x < image.getWidth() * 3 / 4; x++) {
                int rgb = image.getRGB(x, y);
                count += Math.abs(((rgb >> 16) & 0xff) - (rgb & 0xff)) > 60 ? 1 : 0;
            }
        }
        return count;
    }
}
