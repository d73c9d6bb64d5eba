package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Recognises what else a file that should be a TIFF may be, so that the user learns what was downloaded or renamed. */
final class FileKind {
    private static final int LOOK_AT = 64;

    private FileKind() {}

    static void requireTiff(ByteFile file) throws IOException {
        if (file.size() == 0) {
            throw file.error("is empty");
        }
        byte[] bytes = new byte[(int) Math.min(file.size(), LOOK_AT)];
        file.readInto(0, bytes, bytes.length, "the header");
        if (isTiff(bytes)) {
            return;
        }
        String kind = kindOf(bytes);
        if (!kind.isEmpty()) {
            throw file.error("is " + kind + ", not a TIFF file");
        }
        if (bytes.length < 8) {
            throw file.error("is truncated: a TIFF file has more than " + bytes.length + " bytes");
        }
        throw file.error("is not a TIFF file: it starts with the bytes "
                + String.format(Locale.ROOT, "%02x %02x %02x %02x", bytes[0], bytes[1], bytes[2], bytes[3]));
    }

    private static boolean isTiff(byte[] b) {
        if (b.length < 8) {
            return false;
        }
        boolean little = b[0] == 'I' && b[1] == 'I' && b[3] == 0 && (b[2] == 42 || b[2] == 43);
        boolean bigEndian = b[0] == 'M' && b[1] == 'M' && b[2] == 0 && (b[3] == 42 || b[3] == 43);
        return little || bigEndian;
    }

    private static String kindOf(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String words = text.startsWith("ï»¿") ? text.substring(3).strip() : text.strip();
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<head")) {
            return "an HTML page";
        }
        if (lower.startsWith("<")) {
            return "an XML document";
        }
        if (lower.startsWith("{") || lower.startsWith("[")) {
            return "a JSON document";
        }
        if (lower.startsWith("version https://git-lfs")) {
            return "a Git LFS pointer, whose content was not downloaded";
        }
        return kindOfBinary(text);
    }

    private static String kindOfBinary(String text) {
        String[][] kinds = {
            {"\u0089PNG", "a PNG picture"},
            {"\u00FF\u00D8\u00FF", "a JPEG picture"},
            {"GIF8", "a GIF picture"},
            {"\u001F\u008B", "a gzip archive (unpack it first)"},
            {"PK\u0003\u0004", "a zip archive (unpack it first)"},
            {"BZh", "a bzip2 archive (unpack it first)"},
            {"\u00FD7zXZ", "an xz archive (unpack it first)"},
            {"\u0089HDF", "an HDF5 or NetCDF-4 file"},
            {"CDF\u0001", "a NetCDF file"},
            {"CDF\u0002", "a NetCDF file"},
            {"%PDF", "a PDF document"},
        };
        for (String[] kind : kinds) {
            if (text.startsWith(kind[0])) {
                return kind[1];
            }
        }
        return "";
    }
}
