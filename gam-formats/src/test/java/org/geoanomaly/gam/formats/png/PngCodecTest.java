package org.geoanomaly.gam.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PngCodecTest {
    private static final int W = 37;
    private static final int H = 23;

    private static byte[] samples(int count, long seed) {
        byte[] samples = new byte[count];
        new Random(seed).nextBytes(samples);
        return samples;
    }

    /** ImageIO is the independent reader. */
    @Test
    void imageio_reads_the_same_samples() throws IOException {
        try (PngEncoder encoder = new PngEncoder()) {
            for (PngColorType type :
                    new PngColorType[] {PngColorType.GREY, PngColorType.GREY_ALPHA, PngColorType.RGB, PngColorType.RGBA
                    }) {
                byte[] samples = samples(W * H * type.channels(), type.code());
                for (PngFilter filter : PngFilter.values()) {
                    Raster raster =
                            read(encoder.encode(type, filter, samples, W, H)).getRaster();
                    assertThat(raster.getNumBands()).isEqualTo(type.channels());
                    for (int i = 0; i < samples.length; i++) {
                        int pixel = i / type.channels();
                        assertThat(raster.getSample(pixel % W, pixel / W, i % type.channels()))
                                .isEqualTo(samples[i] & 0xff);
                    }
                }
            }
        }
    }

    @Test
    void imageio_reads_the_same_palette_colours() throws IOException {
        int[] palette = {0, 0x80ff0000, 0xff00ff00, 0xff123456};
        byte[] indices = new byte[W * H];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) (i * 7 % 4);
        }
        try (PngEncoder encoder = new PngEncoder()) {
            BufferedImage image = read(encoder.palette(indices, W, H, palette));
            for (int i = 0; i < indices.length; i++) {
                assertThat(image.getRGB(i % W, i / W)).isEqualTo(palette[indices[i]]);
            }
        }
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @ParameterizedTest
    @EnumSource(PngColorType.class)
    void decoding_returns_what_was_encoded(PngColorType type) {
        byte[] samples = samples(W * H * type.channels(), 3);
        int[] palette = new int[256];
        for (int i = 0; i < 256; i++) {
            palette[i] = i << 24 | 0x10203 * (i & 0x1f);
        }
        try (PngEncoder encoder = new PngEncoder(9)) {
            byte[] png = type == PngColorType.PALETTE
                    ? encoder.palette(samples, W, H, palette)
                    : encoder.encode(type, PngFilter.UP, samples, W, H);
            PngImage image = PngDecoder.decode("test", png);
            assertThat(image.colorType()).isEqualTo(type);
            assertThat(image.width()).isEqualTo(W);
            assertThat(image.height()).isEqualTo(H);
            assertThat(image.samples()).isEqualTo(samples);
            assertThat(image.palette()).isEqualTo(type == PngColorType.PALETTE ? palette : new int[0]);
        }
    }

    /** ImageIO chooses among all five filters. */
    @Test
    void pictures_of_another_writer_decode() throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 120; x++) {
                image.getRaster().setSample(x, y, 0, (x * y / 7 + (x ^ y)) & 0xff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        PngImage decoded = PngDecoder.decode("test", out.toByteArray());
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 120; x++) {
                assertThat(decoded.sample(x, y, 0)).isEqualTo(image.getRaster().getSample(x, y, 0));
            }
        }
    }

    @Test
    void an_encoder_forgets_the_picture_before() {
        byte[] large = samples(200 * 200, 1);
        byte[] small = samples(16 * 16, 2);
        try (PngEncoder used = new PngEncoder();
                PngEncoder fresh = new PngEncoder()) {
            used.grey(large, 200, 200);
            assertThat(used.grey(small, 16, 16)).isEqualTo(fresh.grey(small, 16, 16));
        }
    }

    @Test
    void sizes_that_do_not_fit_the_samples_are_refused() {
        try (PngEncoder encoder = new PngEncoder()) {
            assertThatThrownBy(() -> encoder.grey(new byte[10], 3, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> encoder.grey(new byte[0], 0, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> encoder.palette(new byte[1], 1, 1, new int[257]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PngEncoder(10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_truncation_is_a_format_error() {
        byte[] png = tile();
        for (int size = 0; size < png.length; size++) {
            byte[] cut = java.util.Arrays.copyOf(png, size);
            assertThatThrownBy(() -> PngDecoder.decode("cut.png", cut))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageStartingWith("cut.png ");
        }
    }

    @Test
    void every_changed_byte_is_a_format_error() {
        byte[] png = tile();
        for (int at = 0; at < png.length; at++) {
            byte[] bad = png.clone();
            bad[at] ^= 0x41;
            assertThatThrownBy(() -> PngDecoder.decode("bad.png", bad))
                    .as("byte %s", at)
                    .isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void a_header_that_promises_more_than_the_data_can_hold_is_refused_before_memory_is_spent() {
        byte[] png = tile();
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, 8000).putInt(20, 8000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> PngDecoder.decode("bomb.png", png))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("cannot hold 8000 x 8000");
    }

    private static byte[] tile() {
        try (PngEncoder encoder = new PngEncoder()) {
            return encoder.greyAlpha(samples(W * 8 * 2, 9), W, 8);
        }
    }
}
