package org.geoanomaly.gam.pipeline.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as products carry it: two spaces, line feeds, keys in the order they are written, numbers in their shortest form, so equal content
 * is equal bytes on every machine. Reading is limited in depth and refuses duplicate keys.
 */
public final class JsonProduct {
    private static final int MAX_DEPTH = 64;
    private static final long MAX_NAME_LENGTH = 10_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength((int) MAX_NAME_LENGTH)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonProduct() {}

    /** Writes the content of a document. */
    @FunctionalInterface
    public interface Body {
        void writeTo(JsonGenerator json);
    }

    /** The bytes of a document that ends in a line feed. */
    public static byte[] bytes(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            body.writeTo(json);
        }
        out.write('\n');
        return out.toByteArray();
    }

    /** The bytes of a value bound by Jackson, with snake_case keys. */
    public static byte[] bytes(Object value) {
        return bytes(json -> json.writePOJO(value));
    }

    /** The mapper behind this class, for trees and records. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A streaming parser over a document held in memory. */
    public static JsonParser parser(byte[] document) {
        return MAPPER.createParser(document);
    }

    /**
     * Reads a file of at most {@code limit} bytes.
     *
     * @throws DataFormatException if it is missing, too large or unreadable
     */
    public static byte[] read(Path file, long limit) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new DataFormatException(file, "is missing");
            }
            long size = Files.size(file);
            if (size > limit) {
                throw new DataFormatException(
                        file, "is too large: " + size + " bytes where at most " + limit + " make sense");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataFormatException(file.toString(), "cannot be read: " + e.getMessage(), null, e);
        }
    }
}
