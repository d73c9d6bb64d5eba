package org.geoanomaly.gam.pipeline.webtile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.color.ColorStop;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON metadata of an archive, and of the file beside it: the keys that PMTiles defines, then how codes become values
 * ({@code value = code * scale + offset} where there is data), where the data lie and how to colour them.
 */
@JsonPropertyOrder({
    "name",
    "description",
    "attribution",
    "type",
    "version",
    "format",
    "tile_size",
    "minzoom",
    "maxzoom",
    "native_zoom",
    "bounds",
    "scale",
    "offset",
    "min",
    "max",
    "encoding",
    "nodata",
    "unit",
    "resolution_degrees",
    "resampling",
    "color_map",
    "sources",
    "synthetic"
})
public record WebTileMetadata(
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("attribution") String attribution,
        @JsonProperty("version") String version,
        @JsonProperty("minzoom") int minZoom,
        @JsonProperty("maxzoom") int maxZoom,
        @JsonProperty("native_zoom") int nativeZoom,
        @JsonProperty("bounds") List<Double> bounds,
        @JsonProperty("scale") double scale,
        @JsonProperty("offset") double offset,
        @JsonProperty("min") double min,
        @JsonProperty("max") double max,
        @JsonProperty("unit") String unit,
        @JsonProperty("resolution_degrees") double resolutionDegrees,
        @JsonProperty("color_map") Ramp colorMap,
        @JsonProperty("sources") List<String> sources,
        @JsonProperty("synthetic") boolean synthetic) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int STOPS = 17;

    /** A recommended colour map: its name and colours at values. */
    public record Ramp(
            @JsonProperty("name") String name,
            @JsonProperty("stops") List<ColorStop> stops) {}

    static WebTileMetadata of(
            WebTileDescription text, WebTileBounds bounds, WebTileOptions options, GridGeometry grid, String unit) {
        WebTileScale scale = options.scale();
        return new WebTileMetadata(
                text.name(),
                text.description(),
                text.attribution(),
                text.version(),
                options.minZoom(),
                options.maxZoom(),
                nativeZoom(grid.dx()),
                List.of(bounds.west(), bounds.south(), bounds.east(), bounds.north()),
                scale.scale(),
                scale.offset(),
                scale.min(),
                scale.max(),
                unit,
                grid.dx(),
                new Ramp("vik", ColorMap.VIK.stops(scale.min(), scale.max(), STOPS)),
                text.sources(),
                text.synthetic());
    }

    /** The zoom whose pixels are nearest in size to a cell: 4 for 0.1°. */
    static int nativeZoom(double cellDegrees) {
        double zoom = Math.log(360 / (WebMercator.TILE_SIZE * cellDegrees)) / Math.log(2);
        return (int) Math.max(0, Math.round(zoom));
    }

    @JsonProperty("type")
    public String type() {
        return "overlay";
    }

    @JsonProperty("format")
    public String format() {
        return "png";
    }

    @JsonProperty("tile_size")
    public int tileSize() {
        return WebMercator.TILE_SIZE;
    }

    /** Bits of a code. */
    public int bits() {
        return max - min > 300 * scale ? 16 : 8;
    }

    /** What a code is, in words. */
    @JsonProperty("encoding")
    public String encoding() {
        return bits() == 8 ? "code = grey" : "code = 256 red + green";
    }

    @JsonProperty("nodata")
    public String nodata() {
        return bits() == 8 ? "alpha 0" : "blue 255";
    }

    @JsonProperty("resampling")
    public String resampling() {
        String mean =
                "area mean in latitude and longitude, computed from the grid at every zoom; at least half of a pixel valid";
        return bits() == 8 ? mean : mean + "; the highest zoom has the values of cells";
    }

    /** Indented JSON with a final line feed. */
    public String toJson() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /**
     * How codes become values, read from metadata as text.
     *
     * @param name what the text is, for messages
     * @throws DataFormatException if it does not say so
     */
    public static WebTileScale readScale(String name, String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new DataFormatException(name, "is not JSON", null, e);
        }
        double scale = node.path("scale").asDouble(Double.NaN);
        double offset = node.path("offset").asDouble(Double.NaN);
        if (Double.isNaN(scale) || Double.isNaN(offset)) {
            throw new DataFormatException(
                    name, "does not say how codes become values: \"scale\" and \"offset\" are missing", null, null);
        }
        if (!(scale > 0) || !Double.isFinite(scale + offset)) {
            throw new DataFormatException(
                    name, "has an impossible scale " + scale + " or offset " + offset, null, null);
        }
        return new WebTileScale(offset, offset + 255 * scale);
    }
}
