package org.geoanomaly.gam.formats.vtk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Writes {@code .vti} files: VTK XML ImageData, version 1.0, cell data as 32-bit floats appended in base64, each array behind a UInt64 with
 * its length in bytes ("VTK file formats", docs.vtk.org).
 */
public final class VtiWriter {
    private static final int CHUNK = 3 * 4096;
    private static final int LENGTH_BYTES = 8;

    private VtiWriter() {}

    /** Writes a file's content; the stream stays open. */
    public static void write(ImageData image, OutputStream out) throws IOException {
        out.write(header(image).getBytes(StandardCharsets.US_ASCII));
        for (ImageData.Field field : image.fields()) {
            append(field.values, out);
        }
        out.write("\n  </AppendedData>\n</VTKFile>\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String header(ImageData image) {
        String extent = "0 " + image.cells(0) + " 0 " + image.cells(1) + " 0 " + image.cells(2);
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0"?>
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                """);
        xml.append("  <ImageData WholeExtent=\"").append(extent).append("\" Origin=\"");
        xml.append(image.origin(0) + " " + image.origin(1) + " " + image.origin(2))
                .append("\" Spacing=\"");
        xml.append(image.spacing(0) + " " + image.spacing(1) + " " + image.spacing(2))
                .append("\">\n");
        if (!image.constants().isEmpty()) {
            xml.append("    <FieldData>\n");
            image.constants()
                    .forEach(c -> xml.append("      <DataArray type=\"Float64\" Name=\"")
                            .append(c.name())
                            .append("\" NumberOfTuples=\"1\" format=\"ascii\">")
                            .append(c.value())
                            .append("</DataArray>\n"));
            xml.append("    </FieldData>\n");
        }
        xml.append("    <Piece Extent=\"").append(extent).append("\">\n      <CellData");
        List<ImageData.Field> fields = image.fields();
        if (!fields.isEmpty()) {
            xml.append(" Scalars=\"").append(fields.get(0).name).append('"');
        }
        xml.append(">\n");
        long bytes = LENGTH_BYTES + 4L * image.size();
        long encoded = (bytes + 2) / 3 * 4;
        for (int i = 0; i < fields.size(); i++) {
            xml.append("        <DataArray type=\"Float32\" Name=\"").append(fields.get(i).name);
            xml.append("\" format=\"appended\" offset=\"").append(i * encoded).append("\"/>\n");
        }
        return xml.append("      </CellData>\n    </Piece>\n  </ImageData>\n  <AppendedData encoding=\"base64\">\n_")
                .toString();
    }

    /** Length and values as one run of base64; chunks are whole triples of bytes. */
    private static void append(float[] values, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(4L * values.length);
        for (float value : values) {
            buffer.putFloat(value);
            if (!buffer.hasRemaining()) {
                flush(buffer, out);
            }
        }
        flush(buffer, out);
    }

    private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        buffer.clear();
        out.write(Base64.getEncoder().encode(bytes));
    }
}
