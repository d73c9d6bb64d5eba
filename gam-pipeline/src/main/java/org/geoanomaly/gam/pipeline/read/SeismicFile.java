package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.compressed.CompressedFile;
import org.geoanomaly.gam.formats.seismic.Bulletin;
import org.geoanomaly.gam.formats.seismic.StationList;
import org.geoanomaly.gam.formats.seismic.catalog.ComCatCsv;
import org.geoanomaly.gam.formats.seismic.catalog.Zmap;
import org.geoanomaly.gam.formats.seismic.fdsntext.EventText;
import org.geoanomaly.gam.formats.seismic.fdsntext.StationText;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdPhases;
import org.geoanomaly.gam.formats.seismic.hypodd.HypoDdStations;
import org.geoanomaly.gam.formats.seismic.isf.IsfBulletin;
import org.geoanomaly.gam.formats.seismic.picks.PickCsv;
import org.geoanomaly.gam.formats.seismic.quakeml.QuakeMl;
import org.geoanomaly.gam.formats.seismic.stationxml.StationXml;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;

/** The door through which earthquakes and stations come in, compressed or not. */
public final class SeismicFile {
    private SeismicFile() {}

    /**
     * Events of a file of any format that has events.
     *
     * @param scratch where to decompress
     * @throws DataFormatException if the file is of another kind or damaged
     */
    public static Bulletin events(Path path, Path scratch) throws IOException {
        return opened(path, scratch, file -> {
            Optional<SeismicFormat> format = SeismicFormat.detect(file);
            if (format.isEmpty() || format.get().holds() != SeismicFormat.Holds.EVENTS) {
                throw new DataFormatException(
                        file,
                        "is no file of earthquakes but "
                                + format.map(SeismicFormat::words).orElse("of another kind"),
                        format.isPresent() && format.get() == SeismicFormat.SGT
                                ? "shots and their first arrivals along a profile go to gam invert"
                                : "QuakeML, an ISF bulletin, pick CSV or a phase file of hypoDD has picks");
            }
            return events(file, format.get());
        });
    }

    static Bulletin events(Path file, SeismicFormat format) throws IOException {
        return switch (format) {
            case QUAKEML -> QuakeMl.read(file);
            case EVENT_TEXT -> EventText.read(file);
            case COMCAT_CSV -> ComCatCsv.read(file);
            case ZMAP -> Zmap.read(file);
            case ISF -> IsfBulletin.read(file);
            case PICKS -> PickCsv.read(file);
            case HYPODD_PHASES -> HypoDdPhases.read(file);
            default -> throw new IllegalArgumentException("no events in " + format);
        };
    }

    /**
     * Stations of a file: StationXML, text of a station service, or of hypoDD.
     *
     * @param scratch where to decompress
     * @throws DataFormatException if the file is of another kind or damaged
     */
    public static StationList stations(Path path, Path scratch) throws IOException {
        return opened(path, scratch, file -> {
            SeismicFormat format = SeismicFormat.detect(file).orElse(SeismicFormat.MINISEED);
            return switch (format) {
                case STATION_XML -> StationXml.read(file);
                case STATION_TEXT -> StationText.read(file);
                case HYPODD_STATIONS -> HypoDdStations.read(file);
                default ->
                    throw new DataFormatException(
                            file,
                            "is no list of stations",
                            "use StationXML, the text of an FDSN station service or a station file of hypoDD");
            };
        });
    }

    /** What a file is, for people; empty if it is none of these formats. Damage is part of the answer. */
    public static Optional<FileDescription> describe(Path path) {
        Path scratch = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        try {
            return opened(path, scratch, file -> {
                Optional<SeismicFormat> format = SeismicFormat.detect(file);
                return format.isEmpty() ? Optional.empty() : Optional.of(SeismicDescription.of(file, format.get()));
            });
        } catch (DataFormatException e) {
            return Optional.empty(); // not unpackable: the reader of grids says why
        } catch (IOException e) {
            throw new GamException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private interface Use<T> {
        T with(Path file) throws IOException;
    }

    private static <T> T opened(Path path, Path scratch, Use<T> use) throws IOException {
        Optional<CompressedFile> compressed = CompressedFile.detect(path, CompressedFile.Limits.DEFAULT);
        if (compressed.isEmpty()) {
            return use.with(path);
        }
        Files.createDirectories(scratch);
        Path directory = Files.createTempDirectory(scratch, "gam-seismic");
        try {
            return use.with(compressed.get().expand(directory, Optional.empty()));
        } finally {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(directory);
        }
    }
}
