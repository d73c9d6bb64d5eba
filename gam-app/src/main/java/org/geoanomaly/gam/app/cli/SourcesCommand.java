package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.source.DataSource;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gam sources}: the catalogue of input data. */
@Command(
        name = "sources",
        description = "list, show, verify and cite input data; search catalogues of radar scenes; list plugins",
        footer = {
            "",
            "Examples",
            "  gam sources                      every source, and whether its file is on this machine",
            "  gam sources show emag2-v3        all about one",
            "  gam sources plugins              every plugin, and where it came from",
            "  gam sources verify               checksums of all files that are here",
            "  gam sources cite emag2-v3        how to cite it",
            "  gam sources search insar --bbox 19,20,-100,-98 --start 2018-01-01 --end 2018-03-01",
            "                                   radar scenes in the catalogue of ASF, or --catalogue cdse",
        })
final class SourcesCommand extends GamCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|show|verify|cite|search|plugins",
            defaultValue = "list",
            description = "what to do, default ${DEFAULT-VALUE}")
    private String action = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "which source; for search: insar")
    private @Nullable String id;

    @ArgGroup(exclusive = false, heading = "Search%n")
    private SceneSearch search = new SceneSearch();

    /** A source as {@code --json} prints it. */
    record Entry(
            String id,
            String modality,
            String title,
            String url,
            String filename,
            @Nullable String sha256,
            long size,
            String licence,
            String citation,
            @Nullable String file) {}

    SourcesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws InterruptedException {
        if (action.equals("search")) {
            return search();
        }
        DataSection data = config().config().data();
        if (action.equals("plugins")) {
            return plugins(new PluginTable(plugins()));
        }
        SourceCatalogue catalogue = catalogue(data);
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(environment(), data.mirrors()), data.cacheDir(), null, listener(), RunClock.system());
        return switch (action) {
            case "list" -> list(chosen(catalogue), resolver);
            case "show" -> show(required(catalogue), resolver);
            case "verify" -> verify(chosen(catalogue), resolver);
            case "cite" -> cite(chosen(catalogue));
            default ->
                throw new ConfigurationException(
                        "gam sources: '" + action + "' is no action",
                        "use list, show, verify, cite, search or plugins",
                        null);
        };
    }

    private ExitCode search() throws InterruptedException {
        if (id == null || !id.equals("insar")) {
            throw new ConfigurationException(
                    "gam sources search: " + (id == null ? "what for?" : "'" + id + "' has no catalogue to search"),
                    "gam sources search insar --bbox S,N,W,E --start DATE --end DATE",
                    null);
        }
        SceneListing listing = search.run(config().config().data().bbox(), environment(), progress());
        if (common().json()) {
            print(listing.json());
        } else {
            listing.lines().forEach(l -> print(Console.printable(l)));
        }
        return ExitCode.OK;
    }

    private ExitCode plugins(PluginTable table) {
        if (common().json()) {
            print(table.json());
        } else {
            table.lines().forEach(l -> print(Console.printable(l)));
        }
        return ExitCode.OK;
    }

    /** They are listed here. */
    @Override
    protected boolean warnsOfPlugins() {
        return !action.equals("plugins") && !action.equals("list");
    }

    private ProgressListener listener() {
        return action.equals("verify") ? progress() : ProgressListener.SILENT;
    }

    static SourceCatalogue catalogue(DataSection data) {
        Path own = data.catalogue();
        return own == null
                ? SourceCatalogue.builtIn()
                : SourceCatalogue.builtIn().with(own);
    }

    private List<DataSource> chosen(SourceCatalogue catalogue) {
        return id == null ? catalogue.all() : List.of(catalogue.find(id));
    }

    private DataSource required(SourceCatalogue catalogue) {
        if (id == null) {
            throw new ConfigurationException(
                    "gam sources show needs the id of a source", "gam sources lists them", null);
        }
        return catalogue.find(id);
    }

    private ExitCode list(List<DataSource> sources, SourceResolver resolver) {
        if (common().json()) {
            print(CanonicalJson.of(sources.stream().map(s -> entry(s, resolver)).toList()));
            return ExitCode.OK;
        }
        print(String.format(Locale.ROOT, "%-32s %-11s %10s  %-12s %s", "ID", "MODALITY", "SIZE", "STATE", "WHAT"));
        for (DataSource s : sources) {
            long size = s.file().expected().size();
            print(String.format(
                    Locale.ROOT,
                    "%-32s %-11s %10s  %-12s %s",
                    s.id(),
                    s.modality(),
                    size < 0 ? "?" : String.format(Locale.ROOT, "%,d kB", (size + 999) / 1000),
                    resolver.find(s).isPresent() ? "here" : s.file().urls().isEmpty() ? "by hand" : "not here",
                    s.title()));
        }
        if (id == null) {
            print("");
            new PluginTable(plugins()).lines().forEach(l -> print(Console.printable(l)));
        }
        return ExitCode.OK;
    }

    private static Entry entry(DataSource s, SourceResolver resolver) {
        return new Entry(
                s.id(),
                s.modality(),
                s.title(),
                s.file().url(),
                s.file().filename(),
                s.file().expected().sha256(),
                s.file().expected().size(),
                s.terms().license(),
                s.terms().citation(),
                resolver.find(s).map(r -> r.file().toString()).orElse(null));
    }

    private ExitCode show(DataSource s, SourceResolver resolver) {
        if (common().json()) {
            print(CanonicalJson.of(entry(s, resolver)));
            return ExitCode.OK;
        }
        line("id", s.id());
        line("title", s.title());
        line("modality", s.modality());
        s.file().urls().forEach(u -> line("url", u.toString()));
        line("file", s.file().filename());
        line("format", s.file().format());
        line("sha256", Optional.ofNullable(s.file().expected().sha256()).orElse("not recorded: trusted on first use"));
        line("quantity", s.content().quantity() + " (" + s.content().unit() + ")");
        Double height = s.content().heightMetres();
        if (height != null) {
            line("height", height + " m above the ellipsoid");
        }
        Double resolution = s.content().resolutionDeg();
        line("resolution", resolution == null ? "scattered points" : resolution + " degrees");
        line("licence", s.terms().license());
        line("cite", s.terms().citation());
        line("updates", s.terms().updates().id());
        line("notes", s.notes());
        line("here", resolver.find(s).map(r -> r.file().toString()).orElse("no"));
        return ExitCode.OK;
    }

    private void line(String name, String value) {
        if (!value.isBlank()) {
            print(String.format(Locale.ROOT, "%-11s %s", name, value.strip()));
        }
    }

    private ExitCode verify(List<DataSource> sources, SourceResolver resolver) {
        int here = 0;
        for (DataSource s : sources) {
            Optional<ResolvedSource> found = resolver.find(s);
            if (found.isPresent()) {
                here++;
                print(console().mark("✓", "ok") + " " + s.id() + "  "
                        + found.get().file());
            } else if (id != null) {
                throw new org.geoanomaly.gam.pipeline.error.DataFetchException(
                        s.id() + " is not on this machine, or not with the recorded checksum",
                        "gam fetch " + s.id(),
                        null);
            }
        }
        print(here + " of " + sources.size() + " sources are here and as recorded");
        return ExitCode.OK;
    }

    private ExitCode cite(List<DataSource> sources) {
        sources.forEach(s ->
                print(s.id() + ": " + s.terms().citation() + "  [" + s.terms().license() + "]"));
        return ExitCode.OK;
    }
}
