package com.example.muon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MuonTableReaderTest {
    private static final String GOOD = "# resolution_m: 40\n# flux_scale: 0.9\n"
            + "detector,longitude,latitude,height_m,azimuth_deg,zenith_deg,solid_angle_sr,area_m2,exposure_days,counts\n"
            + "A,8.1,46.2,120,30,15,0.01,2,10,345\n";

    @TempDir
    Path directory;

    private MuonTable read(String text) throws IOException {
        Path file = directory.resolve("muons.csv");
        Files.writeString(file, text);
        return MuonTableReader.read(file);
    }

    @Test
    void aTableHasItsNumbers() throws IOException {
        MuonTable table = read(GOOD);
        assertThat(table.survey()).isEqualTo(new MuonTable.Survey(40, 0.9, 0, false));
        assertThat(table.rows().get(0).counts()).isEqualTo(345);
        assertThat(table.rows().get(0).exposure(0.9)).isEqualTo(0.01 * 2 * 10 * 86_400 * 0.9);
        assertThat(table.rows().get(0).rock()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "345|34.5|whole number",
        "345|-1|counts -1",
        "345|NaN|counts NaN",
        "345|1e400|counts 1e400",
        "345|many|no number",
        ",345||9 values below a header of 10",
        "46.2|146.2|latitude",
        "15,0.01|95,0.01|zenith_deg",
        "counts|count|column 'count'",
        "azimuth_deg|zenith_deg|twice",
        ",counts||no column counts",
        "# resolution_m: 40||resolution_m",
        "0.9|0|flux_scale",
        "# flux|# flux_scale: 1\\n# flux|twice",
        "A,8.1|,8.1|no name"
    })
    void whatIsWrongIsToldWithItsLine(String what, String instead, String message) {
        String text = GOOD.replaceFirst(what, instead == null ? "" : instead.replace("\\n", "\n"));
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataFormatException.class).hasMessageContaining(message).hasMessageContaining("line");
    }

    @Test
    void aPictureIsNoTable() throws IOException {
        Path file = directory.resolve("muons.csv");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, (byte) 0xff});
        assertThatThrownBy(() -> MuonTableReader.read(file)).isInstanceOf(DataFormatException.class);
    }

    @Test
    void anEndlessLineIsRefused() {
        assertThatThrownBy(() -> read("x".repeat(100_000))).isInstanceOf(DataFormatException.class).hasMessageContaining("characters");
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        assertThatThrownBy(() -> read(GOOD.substring(0, GOOD.indexOf("A,8.1")))).hasMessageContaining("has no rows");
    }
}
