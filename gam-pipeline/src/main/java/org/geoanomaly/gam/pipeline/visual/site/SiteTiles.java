package org.geoanomaly.gam.pipeline.visual.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JsonGenerator;

/**
 * Statistics of tiles, which the page shows at a click; {@code data/tiles.json}.
 *
 * @param tiles by tile and layer
 */
public record SiteTiles(SortedMap<TileId, Map<String, Statistics>> tiles) {
    static final String FILE = "tiles.json";
    /** Nothing known. */
    public static final SiteTiles NONE = new SiteTiles(new TreeMap<>());

    private static final MathContext DIGITS = new MathContext(6);

    /** One line for each tile; each layer has count, min, max, mean, standard deviation, median and MAD. */
    byte[] bytes() {
        return JsonProduct.bytes((JsonProduct.Body) this::write);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        tiles.forEach((tile, layers) -> {
            json.writeObjectPropertyStart(tile.name());
            layers.forEach((layer, s) -> {
                if (!s.isEmpty()) {
                    json.writeArrayPropertyStart(layer);
                    json.writeNumber(s.count());
                    for (double v : new double[] {s.min(), s.max(), s.mean(), s.std(), s.median(), s.mad()}) {
                        json.writeNumber(new BigDecimal(v).round(DIGITS));
                    }
                    json.writeEndArray();
                }
            });
            json.writeEndObject();
        });
        json.writeEndObject();
    }
}
