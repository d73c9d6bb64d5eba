package org.geoanomaly.gam.pipeline.invert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.geophysics.inversion.InversionSettings;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code model.vti} as VTK itself reads it (Debian: python3-vtk9) holds the values of {@code model.csv} at their places. */
class VtkReadsModelTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Prints easting, northing, height and value of every cell. */
    private static final String SCRIPT = """
            import sys
            from vtkmodules.vtkIOXML import vtkXMLImageDataReader
            reader = vtkXMLImageDataReader()
            reader.SetFileName(sys.argv[1])
            reader.Update()
            image = reader.GetOutput()
            values = image.GetCellData().GetArray(0)
            for c in range(image.GetNumberOfCells()):
                b = image.GetCell(c).GetBounds()
                print((b[0] + b[1]) / 2, (b[2] + b[3]) / 2, (b[4] + b[5]) / 2, values.GetValue(c))
            """;

    @TempDir
    private Path folder;

    private static void requireVtk() throws IOException, InterruptedException {
        boolean there = Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import vtkmodules.vtkIOXML")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("python3-vtk9 is not installed");
        }
        Assumptions.assumeTrue(there, "python3-vtk9 is not installed");
    }

    @Test
    void vtk_finds_every_value_at_its_place() throws IOException, InterruptedException {
        requireVtk();
        StringBuilder text = new StringBuilder("easting,northing,height,value,uncertainty\n");
        for (int i = 0; i < 30; i++) {
            int x = i % 6;
            int y = i / 6;
            text.append(x * 100)
                    .append(',')
                    .append(y * 120)
                    .append(",20,")
                    .append(1.0 / (1 + (x - 2) * (x - 2) + (y - 3) * (y - 3)))
                    .append(",0.05\n");
        }
        InvertRequest request = new InvertRequest(
                Files.writeString(folder.resolve("data.csv"), text),
                new InvertField.Gravity(),
                new InvertMesh(6, 5, 3, new InvertMesh.Spacing(100, 120, 80), 0, Double.NaN),
                InversionSettings.smooth(),
                null,
                InvertRequest.Spread.NONE,
                folder.resolve("out"));
        try (Workers workers = new Workers(1)) {
            new InvertRun(request, workers, ProgressListener.SILENT, () -> false).run();
        }
        List<String> cells = Files.readAllLines(folder.resolve("out/model.csv"));
        List<String> vtk = read(folder.resolve("out/model.vti"));
        assertThat(vtk).hasSize(cells.size() - 1);
        for (String line : cells.subList(1, cells.size())) {
            String[] cell = line.split(",", -1);
            double value = Double.parseDouble(cell[3]);
            assertThat(vtk)
                    .filteredOn(found -> at(found, cell))
                    .singleElement()
                    .satisfies(found -> assertThat(Double.parseDouble(found.split(" ", -1)[3]))
                            .isCloseTo(value, within(1e-6 * (1.0 + Math.abs(value)))));
        }
    }

    private static boolean at(String found, String[] cell) {
        String[] f = found.split(" ", -1);
        return Math.abs(Double.parseDouble(f[0]) - Double.parseDouble(cell[0])) < 1e-6
                && Math.abs(Double.parseDouble(f[1]) - Double.parseDouble(cell[1])) < 1e-6
                && Math.abs(Double.parseDouble(f[2]) + Double.parseDouble(cell[2])) < 1e-6;
    }

    private static List<String> read(Path vti) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(PYTHON.toString(), "-c", SCRIPT, vti.toString())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(answer).isZero();
        return answer.lines().toList();
    }
}
