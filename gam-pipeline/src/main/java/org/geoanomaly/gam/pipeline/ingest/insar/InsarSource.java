package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.ingest.Areas;
import org.geoanomaly.gam.pipeline.ingest.OwnFile;
import org.geoanomaly.gam.pipeline.ingest.insar.SceneFiles.Role;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.Plugin;

/**
 * Serves products of radar interferometry, one or several, from files and from the catalogue. The answer is a table of points: displacement
 * toward the satellite in metres, or velocity in mm/yr, with the line of sight and the number of the scene. Thread-safe.
 */
public final class InsarSource implements DataSource {
    static final String MODALITY = "insar";

    @Override
    public String id() {
        return MODALITY;
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public boolean serves(DataRequest request) {
        return request.modality().equals(MODALITY);
    }

    @Override
    public List<ResolvedSource> locate(DataRequest request, FetchContext context) throws IOException {
        List<ResolvedSource> located = new ArrayList<>();
        for (SourceSpec.Scene scene : scenes(request.source())) {
            ResolvedSource product = resolve(scene.path(), scene, context);
            located.add(product);
            Map<Role, String> named = SceneFiles.named(scene);
            for (String file : named.values()) {
                located.add(resolve(file, scene, context));
            }
            for (Path file : SceneFiles.companions(product.file(), named).values()) {
                located.add(resolve(file.toString(), scene, context));
            }
        }
        return located;
    }

    private static List<SourceSpec.Scene> scenes(SourceSpec spec) {
        List<SourceSpec.Scene> scenes =
                spec instanceof SourceSpec.Scenes several ? several.scenes() : List.of(one(spec));
        if (scenes.isEmpty()) {
            throw new ConfigurationException(
                    "data.sources.insar names no scene", "name at least one under scenes", null);
        }
        return scenes;
    }

    private static SourceSpec.Scene one(SourceSpec spec) {
        if (spec instanceof SourceSpec.Catalogued entry) {
            if (entry.id().isBlank()) {
                throw new ConfigurationException(
                        "data.sources.insar is missing: there is no usual source of insar data",
                        "name files or scenes of the catalogue under data.sources.insar",
                        null);
            }
            return SourceSpec.Scene.of(entry.id());
        }
        return SourceSpec.Scene.of(((SourceSpec.LocalFile) spec).path().toString());
    }

    private static ResolvedSource resolve(String file, SourceSpec.Scene scene, FetchContext context) {
        boolean id = file.matches("[a-z0-9][a-z0-9-]*") && !Files.isRegularFile(Path.of(file));
        if (id) {
            org.geoanomaly.gam.pipeline.source.DataSource known =
                    context.catalogue().find(file);
            if (!known.modality().equals(MODALITY) && !known.modality().equals("topography")) {
                throw new ConfigurationException(
                        "data.sources.insar: '" + file + "' is a source of " + known.modality(),
                        "gam sources list shows what there is",
                        null);
            }
            return context.resolver().resolve(known);
        }
        Path path = Path.of(file);
        SourceSpec.LocalFile own = new SourceSpec.LocalFile(
                path,
                file.equals(scene.path()) ? scene.format() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                scene.licence(),
                scene.citation(),
                null,
                null,
                null,
                null);
        return context.resolver().local(OwnFile.described(own, MODALITY), path);
    }

    @Override
    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) throws IOException {
        Iterator<ResolvedSource> files = located.iterator();
        LosColumns out = new LosColumns();
        List<SceneRead.Outcome> outcomes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<SourceSpec.Scene> scenes = scenes(request.source());
        for (int track = 0; track < scenes.size(); track++) {
            SourceSpec.Scene scene = scenes.get(track);
            ResolvedSource product = files.next();
            SceneRead read = new SceneRead(
                    scene,
                    files(scene, product.file(), files),
                    request.area(),
                    track,
                    String.valueOf(product.file().getFileName()));
            int before = out.rows();
            SceneRead.Outcome outcome = read(read, format(scene, product), out);
            if (out.rows() > before) {
                outcomes.add(outcome);
            }
            notes.addAll(outcome.notes());
        }
        if (out.rows() == 0) {
            throw Areas.empty(request, name(located), "no usable point (" + String.join("; ", notes) + ")");
        }
        return new RawData.Points(facts(outcomes, notes), out.columns());
    }

    private static String name(List<ResolvedSource> located) {
        return located.get(0).file().getFileName() + (located.size() > 1 ? " and others" : "");
    }

    private static SceneFiles files(SourceSpec.Scene scene, Path product, Iterator<ResolvedSource> rest)
            throws IOException {
        Map<Role, Path> files = new EnumMap<>(Role.class);
        files.put(Role.PRODUCT, product);
        Map<Role, String> named = SceneFiles.named(scene);
        for (Role role : named.keySet()) {
            files.put(role, rest.next().file());
        }
        for (Role role : SceneFiles.companions(product, named).keySet()) {
            files.put(role, rest.next().file());
        }
        return new SceneFiles(files);
    }

    private static InsarFormat format(SourceSpec.Scene scene, ResolvedSource product) throws IOException {
        String stated = scene.format() == null ? product.source().file().format() : scene.format();
        InsarFormat named = InsarFormat.named(stated).orElse(null);
        return named == null ? InsarFormat.detect(product.file()) : named;
    }

    private static SceneRead.Outcome read(SceneRead read, InsarFormat format, LosColumns out) throws IOException {
        return switch (format) {
            case PHASE -> new RasterReader(read, false).read(out);
            case HYP3 -> new RasterReader(read, true).read(out);
            case OPERA -> new OperaReader(read).read(out);
            case EGMS -> new EgmsReader(read).read(out);
            case LOS -> new LosTable(read).read(out);
        };
    }

    private static RawData.Facts facts(List<SceneRead.Outcome> outcomes, List<String> notes) {
        boolean velocity = outcomes.get(0).velocity();
        if (outcomes.stream().anyMatch(o -> o.velocity() != velocity)) {
            throw new ConfigurationException(
                    "data.sources.insar mixes displacements and velocities, which no one model explains",
                    "name scenes of one kind, or state unit and quantity of each",
                    null);
        }
        return new RawData.Facts(
                MODALITY,
                velocity ? "los_velocity" : "los_displacement",
                velocity ? Unit.MILLIMETRE_PER_YEAR : Unit.METRE,
                outcomes.stream().allMatch(SceneRead.Outcome::stated),
                null,
                null,
                null,
                notes);
    }
}
