package org.geoanomaly.gam.formats.netcdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.formats.tiff.GdalReference;

/** The reference tools: ncgen makes files from text, ncdump and GDAL read ours. */
final class Netcdf {
    private Netcdf() {}

    /** A file from CDL; kind 1 classic, 2 64-bit offset, 5 64-bit data, 3 NetCDF-4. */
    static Path generate(Path directory, String cdl, int kind) throws IOException {
        Path text = Files.writeString(directory.resolve("in.cdl"), cdl);
        Path file = directory.resolve("kind" + kind + ".nc");
        run(
                "ncgen",
                "-k",
                Integer.toString(kind == 5 ? 5 : kind == 3 ? 3 : kind),
                "-o",
                file.toString(),
                text.toString());
        return file;
    }

    static String run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command)).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + errors);
            }
            return output;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static void require(String tool) {
        boolean present = List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(d -> Files.isExecutable(Path.of(d, tool)));
        GdalReference.requireOnCi(present, tool + " is not installed");
    }
}
