package org.geoanomaly.gam.pipeline.cache;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The list of entries, in SQLite. Several processes may use it at once; each change is one transaction that waits for others. */
final class CacheIndex {
    private static final int WAIT_MILLIS = 30_000;
    private static final int CORRUPT = 11;
    /**
     * Primary result codes of SQLite that blame the surroundings: PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN,
     * NOLFS, AUTH. Any other means a file that is damaged, no database, or of another schema.
     */
    private static final List<Integer> SURROUNDINGS = List.of(3, 5, 6, 7, 8, 9, 10, 13, 14, 22, 23);

    private static final int PRIMARY = 0xff;

    /** The database is not what it should be; the entries themselves may be sound. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(Throwable cause) {
            super(deepest(cause).getMessage(), cause);
        }
    }

    private final Path file;
    private final Jdbi jdbi;

    private CacheIndex(Path file, Jdbi jdbi) {
        this.file = file;
        this.jdbi = jdbi;
    }

    /**
     * Opens a list that is up to date; empty if it must be migrated first.
     *
     * @throws DamagedException if it must be made anew
     * @throws CacheException if it cannot be used for another reason
     */
    static Optional<CacheIndex> ready(Path file) throws DamagedException {
        CacheIndex index = on(file);
        try {
            if (!index.current()) {
                return Optional.empty();
            }
            index.check();
            return Optional.of(index);
        } catch (JdbiException | UnsatisfiedLinkError e) {
            throw index.failure(e);
        }
    }

    /**
     * Opens the list, making or migrating it as needed. Only one process may do this at a time.
     *
     * @throws DamagedException if it must be made anew
     * @throws CacheException if it cannot be used for another reason
     */
    static CacheIndex open(Path file) throws DamagedException {
        CacheIndex index = on(file);
        try {
            if (!index.current()) {
                CacheSchema.migrate(url(file) + "?busy_timeout=" + WAIT_MILLIS);
            }
            index.check();
            return index;
        } catch (JdbiException | FlywayException | UnsatisfiedLinkError e) {
            throw index.failure(e);
        }
    }

    private static CacheIndex on(Path file) {
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", String.valueOf(WAIT_MILLIS));
        settings.setProperty("transaction_mode", "IMMEDIATE");
        return new CacheIndex(file, Jdbi.create(url(file), settings));
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /** Whether the schema is the newest; asking is fast, migrating is not. */
    private boolean current() {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")
                                        .mapTo(Integer.class)
                                        .one()
                                == 1
                        && h.createQuery("SELECT count(*) FROM flyway_schema_history WHERE version = :v AND success")
                                        .bind("v", CacheSchema.NEWEST)
                                        .mapTo(Integer.class)
                                        .one()
                                == 1);
    }

    private void check() throws DamagedException {
        String verdict = jdbi.withHandle(
                h -> h.createQuery("PRAGMA quick_check(1)").mapTo(String.class).first());
        if (!verdict.equals("ok")) {
            throw new DamagedException(new SQLException(verdict));
        }
        jdbi.useHandle(CacheIndex::listed);
    }

    private CacheException failure(Throwable e) throws DamagedException {
        boolean damaged = e instanceof FlywayException;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                damaged = !SURROUNDINGS.contains(sql.getErrorCode() & PRIMARY);
            }
        }
        if (damaged) {
            throw new DamagedException(e);
        }
        return new CacheException(
                "cannot use " + file + ": " + deepest(e).getMessage(),
                "make its directory writable, or choose another one as data.cache_dir",
                e);
    }

    /** Runs one transaction that no other process can interleave with. */
    <T> T locked(Function<Rows, T> work) {
        try {
            return jdbi.inTransaction(h -> work.apply(new Rows(h)));
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    Optional<CacheEntry> find(String key) {
        try {
            return jdbi.withHandle(h -> new Rows(h).find(key));
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    /** All entries, by modality and key. */
    List<CacheEntry> all() {
        try {
            return jdbi.withHandle(CacheIndex::listed);
        } catch (JdbiException e) {
            throw unusable(e);
        }
    }

    private static List<CacheEntry> listed(Handle handle) {
        return handle.createQuery("SELECT * FROM entry ORDER BY modality, created, key")
                .map((rs, context) -> entry(rs))
                .list();
    }

    private static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private CacheException unusable(JdbiException e) {
        try {
            return failure(e);
        } catch (DamagedException damaged) {
            return new CacheException(file + " is damaged: " + damaged.getMessage(), "start again", e);
        }
    }

    /** What a transaction can do. */
    static final class Rows {
        private final Handle handle;

        private Rows(Handle handle) {
            this.handle = handle;
        }

        Optional<CacheEntry> find(String key) {
            return handle.createQuery("SELECT * FROM entry WHERE key = :key")
                    .bind("key", key)
                    .map((rs, context) -> entry(rs))
                    .findFirst();
        }

        CacheEntry put(CacheEntry e) {
            handle.createUpdate("INSERT OR REPLACE INTO entry VALUES (:key, :modality, :south, :north, :west, :east,"
                            + " :sources, :created, :used, :size, :sha256, :expires)")
                    .bind("key", e.key())
                    .bind("modality", e.modality())
                    .bind("south", e.area().south())
                    .bind("north", e.area().north())
                    .bind("west", e.area().west())
                    .bind("east", e.area().east())
                    .bind("sources", e.sources())
                    .bind("created", RunClock.iso(e.created()))
                    .bind("used", RunClock.iso(e.lastUsed()))
                    .bind("size", e.size())
                    .bind("sha256", e.sha256())
                    .bind("expires", e.expires() == null ? null : RunClock.iso(e.expires()))
                    .execute();
            return e;
        }

        void remove(String key) {
            handle.createUpdate("DELETE FROM entry WHERE key = :key")
                    .bind("key", key)
                    .execute();
        }
    }

    private static CacheEntry entry(ResultSet rs) throws SQLException {
        try {
            return read(rs);
        } catch (DateTimeException | GamException e) {
            throw new SQLException("a row makes no sense: " + e.getMessage(), null, CORRUPT, e);
        }
    }

    private static CacheEntry read(ResultSet rs) throws SQLException {
        String expires = rs.getString("expires");
        return new CacheEntry(
                rs.getString("key"),
                rs.getString("modality"),
                new BoundingBox(
                        rs.getDouble("south"), rs.getDouble("north"), rs.getDouble("west"), rs.getDouble("east")),
                rs.getString("sources"),
                Instant.parse(rs.getString("created")),
                Instant.parse(rs.getString("last_used")),
                rs.getLong("size"),
                rs.getString("sha256"),
                expires == null ? null : Instant.parse(expires));
    }
}
