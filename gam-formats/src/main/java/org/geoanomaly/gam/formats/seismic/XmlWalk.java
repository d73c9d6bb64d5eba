package org.geoanomaly.gam.formats.seismic;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an XML document without building a tree. A document type declaration is refused, so there are no entities but the five of
 * XML itself; namespaces do not matter.
 */
public final class XmlWalk implements AutoCloseable {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 1_000_000;

    private final Path file;
    private final InputStream in;
    private final XMLStreamReader reader;
    private final Values values = new Values(this::problem);
    private int depth;

    /** Reads one child element; whatever it leaves of the element is passed over. */
    public interface Child {
        /** Called at the start of a child with its local name. */
        void read(String name) throws IOException;
    }

    private XmlWalk(Path file, InputStream in, XMLStreamReader reader) {
        this.file = file;
        this.in = in;
        this.reader = reader;
    }

    /**
     * Opens a document and goes to its root.
     *
     * @param root local name that the root must have
     * @param kind of document, for the message
     */
    public static XmlWalk open(Path file, String root, String kind) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            XmlWalk walk = new XmlWalk(file, in, factory.createXMLStreamReader(in));
            int event = walk.step();
            while (event != XMLStreamConstants.START_ELEMENT) {
                event = walk.step();
            }
            if (!walk.reader.getLocalName().equals(root)) {
                throw new DataFormatException(
                        file, "is XML with the root element " + walk.reader.getLocalName() + ", not " + kind);
            }
            return walk;
        } catch (XMLStreamException e) {
            in.close();
            throw new DataFormatException(file.toString(), "is not XML: " + reason(e), null, e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private int step() throws IOException {
        try {
            if (!reader.hasNext()) {
                throw problem("is the last: the document is truncated");
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw problem("holds a document type declaration or an entity, which are refused");
            }
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw problem("is nested deeper than " + DEEPEST + " elements");
            }
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            return event;
        } catch (XMLStreamException e) {
            String why = reason(e);
            throw problem(
                    why.contains("must start and end within the same entity") || why.contains("end of file")
                            ? "is the last: the document is truncated"
                            : "is not XML: " + why);
        }
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String plain = (at < 0 ? message : message.substring(at + 9)).strip().replaceAll("\\s+", " ");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    /** Calls for each child of the element in hand, and goes to its end. */
    public void children(Child child) throws IOException {
        int inside = depth;
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(reader.getLocalName());
                while (depth > inside) {
                    step();
                }
            }
        }
    }

    /** The text of the element in hand without what its children hold, stripped; goes to its end. */
    public String text() throws IOException {
        int inside = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= inside) {
            int event = step();
            boolean characters = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (characters && depth == inside) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (text.length() > LONGEST) {
                    throw problem("holds a text of more than " + LONGEST + " characters");
                }
            }
        }
        return text.toString().strip();
    }

    /** An attribute of the element in hand, whatever its namespace; empty if there is none. Ask before going on. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                String value = reader.getAttributeValue(i);
                return value == null ? "" : value.strip();
            }
        }
        return "";
    }

    /** The namespace of the element in hand; empty if it has none. */
    public String namespace() {
        @Nullable String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Checks values. */
    public Values values() {
        return values;
    }

    /** A complaint about the line in hand: the rest of its sentence. */
    public DataFormatException problem(String what) {
        return new DataFormatException(file, "line " + reader.getLocation().getLineNumber() + " " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
