package org.geoanomaly.gam.formats.vtk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The file is XML, and its arrays are where the offsets say. */
class VtiWriterTest {
    private static byte[] write(ImageData image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VtiWriter.write(image, out);
        return out.toByteArray();
    }

    private static float[] ramp(int n, float step) {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = i * step;
        }
        return out;
    }

    private static float[] decode(String appended, int offset, int count) {
        int length = (8 + 4 * count + 2) / 3 * 4;
        byte[] bytes = Base64.getDecoder().decode(appended.substring(offset, offset + length));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getLong()).isEqualTo(4L * count);
        float[] out = new float[count];
        buffer.asFloatBuffer().get(out);
        return out;
    }

    @Test
    void arrays_are_found_at_their_offsets() throws IOException, ParserConfigurationException, SAXException {
        int n = 20 * 21 * 31;
        ImageData image = new ImageData(new int[] {20, 21, 31}, new double[] {-5, 7.5, -300}, new double[] {1, 2, 3})
                .field("data", ramp(n, 0.5f))
                .field("uncertainty", ramp(n, -2f));
        byte[] bytes = write(image);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        Element grid = (Element) document.getElementsByTagName("ImageData").item(0);
        assertThat(grid.getAttribute("WholeExtent")).isEqualTo("0 20 0 21 0 31");
        assertThat(grid.getAttribute("Origin")).isEqualTo("-5.0 7.5 -300.0");
        assertThat(grid.getAttribute("Spacing")).isEqualTo("1.0 2.0 3.0");
        String appended = document.getElementsByTagName("AppendedData")
                .item(0)
                .getTextContent()
                .trim()
                .substring(1);
        Element first = (Element) document.getElementsByTagName("DataArray").item(0);
        Element second = (Element) document.getElementsByTagName("DataArray").item(1);
        assertThat(decode(appended, Integer.parseInt(first.getAttribute("offset")), n))
                .containsExactly(ramp(n, 0.5f));
        assertThat(decode(appended, Integer.parseInt(second.getAttribute("offset")), n))
                .containsExactly(ramp(n, -2f));
    }

    @Test
    void same_image_gives_the_same_bytes() throws IOException {
        ImageData image = new ImageData(new int[] {1, 1, 1}, new double[3], new double[] {1, 1, 1})
                .field("data", new float[] {Float.NaN});
        assertThat(write(image)).isEqualTo(write(image));
        assertThat(new String(write(image), StandardCharsets.US_ASCII)).startsWith("<?xml version=\"1.0\"?>\n<VTKFile");
    }

    @Test
    void impossible_images_are_refused() {
        assertThatThrownBy(() -> new ImageData(new int[] {1, 0, 1}, new double[3], new double[] {1, 1, 1}))
                .hasMessageContaining("axis 1 has 0 cells");
        ImageData image = new ImageData(new int[] {2, 1, 1}, new double[3], new double[] {1, 1, 1});
        assertThatThrownBy(() -> image.field("data", new float[3]))
                .hasMessageContaining("3 values of data for 2 cells");
        assertThatThrownBy(() -> image.field("a\"b", new float[2])).hasMessageContaining("cannot name a field");
    }
}
