package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.emag2.Emag2Csv;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Finds the format of a file by its content. */
final class FormatDetector {
    private static final int LOOK_AT = 1 << 14;

    private record Signature(String start, String kind) {}

    private static final List<Signature> OTHERS = List.of(
            new Signature("\u0089PNG", "a PNG picture"),
            new Signature("\u00ff\u00d8\u00ff", "a JPEG picture"),
            new Signature("GIF8", "a GIF picture"),
            new Signature("%PDF", "a PDF document"),
            new Signature("PMTiles", "a PMTiles archive of map tiles"),
            new Signature("SQLite format 3", "an SQLite database"),
            new Signature("BZh", "a bzip2 archive, which must be unpacked first"),
            new Signature("7z\u00bc\u00af", "a 7-Zip archive, which must be unpacked first"),
            new Signature("DSAA", "a Surfer grid, which cannot be read"),
            new Signature("DSBB", "a Surfer grid, which cannot be read"),
            new Signature("version https://git-lfs", "a Git LFS pointer, whose content was not downloaded"));

    private FormatDetector() {}

    static GridFormat detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOK_AT);
        }
        if (head.length == 0) {
            throw new DataFormatException(file, "is empty");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("CDF\u0001")
                || text.startsWith("CDF\u0002")
                || text.startsWith("CDF\u0005")
                || text.startsWith("\u0089HDF\r\n")) {
            return GridFormat.NETCDF;
        }
        if (text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("II+\0")
                || text.startsWith("MM\0+")) {
            return GridFormat.GEOTIFF;
        }
        refuseOthers(file, text);
        if (text.contains("end_of_head")) {
            if (text.contains("\ngfc ") || text.contains("\ngfct ")) {
                throw new DataFormatException(
                        file,
                        "is a model of spherical-harmonic coefficients (.gfc), not a grid",
                        "compute a grid from it with 'gam synth'");
            }
            return GridFormat.ICGEM;
        }
        if (Emag2Csv.matches(file)) {
            return GridFormat.EMAG2_CSV;
        }
        if (PointReader.matches(file)) {
            return GridFormat.POINTS;
        }
        throw new DataFormatException(file, "is of no known kind: " + look(text));
    }

    private static void refuseOthers(Path file, String text) {
        String words = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).strip();
        String lower = words.toLowerCase(Locale.ROOT);
        String kind = "";
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<head")) {
            kind = "an HTML page";
        } else if (lower.startsWith("<")) {
            kind = "an XML document";
        } else if (lower.startsWith("{") || lower.startsWith("[")) {
            kind = "a JSON document";
        }
        for (Signature s : OTHERS) {
            kind = text.startsWith(s.start) ? s.kind : kind;
        }
        if (!kind.isEmpty()) {
            throw new DataFormatException(
                    file,
                    "is " + kind + ", not a grid",
                    kind.equals("an HTML page") ? "the download may have failed; fetch it again" : null);
        }
    }

    private static String look(String text) {
        long binary = text.chars().filter(c -> c < 9 || (c > 13 && c < 32)).count();
        if (binary * 20 > text.length()) {
            return "it holds binary data that starts with the bytes "
                    + String.format(
                            Locale.ROOT,
                            "%02x %02x",
                            (int) text.charAt(0),
                            text.length() > 1 ? (int) text.charAt(1) : 0);
        }
        String line = text.strip().lines().findFirst().orElse("");
        return "it holds text that starts with '" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "'";
    }
}
