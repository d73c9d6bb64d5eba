package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.DataSection;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.eastup.EastUpGrid;
import org.geoanomaly.gam.pipeline.eastup.EastUpOutput;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.Downloader;
import org.geoanomaly.gam.pipeline.ingest.insar.InsarFormat;
import org.geoanomaly.gam.pipeline.ingest.insar.InsarSource;
import org.geoanomaly.gam.pipeline.source.Mirrors;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceResolver;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam eastup}: looks from two sides to motion east and up. */
@Command(
        name = "eastup",
        description = "ascending and descending InSAR to motion east and up",
        footer = {
            "",
            "Examples",
            "  gam eastup EGMS_L2b_022_*.zip EGMS_L2b_117_*.zip -o ustica.nc     velocities on the 100 m grid of EGMS",
            "  gam eastup EGMS_L2b_022_*.zip EGMS_L2b_117_*.zip -o ustica.tif    ustica_east.tif and ustica_up.tif",
            "  gam eastup -c area.yaml --crs EPSG:32614 -o motion.nc             the scenes of data.sources.insar",
        })
final class EastUpCommand extends GamCommand {
    private static final Crs EUROPE = new Crs("EPSG:3035", false);

    @Parameters(
            arity = "0..*",
            paramLabel = "PRODUCT",
            description = "products of both directions; those of data.sources.insar if absent")
    private List<Path> products = new ArrayList<>();

    @Option(names = "--cell", paramLabel = "M", description = "side of a cell in metres, default ${DEFAULT-VALUE}")
    private double cell = 100;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:CODE",
            description = "of the grid (default: EPSG:3035 for EGMS, else UTM)")
    private @Nullable String crs;

    @Option(names = "--bbox", paramLabel = "S,N,W,E", description = "only this area, in degrees")
    private @Nullable String bbox;

    @Option(
            names = "--north-uncertainty",
            paramLabel = "V",
            description = "how much the ground may move north, in the unit of the data (default 0)")
    private double northUncertainty;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "*.nc, or *.tif for *_east.tif and *_up.tif")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path output;

    EastUpCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** The answer as {@code --json} prints it. */
    record Summary(
            List<String> files,
            String crs,
            double west,
            double south,
            int columns,
            int rows,
            double cell,
            int cells,
            String unit,
            Part east,
            Part up) {}

    /** Statistics over the cells with an answer. */
    record Part(double mean, double standardDeviation, double min, double max) {}

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        if (!(cell > 0 && cell <= 1e6) || !(northUncertainty >= 0 && northUncertainty < 1e6)) {
            throw new ConfigurationException(
                    "gam eastup: --cell must be positive and --north-uncertainty not negative", null, null);
        }
        DataSection data = config().config().data();
        SourceSpec spec = spec(data);
        RawData.Points points = read(data, spec);
        EastUpGrid grid = EastUpGrid.of(points, reference(points), cell, northUncertainty);
        List<Path> files = EastUpOutput.write(output, grid, names());
        report(grid, files);
        return ExitCode.OK;
    }

    private List<String> names() {
        return products.stream().map(p -> String.valueOf(p.getFileName())).toList();
    }

    private SourceSpec spec(DataSection data) {
        for (Path product : products) {
            if (!Files.isRegularFile(product)) {
                throw new GamException("no such file: " + product);
            }
        }
        if (!products.isEmpty()) {
            return new SourceSpec.Scenes(products.stream()
                    .map(p -> SourceSpec.Scene.of(p.toAbsolutePath().toString()))
                    .toList());
        }
        SourceSpec configured = data.sources().get("insar");
        if (configured == null) {
            throw new ConfigurationException(
                    "gam eastup: no product is named, and the configuration has no data.sources.insar",
                    "gam eastup ASCENDING DESCENDING -o FILE.nc",
                    null);
        }
        return configured;
    }

    private RawData.Points read(DataSection data, SourceSpec spec) throws IOException, InterruptedException {
        BoundingBox named = data.bbox();
        BoundingBox area = bbox != null
                ? BoundingBox.parse(bbox)
                : named != null && products.isEmpty() ? named : new BoundingBox(-90, 90, -180, 180);
        SourceResolver resolver = new SourceResolver(
                Mirrors.of(environment(), data.mirrors()),
                data.cacheDir(),
                new Downloader(DownloadPolicy.DEFAULT, progress()),
                progress(),
                RunClock.system());
        Path scratch = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        try (Workers workers = new Workers(1)) {
            FetchContext context =
                    new FetchContext(SourcesCommand.catalogue(data), resolver, scratch, workers, progress());
            DataRequest request = new DataRequest("insar", spec, area, 0.1);
            InsarSource source = new InsarSource();
            List<ResolvedSource> located = source.locate(request, context);
            return (RawData.Points) source.read(request, located, context);
        }
    }

    /** What EGMS uses in Europe; elsewhere the UTM zone of the middle. */
    private Crs reference(RawData.Points points) throws IOException {
        if (crs != null) {
            Crs named = new Crs(crs.trim().toUpperCase(Locale.ROOT), false);
            if (named.id().equals("EPSG:4326")) {
                throw new ConfigurationException("gam eastup: --crs must be a projection in metres", null, null);
            }
            return named;
        }
        boolean egms = !products.isEmpty();
        for (Path product : products) {
            egms &= InsarFormat.detect(product) == InsarFormat.EGMS;
        }
        if (egms) {
            return EUROPE;
        }
        double lon = points.column(RawData.Points.LONGITUDE)[0];
        double lat = points.column(RawData.Points.LATITUDE)[0];
        int zone = Math.min(60, (int) Math.floor((lon + 180) / 6) + 1);
        return new Crs("EPSG:" + ((lat < 0 ? 32700 : 32600) + zone), false);
    }

    private void report(EastUpGrid grid, List<Path> files) {
        GridGeometry g = grid.geometry();
        Part east = part(grid.layers().get(0).grid());
        Part up = part(grid.layers().get(1).grid());
        if (common().json()) {
            print(CanonicalJson.of(new Summary(
                    files.stream().map(Path::toString).toList(),
                    g.crs().id(),
                    g.west(),
                    g.south(),
                    g.columns(),
                    g.rows(),
                    g.dx(),
                    grid.cells(),
                    grid.unit().symbol(),
                    east,
                    up)));
            return;
        }
        if (!common().quiet()) {
            grid.notes().forEach(n -> progress().info("eastup", n));
        }
        print(String.format(
                Locale.ROOT,
                "%d cells of %.0f m, of %d x %d, in %s from easting %.0f, northing %.0f",
                grid.cells(),
                g.dx(),
                g.columns(),
                g.rows(),
                g.crs().id(),
                g.west(),
                g.south()));
        print(line("east", east, grid.unit().symbol()));
        print(line("up", up, grid.unit().symbol()));
        files.forEach(f -> print("wrote " + f));
    }

    private static String line(String name, Part p, String unit) {
        return String.format(
                Locale.ROOT,
                "%-5s mean %.3f, standard deviation %.3f, from %.3f to %.3f %s",
                name,
                p.mean,
                p.standardDeviation,
                p.min,
                p.max,
                unit);
    }

    private static Part part(FloatGrid grid) {
        Statistics s = RobustStatistics.of(grid.values());
        return new Part(s.mean(), s.std(), s.min(), s.max());
    }
}
