package org.geoanomaly.gam.formats.tiff;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The document of tag 42112: items about the file and about its bands. */
final class GdalMetadata {
    /** @param sample band from 0, or -1 for the file */
    private record Item(String name, int sample, String role, String value) {}

    private final List<Item> items;

    private GdalMetadata(List<Item> items) {
        this.items = items;
    }

    static GdalMetadata parse(ByteFile file, String xml) {
        if (xml.isBlank()) {
            return new GdalMetadata(List.of());
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        List<Item> items = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Item")) {
                    readItem(reader, items);
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw file.error("is damaged: its GDAL metadata (tag 42112) are not well-formed XML");
        }
        return new GdalMetadata(items);
    }

    private static void readItem(XMLStreamReader reader, List<Item> items) throws XMLStreamException {
        String name = attribute(reader, "name");
        String domain = attribute(reader, "domain");
        String sample = attribute(reader, "sample");
        String role = attribute(reader, "role");
        String value = reader.getElementText();
        if (domain.isEmpty()) {
            items.add(new Item(name, sample.isEmpty() ? -1 : Integer.parseInt(sample), role, unescape(value)));
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** GDAL escapes values once more than XML needs. */
    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** Items about the file as a whole. */
    SortedMap<String, String> ofFile() {
        return itemsOf(-1);
    }

    BandInfo band(ByteFile file, int band) {
        return new BandInfo(
                number(file, band, "scale", 1),
                number(file, band, "offset", 0),
                role(band, "unittype").orElse(""),
                role(band, "description").orElse(""),
                itemsOf(band));
    }

    private SortedMap<String, String> itemsOf(int sample) {
        SortedMap<String, String> map = new TreeMap<>();
        for (Item item : items) {
            if (item.sample == sample && item.role.isEmpty()) {
                map.put(item.name, item.value);
            }
        }
        return map;
    }

    private Optional<String> role(int sample, String role) {
        return items.stream()
                .filter(i -> i.sample == sample && i.role.equals(role))
                .map(Item::value)
                .findFirst();
    }

    private double number(ByteFile file, int band, String role, double absent) {
        Optional<String> text = role(band, role);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text.get().trim());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the same message as a value that is not finite
        }
        throw file.error("is damaged: the " + role + " of band " + (band + 1) + " is '" + text.get() + "'");
    }
}
