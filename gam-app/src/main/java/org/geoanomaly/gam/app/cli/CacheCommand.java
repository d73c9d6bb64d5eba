package org.geoanomaly.gam.app.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.cache.CacheEntry;
import org.geoanomaly.gam.pipeline.cache.RawDataCache;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam cache}: what earlier runs read, kept for the next one. */
@Command(
        name = "cache",
        description = "list, measure, verify and clear data that were read before",
        footer = {
            "",
            "Downloaded files are not touched, they are beside it under data.cache_dir/sources.",
            "",
            "Examples",
            "  gam cache                                   every entry",
            "  gam cache size                              how much disk it takes",
            "  gam cache verify                            compare all entries with their checksums",
            "  gam cache clear                             remove everything",
            "  gam cache clear --modality gravity --older-than 30",
        })
final class CacheCommand extends GamCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|size|verify|clear",
            defaultValue = "list",
            description = "what to do, default ${DEFAULT-VALUE}")
    private String action = "list";

    @Option(names = "--modality", paramLabel = "NAME", description = "only data of this modality")
    private @Nullable String modality;

    @Option(names = "--older-than", paramLabel = "DAYS", description = "only what no run took for so many days")
    private @Nullable Double olderThan;

    /** An entry as {@code --json} prints it. */
    record Entry(
            String key,
            String modality,
            double south,
            double north,
            double west,
            double east,
            String sources,
            String created,
            String lastUsed,
            long size,
            @Nullable String expires) {}

    /** The answer to {@code size}. */
    record Size(String directory, int entries, long bytes, Map<String, Long> modalities) {}

    /** The answer to {@code verify}. */
    record Verified(int entries, List<String> problems) {}

    CacheCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() {
        DataSection data = config().config().data();
        RawDataCache cache =
                new RawDataCache(data.cacheDir(), data.cacheExpiryDays(), InstantSource.system(), progress());
        return switch (action) {
            case "list" -> list(chosen(cache));
            case "size" -> size(cache);
            case "verify" -> verify(cache);
            case "clear" -> clear(cache);
            default ->
                throw new ConfigurationException(
                        "gam cache: '" + action + "' is no action", "use list, size, verify or clear", null);
        };
    }

    private @Nullable Duration age() {
        if (olderThan == null) {
            return null;
        }
        if (!(olderThan >= 0 && olderThan < 1e6)) {
            throw new ConfigurationException("--older-than must be a number of days, not " + olderThan);
        }
        return Duration.ofSeconds(Math.round(olderThan * 86_400));
    }

    private List<CacheEntry> chosen(RawDataCache cache) {
        Duration age = age();
        return cache.list().stream()
                .filter(e -> modality == null || e.modality().equals(modality))
                .filter(e -> age == null
                        || !e.lastUsed()
                                .isAfter(InstantSource.system().instant().minus(age)))
                .toList();
    }

    private ExitCode list(List<CacheEntry> entries) {
        if (common().json()) {
            print(CanonicalJson.of(entries.stream().map(CacheCommand::entry).toList()));
            return ExitCode.OK;
        }
        if (entries.isEmpty()) {
            print("nothing is cached");
            return ExitCode.OK;
        }
        print(String.format(
                Locale.ROOT,
                "%-12s %-11s %-34s %10s  %-20s %-20s %s",
                "KEY",
                "MODALITY",
                "SOUTH,NORTH,WEST,EAST",
                "SIZE",
                "CREATED",
                "LAST USED",
                "SOURCES"));
        for (CacheEntry e : entries) {
            BoundingBox a = e.area();
            print(String.format(
                    Locale.ROOT,
                    "%-12s %-11s %-34s %10s  %-20s %-20s %s",
                    e.key().substring(0, 12),
                    e.modality(),
                    String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%.4f", a.south(), a.north(), a.west(), a.east()),
                    kilobytes(e.size()),
                    RunClock.iso(e.created()),
                    RunClock.iso(e.lastUsed()),
                    e.sources()));
        }
        return ExitCode.OK;
    }

    private static Entry entry(CacheEntry e) {
        return new Entry(
                e.key(),
                e.modality(),
                e.area().south(),
                e.area().north(),
                e.area().west(),
                e.area().east(),
                e.sources(),
                RunClock.iso(e.created()),
                RunClock.iso(e.lastUsed()),
                e.size(),
                e.expires() == null ? null : RunClock.iso(e.expires()));
    }

    private ExitCode size(RawDataCache cache) {
        Map<String, Long> bytes = new TreeMap<>();
        List<CacheEntry> entries = chosen(cache);
        entries.forEach(e -> bytes.merge(e.modality(), e.size(), Long::sum));
        long total = bytes.values().stream().mapToLong(Long::longValue).sum();
        if (common().json()) {
            print(CanonicalJson.of(new Size(cache.directory().toString(), entries.size(), total, bytes)));
            return ExitCode.OK;
        }
        bytes.forEach((name, size) -> print(String.format(Locale.ROOT, "%-12s %12s", name, kilobytes(size))));
        print(String.format(
                Locale.ROOT,
                "%-12s %12s in %d %s in %s",
                "total",
                kilobytes(total),
                entries.size(),
                entries.size() == 1 ? "entry" : "entries",
                cache.directory()));
        return ExitCode.OK;
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,d kB", (bytes + 999) / 1000);
    }

    private ExitCode verify(RawDataCache cache) {
        RawDataCache.Verdict verdict = cache.verify();
        if (common().json()) {
            print(CanonicalJson.of(new Verified(verdict.seen(), verdict.problems())));
        } else {
            verdict.problems().forEach(p -> print(console().mark("✗", "FAIL") + " " + p));
            int bad = verdict.problems().size();
            print(
                    bad == 0
                            ? "all " + verdict.seen() + " entries are as stored"
                            : bad + " bad among " + verdict.seen()
                                    + " entries; the next run reads them anew, 'gam cache clear' removes all");
        }
        return verdict.problems().isEmpty() ? ExitCode.OK : ExitCode.INVALID_OUTPUT;
    }

    private ExitCode clear(RawDataCache cache) {
        RawDataCache.Freed freed = cache.clear(modality, age());
        print(
                common().json()
                        ? CanonicalJson.of(freed)
                        : "removed " + freed.entries() + (freed.entries() == 1 ? " entry, " : " entries, ")
                                + kilobytes(freed.bytes()) + " freed");
        return ExitCode.OK;
    }
}
