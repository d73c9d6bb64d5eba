package org.geoanomaly.gam.pipeline.visual.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.map.CoastLines;
import org.geoanomaly.gam.pipeline.visual.map.Palette;
import org.geoanomaly.gam.pipeline.visual.map.ScoreMap;
import org.geoanomaly.gam.pipeline.visual.map.Words;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.solid.Solid;
import org.geoanomaly.gam.pipeline.visual.solid.Thinned;
import tools.jackson.core.JsonGenerator;

/** What the page's script works with, as JSON that is safe inside HTML. Its size is bounded whatever the result's is. */
final class PageData {
    static final int MOST_ANOMALIES = 2000;
    private static final int MOST_MODALITIES = 6;
    private static final int MOST_LINE_NUMBERS = 60_000;
    private static final double EARTH_RADIUS = 6_371_000;

    private final RegionResult result;
    private final Palette palette;
    private final GridGeometry geometry;

    private final boolean maps;

    private PageData(RegionResult result, boolean maps) {
        this.result = result;
        this.maps = maps;
        this.palette = Palette.of(result.run().config().visualization().colorScheme());
        this.geometry = result.fused().geometry();
    }

    /** For a page with map and models. */
    static PageData of(RegionResult result) {
        return new PageData(result, true);
    }

    /** For a page with the models alone. */
    static PageData ofModels(RegionResult result) {
        return new PageData(result, false);
    }

