package org.geoanomaly.gam.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.pmtiles.ArchiveProfile;
import org.geoanomaly.gam.formats.pmtiles.PmtilesHeader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesMerge;
import org.geoanomaly.gam.formats.pmtiles.PmtilesReader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesWriter;
import org.geoanomaly.gam.formats.pmtiles.TileCoordinate;

/**
 * Cuts an archive into parts by ranges of tile ids and times putting them together again, flat and as a tree of fours. Arguments: archive,
 * parts (64), directory for the parts.
 */
public final class PmtilesMergeRun {
    private static final int FAN_IN = 4;

    private final PmtilesHeader header;
    private final ArchiveProfile profile;
    private final String metadata;
    private final Path work;

    private PmtilesMergeRun(PmtilesReader reader, Path work) throws IOException {
        this.header = reader.header();
        this.profile = new ArchiveProfile(
                header.tileType(),
                header.tileCompression(),
                header.minPosition(),
                header.maxPosition(),
                header.centerZoom());
        this.metadata = reader.metadata();
        this.work = work;
    }

    /** Runs and prints figures. */
    public static void main(String[] args) throws IOException {
        Path archive = Path.of(args[0]);
        int parts = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        Path work = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("gam-merge");
        Files.createDirectories(work);
        try (PmtilesReader reader = PmtilesReader.open(archive)) {
            new PmtilesMergeRun(reader, work).run(reader, archive, parts);
        }
    }

    private void run(PmtilesReader reader, Path archive, int parts) throws IOException {
        List<Path> level = cut(reader, parts);
        for (int warm = 0; warm < 2; warm++) {
            merge(level, work.resolve("flat.pmtiles"));
        }
        long start = System.nanoTime();
        merge(level, work.resolve("flat.pmtiles"));
        print("flat, " + level.size() + " parts", start, archive, work.resolve("flat.pmtiles"));
        start = System.nanoTime();
        int depth = 0;
        while (level.size() > 1) {
            level = reduce(level, depth++);
        }
        print("tree of " + FAN_IN + "s, " + depth + " levels", start, archive, level.get(0));
    }

    private List<Path> cut(PmtilesReader reader, int parts) throws IOException {
        List<Path> cut = new ArrayList<>();
        long end = TileCoordinate.firstId(header.maxZoom() + 1);
        for (int i = 0; i < parts; i++) {
            Path part = work.resolve("part-" + i + ".pmtiles");
            try (PmtilesWriter writer = PmtilesWriter.create(part, profile)) {
                for (long id = end * i / parts; id < end * (i + 1) / parts; id++) {
                    TileCoordinate tile = TileCoordinate.ofId(id);
                    var content = reader.tile(tile);
                    if (content.isPresent()) {
                        writer.write(tile, content.get());
                    }
                }
                writer.finish("{}");
            }
            cut.add(part);
        }
        return cut;
    }

    private List<Path> reduce(List<Path> level, int depth) throws IOException {
        List<Path> next = new ArrayList<>();
        for (int i = 0; i < level.size(); i += FAN_IN) {
            Path target = work.resolve("level-" + depth + "-" + i + ".pmtiles");
            merge(level.subList(i, Math.min(level.size(), i + FAN_IN)), target);
            next.add(target);
        }
        return next;
    }

    private void merge(List<Path> parts, Path target) throws IOException {
        PmtilesMerge.merge(parts, target, profile, metadata);
    }

    private static void print(String what, long start, Path archive, Path merged) throws IOException {
        double seconds = (System.nanoTime() - start) * 1e-9;
        System.out.printf(
                Locale.ROOT,
                "%-24s %.2f s, %.0f MB/s, %s%n",
                what,
                seconds,
                Files.size(archive) / seconds / 1e6,
                Files.mismatch(archive, merged) < 0 ? "the same bytes" : "DIFFERENT BYTES");
    }
}
