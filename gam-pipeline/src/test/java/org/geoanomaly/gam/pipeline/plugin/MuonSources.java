package org.geoanomaly.gam.pipeline.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sources of a modality as a stranger adds it, with an option that makes its inverter, preprocessor or source misbehave. */
final class MuonSources {
    private MuonSources() {}

    static Map<String, String> all() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("Fault", """
                public enum Fault { NONE, NOTHING, THROWS, RECURSES, MISSING, SIZE, NAN, INFINITE, NEGATIVE, FIT, PROPERTY;
                    static void act(Fault fault) {
                        switch (fault) {
                            case THROWS -> throw new IllegalStateException("broken");
                            case RECURSES -> act(fault);
                            case MISSING -> Library.answer();
                            default -> { }
                        }
                    }
                }
                """);
        sources.put("Library", "public class Library { static int answer() { return 42; } }");
        sources.put("MuonSource", """
                public final class MuonSource implements DataSource {
                    public record Options(@Key(required = true, help = "the table of counts") Path path,
                            @Key(min = 1, max = 1000) int detectors, Fault fault) {}
                    private static final Options DEFAULT = new Options(null, 25, Fault.NONE);
                    public String id() { return "muon-table"; }
                    public int spiVersion() { return VERSION; }
                    public Record options() { return DEFAULT; }
                    public boolean serves(DataRequest request) { return request.modality().equals("muon"); }
                    public List<ResolvedSource> locate(DataRequest request, FetchContext context) {
                        Options o = request.options(DEFAULT);
                        Fault.act(o.fault());
                        return List.of(context.resolver().local(new org.geoanomaly.gam.pipeline.source.DataSource(
                                "muon-table", "muons", "muon",
                                new org.geoanomaly.gam.pipeline.source.DataSource.Publication(
                                        List.of(), o.path().getFileName().toString(), "csv", Expected.NOTHING),
                                new org.geoanomaly.gam.pipeline.source.DataSource.Content("opacity", "", null, null, null, null),
                                new org.geoanomaly.gam.pipeline.source.DataSource.Terms("CC0", "none",
                                        org.geoanomaly.gam.pipeline.source.DataSource.Authentication.NONE,
                                        org.geoanomaly.gam.pipeline.source.DataSource.UpdatePolicy.FIXED), ""), o.path()));
                    }
                    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) {
                        Options o = request.options(DEFAULT);
                        if (o.fault() == Fault.NOTHING) { return null; }
                        int n = o.detectors();
                        double[] lon = new double[n], lat = new double[n], value = new double[n];
                        for (int i = 0; i < n; i++) {
                            lon[i] = -36.9 + 1.4 * (i % 5) / 5;
                            lat[i] = 42.1 + 1.0 * (i / 5) / 5;
                            value[i] = 1 + 0.01 * i;
                        }
                        Map<String, double[]> columns = new LinkedHashMap<>();
                        columns.put("longitude", lon);
                        columns.put("latitude", lat);
                        columns.put(o.fault() == Fault.SIZE ? "opacity" : "value", value);
                        columns.put("height", new double[n]);
                        return new RawData.Points(new RawData.Facts("muon", "opacity", Unit.DIMENSIONLESS, true,
                                null, 0.3, null, List.of()), columns);
                    }
                }
                """);
        sources.put("MuonPreprocessor", """
                public final class MuonPreprocessor implements Preprocessor {
                    public record Options(double uncertainty, Fault fault) {}
                    private static final Options DEFAULT = new Options(0.1, Fault.NONE);
                    public String id() { return "muon-lines"; }
                    public int spiVersion() { return VERSION; }
                    public Record options() { return DEFAULT; }
                    public Set<String> modalities() { return Set.of("muon"); }
                    public ProcessedData process(PreprocessRequest request, StageContext context) {
                        Options o = context.options(DEFAULT);
                        Fault.act(o.fault());
                        RawData.Points p = (RawData.Points) request.data();
                        int n = o.fault() == Fault.SIZE ? 0 : p.rows();
                        double[] e = new double[n], north = new double[n], h = new double[n], v = new double[n], s = new double[n];
                        double[] place = new double[2];
                        for (int i = 0; i < n; i++) {
                            request.area().frame().toLocal(p.column("longitude")[i], p.column("latitude")[i], place);
                            e[i] = place[0];
                            north[i] = place[1];
                            v[i] = o.fault() == Fault.NAN ? Double.NaN : p.column("value")[i];
                            s[i] = o.fault() == Fault.NEGATIVE ? 0 : o.uncertainty();
                        }
                        return o.fault() == Fault.NOTHING ? null : new ProcessedData("muon", "opacity", Unit.DIMENSIONLESS,
                                new Observations(e, north, h, v, s, Map.of()), null, 1000, null, List.of("muon notes"));
                    }
                }
                """);
        sources.put("MuonInverter", """
                public final class MuonInverter implements Inverter {
                    public record Options(@Key(min = 0, above = true, max = 5000) double contrast, Fault fault,
                            List<String> notes) {}
                    private static final Options DEFAULT = new Options(400, Fault.NONE, List.of());
                    private static final PropertyModel.Property DENSITY =
                            new PropertyModel.Property("density_contrast", Unit.KILOGRAM_PER_CUBIC_METRE);
                    public String id() { return "muon-density"; }
                    public int spiVersion() { return VERSION; }
                    public Record options() { return DEFAULT; }
                    public Set<String> modalities() { return Set.of("muon"); }
                    public ModalityDescription describe(String modality) {
                        return new ModalityDescription(modality, "muon tomography", DENSITY,
                                new Priors.Prior(0, 300, -3000, 3000), "dense", "light",
                                ModalityDescription.Vantage.THROUGH);
                    }
                    public long memory(InversionRequest request) { return 100L * request.mesh().cells(); }
                    public PropertyModel invert(InversionRequest request, StageContext context) {
                        Options o = context.options(DEFAULT);
                        Fault.act(o.fault());
                        RegularMesh m = request.mesh();
                        if (o.fault() == Fault.SIZE) {
                            m = RegularMesh.of(new double[] {0, 0, 0}, 1, 1, new double[] {1, 1}, new double[] {1});
                        }
                        double tau = request.settings().priors().of("muon").orElseThrow().std();
                        float[] value = new float[m.cells()], sigma = new float[m.cells()], prior = new float[m.cells()];
                        Arrays.fill(prior, (float) tau);
                        for (int c = 0; c < value.length; c++) {
                            int i = c % m.nx(), j = c / m.nx() % m.ny(), k = c / m.nx() / m.ny();
                            boolean reached = k < 2;
                            boolean body = Math.abs(i - m.nx() / 2) <= 1 && Math.abs(j - m.ny() / 2) <= 1;
                            value[c] = o.fault() == Fault.NAN || !reached ? Float.NaN : body ? (float) o.contrast() : 0;
                            sigma[c] = (float) (reached ? 0.2 * tau : tau);
                        }
                        if (o.fault() == Fault.INFINITE) { value[0] = Float.POSITIVE_INFINITY; }
                        if (o.fault() == Fault.NEGATIVE) { sigma[0] = -1; }
                        int n = o.fault() == Fault.FIT ? 1 : request.data().observations().size();
                        PropertyModel.Property p = o.fault() == Fault.PROPERTY
                                ? new PropertyModel.Property("velocity", Unit.KILOMETRE_PER_SECOND) : DENSITY;
                        return o.fault() == Fault.NOTHING ? null : new PropertyModel("muon", p, m, value, sigma, prior,
                                new ModelFit(new ModelFit.Quality(true, 1, "made up", o.notes()), new double[n],
                                        new double[m.nz()], List.of()));
                    }
                }
                """);
        sources.put("Drawer", """
                public final class Drawer implements Visualizer {
                    public record Options(Fault fault) {}
                    private static final Options DEFAULT = new Options(Fault.NONE);
                    public String id() { return "drawer"; }
                    public int spiVersion() { return VERSION; }
                    public Record options() { return DEFAULT; }
                    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory,
                            StageContext context) throws java.io.IOException {
                        Options o = context.options(DEFAULT);
                        Fault.act(o.fault());
                        if (o.fault() == Fault.SIZE) { return List.of(Path.of("../elsewhere.txt")); }
                        Files.writeString(directory.resolve("drawn.txt"), "drawn");
                        return o.fault() == Fault.NOTHING ? null : List.of(Path.of("drawn.txt"));
                    }
                }
                """);
        return sources;
    }
}
