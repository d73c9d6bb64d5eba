package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class PmtilesHeaderTest {
    private static final PmtilesHeader HEADER = new PmtilesHeader(
            new Section(127, 1000),
            new Section(2000, 30),
            new Section(3000, 40),
            new Section(16384, 50),
            new TileCounts(7, 6, 5),
            true,
            Compression.GZIP,
            Compression.NONE,
            TileType.PNG,
            1,
            9,
            new Position(-1_800_000_000, -850_000_000),
            Position.ofDegrees(12.5, 45.25),
            4,
            Position.ofDegrees(-0.1, 0.2));

    @Test
    void fields_lie_where_the_specification_puts_them() {
        ByteBuffer b = ByteBuffer.wrap(HEADER.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(b.limit()).isEqualTo(127);
        assertThat(b.get(7)).isEqualTo((byte) 3);
        assertThat(b.getLong(0x08)).isEqualTo(127);
        assertThat(b.getLong(0x20)).isEqualTo(30);
        assertThat(b.getLong(0x28)).isEqualTo(3000);
        assertThat(b.getLong(0x38)).isEqualTo(16384);
        assertThat(b.getLong(0x48)).isEqualTo(7);
        assertThat(b.getLong(0x58)).isEqualTo(5);
        assertThat(new byte[] {b.get(0x60), b.get(0x61), b.get(0x62), b.get(0x63), b.get(0x64), b.get(0x65)})
                .containsExactly(1, 2, 1, 2, 1, 9);
        assertThat(b.getInt(0x66)).isEqualTo(-1_800_000_000);
        assertThat(b.getInt(0x72)).isEqualTo(452_500_000);
        assertThat(b.get(0x76)).isEqualTo((byte) 4);
        assertThat(b.getInt(0x7b)).isEqualTo(2_000_000);
    }

    @Test
    void bytes_and_back_is_the_same_header() {
        assertThat(PmtilesHeader.fromBytes(HEADER.toBytes())).isEqualTo(HEADER);
    }

    @Test
    void what_is_no_header_is_refused_with_its_reason() {
        assertRefused(new byte[0], "not a PMTiles archive");
        assertRefused("<!DOCTYPE html>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "not a PMTiles archive");
        assertRefused(java.util.Arrays.copyOf(HEADER.toBytes(), 126), "truncated");
        assertRefused(changed(7, 2), "version 2");
        assertRefused(changed(0x0f, 0x80), "byte range");
        assertRefused(changed(0x60, 2), "clustered flag 2");
        assertRefused(changed(0x61, 5), "internal compression 5");
        assertRefused(changed(0x63, 200), "tile type 200");
        assertRefused(changed(0x64, 10), "zooms: 10 to 9");
    }

    private static byte[] changed(int at, int value) {
        byte[] bytes = HEADER.toBytes();
        bytes[at] = (byte) value;
        return bytes;
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> PmtilesHeader.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
