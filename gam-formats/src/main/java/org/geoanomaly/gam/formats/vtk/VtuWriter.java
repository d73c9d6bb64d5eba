package org.geoanomaly.gam.formats.vtk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Writes {@code .vtu} files: VTK XML UnstructuredGrid, version 1.0, arrays in base64 behind a UInt64 with their length in bytes ("VTK file
 * formats", docs.vtk.org).
 */
public final class VtuWriter {
    private VtuWriter() {}

    /** The content of a file. */
    public static byte[] bytes(CellMesh mesh) {
        int corners = mesh.shape().corners();
        int points = mesh.points().length / 3;
        long[] connectivity = new long[points];
        Arrays.setAll(connectivity, i -> i);
        long[] offsets = new long[mesh.size()];
        Arrays.setAll(offsets, i -> (i + 1L) * corners);
        byte[] types = new byte[mesh.size()];
        Arrays.fill(types, (byte) mesh.shape().type());
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0"?>
                <VTKFile type="UnstructuredGrid" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                  <UnstructuredGrid>
                """);
        constants(xml, mesh);
        xml.append("    <Piece NumberOfPoints=\"" + points + "\" NumberOfCells=\"" + mesh.size() + "\">\n");
        xml.append("      <Points>\n");
        array(xml, "Float64\" Name=\"Points\" NumberOfComponents=\"3", numbers(mesh.points()));
        xml.append("      </Points>\n      <Cells>\n");
        array(xml, "Int64\" Name=\"connectivity", numbers(connectivity));
        array(xml, "Int64\" Name=\"offsets", numbers(offsets));
        array(xml, "UInt8\" Name=\"types", types);
        xml.append("      </Cells>\n      <CellData");
        List<ImageData.Field> fields = mesh.fields();
        if (!fields.isEmpty()) {
            xml.append(" Scalars=\"").append(fields.get(0).name).append('"');
        }
        xml.append(">\n");
        fields.forEach(f -> array(xml, "Float32\" Name=\"" + f.name, numbers(f.values)));
        xml.append("      </CellData>\n    </Piece>\n  </UnstructuredGrid>\n</VTKFile>\n");
        return xml.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void constants(StringBuilder xml, CellMesh mesh) {
        if (!mesh.constants().isEmpty()) {
            xml.append("    <FieldData>\n");
            mesh.constants()
                    .forEach(c -> xml.append("      <DataArray type=\"Float64\" Name=\"")
                            .append(c.name())
                            .append("\" NumberOfTuples=\"1\" format=\"ascii\">")
                            .append(c.value())
                            .append("</DataArray>\n"));
            xml.append("    </FieldData>\n");
        }
    }

    private static void array(StringBuilder xml, String type, byte[] content) {
        byte[] whole = ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(content.length)
                .put(content)
                .array();
        xml.append("        <DataArray type=\"").append(type).append("\" format=\"binary\">");
        xml.append(Base64.getEncoder().encodeToString(whole)).append("</DataArray>\n");
    }

    private static byte[] numbers(double[] values) {
        ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        out.asDoubleBuffer().put(values);
        return out.array();
    }

    private static byte[] numbers(long[] values) {
        ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        out.asLongBuffer().put(values);
        return out.array();
    }

    private static byte[] numbers(float[] values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        out.asFloatBuffer().put(values);
        return out.array();
    }
}