    /** JSON in which no character can end a script or begin markup. */
    String json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (JsonGenerator json = JsonProduct.mapper().createGenerator(out)) {
            write(json);
        }
        return out.toString(StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeObjectPropertyStart("area");
        json.writeNumberProperty("west", geometry.west());
        json.writeNumberProperty("east", geometry.east());
        json.writeNumberProperty("south", geometry.south());
        json.writeNumberProperty("north", geometry.north());
        json.writeEndObject();
        json.writeObjectPropertyStart("ramps");
        json.writeStringProperty("signed", ramp(palette.signed()));
        json.writeStringProperty("amounts", ramp(palette.amounts()));
        json.writeEndObject();
        writeGrids(json);
        writeVolumes(json);
        json.writeObjectPropertyStart("lines");
        if (maps) {
            writeLines(json, "coast", CoastLines.coast());
            writeLines(json, "borders", CoastLines.borders());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("anomalies");
        result.anomalies().stream().limit(MOST_ANOMALIES).forEach(a -> write(json, a));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String ramp(ColorMap colors) {
        byte[] rgb = new byte[3 * ColorMap.SIZE];
        for (int i = 0; i < ColorMap.SIZE; i++) {
            int c = colors.argb(i);
            rgb[3 * i] = (byte) (c >> 16);
            rgb[3 * i + 1] = (byte) (c >> 8);
            rgb[3 * i + 2] = (byte) c;
        }
        return Base64.getEncoder().encodeToString(rgb);
    }

    private void writeGrids(JsonGenerator json) {
        json.writeArrayPropertyStart("grids");
        if (maps && !result.fused().layers().isEmpty()) {
            write(json, "Fused score, greatest |z| of all depths", ScoreMap.extremes(result.fused()), true);
        }
        for (ModalityResult modality : maps ? modalities() : List.<ModalityResult>of()) {
            for (Map.Entry<String, FloatGrid> layer : modality.grid().layers().entrySet()) {
                String what = layer.getKey();
                boolean signed = !what.equals("uncertainty") && !what.equals("height");
                String name = what.equals("data") ? Words.plain(modality.grid().quantity()) : Words.plain(what);
                write(json, Words.title(modality.modality()) + ": " + name, layer.getValue(), signed);
            }
        }
        json.writeEndArray();
    }

    private List<ModalityResult> modalities() {
        return result.modalities().stream().limit(MOST_MODALITIES).toList();
    }

    private void write(JsonGenerator json, String name, FloatGrid full, boolean signed) {
        FloatGrid grid = Thinned.grid(full);
        GridGeometry g = grid.geometry();
        json.writeStartObject();
        writeMeaning(json, name, grid.unit(), signed, grid.values());
        json.writeNumberProperty("columns", g.columns());
        json.writeNumberProperty("rows", g.rows());
        json.writeNumberProperty("west", g.west());
        json.writeNumberProperty("north", g.north());
        json.writeNumberProperty("dx", g.dx());
        json.writeNumberProperty("dy", g.dy());
        json.writeEndObject();
    }

    private void writeMeaning(JsonGenerator json, String name, Unit unit, boolean signed, float[] values) {
        ColorScale scale =
                signed ? ColorScale.signed(palette.signed(), values) : ColorScale.amounts(palette.amounts(), values);
        Packed packed = Packed.of(values);
        json.writeStringProperty("name", Markup.visible(name));
        json.writeStringProperty("unit", Words.symbol(unit));
        json.writeBooleanProperty("signed", signed);
        json.writeNumberProperty("low", scale.low());
        json.writeNumberProperty("high", scale.high());
        json.writeNumberProperty("min", packed.min());
        json.writeNumberProperty("max", packed.max());
        json.writeStringProperty("values", packed.base64());
    }

    private void writeVolumes(JsonGenerator json) {
        json.writeArrayPropertyStart("volumes");
        if (!result.fused().layers().isEmpty()) {
            volumes(json, "Fused score", result.fused(), result.anomalies());
        }
        for (ModalityResult modality : modalities()) {
            if (!modality.model().layers().isEmpty()) {
                String property = ScoreMap.main(modality.model()).description();
                String name = Words.title(modality.modality()) + ": " + Words.plain(property);
                volumes(json, name, modality.model(), List.of());
            }
        }
        json.writeEndArray();
    }

    /** What a model is about, and how uncertain that is. */
    private void volumes(JsonGenerator json, String name, RegionModel model, List<Anomaly> found) {
        RegionModel.Layer main = ScoreMap.main(model);
        double[] levels = Solid.of(model, main).levels(found);
        write(json, name, model, main, levels);
        RegionModel.Layer uncertainty = model.layers().get("uncertainty");
        if (uncertainty != null && uncertainty != main) {
            write(json, name + ": uncertainty", model, uncertainty, new double[0]);
        }
    }

    private void write(JsonGenerator json, String name, RegionModel model, RegionModel.Layer layer, double[] levels) {
        Thinned.Volume volume = Thinned.volume(model, layer);
        GridGeometry g = volume.geometry();
        RegionModel.Depths depths = model.depths();
        double degree = Math.toRadians(1) * EARTH_RADIUS;
        double shrink = Math.cos(Math.toRadians(0.5 * (g.south() + g.north())));
        json.writeStartObject();
        writeMeaning(json, name, layer.unit(), levels.length > 0, volume.values());
        json.writeStringProperty("subject", Markup.visible(model.name()));
        writeNumbers(json, "levels", levels);
        writeNumbers(json, "cells", g.columns(), g.rows(), volume.levels());
        writeNumbers(
                json,
                "metres",
                (g.east() - g.west()) * degree * shrink,
                (g.north() - g.south()) * degree,
                depths.bottom(depths.count() - 1) - depths.top(0));
        json.writeNumberProperty("top", depths.top(0));
        json.writeObjectPropertyStart("place");
        json.writeNumberProperty("west", g.west());
        json.writeNumberProperty("south", g.south());
        json.writeNumberProperty("lonSpan", g.east() - g.west());
        json.writeNumberProperty("latSpan", g.north() - g.south());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeNumbers(JsonGenerator json, String name, double... numbers) {
        json.writeArrayPropertyStart(name);
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    /** Lines of the area; so many that they would swell the page are left out from the end. */
    private void writeLines(JsonGenerator json, String name, CoastLines lines) {
        json.writeArrayPropertyStart(name);
        int room = MOST_LINE_NUMBERS;
        for (float[] line : lines.within(geometry.west(), geometry.east(), geometry.south(), geometry.north())) {
            room -= line.length;
            if (room < 0) {
                break;
            }
            json.writeStartArray();
            for (float number : line) {
                json.writeNumber(Math.round(number * 100) / 100.0);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Anomaly a) {
        json.writeStartObject();
        json.writeStringProperty("id", Markup.visible(a.id()));
        json.writeNumberProperty("lat", a.peak().lat());
        json.writeNumberProperty("lon", a.peak().lon());
        json.writeNumberProperty("depth", a.peak().depth());
        json.writeNumberProperty("confidence", a.confidence());
        json.writeStringProperty("type", Markup.visible(Words.plain(a.type())));
        json.writeNumberProperty("score", a.score());
        json.writeNumberProperty("extent", a.body().extentM());
        json.writeNumberProperty("volume", a.body().volumeM3());
        json.writeNumberProperty("depth_min", a.body().depthMin());
        json.writeNumberProperty("depth_max", a.body().depthMax());
        json.writeObjectPropertyStart("contributions");
        a.contributions().forEach((name, part) -> json.writeNumberProperty(Markup.visible(name), part));
        json.writeEndObject();
        json.writeEndObject();
    }
}
