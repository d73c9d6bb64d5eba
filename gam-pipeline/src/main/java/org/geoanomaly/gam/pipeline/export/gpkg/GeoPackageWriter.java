package org.geoanomaly.gam.pipeline.export.gpkg;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.export.gpkg.GeoPackageContent.Source;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.QuietFlyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sqlite.SQLiteDataSource;

/** Writes a GeoPackage: schema by Flyway, rows by JDBI, in a temporary file that takes its name when it is complete. */
public final class GeoPackageWriter {
    private static final String MIGRATIONS = "classpath:org/geoanomaly/gam/pipeline/export/gpkg/migration";
    /** The one form of DATETIME that GeoPackage knows. */
    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private final GeoPackageContent content;
    private final String time;

    private GeoPackageWriter(GeoPackageContent content) {
        this.content = content;
        this.time = datetime(content.createdAt());
    }

    static String datetime(Instant instant) {
        return DATETIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /**
     * Writes a file, replacing an older one.
     *
     * @throws OutputException if it cannot be written; nothing is left behind then
     */
    public static void write(Path target, GeoPackageContent content) {
        try (AtomicFile file = AtomicFile.open(target)) {
            SQLiteDataSource source = SqliteFile.building(file.temporary());
            migrate(source);
            Jdbi jdbi = Jdbi.create(source);
            jdbi.useHandle(handle -> {
                handle.useTransaction(new GeoPackageWriter(content)::fill);
                handle.execute("VACUUM");
            });
            file.commit();
        } catch (FlywayException | JdbiException | SQLException e) {
            throw new OutputException("cannot write " + target + ": " + reason(e), null, e);
        }
    }

    /** The first sentence of the database's own words. */
    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static void migrate(SQLiteDataSource source) {
        Flyway.configure(GeoPackageWriter.class.getClassLoader())
                .loggers(QuietFlyway.class.getName())
                .dataSource(source)
                .locations(MIGRATIONS)
                .failOnMissingLocations(true)
                .placeholderReplacement(false)
                .installedBy("gam")
                .load()
                .migrate();
    }

    private void fill(Handle handle) throws SQLException {
        handle.createUpdate("UPDATE flyway_schema_history SET installed_on = :time, execution_time = 0")
                .bind("time", time)
                .execute();
        register(handle);
        anomalies(handle);
        sources(handle);
        style(handle);
    }

    /** The table in which QGIS keeps the styles of layers; the one marked as default is taken when the file is opened. */
    private void style(Handle handle) {
        handle.createUpdate(
                        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,"
                                + " styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)"
                                + " VALUES ('', '', 'anomalies', 'geom', 'anomalies', :qml, '', 1, :text, '', :time)")
                .bind("qml", content.style())
                .bind("text", "rings by sign and confidence")
                .bind("time", time)
                .execute();
    }

    private void register(Handle handle) {
        List<Anomaly> rows = content.table().rows();
        PreparedBatch contents = handle.prepareBatch("INSERT INTO gpkg_contents VALUES"
                + " (:table, :type, :table, :description, :time, :minX, :minY, :maxX, :maxY, :srs)");
        contents.bind("table", "anomalies")
                .bind("type", "features")
                .bind("description", content.description())
                .bind("time", time)
                .bind(
                        "minX",
                        bound(rows.stream().mapToDouble(a -> a.peak().lon()).min()))
                .bind(
                        "minY",
                        bound(rows.stream().mapToDouble(a -> a.peak().lat()).min()))
                .bind(
                        "maxX",
                        bound(rows.stream().mapToDouble(a -> a.peak().lon()).max()))
                .bind(
                        "maxY",
                        bound(rows.stream().mapToDouble(a -> a.peak().lat()).max()))
                .bind("srs", Integer.valueOf(PointBlob.WGS84))
                .add();
        contents.bind("table", "metadata")
                .bind("type", "attributes")
                .bind("description", "sources behind each modality of an anomaly")
                .bind("time", time)
                .bind("minX", (Double) null)
                .bind("minY", (Double) null)
                .bind("maxX", (Double) null)
                .bind("maxY", (Double) null)
                .bind("srs", (Integer) null)
                .add();
        contents.bind("table", "layer_styles")
                .bind("type", "attributes")
                .bind("description", "how QGIS draws the layers")
                .bind("time", time)
                .bind("minX", (Double) null)
                .bind("minY", (Double) null)
                .bind("maxX", (Double) null)
                .bind("maxY", (Double) null)
                .bind("srs", (Integer) null)
                .add();
        contents.execute();
        handle.execute(
                "INSERT INTO gpkg_geometry_columns VALUES ('anomalies', 'geom', 'POINT', ?, 0, 0)", PointBlob.WGS84);
    }

    private static @org.jspecify.annotations.Nullable Double bound(java.util.OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private void anomalies(Handle handle) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO anomalies"
                + " (geom, id, lat, lon, depth, confidence, anomaly_type, score, modality_contributions, created_at)"
                + " VALUES (:geom, :id, :lat, :lon, :depth, :confidence, :type, :score, :contributions, :time)");
        AnomalyTable table = content.table();
        for (Anomaly a : table.rows()) {
            batch.bind("geom", PointBlob.of(a.peak().lon(), a.peak().lat()))
                    .bind("id", a.id())
                    .bind("lat", a.peak().lat())
                    .bind("lon", a.peak().lon())
                    .bind("depth", finite(a.peak().depth()))
                    .bind("confidence", finite(a.confidence()))
                    .bind("type", a.type())
                    .bind("score", finite(a.score()))
                    .bind("contributions", contributions(a, table.modalities()))
                    .bind("time", time)
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static @org.jspecify.annotations.Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String contributions(Anomaly anomaly, List<String> modalities) {
        Map<String, Double> ordered = new java.util.LinkedHashMap<>();
        for (String modality : modalities) {
            Double part = anomaly.contributions().get(modality);
            if (part != null) {
                ordered.put(modality, part);
            }
        }
        return JsonProduct.mapper().writeValueAsString(ordered);
    }

    private void sources(Handle handle) {
        Map<String, List<Source>> byModality = new TreeMap<>(
                content.sources().stream().collect(java.util.stream.Collectors.groupingBy(Source::modality)));
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO metadata (anomaly_id, modality, source, timestamp) VALUES (:id, :modality, :source, :time)");
        for (Anomaly a : content.table().rows()) {
            for (String modality : content.table().modalities()) {
                if (!a.contributions().containsKey(modality)) {
                    continue;
                }
                for (Source source : byModality.getOrDefault(modality, List.of())) {
                    batch.bind("id", a.id())
                            .bind("modality", modality)
                            .bind("source", source.id())
                            .bind("time", time)
                            .add();
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
