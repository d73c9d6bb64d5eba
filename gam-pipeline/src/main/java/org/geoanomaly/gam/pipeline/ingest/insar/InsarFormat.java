package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.geoanomaly.gam.formats.egms.EgmsFile;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** The products that can be read. */
public enum InsarFormat {
    /** Unwrapped phase, or displacement, as GeoTIFF: LiCSAR, PyRate, GAMMA and their kin. */
    PHASE,
    /** ASF HyP3: unwrapped phase or displacement and its companions, as GeoTIFF. */
    HYP3,
    /** OPERA DISP-S1, NetCDF-4. */
    OPERA,
    /** European Ground Motion Service, CSV in zip. */
    EGMS,
    /** Points with the line of sight of each, text. */
    LOS;

    private static final int HEAD = 8;

    /** The format of a name in a configuration or catalogue; empty for a name that says nothing about it. */
    public static Optional<InsarFormat> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "phase", "licsar", "pyrate", "unwrapped-phase" -> Optional.of(PHASE);
            case "hyp3" -> Optional.of(HYP3);
            case "opera", "opera-disp-s1" -> Optional.of(OPERA);
            case "egms" -> Optional.of(EGMS);
            case "los", "los-csv" -> Optional.of(LOS);
            default -> Optional.empty();
        };
    }

    /**
     * Finds the format of a file by its content, and by its name where products share one.
     *
     * @throws DataFormatException if it is none of them
     */
    public static InsarFormat detect(Path path) throws IOException {
        String head = head(path);
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (tiff(head)) {
            return name.matches(".*_(unw_phase|los_disp)\\.tiff?") ? HYP3 : PHASE;
        }
        if (head.startsWith("\u0089HDF") || head.startsWith("CDF")) {
            return OPERA;
        }
        if (EgmsFile.matches(path)) {
            return EGMS;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            requireWhole(path);
            throw new DataFormatException(
                    path,
                    "is a zip, but not of the European Ground Motion Service",
                    "unpack it and name the file of unwrapped phase or displacement");
        }
        if (PointReader.matches(path)) {
            return LOS;
        }
        throw new DataFormatException(
                path,
                "is no product of radar interferometry that can be read",
                "these can: unwrapped phase as GeoTIFF, HyP3, OPERA DISP-S1, EGMS, tables of line-of-sight displacements");
    }

    private static void requireWhole(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            zip.size();
        } catch (ZipException e) {
            throw new DataFormatException(
                    path.toString(),
                    "is a damaged or truncated zip file: " + e.getMessage() + "; fetch the file again",
                    null,
                    e);
        }
    }

    static boolean isTiff(Path path) throws IOException {
        return tiff(head(path));
    }

    private static String head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean tiff(String head) {
        return head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("II+\0")
                || head.startsWith("MM\0+");
    }
}
