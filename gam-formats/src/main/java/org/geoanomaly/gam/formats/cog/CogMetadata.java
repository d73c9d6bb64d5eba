package org.geoanomaly.gam.formats.cog;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Named text items that a file carries, in the order they were added; GDAL shows them as the dataset's metadata. Immutable.
 */
public final class CogMetadata {
    public static final CogMetadata NONE = new CogMetadata(List.of());

    private record Item(String name, String value, boolean ofBand) {}

    private final List<Item> items;

    private CogMetadata(List<Item> items) {
        this.items = items;
    }

    /** This and one more item about the file as a whole. */
    public CogMetadata with(String name, String value) {
        return append(new Item(name, value, false));
    }

    /** This and one more item about the band, such as {@code STATISTICS_MEAN}. */
    public CogMetadata withBandItem(String name, String value) {
        return append(new Item(name, value, true));
    }

    private CogMetadata append(Item item) {
        if (item.name.isBlank()) {
            throw new IllegalArgumentException("a metadata item needs a name");
        }
        requireXmlText(item.name);
        requireXmlText(item.value);
        for (Item other : items) {
            if (other.name.equals(item.name) && other.ofBand == item.ofBand) {
                throw new IllegalArgumentException("metadata item '" + item.name + "' is given twice");
            }
        }
        List<Item> longer = new ArrayList<>(items);
        longer.add(item);
        return new CogMetadata(List.copyOf(longer));
    }

    private static void requireXmlText(String text) {
        text.codePoints().forEach(c -> {
            boolean legal = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= ' ' && c < 0xD800)
                    || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
            if (!legal) {
                throw new IllegalArgumentException(
                        "metadata text holds the character U+" + Integer.toHexString(c) + ", which XML cannot carry");
            }
        });
    }

    /** The document of tag 42112, with the unit as GDAL's band unit. */
    String toXml(Unit unit) {
        StringBuilder xml = new StringBuilder("<GDALMetadata>\n");
        for (Item item : items) {
            xml.append("  <Item name=\"").append(escape(item.name)).append('"');
            if (item.ofBand) {
                xml.append(" sample=\"0\"");
            }
            // GDAL escapes item values before it serialises the tree and undoes both on reading.
            xml.append('>').append(escape(escape(item.value))).append("</Item>\n");
        }
        if (unit != Unit.DIMENSIONLESS) {
            xml.append("  <Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">")
                    .append(escape(escape(unit.symbol())))
                    .append("</Item>\n");
        }
        return xml.append("</GDALMetadata>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
