package org.geoanomaly.gam.formats.vtk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Reads back what {@link VtiWriter} writes; no other VTK file. */
public final class VtiReader {
    private static final long MAX_BYTES = 1L << 30;
    private static final int MAX_HEADER = 1 << 16;
    private static final String DATA = "<AppendedData encoding=\"base64\">\n_";
    private static final Pattern IMAGE = Pattern.compile(
            "<ImageData WholeExtent=\"0 (\\d{1,9}) 0 (\\d{1,9}) 0 (\\d{1,9})\" Origin=\"([^\"]+)\" Spacing=\"([^\"]+)\">");
    private static final Pattern FIELD =
            Pattern.compile("<DataArray type=\"Float32\" Name=\"(\\w+)\" format=\"appended\" offset=\"(\\d{1,12})\"/>");
    private static final int LENGTH_BYTES = 8;

    private final Path file;
    private final byte[] bytes;
    private final String header;

    private VtiReader(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        String start = new String(bytes, 0, Math.min(bytes.length, MAX_HEADER), StandardCharsets.ISO_8859_1);
        int end = start.indexOf(DATA);
        if (!start.startsWith("<?xml") || end < 0) {
            throw new DataFormatException(file, "is no VTK image of this program, or its head is damaged");
        }
        this.header = start.substring(0, end + DATA.length());
    }

    /**
     * Reads a file with all fields.
     *
     * @throws DataFormatException if it is damaged or of another kind
     */
    public static ImageData read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new DataFormatException(file, "is larger than any image of this program");
        }
        VtiReader reader = new VtiReader(file, Files.readAllBytes(file));
        try {
            return reader.image();
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(file.toString(), "is damaged: " + e.getMessage(), null, e);
        }
    }

    private ImageData image() {
        Matcher m = IMAGE.matcher(header);
        if (!m.find()) {
            throw new DataFormatException(file, "does not say how large its image is");
        }
        int[] cells = {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))};
        ImageData image = new ImageData(cells, numbers(m.group(4)), numbers(m.group(5)));
        Matcher field = FIELD.matcher(header);
        while (field.find()) {
            image.field(field.group(1), values(image.size(), Long.parseLong(field.group(2))));
        }
        return image;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private float[] values(int count, long offset) {
        long encoded = (LENGTH_BYTES + 4L * count + 2) / 3 * 4;
        long from = header.length() + offset;
        if (from + encoded > bytes.length) {
            throw new DataFormatException(file, "is truncated");
        }
        byte[] raw = Base64.getDecoder().decode(Arrays.copyOfRange(bytes, (int) from, (int) (from + encoded)));
        ByteBuffer in = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        if (raw.length < LENGTH_BYTES || in.getLong() != 4L * count || in.remaining() != 4L * count) {
            throw new DataFormatException(file, "has a field of another size than its image");
        }
        float[] values = new float[count];
        in.asFloatBuffer().get(values);
        return values;
    }
}
